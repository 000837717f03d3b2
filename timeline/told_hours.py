"""The hours that an account tells, for comparing it with another: those of its date, else those in its words."""

import re
from typing import NamedTuple

from timeline.dates.hours import hours
from timeline.when import When

HOUR = re.compile(
    r"(?<![\w.,:])(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?(?: ?(?P<half>[ap])\.?m\b|(?<=:\d\d)(?![\w:%]))",
    re.IGNORECASE,
)
"""An hour in words: behind its figures *a.m.*, or a colon within them."""
_ROUGHLY = re.compile(
    r"\b(?:about|around|roughly|nearly|almost|just|shortly|soon|before|after|by|until|since|from|between|to|and)\W+$",
    re.IGNORECASE,
)
_INSTANT = re.compile(r"[^/\[T]+T[\d:]+")
"""One hour, without a zone: those of other zones are other hours."""
_HALF_A_DAY = 12


class ToldHours(NamedTuple):
    """Hours of one account."""

    clock: frozenset[str]
    """Each as `03:10`; none where it tells none."""
    exact: bool
    """Whether it happened at that very hour; *shortly after 3 a.m.* can be ten past, too."""

    def differs(self, other: "ToldHours") -> bool:
        """Whether not both can be right."""
        return self.is_elsewhere(other) and self.exact and other.exact

    def is_elsewhere(self, other: "ToldHours") -> bool:
        """Whether both tell an hour, and no hour is told by both."""
        return bool(self.clock and other.clock) and self.clock.isdisjoint(other.clock)


def told_hours(when: When, clause: str) -> ToldHours:
    """The hours of a date, else those in a clause."""
    if found := hours(when.edtf):
        edges = frozenset(filter(None, found.split("–")))
        about = any(step.rule == "about" for step in when.derivation)
        sure = _INSTANT.fullmatch(when.edtf) is not None
        return ToldHours(edges, sure and not about)
    matches = list(HOUR.finditer(clause))
    exact = not any(_ROUGHLY.search(clause, 0, match.start()) for match in matches)
    return ToldHours(frozenset(map(_clock, matches)), exact)


def _clock(match: re.Match[str]) -> str:
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % _HALF_A_DAY + _HALF_A_DAY * (match["half"].lower() == "p")
    return f"{hour:02}:{match['minute'] or '00'}"
