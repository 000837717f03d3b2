"""From a dated option to a part of it: `Wednesday night`, `early May`, `at 8:30 p.m. Friday`, `around 1990`."""

import datetime as dt
from collections.abc import Sequence

import msgspec

from timeline.dates.edtf import marked, parse, year_text, years_of
from timeline.dates.resolving.options import Option
from timeline.meanings.composed import Clock
from timeline.meanings.units import Edge
from timeline.when import Candidate, Precision, When

EDGE_WORDS = {
    Edge.START: "about the first third of it",
    Edge.MID: "about the middle third of it",
    Edge.END: "about the last third of it",
    Edge.FIRST_HALF: "the first half of it",
    Edge.SECOND_HALF: "the second half of it",
    Edge.EARLIER: "what was over of it at publication",
    Edge.LATER: "what was still to come of it at publication",
    Edge.TURN: "about when it begins",
}

# Offsets from Greenwich of the zones that have a fixed one; "ET" and the like move with the summer time of the place.
_ZONES = {
    "GMT": "Z",
    "UTC": "Z",
    "BST": "+01:00",
    "CET": "+01:00",
    "CEST": "+02:00",
    "EET": "+02:00",
    "MSK": "+03:00",
    "JST": "+09:00",
    "EST": "-05:00",
    "EDT": "-04:00",
    "CST": "-06:00",
    "CDT": "-05:00",
    "MST": "-07:00",
    "MDT": "-06:00",
    "PST": "-08:00",
    "PDT": "-07:00",
}


def with_timex(option: Option, suffix: str) -> Option:
    """A part of a day; EDTF has none, so that the day stays."""
    exact = parse(option.edtf).precision is Precision.DAY
    return msgspec.structs.replace(option, timex=option.timex + suffix) if exact else option


def at_clock(option: Option, clock: Clock) -> Option:
    """A day at a clock time."""
    if parse(option.edtf).precision is not Precision.DAY:
        return option
    time = f"{option.edtf.rstrip('?~%')}T{clock.hour:02d}:{clock.minute:02d}"
    zone = _ZONES.get(clock.zone.upper(), "")
    written = f"{time}Z" if zone == "Z" else time
    if not option.edtf[-1].isdecimal():
        # EDTF has no uncertain hour: the uncertain day stays.
        return msgspec.structs.replace(option, timex=written)
    return msgspec.structs.replace(option, edtf=f"{time}:00{zone}", timex=written)


def about(option: Option) -> Option:
    """The same date, marked as approximate."""
    return msgspec.structs.replace(option, edtf=marked(option.edtf, "~"))


_OF_A_WEEK = {Edge.START: (0, 1), Edge.MID: (2, 2), Edge.END: (3, 6)}
"""A week is told of by its working days: its middle is Wednesday."""


def part_of(option: Option, edge: Edge, anchor: dt.date | None) -> Option:
    """Thirds, marked as approximate: `early March` never becomes 1 March; or what is before, or after, the anchor."""
    span = parse(option.edtf)
    years = years_of(option.edtf)
    if span.precision in (Precision.DECADE, Precision.CENTURY) and years and edge in (Edge.START, Edge.MID, Edge.END):
        return msgspec.structs.replace(option, edtf=_third_of_years(*years, edge))
    if span.earliest is None or span.latest is None or span.earliest == span.latest:
        return option
    if edge is Edge.TURN:
        begins = span.earliest.isoformat() if span.precision is Precision.YEAR else year_text(span.earliest.year)
        return msgspec.structs.replace(option, edtf=f"{begins}~")
    if edge in (Edge.EARLIER, Edge.LATER):
        return _side_of(option, span.earliest, span.latest, edge, anchor)
    if edge in (Edge.FIRST_HALF, Edge.SECOND_HALF):
        return _half_of(option, span.earliest, span.latest, edge)
    if span.precision is Precision.YEAR:
        first, last = {Edge.START: (1, 4), Edge.MID: (5, 8), Edge.END: (9, 12)}[edge]
        year = span.earliest.year
        return msgspec.structs.replace(option, edtf=f"{year:04d}-{first:02d}~/{year:04d}-{last:02d}~")
    if span.precision is Precision.WEEK:
        first, last = _OF_A_WEEK[edge]
        start, end = (span.earliest + dt.timedelta(days=day) for day in (first, last))
        return msgspec.structs.replace(option, edtf=f"{start}~/{end}~" if start != end else f"{start}~")
    days = (span.latest - span.earliest).days
    cuts = [span.earliest + dt.timedelta(days=days * third // 3) for third in range(4)]
    number = (Edge.START, Edge.MID, Edge.END).index(edge)
    first_day = cuts[number] + dt.timedelta(days=number > 0)
    if first_day > cuts[number + 1]:  # two days have no middle
        return option
    return msgspec.structs.replace(option, edtf=f"{first_day}~/{cuts[number + 1]}~")


def _half_of(option: Option, first: dt.date, last: dt.date, edge: Edge) -> Option:
    """`the first half of May` in days, `the second half of the 19th century` in years."""
    years = last.year - first.year + 1
    if years > 1:
        middle = first.year + years // 2
        start, end = (first.year, middle - 1) if edge is Edge.FIRST_HALF else (middle, last.year)
        return msgspec.structs.replace(option, edtf=f"{start:04d}/{end:04d}")
    day = first + (last - first) // 2
    halves = (first, day) if edge is Edge.FIRST_HALF else (day + dt.timedelta(days=1), last)
    return _between(option, *halves)


def _third_of_years(first: int, last: int, edge: Edge) -> str:
    """`the mid-1990s` in whole years."""
    third = (last - first + 1) // 3
    start, end = {
        Edge.START: (first, first + third),
        Edge.MID: (first + third + 1, last - third),
        Edge.END: (last - third + 1, last),
    }[edge]
    return f"{year_text(start)}~/{year_text(end)}~"


def _side_of(option: Option, first: dt.date, last: dt.date, edge: Edge, anchor: dt.date | None) -> Option:
    """Without the anchor's own day, which *today* would have named: *earlier this week* was over by yesterday."""
    if anchor is None or not first <= anchor <= last:
        return option
    day = dt.timedelta(days=1)
    before, after = max(first, anchor - day), min(last, anchor + day)
    return _between(option, *((first, before) if edge is Edge.EARLIER else (after, last)))


def beside(options: Sequence[Option], edge: Edge, told: When) -> tuple[Option, ...]:
    """`later that year`: of the year of each date that was told of, what follows it; all where that is as wide."""
    dates: Sequence[Candidate | When] = told.candidates or (told,)
    return tuple(_from_told(option, edge, date) for option, date in zip(options, dates, strict=False))


def _from_told(option: Option, edge: Edge, told: Candidate | When) -> Option:
    whole = parse(option.edtf)
    if whole.earliest is None or whole.latest is None or told.earliest is None or told.latest is None:
        return option
    start, end = (whole.earliest, told.latest) if edge is Edge.EARLIER else (told.earliest, whole.latest)
    return option if end < start or (start, end) == (whole.earliest, whole.latest) else _between(option, start, end)


def _between(option: Option, start: dt.date, end: dt.date) -> Option:
    """As sure as the option was."""
    sides = (start.isoformat(),) if start == end else (start.isoformat(), end.isoformat())
    mark = "?" if "?" in option.edtf else ""
    return msgspec.structs.replace(option, edtf="/".join(f"{side}{mark}" for side in sides))
