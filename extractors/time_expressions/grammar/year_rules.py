"""Rules for parts and rows of years: quarters, halves, business years, seasons, decades, centuries."""

from extractors.time_expressions.grammar.building import before, follows, integer, made, number, piece, said, unit
from extractors.time_expressions.grammar.composition import Built, Run, Words, layer, rule
from extractors.time_expressions.grammar.era_rules import BEFORE
from extractors.time_expressions.grammar.pieces import Piece, Portion, Time
from extractors.time_expressions.grammar.wording import listed
from timeline.meanings import Meaning
from timeline.meanings.composed import From, Range
from timeline.meanings.counted import Period, Shift
from timeline.meanings.named import CalendarDate, Century, Decade, FiscalYear, Season, YearPart
from timeline.meanings.units import FIRST_HALF, FIRST_QUARTER, LAST_QUARTER, SECOND_HALF, Anchor, Unit

_OF_PEOPLE = frozenset("his her their my our your its one's".split())
_OF_A_SEASON = frozenset("in since by until during over through early late mid".split())
_LAST_CENTURY = 30
"""Ordinals that are larger tell of no century: *the 50th*."""
_BEFORE, _AFTER = 8, 3
"""Words around *the 80s* in which temperatures, or the years of a person, are spoken of."""
_TO_ITS_YEAR = 4
"""Words after *the spring* in which its year follows: *the spring of that same year*."""


def _portion(run: Run, words: Words) -> Built:
    """`third quarter`, `fourth-quarter`, `Q3`, `second half`."""
    fiscal = piece(run, "business_year") is not None
    code = piece(run, "quarter_code")
    if code is not None:
        return "portion", Portion(number(code), fiscal)
    first, last = run[1] if fiscal else run[0], run[-1]
    which = _which(first, words)
    if last.kind == "half":
        of_year = which in (1, 2, -1)
        return ("portion", Portion(FIRST_HALF if which == 1 else SECOND_HALF, fiscal)) if of_year else None
    if unit(last) is not Unit.QUARTER or not which or which > 4:
        return None
    return "portion", Portion(LAST_QUARTER if which < 0 else FIRST_QUARTER + which - 1, fiscal)


def _which(one: Piece, words: Words) -> int | None:
    if one.kind == "second":
        return 2
    if one.is_of("final", "relative"):
        return -1 if said(one, words) in ("last", "final") else None
    return integer(one.value)


def _final(run: Run, words: Words) -> Built:
    """`the last quarter of 1989`: by itself it is the quarter before this one."""
    of = words[run[-1].end].lower if run[-1].end < len(words) else ""
    return _portion(run, words) if of == "of" else None


def _of_year(run: Run, words: Words) -> Built:
    """`the third quarter of 1984`, `the 1988 third quarter`, `this year's third quarter`."""
    portion = piece(run, "portion")
    assert portion is not None
    assert isinstance(portion.value, Portion)
    value = portion.value
    fiscal = value.fiscal or piece(run, "business_year") is not None
    year, relative = piece(run, "year", "year_short"), piece(run, "relative", "ago", "earlier")
    if year is not None:
        return made(YearPart(value.number, number(year), None, fiscal))
    if relative is not None:
        other = piece(run, "unit")
        if other is not None and unit(other) is not Unit.YEAR:
            return None
        years = number(relative) if relative.kind == "relative" else -1
        return made(YearPart(value.number, None, years, fiscal))
    return made(YearPart(value.number, None, None, fiscal))


def _of_this_year(run: Run, words: Words) -> Built:
    """`the last quarter of the year`: of the year of publication, or of the one before where that part is to come."""
    portion = piece(run, "portion")
    assert portion is not None
    assert isinstance(portion.value, Portion)
    of_year = unit(run[-1]) is Unit.YEAR
    return made(YearPart(portion.value.number, None, 0, portion.value.fiscal)) if of_year else None


def _alone(run: Run, words: Words) -> Built:
    """`the fourth quarter`; a half by itself is one of a match unless business is spoken of."""
    value = run[-1].value
    if len(run) > 1 and any(word.kind == "-" for word in words[run[-1].start : run[-1].end]):
        return None
    assert isinstance(value, Portion)
    of_business = value.fiscal or follows(run, words) in listed("earnings")
    if value.number in (FIRST_HALF, SECOND_HALF) and not of_business:
        return None
    return made(YearPart(value.number, fiscal=value.fiscal))


def _business_year(run: Run, words: Words) -> Built:
    """`fiscal 1989`, `the fiscal year`, `the latest financial year`, `FY2006`."""
    year = piece(run, "year", "fiscal_code")
    if year is not None:
        named = piece(run, "unit") is not None or year.kind == "fiscal_code"
        plain = next((words[one.start].lower for one in run if one.kind == "business_year"), "fiscal") == "fiscal"
        return made(FiscalYear(number(year))) if named or plain else None
    if unit(piece(run, "unit")) is not Unit.YEAR:
        return None
    relative = piece(run, "relative")
    if relative is not None:
        return made(FiscalYear(year_offset=number(relative)))
    return made(FiscalYear(year_offset=-1 if piece(run, "latest") else 0))


def _century(run: Run, words: Words) -> Built:
    which = next(integer(one.value) for one in run if one.is_of("ordinal", "ordinal_word"))
    if unit(piece(run, "unit")) is not Unit.CENTURY or not which or which > _LAST_CENTURY:
        return None
    return made(Century(-which if piece(run, "bc", "b.c", "bce", "b.c.e") else which))


_FIRST_SURE_DECADE = 1500
_LAST_NAMED_BY_HUNDREDS = 2000
"""*The 1800s* are a century; *the 2000s* are ten years, as news of today has them."""


def _decade(run: Run, words: Words) -> Built:
    """`the 1990s`, `the '80s`, `the nineties`; no one's nineties and no temperatures in the 80s."""
    one = run[-1]
    quoted = piece(run, "'") is not None
    start = integer(one.value)
    assert start is not None
    if one.kind == "decade" and start < _FIRST_SURE_DECADE:
        led = run[0].kind == "the" or before(run, words) in ("the", "early", "late", "mid", "-")
        if not led:  # *temperatures of 320s*
            return None
    if one.kind == "decade" and start % 100 == 0 and start < _LAST_NAMED_BY_HUNDREDS:
        return made(Century(start // 100 + 1))
    if one.kind == "decade":
        return made(Decade(start))
    near = {word.lower for word in words[max(0, run[0].start - _BEFORE) : run[-1].end + _AFTER]}
    led = before(run, words) in ("the", "early", "late", "mid", "-") or run[0].kind == "the"
    if not quoted and (not led or near & listed("temperature") or near & _OF_PEOPLE):
        return None
    if before(run, words) in _OF_PEOPLE:
        return None
    return made(Decade(start))


def _decade_of(run: Run, words: Words) -> Built:
    """`the 1930's`."""
    year = number(piece(run, "year"))
    led = run[0].kind == "the" or before(run, words) in ("early", "late", "mid", "-")
    return made(Decade(year)) if led and year % 10 == 0 else None


def _season(run: Run, words: Words) -> Built:
    """`in the spring`, `summer 2018`; not a spring of water, nor that prices fall."""
    year = piece(run, "year", "year_short")
    season = number(piece(run, "season"))
    if year is not None:
        return made(Season(season, number(year)))
    at = run[0].start
    if at and words[at - 1].kind == "relative":
        return None
    words_before = {word.lower for word in words[max(0, at - 2) : at]}
    of_year = words[run[-1].end : run[-1].end + _TO_ITS_YEAR]
    of_year_told = follows(run, words) == "of" and any(word.value is Unit.YEAR for word in of_year)
    if before(run, words) == "to" or (follows(run, words) == "of" and not of_year_told):
        return None
    if not words_before & _OF_A_SEASON:
        return None
    if (
        words[run[-1].start].lower == "fall"
        and run[0].kind != "the"
        and before(run, words) not in ("in", "by", "since")
    ):
        return None
    return made(Season(season))


def _season_of_years(run: Run, words: Words) -> Built:
    """`the winter of 1946-47`."""
    match run[-1].value:
        case Time(Range(CalendarDate(int() as first, None), CalendarDate(int() as last, None))) if last == first + 1:
            return made(Season(number(piece(run, "season")), first))
        case _:
            return None


def _told_quarter() -> Meaning:
    return Shift(0, Unit.QUARTER, Anchor.NARRATIVE)


def _year_ago_period(run: Run, words: Words) -> Built:
    """`the year-earlier quarter`, `the year-ago period`, `the same period a year earlier`."""
    if unit(run[0] if run[0].kind == "unit" else piece(run, "unit")) is not Unit.YEAR:
        return None
    if run[-1].kind == "unit" and run[-1].start > run[0].start + 1:
        last = unit(run[-1])
        if last is Unit.YEAR:
            return None
        return made(From(-1, Unit.YEAR, Shift(0, last, Anchor.NARRATIVE)))
    return made(From(-1, Unit.YEAR, _told_quarter()))


def _same_period(run: Run, words: Words) -> Built:
    """`the same quarter last year`, `the same period a year earlier`."""
    units = [one for one in run if one.kind == "unit"]
    if not units or unit(units[-1]) is not Unit.YEAR:
        return None
    offset = piece(run, "relative")
    if offset is not None and (number(offset) != -1 or offset.start < run[1].start):
        return None
    which = unit(units[0]) if len(units) > 1 else Unit.QUARTER
    if which is Unit.YEAR:
        return None
    if which is Unit.DAY and offset is not None:
        return made(From(-1, Unit.YEAR, Period(Unit.DAY, 0)))
    return made(From(-1, Unit.YEAR, Shift(0, which, Anchor.NARRATIVE)))


def _year_earlier(run: Run, words: Words) -> Built:
    """`year-earlier results`."""
    if unit(run[0]) is not Unit.YEAR or before(run, words) in ("a", "one", "-"):
        return None
    return made(Shift(-1, Unit.YEAR, Anchor.NARRATIVE))


WHICH = "ordinal|ordinal_word|second"
PORTIONS = layer(
    "parts and rows of years",
    rule("portion", f"business_year {WHICH} -? unit|half", _portion, "the fiscal third quarter"),
    rule("portion", f"{WHICH} -? unit|half", _portion, "the third quarter"),
    rule("portion", "quarter_code", _portion, "Q3"),
    rule("portion", "final|relative unit|half", _final, "the last quarter of 1989"),
    rule(
        "year-ago-period",
        "the? comparable?|corresponding? unit - ago|earlier unit|period",
        _year_ago_period,
        "the year-ago quarter",
    ),
    rule(
        "same-period",
        "the same|comparable|corresponding unit|period of? the? relative unit",
        _same_period,
        "the same quarter last year",
    ),
    rule(
        "same-period",
        "the same|comparable|corresponding unit|period a unit ago|earlier|before",
        _same_period,
        "the same period a year earlier",
    ),
    rule("business-year", "the? relative|latest business_year unit", _business_year, "the last fiscal year"),
    rule("business-year", "the business_year unit", _business_year, "the fiscal year"),
    rule("business-year", "the? business_year unit? year", _business_year, "fiscal 1989"),
    rule("business-year", "fiscal_code", _business_year, "FY2006"),
    rule("century", f"the? ordinal|ordinal_word -? unit {BEFORE}", _century, "the 3rd century BC"),
    rule("century", "the? ordinal|ordinal_word -? unit", _century, "the 20th century"),
    rule("decade", "the? '? decade|decade_short|decade_word", _decade, "the 1990s"),
    rule("decade", "the? year 's", _decade_of, "the 1930's"),
)
YEAR_PARTS = layer(
    "parts of a year",
    rule("year-part", "the? portion of|,? business_year? unit? year|year_short", _of_year, "the third quarter of 1984"),
    rule("year-part", "the? year -? portion", _of_year, "the 1988 third quarter"),
    rule("year-part", "the? relative unit 's portion", _of_year, "this year's third quarter"),
    rule("year-part", "the? portion of the? relative business_year? unit", _of_year, "the third quarter of last year"),
    rule("year-part", "the? portion of the unit", _of_this_year, "the last quarter of the year"),
    rule("year-part", "the? unit - ago|earlier portion", _of_year, "the year-ago third quarter"),
    rule("year-part", "the? portion", _alone, "the third quarter"),
    rule("season-year", "the? season of|,? year|year_short", _season, "summer 2018"),
    rule("season-year", "the? season of? date", _season_of_years, "the winter of 1946-47"),
    rule("season", "the? season", _season, "in the spring"),
    rule("year-earlier", "unit - earlier|ago", _year_earlier, "year-earlier results"),
)
