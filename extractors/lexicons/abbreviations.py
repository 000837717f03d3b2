"""Abbreviations with a point: the lists of `abbreviations.toml`."""

from functools import cache

import msgspec

from extractors.lexicons.files import lists


class Abbreviations(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `abbreviations.toml`, which has a comment on each."""

    leading: frozenset[str]
    final: frozenset[str]
    others: frozenset[str]


@cache
def leading_abbreviations() -> frozenset[str]:
    """Those behind which no sentence ends: *Dr.*, *e.g.*."""
    return lists("abbreviations", Abbreviations).leading


@cache
def final_abbreviations() -> frozenset[str]:
    """Those behind which a sentence may end: *Inc.*, *p.m.*, *U.S.*."""
    return lists("abbreviations", Abbreviations).final


@cache
def all_abbreviations() -> frozenset[str]:
    """All of them, those that may end a sentence too: *Inc.*, *p.m.*."""
    return leading_abbreviations() | final_abbreviations() | lists("abbreviations", Abbreviations).others
