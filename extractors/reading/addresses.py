"""Internet addresses: which are public, and which names can only mean a machine nearby."""

import re
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

IP = IPv4Address | IPv6Address

_GLOBAL_UNICAST = IPv6Network("2000::/3")
_NAT64 = IPv6Network("64:ff9b::/96")
"""RFC 6052: the last four bytes are an IPv4 address, which a gateway of the network reaches."""

_NEARBY = ("localhost", "local", "internal", "home.arpa", "test")
"""Domains that are never delegated in public: RFC 6761, RFC 6762, RFC 8375, and `.internal` by ICANN."""

_ONE_LABEL = re.compile(r"[a-z][a-z0-9-]*")
"""A letter first: `2130706433` and `0x7f.1` are addresses in disguise."""


def is_public(address: IP) -> bool:
    """Whether an address is one of the public internet, itself and by the IPv4 address that it stands for.

    Loopback, private, link-local (also that of cloud metadata), shared (carrier-grade NAT), multicast, reserved and
    documentation addresses are not.
    """
    if isinstance(address, IPv4Address):
        return address.is_global and not address.is_multicast
    inner = address.ipv4_mapped or address.sixtofour or (_last_four(address) if address in _NAT64 else None)
    if inner is not None:
        return is_public(inner)
    return address in _GLOBAL_UNICAST and address.is_global


def literal(host: str) -> IP | None:
    """The address that a host is written as, in brackets or not; None for a name."""
    try:
        return ip_address(host.strip("[]"))
    except ValueError:
        return None


def is_nearby(host: str) -> bool:
    """Whether a host as written can be no public one: `127.0.0.1`, `localhost`, `wiki`, `nas.local`."""
    address = literal(host)
    if address is not None:
        return not is_public(address)
    name = host.rstrip(".").lower()
    return bool(_ONE_LABEL.fullmatch(name)) or name.endswith(tuple(f".{domain}" for domain in _NEARBY))


def _last_four(address: IPv6Address) -> IPv4Address:
    return IPv4Address(int(address) & 0xFFFF_FFFF)
