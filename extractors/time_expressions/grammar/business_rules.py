"""Rules for periods that companies report: `the three months to June 2019`, `the year ended March 31`, `FY2022-23`."""

from extractors.time_expressions.grammar.building import (
    amount,
    before,
    integer,
    lasting,
    made,
    meaning,
    number,
    piece,
    said,
    unit,
    whole,
)
from extractors.time_expressions.grammar.composition import Built, Run, Words, layer, rule
from extractors.time_expressions.grammar.pieces import Time
from extractors.time_expressions.grammar.wording import full_year
from timeline.meanings.composed import From, Range, Reaching
from timeline.meanings.named import CalendarDate, FiscalYear
from timeline.meanings.units import Unit

_ENDING = frozenset("ended ending end to through".split())
_BEGINNING = frozenset("beginning starting commencing begun started from".split())
_LED = frozenset("the in for over during of".split())
_LONG = (Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR)


def _amount_to(run: Run, words: Words) -> Built:
    """`the three months to June 2019`, `the 12 months ended March 31`."""
    held = amount(piece(run, "amount"))
    count = whole(held.count)
    if count is None or held.hedge is not None:
        return None
    if run[0].kind != "the" and before(run, words) not in _LED:
        return None
    return _reaching(run, words, count, held.unit)


def _unit_to(run: Run, words: Words) -> Built:
    """`the year ended March 31`, `the quarter to June`, `the week beginning 3 June`, `week ending 2 June`."""
    only = unit(piece(run, "unit"))
    named = run[0].kind == "the" or piece(run, "business_year") is not None  # *its fiscal year ended June 30*
    end = meaning(run[-1])
    if only is Unit.DECADE and isinstance(end, CalendarDate) and end.year is not None and end.month is None:
        ends = said(run[-2], words) in _ENDING and named
        return made(Range(From(-10, Unit.YEAR, end), end)) if ends else None
    loose = not named and (only is not Unit.WEEK or said(run[-2], words) in ("to", "through", "from"))
    return None if loose else _reaching(run, words, 1, only)


def _half_year_to(run: Run, words: Words) -> Built:
    """`the half-year to June 30`, `the half year ended 31 March`."""
    return _reaching(run, words, 6, Unit.MONTH) if unit(piece(run, "unit")) is Unit.YEAR else None


def _reaching(run: Run, words: Words, count: int, only: Unit) -> Built:
    base, word = meaning(run[-1]), said(run[-2], words)
    dated = isinstance(base, CalendarDate) and (base.month is not None or base.day is not None)
    way = -1 if word in _ENDING else 1 if word in _BEGINNING else 0
    if not dated or not way or only not in _LONG or not 0 < count < 120:
        return None
    if isinstance(base, CalendarDate) and base.day is None and only is Unit.WEEK:
        return None
    return lasting(Reaching(way * count, only, base))


def _business_years(run: Run, words: Words) -> Built:
    """`FY2022-23`, `fiscal 2022-23`: from the one to the other."""
    last, code = piece(run, "number", "year"), piece(run, "fiscal_code")
    if code is not None:
        first = number(code)
        figures = words[run[-1].start].text
        other = integer(last.value) if last is not None else None
        end = full_year(figures) if len(figures) in (2, 4) and other is not None else 0
    else:
        span = run[-1].value if run[-1].kind == "date" else next(one.value for one in run if one.kind == "date")
        match span:
            case Time(Range(CalendarDate(int() as first, None), CalendarDate(int() as end, None))):
                pass
            case _:
                return None
    return made(Range(FiscalYear(first), FiscalYear(end))) if end == first + 1 else None


def _year_end(run: Run, words: Words) -> Built:
    """`year-end 2019`."""
    year = meaning(run[-1])
    if unit(run[0]) is not Unit.YEAR or words[run[-2].start].lower != "end":
        return None
    plain = isinstance(year, CalendarDate) and year.year is not None and year.month is None
    return made(CalendarDate(year.year, 12, 31)) if isinstance(year, CalendarDate) and plain else None


BUSINESS_YEARS = layer(
    "spans of business years",
    rule("business-years", "fiscal_code -|–|/ number|year", _business_years, "FY2022-23"),
    rule("business-years", "the? business_year unit? date", _business_years, "financial year 2022-23"),
    rule("business-years", "the? date business_year unit", _business_years, "the 2022-23 financial year"),
)
"""Behind the layer of dates by name."""
REACHING = layer(
    "lengths up to a date",
    rule("reaching", "the? amount to|through|word time", _amount_to, "the three months to June 2019"),
    rule("reaching", "the? business_year? unit to|through|word|edge_noun time", _unit_to, "the year ended March 31"),
    rule("reaching", "the? half -? unit to|through|word time", _half_year_to, "the half-year to June 30"),
    rule("year-end", "unit -? edge_noun ,? time", _year_end, "year-end 2019"),
)
