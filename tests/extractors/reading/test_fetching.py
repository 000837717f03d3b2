"""Fetching reaches what the person named and nothing behind it, within its limits; real servers on loopback."""

import gzip
import socket
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

import pytest

from extractors.reading import MOST_BYTES, fetching
from extractors.reading.errors import Unreadable
from extractors.reading.fetching import Page, fetch

TEXT = b"The assembly met again in the capital on Saturday, officials said.\n"
SECRET = b"A page that nobody outside may see.\n"
OUTSIDE = "news.example.org"


class _Handler(BaseHTTPRequestHandler):
    server: "Server"

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))
        answer = self.server.pages.get(self.path)
        if callable(answer):
            self.close_connection = True
            with suppress(OSError):
                answer(self)
        elif isinstance(answer, str):
            self.send_response(302)
            self.send_header("Location", answer)
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self.send_response(404 if answer is None else 200)
            self.send_header("Content-Type", "text/plain")
            self.send_header("Content-Length", str(len(answer or b"")))
            self.end_headers()
            self.wfile.write(answer or b"")

    def log_message(self, *_: object) -> None:
        """Keep the test's output clean."""


class Server(ThreadingHTTPServer):
    """Answers paths with bytes, with a redirect (a text), or as a function says; keeps what it was asked."""

    def __init__(self, host: str) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, 0), _Handler)
        self.pages: dict[str, bytes | str | Callable[[Any], None]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.port = int(self.server_address[1])

    def handle_error(self, *_: object) -> None:
        """A reader that hangs up is no fault."""


@pytest.fixture
def serve() -> Iterator[Callable[[str], Server]]:
    servers: list[Server] = []

    def start(host: str = "127.0.0.1") -> Server:
        servers.append(server := Server(host))
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        return server

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """Names, and the addresses that a resolver of our own gives for them."""
    known: dict[str, list[str]] = {}
    real = socket.getaddrinfo

    def look_up(host: str, *rest: Any, **more: Any) -> Any:
        if host in known:
            return [each for address in known[host] for each in real(address, *rest, **more)]
        return real(host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return known


@pytest.fixture
def as_if_public(monkeypatch: pytest.MonkeyPatch) -> None:
    """127.0.0.2 stands for a public address, so that a server of the test can be one."""
    from extractors.reading import addresses, connections

    def is_public(address: addresses.IP) -> bool:
        return str(address) == "127.0.0.2" or real(address)

    real = addresses.is_public
    monkeypatch.setattr(addresses, "is_public", is_public)
    monkeypatch.setattr(connections, "is_public", is_public)


def refusal(address: str) -> str:
    with pytest.raises(Unreadable) as refused:
        fetch(address)
    return refused.value.reason


Start = Callable[..., Server]
Names = dict[str, list[str]]


@pytest.mark.parametrize(
    ("host", "written"), [("127.0.0.1", "127.0.0.1"), ("127.0.0.1", "localhost"), ("::1", "[::1]")]
)
def test_a_machine_nearby_that_the_person_names_is_reached(serve: Start, host: str, written: str) -> None:
    server = serve(host)
    server.pages = {"/": TEXT, "/moved": "/"}
    assert fetch(f"http://{written}:{server.port}/") == Page(TEXT, f"http://{written}:{server.port}/", "text/plain", "")
    assert fetch(f"http://{written}:{server.port}/moved").data == TEXT


def test_a_name_that_leads_to_a_machine_nearby_is_refused_before_anything_is_sent(serve: Start, names: Names) -> None:
    server = serve()
    names[OUTSIDE] = ["127.0.0.1"]
    reason = refusal(f"http://{OUTSIDE}:{server.port}/")
    assert reason == f"it leads to {OUTSIDE} at 127.0.0.1, which is no public address"
    assert not server.asked


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "127.1", "0177.0.0.1"])
def test_an_address_in_disguise_is_no_address_that_the_person_named(serve: Start, host: str) -> None:
    server = serve()
    assert "no public address" in refusal(f"http://{host}:{server.port}/")
    assert not server.asked


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1:{port}/secret",
        "//127.0.0.1:{port}/secret",
        "http://localhost:{port}/secret",
        "http://[::ffff:127.0.0.1]:{port}/secret",
        "http://2130706433:{port}/secret",
        "http://127.1:{port}/secret",
        "http://inside.example.org:{port}/secret",
        "http://inside.example.org.:{port}/secret",
        "https://inside.example.org:{port}/secret",
        "http://news.example.org@127.0.0.1:{port}/secret",
        "http://127.0.0.1:{port}\\@news.example.org/secret",
        "http://169.254.169.254/latest/meta-data/",
        "http://metadata.internal/",
        "http://printer/",
        "http://0.0.0.0:{port}/secret",
    ],
)
@pytest.mark.usefixtures("as_if_public")
def test_no_redirect_from_outside_leads_to_a_machine_nearby(serve: Start, names: Names, target: str) -> None:
    inside, outside = serve(), serve("127.0.0.2")
    names |= {OUTSIDE: ["127.0.0.2"], "inside.example.org": ["127.0.0.1"], "inside.example.org.": ["127.0.0.1"]}
    inside.pages = {"/secret": SECRET}
    outside.pages = {"/": "/again", "/again": target.format(port=inside.port)}
    assert refusal(f"http://{OUTSIDE}:{outside.port}/").startswith("it redirects to ")
    assert [path for path, _ in outside.asked] == ["/", "/again"]
    assert not inside.asked


@pytest.mark.usefixtures("as_if_public")
def test_of_several_addresses_only_public_ones_are_tried(serve: Start, names: Names) -> None:
    inside, outside = serve(), serve("127.0.0.2")
    names[OUTSIDE] = ["127.0.0.1", "127.0.0.2"]
    outside.pages = {"/": TEXT}
    inside.pages = {"/": SECRET}
    assert fetch(f"http://{OUTSIDE}:{outside.port}/").data == TEXT
    assert refusal(f"http://{OUTSIDE}:{inside.port}/") == f"{OUTSIDE} cannot be reached"
    assert not inside.asked


@pytest.mark.usefixtures("as_if_public")
def test_a_name_that_answers_otherwise_the_second_time_gains_nothing(
    serve: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside, outside = serve(), serve("127.0.0.2")
    real, asked = socket.getaddrinfo, list[str]()

    def rebinding(host: str, *rest: Any, **more: Any) -> Any:
        asked.append(host)
        first = asked.count(OUTSIDE) == 1
        return real({True: "127.0.0.2", False: "127.0.0.1"}[first] if host == OUTSIDE else host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    outside.pages = {"/": TEXT}
    assert fetch(f"http://{OUTSIDE}:{outside.port}/").data == TEXT
    assert asked.count(OUTSIDE) == 1
    assert "no public address" in refusal(f"http://{OUTSIDE}:{inside.port}/")
    assert not inside.asked


def test_a_redirect_from_a_machine_nearby_leads_to_no_other_service_of_it(serve: Start) -> None:
    named, other = serve(), serve()
    other.pages = {"/": SECRET}
    named.pages = {"/": f"http://127.0.0.1:{other.port}/", "/next": "http://127.0.0.3/"}
    assert "no public address" in refusal(f"http://127.0.0.1:{named.port}/")
    assert "no public address" in refusal(f"http://127.0.0.1:{named.port}/next")
    assert not other.asked


@pytest.mark.parametrize(
    "target",
    [
        *[
            "file:///etc/passwd",
            "ftp://example.org/",
            "data:text/html,x",
            "javascript:alert(1)",
            "gopher://example.org/",
        ],
        *["http://[", "http://example.org:port/", "http://example.org:0/", "http://a b/"],
        *["http://user:password@example.org/", "http://user@example.org/"],
    ],
)
def test_a_redirect_to_what_is_no_page_is_named(serve: Start, target: str) -> None:
    server = serve()
    server.pages = {"/": target}
    assert refusal(f"http://127.0.0.1:{server.port}/").startswith("it redirects to what is no address of a page")


@pytest.mark.parametrize("port", [22, 25, 110, 139, 445])
def test_a_redirect_to_the_port_of_another_service_is_not_followed(serve: Start, port: int) -> None:
    server = serve()
    server.pages = {"/": f"http://8.8.8.8:{port}/"}
    assert refusal(f"http://127.0.0.1:{server.port}/") == f"it redirects to port {port} of 8.8.8.8, where no page is"


@pytest.mark.parametrize("auth", ["ann:secret", "ann", ":"])
def test_an_address_with_a_password_is_refused_and_nothing_is_sent(serve: Start, auth: str) -> None:
    server = serve()
    server.pages = {"/": TEXT}
    assert "user name or password" in refusal(f"http://{auth}@127.0.0.1:{server.port}/")
    assert not server.asked


@pytest.mark.usefixtures("as_if_public")
def test_nothing_about_the_reader_is_sent_on(serve: Start, names: Names, monkeypatch: pytest.MonkeyPatch) -> None:
    def cookie(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 302 Found\r\nSet-Cookie: id=1; Domain=.example.org\r\nLocation: /page\r\n\r\n")

    outside = serve("127.0.0.2")
    names[OUTSIDE] = ["127.0.0.2"]
    outside.pages = {"/": cookie, "/page": TEXT}
    monkeypatch.setenv("NETRC", "/nowhere")
    fetch(f"http://{OUTSIDE}:{outside.port}/")
    for _, headers in outside.asked:
        assert {name.lower() for name in headers} == {"host", "accept", "accept-encoding", "user-agent"}
        assert headers["Host"] == f"{OUTSIDE}:{outside.port}"


def test_redirects_in_a_circle_end(serve: Start) -> None:
    server = serve()
    server.pages = {"/": "/a", "/a": "/"}
    assert refusal(f"http://127.0.0.1:{server.port}/") == "it redirects more than 5 times"
    assert len(server.asked) == 6


def _headers(handler: BaseHTTPRequestHandler, *more: str) -> None:
    lines = ["HTTP/1.1 200 OK", "Content-Type: text/plain", *more, "", ""]
    handler.wfile.write("\r\n".join(lines).encode())


def test_a_body_without_end_is_left_at_the_limit(serve: Start) -> None:
    server, sent = serve(), list[int]()

    def endless(handler: BaseHTTPRequestHandler) -> None:
        _headers(handler)
        while True:
            handler.wfile.write(b"a" * 100_000)
            sent.append(100_000)

    server.pages = {"/": endless}
    assert refusal(f"http://127.0.0.1:{server.port}/") == "is larger than the limit of 10 MB"
    assert sum(sent) < 4 * MOST_BYTES


@pytest.mark.parametrize("folds", [1, 2])
def test_a_small_answer_that_unpacks_without_end_is_left_at_the_limit(serve: Start, folds: int) -> None:
    server = serve()
    bomb = b"\0" * 20 * MOST_BYTES
    for _ in range(folds):
        bomb = gzip.compress(bomb)

    def packed(handler: BaseHTTPRequestHandler) -> None:
        _headers(handler, f"Content-Encoding: {', '.join(['gzip'] * folds)}", f"Content-Length: {len(bomb)}")
        handler.wfile.write(bomb)

    server.pages = {"/": packed}
    tracemalloc.start()
    try:
        assert refusal(f"http://127.0.0.1:{server.port}/") == "is larger than the limit of 10 MB"
        assert tracemalloc.get_traced_memory()[1] < 4 * MOST_BYTES
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("start", "byte"),
    [
        (b"HTTP/1.1 200 OK\r\nX-Long: ", b"x"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n", b"x"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"0"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    ],
)
def test_a_server_that_drips_is_hung_up_on(
    serve: Start, monkeypatch: pytest.MonkeyPatch, start: bytes, byte: bytes
) -> None:
    server, hung_up = serve(), Event()

    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(start)
        try:
            for _ in range(6_000):
                handler.wfile.write(byte)
                hung_up.wait(0.01)
        except OSError:
            hung_up.set()

    server.pages = {"/": drip}
    monkeypatch.setattr(fetching, "MOST_SECONDS", 0.3)
    assert "took longer" in refusal(f"http://127.0.0.1:{server.port}/")
    assert hung_up.wait(60)


@pytest.mark.parametrize("label", ["a" * 64, "ä" * 60, "xn--a", "-", "a..b"])
def test_a_name_that_can_be_none_is_told(label: str) -> None:
    assert refusal(f"http://{label}.invalid/").startswith(("there is no host called", "is not an address"))


def test_a_proxy_of_the_environment_is_asked_and_no_redirect_goes_nearby_through_it(
    serve: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = serve()
    proxy.pages = {f"http://{OUTSIDE}/": f"http://{OUTSIDE}/page", f"http://{OUTSIDE}/page": "http://127.0.0.1/secret"}
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{proxy.port}")
    monkeypatch.delenv("no_proxy", raising=False)
    assert refusal(f"http://{OUTSIDE}/") == "it redirects to 127.0.0.1, which is no public address"
    assert [path for path, _ in proxy.asked] == [f"http://{OUTSIDE}/", f"http://{OUTSIDE}/page"]
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    proxy.pages["/"] = TEXT
    assert fetch(f"http://127.0.0.1:{proxy.port}/").data == TEXT


def test_a_proxy_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{free.getsockname()[1]}")
        monkeypatch.delenv("no_proxy", raising=False)
        assert refusal(f"http://{OUTSIDE}/") == "the proxy cannot be reached"
