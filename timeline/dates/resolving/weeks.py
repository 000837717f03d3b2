"""What is told to have happened so many weeks ago, or later: about that day of its week, and not at any time in it.

*Hung up a fortnight ago*, *opened an inquiry two weeks later*: of six such lines that editors had dated, in five
articles, all have the day, give or take two, and so have three passages; TimeML's value of the words is their week.
"""

import datetime as dt

import msgspec

from timeline.dates.edtf import describe_edtf, parse
from timeline.dates.periods import shift
from timeline.meanings import Meaning
from timeline.meanings.composed import unhedged
from timeline.meanings.counted import Shift
from timeline.meanings.units import Anchor, Unit
from timeline.when import Precision, Step, When

_WEEK = dt.timedelta(days=6)


def counts_weeks(meaning: Meaning) -> Anchor | None:
    """What weeks that an event is told by count from; None of what counts none, or lies ahead of publication."""
    meaning = unhedged(meaning)
    if not isinstance(meaning, Shift) or meaning.unit is not Unit.WEEK or not meaning.count:
        return None
    return None if meaning.anchor is Anchor.PUBLICATION and meaning.count > 0 else meaning.anchor


def about_its_day(when: When, meaning: Meaning, counted_from: dt.date) -> When:
    """The day of the week that so many weeks lead to, marked as about so, or as uncertain where the week is."""
    meaning = unhedged(meaning)
    if not isinstance(meaning, Shift) or when.candidates or when.earliest is None or when.latest is None:
        return when
    try:
        day = shift(counted_from, meaning.count, Unit.WEEK)
    except OverflowError:
        return when
    if when.latest - when.earliest != _WEEK or not when.earliest <= day <= when.latest:
        return when
    edtf = f"{day}{'?' if '?' in when.edtf else '~'}"
    step = Step("week.day", f"an event of that week, and so about {describe_edtf(day.isoformat())}")
    span = parse(edtf)
    return msgspec.structs.replace(
        when,
        edtf=edtf,
        earliest=span.earliest,
        latest=span.latest,
        precision=Precision.DAY,
        derivation=(*when.derivation, step),
    )
