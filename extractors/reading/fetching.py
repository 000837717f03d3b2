"""Pages from http(s) addresses: one time limit, one size limit, and an answer in words when it fails."""

import time
from concurrent.futures import Future
from contextlib import closing
from email.message import Message
from http.client import responses
from importlib.metadata import version
from threading import Thread
from typing import Any
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
    ProxyError,
    ReadTimeoutError,
    SSLError,
)
from urllib3.util import Url, parse_url

from extractors.reading.addresses import is_nearby
from extractors.reading.cleaning import clean_line
from extractors.reading.connections import NotPublicError, Sockets, pool
from extractors.reading.errors import Unreadable
from extractors.reading.files import refuse_large

MOST_SECONDS = 30.0
"""For a page with all its redirects."""
_CONNECT_SECONDS = 10.0
"""Within which a host must answer."""
_MOST_REDIRECTS = 5
"""Pages take one or two; more are a circle."""
_CHUNK = 65_536
"""Bytes after which size and time are looked at again."""
_PORTS = {"http": 80, "https": 443}
_ROWS = ("application/x-ndjson", "application/jsonl", "application/x-jsonl")
_NO_TEXT = ("image/", "audio/", "video/", "font/")
"""How media types start that are not worth fetching; of all others the content tells what they are."""
_BY_HAND = "save the page from your browser and add the file"
_NO_ADDRESS = ("is not an address", "an address looks like https://example.org/page")
_TOO_SLOW = (f"took longer than {MOST_SECONDS:.0f} seconds to answer", "try again later")


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

    Redirects are followed one by one, each looked at as the first address is. A machine that has no public address is
    reached only where the person named it in the address itself, and never by a redirect from elsewhere. No user name,
    password, cookie or referrer is sent. Proxies of the environment (`https_proxy`, `no_proxy`) are used; what such a
    proxy connects to is its own decision.

    Raises:
        Unreadable: There is no such host or page, it takes too long, is too large, or leads where it should not.
    """
    answer: Future[Page] = Future()
    sockets = Sockets()

    def run() -> None:
        try:
            answer.set_result(_fetched(address, deadline, sockets))
        except Exception as error:  # noqa: BLE001 - raised below
            answer.set_exception(error)

    deadline = time.monotonic() + MOST_SECONDS
    # A thread can be left behind when time is up; no other limit holds for the name's lookup and a server that drips.
    Thread(target=run, daemon=True).start()
    try:
        return answer.result(MOST_SECONDS)
    except TimeoutError:
        sockets.hang_up()
        raise Unreadable(*_TOO_SLOW) from None


def _fetched(address: str, deadline: float, sockets: Sockets) -> Page:
    given = place = _place(address)
    for _ in range(_MOST_REDIRECTS + 1):
        try:
            with closing(_answer(place, given, sockets)) as response:
                target = response.get_redirect_location()
                if not target:
                    media, charset = _content_type(response.headers.get("Content-Type", ""))
                    _refuse(response.status, media)
                    return Page(_read(response, deadline), place.url, media, charset)
        except HTTPError as error:
            raise Unreadable(*_in_words(error, place.host or "")) from None
        except NotPublicError as error:
            raise Unreadable(*_not_public(error.host, error.address, place is given)) from None
        place = _redirected(given, place, target)
    raise Unreadable(
        f"it redirects more than {_MOST_REDIRECTS} times", "open it in a browser and copy the last address"
    )


def _answer(place: Url, given: Url, sockets: Sockets) -> urllib3.BaseHTTPResponse:
    scheme, host = place.scheme or "", place.host or ""
    how: dict[str, Any] = {
        "headers": {"User-Agent": f"dateline/{version('dateline')}", "Accept": "text/html, text/*;q=0.8, */*;q=0.1"},
        "retries": False,
        "redirect": False,
        "timeout": urllib3.Timeout(connect=_CONNECT_SECONDS, read=MOST_SECONDS),
        "preload_content": False,
    }
    proxy = getproxies().get(scheme)
    if proxy and not proxy_bypass(host):
        return urllib3.ProxyManager(proxy).request("GET", place.url, **how)
    nearby = is_nearby(given.host or "") and _same_service(place, given)
    return pool(scheme, host, place.port, nearby=nearby, sockets=sockets).urlopen("GET", place.request_uri, **how)


def _place(address: str) -> Url:
    try:
        place = parse_url(address)
    except LocationParseError:
        raise Unreadable(*_NO_ADDRESS) from None
    if place.scheme not in _PORTS or not place.host or place.port == 0:
        raise Unreadable(*_NO_ADDRESS)
    if place.auth is not None:
        raise Unreadable("its address holds a user name or password, which dateline sends to nobody", _BY_HAND)
    return place._replace(fragment=None)


def _redirected(given: Url, place: Url, target: str) -> Url:
    """Where a redirect leads, if it may be followed."""
    try:
        address = urljoin(place.url, target)
        to = _place(address)
    except (ValueError, Unreadable):
        raise Unreadable(f"it redirects to what is no address of a page: {clean_line(target)!r}", _BY_HAND) from None
    port = _port(to)
    if is_nearby(to.host or "") and not (is_nearby(given.host or "") and _same_service(to, given)):
        raise Unreadable(*_not_public(to.host or "", to.host or "", given=False))
    if port < 1024 and port not in {*_PORTS.values(), given.port}:
        raise Unreadable(f"it redirects to port {port} of {to.host}, where no page is", _BY_HAND)
    return to


def _same_service(place: Url, given: Url) -> bool:
    """Whether it is the server that the person named, or the same one under TLS."""
    ports = (_port(given), _port(place))
    return place.host == given.host and (ports[0] == ports[1] or ports == (80, 443))


def _port(place: Url) -> int:
    return place.port or _PORTS[place.scheme or ""]


def _not_public(host: str, address: str, given: bool) -> tuple[str, str]:
    where = host if host == address else f"{host} at {address}"
    if given:
        return f"it leads to {where}, which is no public address", "if you mean that machine, give its number"
    return f"it redirects to {where}, which is no public address", _BY_HAND


def _content_type(header: str) -> tuple[str, str]:
    message = Message()
    message["Content-Type"] = header or "text/html"
    return message.get_content_type(), message.get_content_charset("")


def _refuse(status: int, media: str) -> None:
    if status in {401, 402, 403, 429, 451}:
        raise Unreadable(f"the server refused it: {_status(status)}", _BY_HAND)
    if status in {404, 410}:
        raise Unreadable(f"the server has no such page: {_status(status)}", "check the address")
    if status != 200:
        raise Unreadable(f"the server answered {_status(status)}", "try again later")
    if media.startswith(_NO_TEXT):
        raise Unreadable(f"is {media}, not a page of text")


def _status(status: int) -> str:
    return f"{status} {responses.get(status, '')}".rstrip()


def _read(response: urllib3.BaseHTTPResponse, deadline: float) -> bytes:
    data = bytearray()
    while chunk := response.read1(_CHUNK, decode_content=True):
        data += chunk
        refuse_large(data)
        if time.monotonic() > deadline:
            raise Unreadable(*_TOO_SLOW)
    return bytes(data)


def _in_words(error: HTTPError, host: str) -> tuple[str, str]:
    cause = error.reason if isinstance(error, MaxRetryError) and error.reason else error
    match cause:
        case NameResolutionError():
            return f"there is no host called {host}", "check the address and the connection"
        case NewConnectionError():
            return f"{host} cannot be reached", "check the address and the connection"
        case ConnectTimeoutError() | ReadTimeoutError():
            return _TOO_SLOW
        case ProxyError():
            return "the proxy cannot be reached", "check http_proxy, https_proxy and no_proxy"
        case SSLError():
            return f"the certificate of {host} cannot be trusted", _BY_HAND
        case LocationParseError():
            return _NO_ADDRESS
        case DecodeError():
            return "the answer is damaged: it cannot be unpacked", "try again later"
    return f"the connection failed: {cause}", "try again later"
