"""Which addresses are public, and which hosts a person can only mean as a machine nearby."""

from ipaddress import ip_address

import pytest

from extractors.reading.addresses import is_nearby, is_public


@pytest.mark.parametrize(
    "address",
    [
        "8.8.8.8",
        "2606:4700::1111",
        "::ffff:8.8.8.8",
        "64:ff9b::808:808",
        "2002:808:808::1",
        "172.15.0.1",
        "100.128.0.1",
    ],
)
def test_a_public_address_is_public_however_it_is_written(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "address",
    [
        *["127.0.0.1", "127.255.255.254", "::1", "0.0.0.0", "::"],  # noqa: S104 - loopback, this machine
        *["10.0.0.1", "172.16.0.1", "192.168.1.1", "fc00::1", "fd00:ec2::254", "fec0::1"],  # private
        *["169.254.169.254", "fe80::1", "fe80::1%eth0"],  # link-local, cloud metadata
        *["100.64.0.1", "100.100.100.200"],  # carrier-grade NAT, metadata of another cloud
        *["224.0.0.1", "239.1.1.1", "ff02::1", "ff0e::1"],  # multicast
        *[
            "240.0.0.1",
            "255.255.255.255",
            "192.0.0.1",
            "198.18.0.1",
            "203.0.113.1",
            "2001:db8::1",
            "100::1",
        ],  # reserved
        *["::ffff:127.0.0.1", "::ffff:10.0.0.1", "::7f00:1"],  # IPv4 in IPv6: mapped, compatible
        *["64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1"],  # by NAT64
        *["2002:7f00:1::1", "2002:c0a8:101::1", "2001:0:7f00:1::"],  # by 6to4 and Teredo
    ],
)
def test_no_other_address_is_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "[::1]", "10.0.0.1", "localhost", "LOCALHOST.", "wiki", "nas.local", "a.b.internal"]
)
def test_a_host_that_can_only_be_nearby_is_known_as_it_is_written(host: str) -> None:
    assert is_nearby(host)


@pytest.mark.parametrize(
    "host",
    ["example.org", "localhost.example.org", "8.8.8.8", "[2606:4700::1111]", "2130706433", "0x7f.1", "127.1"],
)
def test_a_name_that_could_be_public_and_a_number_in_disguise_are_not(host: str) -> None:
    assert not is_nearby(host)
