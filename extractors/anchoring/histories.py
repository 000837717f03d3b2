"""The years of a history: there *on 2 June* is of the year told of, and not of the year it was written in.

News tells a bare month or day against its own date however many years it names; a text with years and with no
*Saturday*, *yesterday* or *last week* tells history. Nothing of this depends on the publication date.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from timeline.dates.holidays import holiday
from timeline.meanings import Meaning
from timeline.meanings.composed import About, Bounded, Clock, From, Nth, PartOfDay, PartOfPeriod, Range
from timeline.meanings.counted import MonthOf, Period, Shift, Trailing, Weekday
from timeline.meanings.named import CalendarDate, FiscalYear, Holiday, Season, YearPart
from timeline.meanings.placeless import Vague
from timeline.meanings.units import Anchor, Reference, Unit
from timeline.model import NarrativeAnchor, Sense, TimeExpression

_QUOTES = frozenset('“”"')
_FEWEST_YEARS = 4
"""Years by name that make a history; fewer stand in any news."""
_YEARS_TO_A_DEICTIC = 5
"""So many years by name outweigh one *yesterday* or *last week*, which tells that a text is news of today."""
_SENTENCES_ON = 3
"""How far a story of few years goes on from the last of them."""
_LONG_BEFORE = 6
"""Months: what lies further back in the calendar than that is of the next year."""
_BORN = re.compile(r"\bborn (?:\w+ ){0,3}$")
"""A birth begins no story of its year: *was born on 4 May 1930 and died on 5 November*."""
_BORN_BEFORE = 30
"""Characters before a time that its *born* may stand in."""
_ANY_YEAR = 2000
"""For the month of a holiday, which is about the same in all."""
_MONTHS_OF_SEASONS = {21: 4, 22: 7, 23: 10, 24: 1}


class _StoryYear(msgspec.Struct, frozen=True):
    """Where the story is."""

    index: int
    """Of the expression that named a year last."""
    named: int
    year: int
    month: int | None


def with_story_years(
    text: str, expressions: Sequence[TimeExpression], sentences: Sequence[int]
) -> tuple[TimeExpression, ...]:
    """Each date without a year with the expression that named the year last, in a text that tells history.

    Args:
        text: that of the article.
        expressions: in the order of the text.
        sentences: where each sentence starts, in characters.
    """
    years = years_told([one.meaning for one in expressions])
    if not years:
        return tuple(expressions)
    story: _StoryYear | None = None
    read: list[TimeExpression] = []
    for index, expression in enumerate(expressions):
        of_now = _is_deictic(expression.meaning) or _is_of_now(expression.meaning)
        if of_now and not _dates_a_saying(text, sentences, expression):
            story = None  # *in 2011 … last November … in January*: back in the days of the news
        one = (
            msgspec.structs.replace(expression, meaning=_of_story(expression)) if years >= _FEWEST_YEARS else expression
        )
        year, month = _named(one.meaning)
        if year is not None:
            before = text[max(0, one.start - _BORN_BEFORE) : one.start]
            aside = before.endswith("(") or _is_span(one.meaning) or _BORN.search(before) is not None
            # Of few years only a date begins a story: *22 June 1941*, and not *since its start in 2003*.
            if not aside and (month is not None or years >= _FEWEST_YEARS):
                story = _StoryYear(index, year, year, month)
        elif story is not None and (gone_on := _goes_on(story, one, month)) is not None:
            story = gone_on
            since = bisect_right(sentences, one.start) - bisect_right(sentences, expressions[story.index].start)
            ahead = Sense.FUTURE in (one.direction.sense, one.direction.likelier)
            clear = since <= _SENTENCES_ON and not (ahead and since)
            if clear or years >= _FEWEST_YEARS:
                sure = not since and (not ahead or years >= _FEWEST_YEARS)
                link = NarrativeAnchor(story.index, same_sentence=sure, years=story.year - story.named)
                one = msgspec.structs.replace(one, told=link)
        read.append(one)
    return tuple(read)


def _is_span(meaning: Meaning) -> bool:
    """Whether a time tells of no one year: `since 1914`, `from 1914 to 1918`."""
    if isinstance(meaning, Bounded):
        return _is_span(meaning.base)
    if not isinstance(meaning, Range):
        return False
    sides = [_named(side)[0] for side in (meaning.start, meaning.end) if side is not None]
    return len(sides) < len(("start", "end")) or sides[0] != sides[1]


def _of_story(one: TimeExpression) -> Meaning:
    """`The end of the month` of what is past and `promised in three years` count from where the story is."""
    past = Sense.FUTURE not in (one.direction.sense, one.direction.likelier) and "this" not in one.text.lower()
    match one.meaning:
        case Bounded(bound, base):
            return Bounded(bound, _of_story(msgspec.structs.replace(one, meaning=base)))
        case PartOfPeriod(edge, Period(unit, 0)) if past and unit is not Unit.DAY:
            return PartOfPeriod(edge, Shift(0, unit, Anchor.NARRATIVE))
        case Range(start, PartOfPeriod(edge, Period(unit, 0))) if past and unit is not Unit.DAY:
            return Range(start, PartOfPeriod(edge, Shift(0, unit, Anchor.NARRATIVE)))
        case Shift(count, unit, Anchor.PUBLICATION) if count > 0 and one.direction.sense is not Sense.FUTURE:
            return Shift(count, unit, Anchor.NARRATIVE)
        case _:
            return one.meaning


def _goes_on(story: _StoryYear, one: TimeExpression, month: int | None) -> _StoryYear | None:
    """Where the story is after a time without a year; None for one that doesn't count from its years."""
    if one.direction.sense is Sense.FUTURE:
        return None
    if month is not None:
        next_year = story.month is not None and story.month - month >= _LONG_BEFORE
        return msgspec.structs.replace(story, year=story.year + next_year, month=month)
    match one.meaning:
        case Bounded(_, base):
            return _goes_on(story, msgspec.structs.replace(one, meaning=base), month)
        case Shift(0, Unit.YEAR, Anchor.NARRATIVE) | PartOfPeriod(_, Shift(0, Unit.YEAR, Anchor.NARRATIVE)):
            return story
        case _:
            return None


def years_told(meanings: Sequence[Meaning]) -> int:
    """How often a text names years, where it tells of them; 0 where it tells of the days around it, or of business."""
    if any(isinstance(one, YearPart | FiscalYear) for one in meanings):
        return 0
    years = sum(_named(one)[0] is not None for one in meanings)
    deictic = sum(map(_is_deictic, meanings))
    return years if deictic * _YEARS_TO_A_DEICTIC <= years and (years >= _FEWEST_YEARS or not deictic) else 0


def _dates_a_saying(text: str, sentences: Sequence[int], expression: TimeExpression) -> bool:
    """*“I was busy,” she said last spring*: that leaves the story where it was."""
    number = bisect_right(sentences, expression.start)
    start = sentences[number - 1] if number else 0
    end = sentences[number] if number < len(sentences) else len(text)
    return not _QUOTES.isdisjoint(text[start:end])


def _is_of_now(meaning: Meaning) -> bool:
    """*Now a partner in a law firm*, *last summer*."""
    season = isinstance(meaning, Season) and meaning.offset is not None
    return season or (isinstance(meaning, Vague) and meaning.reference is Reference.PRESENT)


def _is_deictic(meaning: Meaning) -> bool:
    match meaning:
        case Period(Unit.DAY, 0) | PartOfPeriod(_, Period(_, 0)):  # *is used today*, *at the end of the month*
            return False
        case Weekday(anchor=Anchor.PUBLICATION) | Period() | MonthOf() | Trailing():
            return True
        case Shift(count, _, Anchor.PUBLICATION):
            return count <= 0
        case PartOfDay() | Clock() | PartOfPeriod() | From() | Nth() | About() | Bounded():
            return _is_deictic(meaning.base)
        case Range(start, end):
            return any(_is_deictic(one) for one in (start, end) if one is not None)
        case _:
            return False


def _named(meaning: Meaning) -> tuple[int | None, int | None]:
    """Year and month that a time names, of a span that it begins with."""
    match meaning:
        case CalendarDate(year, month, year_offset=None):
            return year, month
        case Season(number, year, None):
            return year, _MONTHS_OF_SEASONS[number]
        case Holiday(name, year, None) if (day := holiday(name, year or _ANY_YEAR)) is not None:
            return year, day.month
        case (
            PartOfDay(_, base)
            | Clock(base=base)
            | PartOfPeriod(_, base)
            | Nth(base=base)
            | About(_, base)
            | Bounded(_, base)
        ):
            return _named(base)
        case Range(None, only) | Range(only, None) if only is not None:
            return _named(only)
        case Range(start, end) if start is not None and end is not None:
            return _named(start)
        case _:
            return None, None
