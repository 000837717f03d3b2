"""An event's place in time: an EDTF string, the days it spans, and the steps that led to it."""

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum

import msgspec


class Precision(StrEnum):
    """How fine a date is, finest first."""

    TIME = "time"
    DAY = "day"
    DAYS = "days"
    WEEK = "week"
    MONTH = "month"
    MONTHS = "months"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    YEARS = "years"
    DECADE = "decade"
    CENTURY = "century"
    OPEN = "open"
    """No calendar date: nothing is known, or the publication date is."""


class Bound(StrEnum):
    """How a time stands to the one that its words name, by the TIMEX3 `mod`; TimeML has none for *between*."""

    BEFORE = "BEFORE"
    AFTER = "AFTER"
    BY = "ON_OR_BEFORE"
    FROM = "ON_OR_AFTER"
    BETWEEN = "BETWEEN"


class Step(msgspec.Struct, frozen=True, gc=False):
    """One step of a derivation: the rule's id, and what it did in words."""

    rule: str
    says: str


def chain(steps: Iterable[Step]) -> str:
    """Steps as one line: `“Saturday” → the Saturday before publication (Mon 28 Jan 2019), because “took” is past`.

    >>> chain([Step("weekday", "“Saturday”"), Step("weekday", "the Saturday before publication")])
    '“Saturday” → the Saturday before publication'
    """
    line = ""
    for step in steps:
        joint = ", " if step.rule.startswith("direction.") else " → "
        line += f"{joint if line else ''}{step.says}"
    return line


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """Another date that the same words could mean."""

    edtf: str
    earliest: dt.date | None
    latest: dt.date | None
    because: str


_DOUBTFUL = frozenset("[?~%")
"""What an EDTF string of one certain date has not in it."""


class When(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A resolved time.

    `edtf` is empty when no calendar date can be given. When several dates are possible it is a one-of set, such as
    `[2019-01-30,2019-01-23]`, and `candidates` lists them, likelier first; `earliest` and `latest` are those of the
    likeliest.
    """

    edtf: str = ""
    earliest: dt.date | None = None
    """First day; None when open on this side."""
    latest: dt.date | None = None
    """Last day, inclusive; None when open on this side."""
    precision: Precision = Precision.OPEN
    timex: str = ""
    """The TIMEX3 value; kept underspecified (`XXXX-WXX-6`) while the publication date is unknown."""
    bound: Bound | None = None
    """Where the words name a time that this one lies before, after, by or between: never that time itself."""
    derivation: tuple[Step, ...] = ()
    candidates: tuple[Candidate, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether no calendar date is known."""
        return not self.edtf

    @property
    def one_day(self) -> dt.date | None:
        """The day that it lies within, or the likeliest of several; None where it is longer, or open on a side."""
        return self.earliest if self.earliest == self.latest else None

    @property
    def is_uncertain(self) -> bool:
        """Whether more than one date is possible, the date is marked `?` or `~`, or only its bounds are known."""
        return len(self.candidates) > 1 or self.bound is not None or not _DOUBTFUL.isdisjoint(self.edtf)


class AgreedWhen(When, frozen=True, gc=False, kw_only=True):
    """A time as a line has it that a person looked at and accepted: as fine as it was read, and in doubt no more."""

    @property
    def is_uncertain(self) -> bool:
        """Never: `by 11 Mar` and `about 1943` are what the person agreed to."""
        return False
