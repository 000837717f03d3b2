"""Nights that end on the day after: *on Monday at 11 p.m. … at 2 a.m.*, *on Friday evening … by dawn*."""

import re

import msgspec

from timeline.meanings import Meaning
from timeline.meanings.composed import About, Bounded, Clock, PartOfDay, unhedged
from timeline.meanings.counted import Shift
from timeline.meanings.units import Anchor, DayPart, Unit
from timeline.model import TimeExpression

_SAME_DAY = Shift(0, Unit.DAY, Anchor.NARRATIVE)
_NEXT_DAY = Shift(1, Unit.DAY, Anchor.NARRATIVE)
_LATE = (DayPart.EVENING, DayPart.NIGHT)
_EVENING, _MORNING = 18, 6
"""Hours: a night begins with the one, and what is before the other is still told with it."""
_BEFORE_NOON = re.compile(r"\b(?:\d\s?)?a\.?m\b|\bmorning\b", re.IGNORECASE)
_POINTS_BACK = re.compile(r"\b(?:that|the same)\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:after|past)\s+$", re.IGNORECASE)
_WORD_BEFORE = 12
"""Characters before an expression that a word may have."""


def is_late(meaning: Meaning) -> bool:
    """Whether a time is in the evening or at night."""
    meaning = _time_of_day(meaning)
    match meaning:
        case PartOfDay(part):
            return part in _LATE
        case Clock(hour):
            return hour >= _EVENING
        case _:
            return False


def is_morning(expression: TimeExpression) -> bool:
    """Whether it is the morning of a day that its words don't name: *in the morning*, *by dawn*."""
    return _time_of_day(expression.meaning) == PartOfDay(DayPart.MORNING, _SAME_DAY)


def is_after_midnight(text: str, start: int, end: int, meaning: Meaning) -> bool:
    """Whether an hour or a part of a day, told after an evening, is one of the day after.

    Args:
        text: that of the article.
        start: where its words start.
        end: where they end.
        meaning: what they mean.
    """
    words = text[start:end]
    match _time_of_day(meaning):
        case PartOfDay(DayPart.MORNING):
            return _POINTS_BACK.search(words) is None
        case Clock(0, 0):
            return _PAST.search(text[max(0, start - _WORD_BEFORE) : start]) is not None
        case Clock(hour):
            return hour < _MORNING or (hour < 12 and _BEFORE_NOON.search(words) is not None)
        case _:
            return False


def over_midnight(text: str, expression: TimeExpression, told: Meaning) -> Meaning:
    """What an expression means that counts from this time: *at 2 a.m.*, behind *Monday at 11 p.m.*, of the next day."""
    if not is_late(told) or not is_after_midnight(text, expression.start, expression.end, expression.meaning):
        return expression.meaning
    return _moved(expression.meaning)


def _moved(meaning: Meaning) -> Meaning:
    match meaning:
        case About() | Bounded() | PartOfDay() | Clock():
            return msgspec.structs.replace(meaning, base=_moved(meaning.base))
        case _:
            return _NEXT_DAY if meaning == _SAME_DAY else meaning


def _time_of_day(meaning: Meaning) -> Meaning:
    meaning = unhedged(meaning)
    return unhedged(meaning.base) if isinstance(meaning, Bounded) else meaning
