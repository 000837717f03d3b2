"""Rules for stretches told by another time: `the week of March 4`, `the first half of May`, `by mid-week`."""

from extractors.time_expressions.grammar.building import (
    INSTANTS,
    MOST_WEEKS,
    NO_NOUN,
    after,
    amount,
    before,
    edge,
    follows,
    is_day,
    is_placed,
    made,
    meaning,
    number,
    piece,
    said,
    unit,
)
from extractors.time_expressions.grammar.composition import Built, Run, Words, layer, rule
from extractors.time_expressions.grammar.pieces import Portion, Time
from timeline.meanings.composed import About, From, PartOfPeriod, Range, UnitOf
from timeline.meanings.counted import MonthOf, Period, Weekday
from timeline.meanings.named import CalendarDate, Century, Decade, Holiday
from timeline.meanings.placeless import Duration
from timeline.meanings.units import FIRST_HALF, SECOND_HALF, Edge, Modifier, Unit

_OPENING = frozenset("early earlier opening".split())
_CLOSING = frozenset("late later latter closing".split())


def _turn_of(run: Run, words: Words) -> Built:
    """`the turn of the 20th century`: about the year it began in."""
    century = meaning(run[-1])
    if not isinstance(century, Century) or century.number <= 1:
        return None
    return made(About(Modifier.ABOUT, CalendarDate((century.number - 1) * 100)))


def _half(run: Run, words: Words) -> Built:
    """`the first half of January`, `the second half of the 19th century`."""
    portion, base = piece(run, "portion"), meaning(run[-1])
    assert portion is not None
    assert isinstance(portion.value, Portion)
    which = {FIRST_HALF: Edge.FIRST_HALF, SECOND_HALF: Edge.SECOND_HALF}.get(portion.value.number)
    halved = isinstance(base, MonthOf | Decade | Century) or (
        isinstance(base, CalendarDate) and base.month is not None and base.day is None
    )
    return made(PartOfPeriod(which, base)) if which is not None and halved else None


def _days_of(run: Run, words: Words) -> Built:
    """`the first days of July`, `the final months of 1944`: its start, or its end."""
    which, base = piece(run, "ordinal_word", "final", "relative", "edge"), meaning(run[-1])
    assert which is not None
    starts = which.value in (1, Edge.START)
    ends = which.kind == "final" or said(which, words) in ("last", "late")
    counted = piece(run, "amount")
    only = amount(counted).unit if counted else unit(piece(run, "units"))
    if counted and amount(counted).count is not None:
        return None
    if not (starts or ends) or only in (Unit.HOUR, *INSTANTS) or not is_placed(run[-1]):
        return None
    return made(PartOfPeriod(Edge.START if starts else Edge.END, base)) if not is_day(base) else None


def _part_of(run: Run, words: Words) -> Built:
    """`the latter part of 2008`, `the early part of last year`, `the closing weeks of 1944`: its start, or its end."""
    base, word = meaning(run[-1]), said(run[1], words)
    which = Edge.START if word in _OPENING else Edge.END if word in _CLOSING else Edge.MID
    whole = not is_day(base) and not isinstance(base, PartOfPeriod | Range)
    return made(PartOfPeriod(which, base)) if whole and is_placed(run[-1]) else None


def _turn(run: Run, words: Words) -> Built:
    """`the turn of the century`: about the year it began in."""
    only = unit(run[-1])
    return made(PartOfPeriod(Edge.TURN, Period(only, 0))) if only in (Unit.CENTURY, Unit.YEAR, Unit.DECADE) else None


def _unit_of(run: Run, words: Words) -> Built:
    """`the week of March 4`, `the weekend of 2-3 July`."""
    only, base = unit(piece(run, "unit")), meaning(run[-1])
    first = base.start if isinstance(base, Range) else base
    if only not in (Unit.WEEK, Unit.WEEKEND) or first is None or not is_day(first):
        return None
    return made(UnitOf(only, first))


def _mid(run: Run, words: Words) -> Built:
    """`by mid-week`; not a mid-week match."""
    only, led = unit(run[-1]), before(run, words) in ("by", "in", "until", "till", "since", "at", "from", "around")
    next_ = after(run, words)
    alone = next_ is None or not next_.text[:1].isalnum() or next_.kind != "word"
    whole = only in (Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.DECADE, Unit.CENTURY)
    return made(PartOfPeriod(edge(run[0]), Period(only, 0))) if led and alone and whole else None


def _some_day(run: Run, words: Words) -> Built:
    """`one day next week`: some day of it."""
    length, time = meaning(run[0]), run[-1].value
    assert isinstance(time, Time)
    some = length == Duration(Unit.DAY, 1) and said(run[0], words) == "one"
    longer = isinstance(time.meaning, Period) and time.meaning.unit in (Unit.WEEK, Unit.MONTH, Unit.YEAR)
    return ("time", time) if some and longer else None


_ASKED = frozenset("whether how why what if".split())
"""What a meeting on *Sunday week* may decide."""


def _a_week_back(run: Run, words: Words) -> Built:
    """`on Friday week last`, as the Irish say: a week before the last Friday."""
    base, next_ = meaning(run[0]), after(run, words)
    if not isinstance(base, Weekday) or base.offset is not None or unit(run[1]) is not Unit.WEEK:
        return None
    ends = next_ is None or not next_.text[:1].isalnum() or next_.lower in NO_NOUN
    if said(run[-1], words) != "last" or not ends:
        return None
    return made(From(-1, Unit.WEEK, Weekday(base.day, -1)))


def _a_week_on(run: Run, words: Words) -> Built:
    """`on Tuesday week`, as the British say: a week after the next Tuesday."""
    base, next_ = meaning(run[0]), after(run, words)
    if not isinstance(base, Weekday) or base.offset is not None or unit(run[-1]) is not Unit.WEEK:
        return None
    ends = next_ is None or not next_.text[:1].isalnum() or next_.lower in NO_NOUN | _ASKED
    led = before(run, words) not in ("a", "an", "the", "every", "each", "one", "this", "last", "’s", "'s")
    return made(From(1, Unit.WEEK, Weekday(base.day, 1))) if ends and led else None


def _a_week_on_from(run: Run, words: Words) -> Built:
    """`a week on Friday`, `a week today`: so long after the next one, or after that day."""
    held, base = amount(run[0]), meaning(run[-1])
    if follows(run, words) in ("'s", "’s"):
        return None
    if held.unit is not Unit.WEEK or held.count != 1 or said(run[0], words) not in ("a", "one"):
        return None
    match base:
        case Weekday(day, None) if piece(run, "on"):
            return made(From(1, Unit.WEEK, Weekday(day, 1)))
        case Period(Unit.DAY, 0 | 1 as days) if not piece(run, "on"):
            return made(From(1, Unit.WEEK, Period(Unit.DAY, days)))
        case _:
            return None


def _weekdays_ago(run: Run, words: Words) -> Built:
    """`two Fridays ago`."""
    count, day = run[0].value, number(run[1])
    if not isinstance(count, int) or not 0 < count < MOST_WEEKS:
        return None
    last = Weekday(day, -1)
    return made(last if count == 1 else From(1 - count, Unit.WEEK, last))


def _new_year(run: Run, words: Words) -> Built:
    """`in the new year`: the one that begins next, or has just begun."""
    lower = words[run[-1].start].text.islower() and follows(run, words) not in ("'s", "’s")
    return made(UnitOf(Unit.YEAR, Holiday("new-years-day"))) if unit(run[-1]) is Unit.YEAR and lower else None


def _at_new_year(run: Run, words: Words) -> Built:
    """`at New Year`: about its first day; not `New Year's Eve`, `a New Year message`."""
    next_ = after(run, words)
    ends = next_ is None or not next_.text[:1].isalnum() or next_.lower in NO_NOUN
    named = unit(run[-1]) is Unit.YEAR and all(word.text.istitle() for word in words[run[-2].start : run[-1].end])
    return made(About(Modifier.ABOUT, Holiday("new-years-day"))) if ends and named else None


def _eve(run: Run, words: Words) -> Built:
    """`the eve of D-Day`; that of `the vote` counts from what happened (`counted_rules.py`)."""
    base = meaning(run[-1])
    return made(From(-1, Unit.DAY, base)) if is_day(base) and follows(run, words) not in ("'s", "’s") else None


WEEKDAYS_AGO = layer("weekdays ago", rule("weekdays-ago", "number weekdays ago", _weekdays_ago, "two Fridays ago"))
STRETCHES = layer(
    "stretches of other times",
    rule("turn", "the 'turn' of the unit", _turn, "the turn of the century"),
    rule("eve", "the? 'eve' of time", _eve, "on the eve of D-Day"),
    rule("turn-of", "the 'turn' of time", _turn_of, "the turn of the 20th century"),
    rule("half-of", "the? portion of time", _half, "the first half of May"),
    rule("days-of", "the ordinal_word|final|relative|edge amount|units of time", _days_of, "the first days of July"),
    rule("part-of", "the edge|earlier|later 'part' of time", _part_of, "the early part of 2008"),
    rule("part-of", "the 'latter' 'part' of time", _part_of, "the latter part of 2008"),
    rule("part-of", "the 'opening' amount|units of time", _part_of, "the opening weeks of 2008"),
    rule("part-of", "the 'closing' amount|units of time", _part_of, "the closing weeks of 2008"),
    rule("unit-of", "the unit of time", _unit_of, "the week of March 4"),
    rule("mid-unit", "edge -? unit", _mid, "by mid-week"),
    rule("a-week-back", "time unit relative", _a_week_back, "on Friday week last"),
    rule("a-week-on", "time unit", _a_week_on, "on Tuesday week"),
    rule("a-week-on", "one|amount on? time", _a_week_on_from, "a week on Friday"),
    rule("new-year-day", "at|since|before|after|by|until|till [ new unit ]", _at_new_year, "at New Year"),
    rule("new-year", "in|by|until|till|before|into|during|through [ the new unit ]", _new_year, "into the new year"),
)
SOME_DAY = layer("some day of a stretch", rule("some-day", "time time", _some_day, "one day next week"))
