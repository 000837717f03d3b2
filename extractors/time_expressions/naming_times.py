"""Times that only name: in *“Two Days in June” sold well* nothing happened in June; *a Christmas-themed fair*."""

from collections.abc import Sequence

_OPENING = {"“": "”", '"': '"', "‘": "’"}
_LONGEST = 12
"""Tokens of a title."""
_SMALL = frozenset("a an the and or but nor of in on at to for from by with as per into over vs".split())
"""Words that titles write small."""

_KINDS = frozenset("style like".split())


def tells_a_kind(words: Sequence[str], end: int) -> bool:
    """Whether a time is the first half of an adjective: *Christmas-themed*, *1950s-style*."""
    behind = words[end : end + 2]
    return len(behind) > 1 and behind[0] == "-" and (behind[1].endswith("ed") or behind[1] in _KINDS)


def in_title(words: Sequence[str], start: int, end: int) -> bool:
    """Whether a time in a sentence stands with other words in quotation marks, each of which begins with a capital."""
    for at in range(start - 1, max(start - 1 - _LONGEST, -1), -1):
        if words[at] in _OPENING:
            inner = _inside(words, at)
            return end <= at + 1 + len(inner) and len(inner) > end - start and _is_title(inner)
    return False


def _inside(words: Sequence[str], at: int) -> Sequence[str]:
    closing = _OPENING[words[at]]
    within = words[at + 1 : at + 2 + _LONGEST]
    return within[: within.index(closing)] if closing in within else ()


def _is_title(inner: Sequence[str]) -> bool:
    """Capitals throughout, and no end of a sentence; a comma is put inside by American printers."""
    plain = inner[:-1] if inner and inner[-1] == "," else inner
    letters = [word for word in plain if word.isalpha()]
    large = [word for word in letters if word[0].isupper()]
    small = all(word in _SMALL for word in letters if word[0].islower())
    return len(large) > 1 and small and bool(plain) and plain[0][:1].isupper() and plain[-1] not in (".", "!", "?")
