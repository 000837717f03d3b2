"""Pages from http(s) addresses: one time limit, one size limit, and an answer in words when it fails."""

import time
from concurrent.futures import Future
from email.message import Message
from http.client import responses
from importlib.metadata import version
from threading import Thread
from urllib.parse import urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

import msgspec
import urllib3
from urllib3.exceptions import (
    ConnectTimeoutError,
    DecodeError,
    HTTPError,
    LocationParseError,
    MaxRetryError,
    NameResolutionError,
    NewConnectionError,
    ReadTimeoutError,
    ResponseError,
    SSLError,
)

from extractors.reading.errors import Unreadable
from extractors.reading.files import MOST_BYTES, too_large

MOST_SECONDS = 30.0
_CONNECT_SECONDS = 10.0
_MOST_REDIRECTS = 5
_CHUNK = 65_536
_ROWS = ("application/x-ndjson", "application/jsonl", "application/x-jsonl")
_TEXT = (*_ROWS, "text/", "application/xhtml+xml", "application/xml", "application/json", "application/octet-stream")
"""How media types start; servers call octets what they do not know."""


class Page(msgspec.Struct, frozen=True):
    """What an address answered."""

    data: bytes
    address: str
    """Where it came from in the end, after redirects."""
    media: str
    """The media type, such as `text/html`; empty when none was sent."""
    charset: str

    @property
    def holds_rows(self) -> bool:
        """Whether it is JSON lines, by its media type or its name."""
        return self.media.startswith(_ROWS) or urlsplit(self.address).path.lower().endswith(".jsonl")


def fetch(address: str) -> Page:
    """The page at an http(s) address.

    Raises:
        Unreadable: There is no such host or page, it takes too long, is too large, or is no text.
    """
    answer: Future[Page] = Future()

    def run() -> None:
        try:
            answer.set_result(_fetched(address, deadline))
        except Exception as error:  # noqa: BLE001 - raised below
            answer.set_exception(error)

    deadline = time.monotonic() + MOST_SECONDS
    # A thread can be left behind when time is up; no other limit holds for the name's lookup and a server that drips.
    Thread(target=run, daemon=True).start()
    try:
        return answer.result(MOST_SECONDS)
    except TimeoutError:
        raise Unreadable(*_TOO_SLOW) from None


def _fetched(address: str, deadline: float) -> Page:
    scheme, host = _parts(address)
    try:
        response = _pool(scheme, host).request(
            "GET",
            address,
            headers={"User-Agent": f"dateline/{version('dateline')}", "Accept": "text/html, text/*;q=0.8, */*;q=0.1"},
            retries=urllib3.Retry(connect=0, read=0, status=0, other=0, redirect=_MOST_REDIRECTS),
            timeout=urllib3.Timeout(connect=_CONNECT_SECONDS, read=MOST_SECONDS),
            preload_content=False,
        )
        try:
            media, charset = _content_type(response.headers.get("Content-Type", ""))
            _refuse(response.status, media)
            data = _read(response, deadline)
        finally:
            response.close()
    except HTTPError as error:
        raise Unreadable(*_in_words(error, host)) from None
    return Page(data, urljoin(address, response.geturl() or address), media, charset)


def _parts(address: str) -> tuple[str, str]:
    try:
        parts = urlsplit(address)
    except ValueError:
        raise Unreadable(*_NO_ADDRESS) from None
    if not parts.hostname:
        raise Unreadable(*_NO_ADDRESS)
    return parts.scheme, parts.hostname


def _pool(scheme: str, host: str) -> urllib3.PoolManager:
    proxy = getproxies().get(scheme)
    if proxy and not proxy_bypass(host):
        return urllib3.ProxyManager(proxy)
    return urllib3.PoolManager()


def _content_type(header: str) -> tuple[str, str]:
    message = Message()
    message["Content-Type"] = header or "text/html"
    return message.get_content_type(), message.get_content_charset("")


def _refuse(status: int, media: str) -> None:
    if status in {401, 402, 403, 429, 451}:
        raise Unreadable(
            f"the server refused it: {_status(status)}", "save the page from your browser and add the file"
        )
    if status in {404, 410}:
        raise Unreadable(f"the server has no such page: {_status(status)}", "check the address")
    if status != 200:
        raise Unreadable(f"the server answered {_status(status)}", "try again later")
    if not media.startswith(_TEXT):
        raise Unreadable(f"is {media}, not a page of text", "")


def _status(status: int) -> str:
    return f"{status} {responses.get(status, '')}".rstrip()


def _read(response: urllib3.BaseHTTPResponse, deadline: float) -> bytes:
    data = bytearray()
    while chunk := response.read1(_CHUNK, decode_content=True):
        data += chunk
        if len(data) > MOST_BYTES:
            raise Unreadable(*too_large())
        if time.monotonic() > deadline:
            raise Unreadable(*_TOO_SLOW)
    return bytes(data)


_NO_ADDRESS = ("is not an address", "an address looks like https://example.org/page")
_TOO_SLOW = (f"took longer than {MOST_SECONDS:.0f} seconds to answer", "try again later")


def _in_words(error: HTTPError, host: str) -> tuple[str, str]:
    cause = error.reason if isinstance(error, MaxRetryError) and error.reason else error
    match cause:
        case NameResolutionError():
            return f"there is no host called {host}", "check the address and the connection"
        case NewConnectionError():
            return f"{host} cannot be reached", "check the address and the connection"
        case ConnectTimeoutError() | ReadTimeoutError():
            return _TOO_SLOW
        case SSLError():
            return f"the certificate of {host} cannot be trusted", "save the page from your browser and add the file"
        case ResponseError():
            return f"it redirects more than {_MOST_REDIRECTS} times", "open it in a browser and copy the last address"
        case LocationParseError():
            return _NO_ADDRESS
        case DecodeError():
            return "the answer is damaged: it cannot be unpacked", "try again later"
    return f"the connection failed: {cause}", "try again later"
