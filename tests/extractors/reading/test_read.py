"""Files, folders, pages and rows become articles; what cannot be read is named, and the rest goes on."""

import datetime as dt
import io
import json
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from time import sleep

import pytest

from extractors.reading import MOST_BYTES, ReadError, expand, fetching, inputs, read
from extractors.reading.inputs import FileInput
from timeline.model import Article, Basis, article_id

DAY = dt.date(2019, 1, 28)
TEXT = "The assembly met again in the capital on Saturday, officials said.\n"


def articles(origin: object, **options: object) -> list[Article]:
    found = list(read(str(origin), **options))  # type: ignore[arg-type]
    assert all(isinstance(each, Article) for each in found), found
    return [each for each in found if isinstance(each, Article)]


def refusal(origin: object) -> ReadError:
    (found,) = read(str(origin))
    assert isinstance(found, ReadError)
    return found


@pytest.mark.parametrize("text", [TEXT, "\n\n  leading\n\ttabs and trailing \n\n", "cafe\u0301 “quotes” \u00a0"])
def test_clean_plain_text_is_unchanged_character_for_character(tmp_path: Path, text: str) -> None:
    file = tmp_path / "assembly.vote.txt"
    file.write_text(text, encoding="utf-8", newline="")
    (article,) = articles(file)
    assert article.text == text
    assert article.id == article_id(text)
    assert (article.name, article.origin) == ("assembly.vote", str(file))
    assert article.published is None


def test_what_the_person_says_is_believed_first(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("---\ndate: 2018-05-05\nsource: Other News\n---\nThe text.")
    (article,) = articles(file, published=DAY, publisher="Example News")
    assert article.published is not None
    assert (article.published.date, article.published.basis) == (DAY, Basis.PERSON)
    assert article.publisher == "Example News"


def test_the_time_stamp_and_the_path_of_a_file_are_no_publication_date(tmp_path: Path) -> None:
    folder = tmp_path / "2019" / "01" / "28"
    folder.mkdir(parents=True)
    file = folder / "2019-01-28.txt"
    file.write_text(TEXT)
    os.utime(file, (1548633600, 1548633600))
    assert articles(file)[0].published is None


def test_a_file_of_unknown_suffix_is_known_by_its_content(tmp_path: Path) -> None:
    file = tmp_path / "saved"
    file.write_text(
        f"<!DOCTYPE html><html><head><title>Vote</title></head><body><p>{TEXT}</p><p>{TEXT}</p></body></html>"
    )
    (article,) = articles(file)
    assert "<p>" not in article.text


def test_folders_are_expanded_in_order_without_hidden_files(tmp_path: Path) -> None:
    names = ["b.txt", "a.md", "sub/c.html", "sub/d.JSONL", ".hidden.txt", ".git/e.txt", "f.pdf", "sub/.g.txt"]
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    found = [Path(origin).relative_to(tmp_path).as_posix() for origin in expand([str(tmp_path)])]
    assert found == ["a.md", "b.txt", "sub/c.html", "sub/d.JSONL"]
    assert list(expand(["-", "https://example.org/a", "missing.txt"])) == ["-", "https://example.org/a", "missing.txt"]


def test_a_folder_with_nothing_to_read_is_named(tmp_path: Path) -> None:
    (origin,) = expand([str(tmp_path)])
    assert "folder with nothing to read" in refusal(origin).reason


def test_what_cannot_be_opened_is_named_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    with (tmp_path / "huge.txt").open("wb") as huge:
        huge.truncate(MOST_BYTES + 1)
    reasons = {name: refusal(tmp_path / name).reason for name in ("link.txt", "pipe.txt", "huge.txt", "gone.txt")}
    assert reasons == {
        "link.txt": "is a link to a file that is not there",
        "pipe.txt": "is not a regular file but a device, pipe or socket",
        "huge.txt": "is larger than the limit of 10 MB",
        "gone.txt": "is not there",
    }
    assert refusal("a\0b.txt").reason.startswith("cannot be opened")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can become somebody else")
def test_a_file_closed_to_us_is_named(tmp_path: Path) -> None:
    file = tmp_path / "closed.txt"
    file.write_text(TEXT)
    file.chmod(0)
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    child = os.fork()
    if child == 0:
        os.setuid(65534)
        os._exit(0 if "permission denied" in refusal(file).reason else 1)
    assert os.waitpid(child, 0)[1] == 0


def test_rows_are_articles_and_a_bad_row_ends_itself_alone(tmp_path: Path) -> None:
    rows: list[object] = [
        {
            "id": "one",
            "text": TEXT,
            "date": "2019-01-28",
            "title": "T",
            "url": "https://example.org/a",
            "publisher": "P",
        },
        "",
        {"text": "Second.", "more": 1, "date": "2019-01-28T23:30:00-05:00"},
        {"text": "Third.", "date": "soon"},
        {"title": "no text"},
        {"text": " \0 "},
        {"id": 6, "text": "Sixth.", "url": "https://example.org/2019/01/28/a", "date": None},
    ]
    lines = [json.dumps(row) if row else "" for row in rows] + ["{not json", '{"text": "\\ud800 half"}']
    file = tmp_path / "news.jsonl"
    file.write_text("\ufeff" + "\n".join(lines), encoding="utf-8")
    found = list(read(str(file)))
    good = [each for each in found if isinstance(each, Article)]
    assert [(each.name, each.text) for each in good[:3]] == [("one", TEXT), ("news", "Second."), ("6", "Sixth.")]
    first = good[0]
    assert (first.title, first.url, first.publisher, first.origin) == (
        "T",
        "https://example.org/a",
        "P",
        f"{file}, line 1",
    )
    assert [each.published and each.published.basis for each in good[:3]] == [Basis.METADATA, Basis.METADATA, Basis.URL]
    assert [each.published.date for each in good[:3] if each.published] == [DAY] * 3
    bad = [each for each in found if isinstance(each, ReadError)]
    assert [each.origin.rsplit(" ", 1)[1] for each in bad][:4] == ["4", "5", "6", "8"]
    assert "'soon'" in bad[0].reason


def test_an_overlong_row_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    file.write_bytes(b'{"text": "' + b"a" * (2 * MOST_BYTES) + b'"}\n{"text": "Second."}\n')
    bad, good = read(str(file))
    assert isinstance(bad, ReadError)
    assert "larger than the limit" in bad.reason
    assert isinstance(good, Article)
    assert good.origin.endswith("line 2")


def test_standard_input_is_read_as_text_or_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    for data, options in ((TEXT.encode(), {}), (json.dumps({"text": TEXT}).encode(), {"rows": True})):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        (article,) = articles("-", **options)
        assert (article.text, article.name) == (TEXT, "stdin")


ROWS = json.dumps({"id": "one", "text": TEXT, "date": "2019-01-28"}).encode() + b"\n{}\n"
OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"
DRIPS = {
    "/dripping-headers": (OK + b"X-Long: ", b"x"),
    "/dripping-body": (OK + b"Content-Length: 1000000\r\n\r\n", b"x"),
    "/dripping-chunk": (OK + b"Transfer-Encoding: chunked\r\n\r\nffff\r\n", b"x"),
    "/dripping-chunk-size": (OK + b"Transfer-Encoding: chunked\r\n\r\n", b"0"),
}
GAVE_UP, RAN_DRY = Event(), Event()


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        html = (
            f"<html><head><title>Vote</title></head><body><article><p>{TEXT * 3}</p><p>über</p></article></body></html>"
        )
        answers = {
            "/2019/01/28/vote.html": (200, "text/html; charset=iso-8859-1", html.encode("latin-1")),
            "/news.jsonl": (200, "application/octet-stream", ROWS),
            "/feed": (200, "application/x-ndjson", ROWS),
            "/rows": (200, "text/plain", ROWS),
            "/plain": (200, "text/plain", TEXT.encode()),
            "/picture": (200, "image/png", b"\x89PNG"),
            "/closed": (403, "text/html", b"no"),
            "/broken": (500, "text/html", b"no"),
            "/huge": (200, "text/html", b"a" * (MOST_BYTES + 1)),
            "/empty": (200, "text/html", b""),
        }
        if self.path in DRIPS:
            self._drip()
            return
        if self.path == "/slow":
            sleep(1)
        status, kind, body = answers.get(self.path, (404, "text/html", b"no"))
        if self.path in {"/moved", "/loop"}:
            status, body = 302, b""
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/loop" if self.path == "/loop" else "/2019/01/28/vote.html")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _drip(self) -> None:
        """Send a start, then a byte now and then until the reader is known to have given up."""
        start, byte = DRIPS[self.path]
        self.close_connection = True
        with suppress(OSError):
            self.wfile.write(start)
            for _ in range(3_000):
                if GAVE_UP.wait(0.02):
                    return
                self.wfile.write(byte)
            RAN_DRY.set()

    def log_message(self, *_: object) -> None:
        """Keep the test's output clean."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("path", ["/2019/01/28/vote.html", "/moved"])
def test_a_page_is_fetched_and_dated_by_its_last_address(site: str, path: str) -> None:
    (article,) = articles(site + path)
    assert "über" in article.text
    assert article.url == f"{site}/2019/01/28/vote.html"
    assert article.origin == site + path
    assert article.published is not None
    assert (article.published.date, article.published.basis) == (DAY, Basis.URL)


def test_a_page_of_plain_text_is_left_as_it_is(site: str) -> None:
    assert articles(f"{site}/plain")[0].text == TEXT


@pytest.mark.parametrize(("path", "rows"), [("/news.jsonl", False), ("/feed", False), ("/rows", True)])
def test_rows_at_an_address_are_articles(site: str, path: str, rows: bool) -> None:
    good, bad = read(site + path, rows=rows)
    assert isinstance(good, Article)
    assert (good.name, good.text, good.origin) == ("one", TEXT, f"{site}{path}, line 1")
    assert isinstance(bad, ReadError)
    assert bad.origin == f"{site}{path}, line 2"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/missing", "the server has no such page: 404 Not Found"),
        ("/closed", "the server refused it: 403 Forbidden"),
        ("/broken", "the server answered 500 Internal Server Error"),
        ("/picture", "is image/png, not a page of text"),
        ("/huge", "is larger than the limit of 10 MB"),
        ("/empty", "is empty"),
        ("/loop", "it redirects more than 5 times"),
    ],
)
def test_a_page_that_cannot_be_had_is_named_with_its_reason(site: str, path: str, reason: str) -> None:
    assert refusal(site + path).reason == reason


def test_a_page_that_takes_too_long_is_given_up(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "MOST_SECONDS", 0.05)
    assert "took longer" in refusal(f"{site}/slow").reason


@pytest.mark.parametrize("path", DRIPS)
def test_a_server_that_sends_a_byte_now_and_then_is_given_up_too(
    site: str, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "MOST_SECONDS", 0.3)
    GAVE_UP.clear()
    RAN_DRY.clear()
    assert "took longer" in refusal(site + path).reason
    GAVE_UP.set()
    assert not RAN_DRY.is_set()


def test_addresses_that_lead_nowhere_are_named() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        assert refusal(f"http://127.0.0.1:{free.getsockname()[1]}/").reason == "127.0.0.1 cannot be reached"
    assert refusal("http://dateline.invalid/").reason == "there is no host called dateline.invalid"
    assert refusal("http://[bad/").reason == "is not an address"
    assert refusal("http://").reason == "is not an address"


def test_a_file_is_known_by_its_own_path_over_whatever_links_it_was_reached(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "clips").mkdir()
    (tmp_path / "clips" / "fire.txt").write_text("A mill burned down on Friday.")
    (tmp_path / "latest.txt").symlink_to("clips/fire.txt")
    (tmp_path / "linked").symlink_to("clips")
    monkeypatch.chdir(tmp_path)
    own = str(tmp_path / "clips" / "fire.txt")
    ways = ("clips/fire.txt", "latest.txt", "linked/fire.txt", own, str(tmp_path / "linked" / "fire.txt"))
    origins = [one.origin for way in ways for one in inputs(way) if isinstance(one, FileInput)]
    assert origins == ["clips/fire.txt"] * 3 + [own] * 2
