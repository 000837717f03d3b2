"""Rules for days with a name: `Christmas '87`, `the Labor Day weekend`, `D-Day`, `the Sept. 11 attacks`."""

from functools import cache
from itertools import pairwise

import msgspec

from extractors.lexicons import places
from extractors.time_expressions.grammar.building import NO_NOUN, before, made, number, piece, unit
from extractors.time_expressions.grammar.composition import Build, Built, Run, Words, layer, rule
from extractors.time_expressions.grammar.pieces import WORD, Piece, Time
from extractors.time_expressions.grammar.wording import Word, full_year, listed
from timeline.dates.day_names import DayName, longest_name
from timeline.dates.happenings import alone, by_figures, by_name, happenings, on
from timeline.dates.holidays import NO_DAY
from timeline.meanings.composed import From, UnitOf
from timeline.meanings.named import CalendarDate, Happening, Holiday
from timeline.meanings.placeless import Recurring
from timeline.meanings.units import Unit
from timeline.model import TimexType

_LONGEST_NAME = 8
"""Words: *Holocaust Martyrs' and Heroes' Remembrance Day*."""
_TO_ITS_NOUN = 4
"""So many words may stand between a date and what happened then: *the July 15 failed military coup*."""
_TO_ITS_YEAR = 5
_TO_ITS_ARTICLE = 3
_ARTICLES = frozenset(
    "the this that these those his her their its our of 's ’s no every each pre post - – after since".split()
)
_NOT_BETWEEN = NO_NOUN | frozenset(", ; : ( ) “ ” he she it they we i the a an".split())


_OF_A_MONTH = frozenset("Black Red Bloody".split())
"""Before a month a name of what happened in one: *Black September*, *Red October*."""


def named_day(words: Words, at: int) -> Piece | None:
    """The name of a day that begins at a word; what only looks like one is a word."""
    if by_figures().get(words[at].text) is not None and _noun_of_figures(words, at):
        return Piece("happening", words[at].text, at, at + 1)
    found = longest_name([word.text for word in words[at : at + _LONGEST_NAME]])
    if found is not None:
        name, length = found
        if name.value == NO_DAY or _is_other_name(name, words, at, length):
            return Piece(WORD, None, at, at + length)
        return Piece(name.kind, name.value, at, at + length)
    if _is_epithet(words[at]) and at + 1 < len(words) and words[at + 1].kind == "weekday":
        return Piece(WORD, None, at, at + 2)
    if words[at].text in _OF_A_MONTH and at + 1 < len(words) and words[at + 1].is_of("month", "month_ambiguous"):
        return Piece(WORD, None, at, at + 2)
    return None


def _noun_of_figures(words: Words, at: int) -> bool:
    """*The 7/7 bombings*, *the attacks of 26/11*; not *he scored 7/7*."""
    called = happenings()[by_figures()[words[at].text]].called
    beside = list(words[at + 1 : at + 1 + _TO_ITS_ARTICLE])
    if at > 1 and words[at - 1].is_of("of", "on"):
        beside.append(words[at - 2])
    return any(_singular(word.lower) & called for word in beside)


def _is_epithet(word: Word) -> bool:
    return word.text.istitle() and word.lower in listed("weekday_epithet")


def _is_other_name(name: DayName, words: Words, at: int, length: int) -> bool:
    """Whether it is a part of a longer name: *Confederate Memorial Day*, *Easter Road*, *Tariq Ramadan*."""
    last, next_ = words[at + length - 1], words[at + length] if at + length < len(words) else None
    before_ = words[at - 1] if at else None
    if next_ is not None and next_.text.istitle() and next_.lower in listed("war"):
        return True
    if last.lower == "day":
        return at > 1 and before_ is not None and _is_name(before_) and before_.text not in places.country_codes()
    if length > 1 or name.kind != "holiday":
        return False
    follows = next_ is not None and _is_name(next_) and next_.lower != "eve"
    return follows or (before_ is not None and at > 1 and _is_name(before_))


def _is_name(word: Word) -> bool:
    return word.kind == WORD and word.text.istitle() and word.text.isalpha() and word.lower not in _NOT_BETWEEN


def _year(run: Run) -> int | None:
    """Its year, in two figures too."""
    year = piece(run, "year", "year_short")
    return number(year) if year is not None else None


def _in_short_year(build: Build) -> Build:
    """`Christmas '87`, where the apostrophe is a word of its own."""

    def built(run: Run, words: Words) -> Built:
        figures = words[run[-1].start].text
        if len(figures) != len("87") or not figures.isdecimal():
            return None
        year = msgspec.structs.replace(run[-1], kind="year_short", value=full_year(figures))
        return build([*run[:-2], year], words)

    return built


def _of(run: Run) -> Holiday:
    name = piece(run, "holiday")
    assert name is not None
    assert isinstance(name.value, str)
    relative = piece(run, "relative")
    return Holiday(name.value, _year(run), None if relative is None else number(relative))


def _holiday(run: Run, words: Words) -> Built:
    """`Christmas 2018`, `last Thanksgiving`, `Christmas '87`, `the Christmas holidays`."""
    return made(_of(run))


def _every_holiday(run: Run, words: Words) -> Built:
    """`every Thanksgiving`."""
    return made(Recurring(Unit.YEAR), TimexType.SET)


def _holiday_of_a_happening(run: Run, words: Words) -> Built:
    """`the Boxing Day fire`: of these days, or of any year."""
    next_ = words[run[-1].end] if run[-1].end < len(words) else None
    happened = next_ is not None and _singular(next_.lower) & listed("calamity") and _is_led(run, words)
    return made(msgspec.structs.replace(_of(run), happened=True)) if happened else None


def _unit_of_holiday(run: Run, words: Words) -> Built:
    """`the Memorial Day weekend`, `Thanksgiving week`; Easter week is before it to some and after it to others."""
    only, holiday = unit(piece(run, "unit")), _of(run)
    whole = only is Unit.WEEKEND or (only is Unit.WEEK and not holiday.name.startswith("easter"))
    return made(UnitOf(only, holiday)) if whole else None


def _weekend_of_date(run: Run, words: Words) -> Built:
    """`the July 4 weekend`."""
    date = run[1].value
    assert isinstance(date, Time)
    match date.meaning:
        case CalendarDate(_, 7, 4, None, None) as fourth if unit(run[-1]) is Unit.WEEKEND:
            return made(UnitOf(Unit.WEEKEND, Holiday("fourth-of-july", fourth.year)))
        case CalendarDate(_, int(), int()) if unit(run[-1]) is Unit.WEEKEND:
            return made(UnitOf(Unit.WEEKEND, date.meaning))
        case _:
            return None


def _eve_of_holiday(run: Run, words: Words) -> Built:
    """`Thanksgiving Eve`."""
    return made(From(-1, Unit.DAY, _of(run)))


def _happening(run: Run, words: Words) -> Built:
    """`D-Day`, `Bloody Sunday in 1972`."""
    name = piece(run, "happening")
    assert name is not None
    assert isinstance(name.value, str)
    figured = by_figures().get(name.value)
    ids = by_name()[name.value] if figured is None else (figured,)
    return made(Happening(ids, year=_year(run)))


def _in_its_month(run: Run, words: Words) -> Built:
    """`Black Sunday in February 1983`: what stands beside a name decides which day of that name is meant."""
    date = run[-1].value
    name = run[0].value
    assert isinstance(name, str)
    if not isinstance(date, Time) or not isinstance(date.meaning, CalendarDate) or date.meaning.year is None:
        return None
    for id_ in by_name().get(name, ()):
        known = happenings()[id_].date
        if known.year == date.meaning.year and known.month == date.meaning.month:
            return made(Happening((id_,)))
    return "time", date


def _called_by_its_day(run: Run, words: Words) -> Built:
    """`the Sept. 11 attacks`; not *on Sept. 11 attackers came*."""
    match run[0].value:
        case Time(CalendarDate(None, int() as month, int() as day, None, None)):
            noun = _noun(run, words) if _is_led(run, words) else None
            if noun is None:
                return _called_before_its_day(run, words, month, day)
            told = _with_year_behind(run, words, month, day)
            return made(told) if told is not None else _known(on(month, day, noun), month, day, words)
        case _:
            return None


def _with_year_behind(run: Run, words: Words, month: int, day: int) -> CalendarDate | None:
    """`the Nov. 8 attack of 2016`, `the Nov. 8 attack last year`: what stands behind the noun tells the year."""
    behind = words[run[-1].end : run[-1].end + _TO_ITS_YEAR]
    for led, word in pairwise(behind):
        if word.kind == "year" and led.is_of("of", "in") and isinstance(word.value, int):
            return CalendarDate(word.value, month, day)
        if led.lower == "last" and word.lower == "year":
            return CalendarDate(None, month, day, year_offset=-1)
    return None


def _known(ids: tuple[str, ...], month: int, day: int, words: Words) -> Built:
    """What is known by that day; with doubt where it is told by a place, and no word of the sentence names it."""
    texts = {word.text for word in words}
    sure = tuple(id_ for id_ in ids if not (where := happenings()[id_].where) or not where.isdisjoint(texts))
    return made(Happening(sure or ids, month, day, by_date=bool(ids) and not sure))


def _called_before_its_day(run: Run, words: Words, month: int, day: int) -> Built:
    """`the attacks of September 11`, `since Oct. 7`, of those days alone that are known by their date."""
    led = before(run, words)
    if led in ("of", "on"):
        found = (on(month, day, noun) for noun in _singular(before(run, words, 2)))
        ids = next((ids for ids in found if ids), ())
        return _known(ids, month, day, words) if ids else None
    next_ = words[run[-1].end] if run[-1].end < len(words) else None
    bare = next_ is None or next_.lower in _NOT_BETWEEN or not next_.text[:1].isalpha()
    ids = alone(month, day) if led in ("since", "after", "before") and bare else ()
    return made(Happening(ids, month, day, by_date=True)) if ids else None


def _is_led(run: Run, words: Words) -> bool:
    if words[run[0].start].lower == "the":
        return True
    for steps in range(1, _TO_ITS_ARTICLE + 1):
        word = before(run, words, steps)
        if word in _ARTICLES:
            return True
        if not word.isalpha() or word in NO_NOUN:
            return False
    return False


def _noun(run: Run, words: Words) -> str | None:
    """What happened, in the singular, as one of the next words says."""
    for word in words[run[-1].end : run[-1].end + _TO_ITS_NOUN]:
        if word.lower in _NOT_BETWEEN or not word.text.replace("-", "a").isalpha():
            return None
        if found := _singular(word.lower) & _calamities():
            return next(iter(found))
    return None


@cache
def _calamities() -> frozenset[str]:
    return listed("calamity") | frozenset(word for one in happenings().values() for word in one.called)


def _singular(lower: str) -> frozenset[str]:
    """A noun as it is, and without the ending of a plural."""
    return frozenset((lower, lower.removesuffix("s"), lower.removesuffix("es"), lower.removesuffix("ies") + "y"))


HAPPENINGS = layer(
    "days called by what happened",
    rule("happening-month", "happening ,|in|of|on? date", _in_its_month, "Black Sunday in February 1983"),
    rule("happening", "happening ,|in|of? year", _happening, "Bloody Sunday in 1972"),
    rule("happening", "happening ( year )", _happening, "Bloody Sunday (1972)"),
    rule("happening", "happening year_short", _happening, "VE Day '45"),
    rule("happening", "happening ' number", _in_short_year(_happening), "VE Day ' 45"),
    rule("happening", "happening", _happening, "D-Day"),
    rule("happening-day", "date", _called_by_its_day, "the Sept. 11 attacks"),
)
HOLIDAYS = layer(
    "holidays",
    rule("holiday", "holiday ,|of|in? year", _holiday, "Christmas 2018"),
    rule("holiday", "holiday year_short", _holiday, "Christmas '87"),
    rule("holiday", "holiday ' number", _in_short_year(_holiday), "Christmas ' 87"),
    rule("holiday", "relative holiday", _holiday, "last Christmas"),
    rule("holiday", "the year holiday", _holiday, "the 2015 Ramadan"),
    rule("every", "every|each holiday", _every_holiday, "every Thanksgiving"),
    rule("holiday-eve", "holiday 'eve' year?", _eve_of_holiday, "Thanksgiving Eve"),
    rule("holiday-weekend", "the? holiday unit of|in? year", _unit_of_holiday, "Thanksgiving week 2018"),
    rule("holiday-weekend", "the? holiday unit", _unit_of_holiday, "the Memorial Day weekend"),
    rule("holiday-weekend", "the? year holiday unit", _unit_of_holiday, "the 2018 Labor Day weekend"),
    rule("date-weekend", "the date unit", _weekend_of_date, "the July 4 weekend"),
    rule("holiday-weekend", "holiday year unit", _unit_of_holiday, "Labor Day 2018 weekend"),
    rule("holiday-weekend", "the? relative holiday unit", _unit_of_holiday, "last Easter weekend"),
    rule("holiday", "the holiday 'holiday'|'holidays'|'season'|'break'", _holiday, "the Christmas holidays"),
    rule("holiday-happening", "holiday", _holiday_of_a_happening, "the Boxing Day fire"),
    rule("holiday", "holiday", _holiday, "Easter"),
)
