"""What must be told before a time that counts from the story: a day for *two days later*, a year for *that year*."""

import re

from extractors.time_expressions.grammar.relative_rules import THAT_TIME
from extractors.time_expressions.grammar.story_weekday_rules import TOLD_WEEKDAY
from timeline.meanings import Meaning
from timeline.meanings.composed import About, Bounded, Clock, From, Nth, PartOfDay, PartOfPeriod, Range
from timeline.meanings.counted import OfStory, Shift, Some, Weekday
from timeline.meanings.units import ANCHORING, CLOCK_UNITS, Anchor, Edge, Unit
from timeline.model import TimeExpression

NEEDED = {
    Unit.DAY: frozenset({Unit.DAY}),
    Unit.WEEK: frozenset({Unit.DAY, Unit.WEEK}),
    Unit.MONTH: frozenset({Unit.DAY, Unit.MONTH}),
    # Business news has days everywhere, and its quarters are not those that these days lie in.
    Unit.QUARTER: frozenset({Unit.QUARTER}),
    Unit.YEAR: frozenset({Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR}),
}
"""How fine a time must be for a unit to be counted from it."""
_OF_WEEKDAYS = frozenset({Unit.DAY, Unit.WEEKEND, Unit.WEEK})
"""What *the Wednesday* may be a day of, or lie beside."""
_EVENT_FOLLOWS = re.compile(r"\s+[\w$£€“\"‘']")
_THAN = re.compile(r"\s+than\b")


def counts_from(text: str, expression: TimeExpression) -> frozenset[Unit]:
    """How fine a time may be that it counts from; nothing where it counts from none told before."""
    needed = needs(expression.meaning)
    if expression.event is not None:
        return frozenset()
    if THAT_TIME in expression.rules:
        return frozenset(ANCHORING)
    if TOLD_WEEKDAY in expression.rules:
        return _OF_WEEKDAYS
    return NEEDED[needed] if needed is not None and _points_back(text, expression) else frozenset()


def _points_back(text: str, expression: TimeExpression) -> bool:
    """Whether it points to what was told, as `that week` does, and not to what follows, or to the reader's own time.

    `the day before he left` counts from his leaving, `later than planned` from a plan; `the week`, `in the
    morning` and an hour alone are as often those of publication; `earlier in the month` goes on from a day told of.
    """
    part = expression.meaning
    within = isinstance(part, PartOfPeriod) and part.edge in (Edge.EARLIER, Edge.LATER)
    if "told-unit" in expression.rules and not within:
        return False
    words = expression.text.lower().split()
    if "told-part" in expression.rules and not {"that", "same"}.intersection(words):
        return False
    if words[-1] in ("before", "after", "following"):
        return _EVENT_FOLLOWS.match(text, expression.end) is None
    return _THAN.match(text, expression.end) is None


def needs(meaning: Meaning) -> Unit | None:
    """The unit that a meaning counts in from the story; None where it counts from nothing told, or can't."""
    match meaning:
        case Shift(_, unit, Anchor.NARRATIVE):
            return unit if unit in NEEDED else Unit.DAY if unit in CLOCK_UNITS else None
        case Some(unit, _, Anchor.NARRATIVE):
            return Unit.DAY if unit in CLOCK_UNITS else None
        case Weekday(anchor=Anchor.NARRATIVE):
            return Unit.DAY
        case OfStory():
            return Unit.YEAR
        case PartOfDay() | Clock() | PartOfPeriod() | From() | Nth() | About() | Bounded():
            return needs(meaning.base)
        case Range(None, Shift() | Weekday() | OfStory() | PartOfPeriod() as only) | Range(
            Shift() | Weekday() | OfStory() | PartOfPeriod() as only, None
        ):
            return needs(only)
        case _:
            return None
