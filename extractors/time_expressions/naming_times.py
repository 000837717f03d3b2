"""Times that only name: in *“Two Days in June” sold well* nothing happened in June; *a Christmas-themed fair*."""

from collections.abc import Sequence

from extractors.lexicons.forms import looks_past
from extractors.lexicons.names import landmark_words, organisation_words
from extractors.time_expressions.grammar.building import NO_NOUN
from extractors.time_expressions.grammar.wording import listed
from timeline.dates.calendar_names import MONTHS

_OPENING = {"“": "”", '"': '"', "‘": "’"}
_LONGEST = 12
"""Tokens of a title."""
_SMALL = frozenset("a an the and or but nor of in on at to for from by with as per into over vs".split())
"""Words that titles write small."""

_TELLING = frozenset("says can could may might also does".split())
"""Besides prepositions and auxiliaries, what goes on behind a name."""
_KINDS = frozenset("style like".split())


def tells_a_kind(words: Sequence[str], end: int) -> bool:
    """Whether a time is the first half of an adjective: *Christmas-themed*, *1950s-style*."""
    behind = words[end : end + 2]
    return len(behind) > 1 and behind[0] == "-" and (behind[1].endswith("ed") or behind[1] in _KINDS)


def names_a_thing(words: Sequence[str], start: int, end: int) -> bool:
    """Whether a day or month begins the name of a thing: *the 7 July Foundation*; not *the 7 July attacks*.

    The name ends with a word for bodies or places, and no noun goes on with it: *the June Labour Party conference*.
    """
    months = [word for word in words[start:end] if word[0].isupper() and word.lower() in MONTHS]
    if not months or "the" not in (words[start].lower(), words[start - 1].lower() if start else ""):
        return False
    last = end
    while last < len(words) and words[last].isalpha() and words[last][0].isupper():
        last += 1
    if last == end or not _is_for_a_thing(words[last - 1]):
        return False
    next_ = words[last].lower() if last < len(words) else ""
    return not next_.isalpha() or next_ in NO_NOUN or next_ in _TELLING or looks_past(next_)


def _is_for_a_thing(word: str) -> bool:
    return word in organisation_words() | landmark_words() or word.lower() in listed("named_by_a_month")


def in_title(words: Sequence[str], start: int, end: int) -> bool:
    """Whether a time in a sentence stands in quotation marks, by itself or with words that begin with capitals too."""
    for at in range(start - 1, max(start - 1 - _LONGEST, -1), -1):
        if words[at] in _OPENING:
            inner = _inside(words, at)
            inside = end <= at + 1 + len(inner)
            whole = len(inner) == end - start and words[start][:1].isupper()
            return inside and (whole or (len(inner) > end - start and _is_title(inner)))
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
