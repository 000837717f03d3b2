"""Answers of servers that mean harm: in headers, in redirects, in what they send."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.reading import ReadError, read
from tests.fuzz.amount import tried
from tests.fuzz.documents import files
from tests.fuzz.harmless import assert_plain, assert_plain_record
from tests.fuzz.hostile import NEWS, PAYLOADS, short_texts
from timeline.model import Article


class Answer(socketserver.StreamRequestHandler):
    """Gives the same bytes to whoever asks."""

    data: ClassVar[bytes] = b""

    def handle(self) -> None:
        while self.rfile.readline().strip():
            pass
        self.wfile.write(self.data)


@contextmanager
def server() -> Iterator[str]:
    """Its address."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Answer) as serving:
        serving.daemon_threads = True
        thread = threading.Thread(target=serving.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{serving.server_address[1]}"
        finally:
            serving.shutdown()
            thread.join()


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with server() as made, pytest.MonkeyPatch.context() as patch:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            patch.delenv(name, raising=False)
        yield made


def assert_read_clean_or_refused(address: str, answer: bytes) -> None:
    """What is read of it is clean, or it is refused in words."""
    Answer.data = answer
    for found in read(address):
        if isinstance(found, ReadError):
            assert_plain(found.explanation)
            assert "beyond dateline" not in found.explanation
        else:
            assert_plain_record(found)
            assert_plain_record([found.name, found.title, found.url, found.origin], lines=False)


def header(name: str, value: str) -> bytes:
    return f"{name}: {value}\r\n".encode("utf-8", "surrogatepass").replace(b"\n ", b" ")


def test_an_ordinary_answer_is_read(address: str) -> None:
    Answer.data = b"HTTP/1.1 200 OK\r\n" + header("Content-Type", "text/plain") + b"\r\n" + NEWS.encode()
    (found,) = read(f"{address}/a")
    assert isinstance(found, Article)
    assert found.text == NEWS


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_header_and_no_redirect_of_a_server_commands_a_terminal(address: str, payload: str) -> None:
    text = PAYLOADS[payload][:300]
    page = f"<html><title>{text}</title><body><p>{NEWS * 5}</p></body></html>".encode("utf-8", "surrogatepass")
    for status, name, value in (
        ("200 OK", "Content-Type", f"text/html; charset={text}"),
        ("200 OK", "Content-Type", text),
        ("200 OK", "Content-Encoding", text),
        ("302 Found", "Location", f"/{text}"),
        ("302 Found", "Location", text),
        (f"404 {text}", "X", text),
        ("200 OK", "Content-Length", text),
    ):
        assert_read_clean_or_refused(
            f"{address}/a", f"HTTP/1.1 {status}\r\n".encode("utf-8", "replace") + header(name, value) + b"\r\n" + page
        )


@tried(25)
@given(files(), short_texts, st.binary(max_size=60))
def test_any_answer_of_a_server_is_read_clean_or_refused(
    address: str, file: tuple[str, bytes], text: str, junk: bytes
) -> None:
    suffix, data = file
    start = b"HTTP/1.1 200 OK\r\n"
    for answer in (start + header("Content-Type", text) + b"\r\n" + data, start + junk + b"\r\n\r\n" + data, junk):
        assert_read_clean_or_refused(f"{address}/news{suffix}", answer)
