"""Connections that reach no machine nearby unless the person named it.

The name is looked up once, and what is connected to is one of the addresses that were looked at, so that a name which
answers differently the next time (DNS rebinding) gains nothing.
"""

import socket
from contextlib import suppress
from typing import Any

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError
from urllib3.util.connection import allowed_gai_family, create_connection

from extractors.reading.addresses import is_public, literal


class NotPublicError(Exception):
    """A host has no public address: raised before anything is sent to it."""

    def __init__(self, host: str, address: str) -> None:
        super().__init__(f"{host} is at {address}")
        self.host = host
        self.address = address


class Sockets:
    """The sockets of one fetch, so that whoever waits for it can hang up."""

    def __init__(self) -> None:
        self._sockets: list[socket.socket] = []

    def add(self, one: socket.socket) -> None:
        """Keep a socket."""
        self._sockets.append(one)

    def hang_up(self) -> None:
        """End what any of them still sends or receives, from whichever thread."""
        for one in self._sockets:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)


class _CheckedConnection(HTTPConnection):
    def __init__(self, *args: Any, nearby: bool, sockets: Sockets, **more: Any) -> None:  # noqa: ANN401 - urllib3's own
        super().__init__(*args, **more)
        self._nearby = nearby
        self._kept = sockets

    def connect(self) -> None:
        super().connect()
        if self.sock is not None:
            self._kept.add(self.sock)

    def _new_conn(self) -> socket.socket:
        failure: OSError | None = None
        for address in self._addresses():
            try:
                one = create_connection((address, self.port), self.timeout, socket_options=self.socket_options)
            except OSError as error:
                failure = error
                continue
            self._kept.add(one)
            return one
        if isinstance(failure, TimeoutError):
            raise ConnectTimeoutError(self, f"connection to {self.host} timed out") from failure
        raise NewConnectionError(self, f"connection failed: {failure}") from failure

    def _addresses(self) -> list[str]:
        """Where the host is, the order kept; only public addresses, unless a machine nearby is meant.

        Raises:
            NotPublicError: None of them is public.
        """
        try:
            found = socket.getaddrinfo(self._dns_host.strip("[]"), self.port, allowed_gai_family(), socket.SOCK_STREAM)
        except socket.gaierror as error:
            raise NameResolutionError(self.host, self, error) from error
        except UnicodeError as error:  # a label too long for a name
            raise NameResolutionError(self.host, self, socket.gaierror(str(error))) from error
        addresses = list(dict.fromkeys(str(place[4][0]) for place in found))
        allowed = [address for address in addresses if self._nearby or _public(address)]
        if addresses and not allowed:
            raise NotPublicError(self.host, addresses[0])
        return allowed


class _CheckedTLSConnection(_CheckedConnection, HTTPSConnection):
    """The same under TLS; certificate and SNI are those of the host's name."""


class _Pool(HTTPConnectionPool):
    ConnectionCls = _CheckedConnection


class _TLSPool(HTTPSConnectionPool):
    ConnectionCls = _CheckedTLSConnection


def pool(scheme: str, host: str, port: int | None, *, nearby: bool, sockets: Sockets) -> HTTPConnectionPool:
    """Connections to one host.

    Args:
        scheme: `http` or `https`.
        host: A name, or an address as in a URL.
        port: None for that of the scheme.
        nearby: Whether addresses that are not public may be connected to.
        sockets: Where they are kept.
    """
    kind = _TLSPool if scheme == "https" else _Pool
    return kind(host, port, nearby=nearby, sockets=sockets)


def _public(address: str) -> bool:
    found = literal(address)
    return found is not None and is_public(found)
