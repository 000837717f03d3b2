"""What counts from an event that the words after it tell: `two days after the vote`, `the day before he left`."""

import datetime as dt

import msgspec

from timeline.dates.edtf import describe_edtf, parse
from timeline.dates.periods import shift
from timeline.dates.resolving import finding, narrowing
from timeline.dates.resolving.context import EventTime
from timeline.dates.resolving.derivation import reasons
from timeline.dates.resolving.options import Option
from timeline.dates.resolving.telling import from_day, in_whole_days, uncertain, way
from timeline.meanings.composed import From
from timeline.meanings.counted import Period, Shift, Some
from timeline.meanings.placeless import Vague
from timeline.meanings.units import CLOCK_UNITS, Anchor, Unit
from timeline.when import Step

_SHORT = (Unit.DAY, Unit.WEEK, Unit.WEEKEND)
_LONG = (Unit.DECADE, Unit.CENTURY)
_LONGEST = dict.fromkeys(_SHORT, 31) | {Unit.MONTH: 31, Unit.QUARTER: 92, Unit.YEAR: 366} | dict.fromkeys(_LONG, 366)
"""How many days a time may span for a unit to be counted from it: the day before something in 2014 is no date."""


def from_event(meaning: Shift | Some | Vague, event: EventTime) -> tuple[tuple[Option, ...], tuple[Step, ...]]:
    """One option for each date that the event may have, with the steps that say from what it counts."""
    counts = "is the time of" if isinstance(meaning, Vague) else "counts from"
    if not event.dated_by:
        return (), (Step("event", f"stays open: it {counts} “{event.text}”, which the text doesn't date"),)
    said = f"{counts} “{event.text}”, which the text puts on “{event.dated_by}”"
    if event.when.is_open:
        return (), (Step("event", f"stays open: it {said}, and that is open too"),)
    said += f" ({describe_edtf(event.when.edtf)})"
    bases = [one.edtf for one in event.when.candidates] or [event.when.edtf]
    found = [option for base in bases if (option := _after_event(meaning, base)) is not None]
    options = tuple(option for option in found if _is_over(option, event.until))
    if not options:
        why = (
            "which would make it lie ahead, though it is told as past"
            if found
            else "which is not close enough to count from"
        )
        return (), (Step("event", f"stays open: it {said}, {why}"),)
    if isinstance(meaning, Vague) or not event.same_clause or not in_whole_days(meaning):
        options = tuple(uncertain(option) for option in options)
    if not isinstance(meaning, Vague) and meaning.anchor is Anchor.EVENT:  # TimeML marks the length alone
        options = tuple(msgspec.structs.replace(option, timex=meaning.unplaced()) for option in options)
    return options, (Step("event", said), Step("narrative", reasons(options)))


def _is_over(option: Option, until: dt.date | None) -> bool:
    """Whether it began by then; what is told as past and would lie ahead counts from another event."""
    earliest = parse(option.edtf).earliest
    return until is None or earliest is None or earliest <= until


def _after_event(meaning: Shift | Some | Vague, base: str) -> Option | None:
    """Counted from when an event happened, known to lie in `base`; as wide as that is."""
    if isinstance(meaning, Vague):
        return Option(base, meaning.reference.value, "the same time")
    span = parse(base)
    if isinstance(meaning, Some) or meaning.unit in CLOCK_UNITS:
        return from_day(meaning, span.earliest) if span.earliest is not None and span.earliest == span.latest else None
    if span.earliest is None or span.latest is None or (span.latest - span.earliest).days > _LONGEST[meaning.unit]:
        return None
    if span.earliest == span.latest or meaning.unit not in _SHORT:
        found = finding.counted_from(From(meaning.count, meaning.unit, Period(Unit.DAY, 0)), Option(base, base))
        return narrowing.about(found) if found is not None and meaning.unit in _LONG else found
    first, last = (shift(day, meaning.count, meaning.unit) for day in (span.earliest, span.latest))
    marked = next((mark for mark in "?~" if mark in base), "")
    return Option(f"{first}{marked}/{last}{marked}", first.isoformat(), way(meaning.count, meaning.unit))
