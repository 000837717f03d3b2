"""Rules for dates that have a name: days, months, years, decades, seasons, weekdays."""

from collections.abc import Sequence

import msgspec
from spacy.tokens import Token

from extractors.grammar.composition import Build, Rule, rule
from extractors.grammar.pieces import WORD, Piece, Time, Value
from timeline.edtf import month_end
from timeline.meaning import CalendarDate, Decade, Edge, Part, Range, Season, Weekday

_BEFORE_A_MONTH = frozenset(
    "in since until till by of from to through during for before after early late mid last next this every "
    "each the - – between and".split()
)
_BEFORE_A_YEAR = frozenset(
    "in since until till by of from to through during before after early late mid between and ( - – the around "
    "about circa fiscal".split()
)
_LEAP_YEAR = 2000

Built = tuple[str, Value] | None


def _before(run: Sequence[Piece], tokens: Sequence[Token]) -> str:
    return tokens[run[0].start - 1].lower_ if run[0].start else ""


def _after(run: Sequence[Piece], tokens: Sequence[Token]) -> Token | None:
    return tokens[run[-1].end] if run[-1].end < len(tokens) else None


def _integer(value: Value) -> int | None:
    return value if isinstance(value, int) else None


def _date(year: Value, month: Value, day: Value) -> Time | None:
    number, of_month = _integer(day), _integer(month)
    if number is None or of_month is None or not 1 <= of_month <= 12:
        return None
    given = _integer(year)
    if not 1 <= number <= month_end(given or _LEAP_YEAR, of_month).day:
        return None
    return Time(CalendarDate(given, of_month, number))


def _dated(year: int | None, month: int, day: int) -> Build:
    """A build from the places in the pattern where year, month and day stand."""

    def build(run: Sequence[Piece], tokens: Sequence[Token]) -> Built:  # noqa: ARG001 - the shape of all builds
        made = _date(None if year is None else run[year].value, run[month].value, run[day].value)
        return ("date", made) if made else None

    return build


def _weekday_date(run: Sequence[Piece], tokens: Sequence[Token]) -> Built:  # noqa: ARG001
    """`Saturday, 26 January`: the day of the week must agree."""
    value, day = run[-1].value, _integer(run[0].value)
    if not isinstance(value, Time) or not isinstance(value.meaning, CalendarDate):
        return "time", value
    return "time", Time(msgspec.structs.replace(value.meaning, weekday=day))


def _years(run: Sequence[Piece], tokens: Sequence[Token]) -> Built:  # noqa: ARG001
    """`1990-1994`, `1990-94`."""
    first, last = _integer(run[0].value), _integer(run[-1].value)
    if first is None or last is None:
        return None
    if run[-1].kind == "number":
        last = first // 100 * 100 + last if 10 <= last < 100 else 0
    return ("date", Time(Range(CalendarDate(first), CalendarDate(last)))) if first < last else None


def _day_month_span(run: Sequence[Piece], tokens: Sequence[Token]) -> Built:  # noqa: ARG001
    """`3-5 May 2018`, `6 and 7 June`."""
    year = run[-1].value if run[-1].kind == "year" else None
    first, last = (_date(year, run[3].value, run[at].value) for at in (0, 2))
    return ("date", Time(Range(first.meaning, last.meaning))) if first and last else None


def _month_year(run: Sequence[Piece], tokens: Sequence[Token]) -> Built:  # noqa: ARG001
    return "date", Time(CalendarDate(_integer(run[-1].value), _integer(run[0].value)))


def _day_span(run: Sequence[Piece], tokens: Sequence[Token]) -> Built:  # noqa: ARG001
    year = run[-1].value if run[-1].kind == "year" else None
    first, last = (_date(year, run[0].value, run[at].value) for at in (1, 3))
    return ("date", Time(Range(first.meaning, last.meaning))) if first and last else None


def _slashed(run: Sequence[Piece], tokens: Sequence[Token]) -> Built:  # noqa: ARG001
    """`1/28/2019` and `28/1/2019`, but not `3/4/2019`, of which nobody can tell."""
    value = run[0].value
    assert isinstance(value, tuple)
    first, second, year = value
    if max(first, second) <= 12 and first != second:
        return None
    month, day = (second, first) if first > 12 else (first, second)
    made = _date(year, month, day)
    return ("date", made) if made else None


def _month_name(run: Sequence[Piece], tokens: Sequence[Token]) -> Built:
    """A month, and not the verb *may*, a march, or a woman called April."""
    piece, after = run[0], _after(run, tokens)
    beside_number = after is not None and after.text[:1].isdigit()
    if beside_number or _before(run, tokens) in _BEFORE_A_MONTH or (run[0].start and tokens[run[0].start - 1].is_digit):
        return "month", piece.value
    if piece.kind == "month_ambiguous":
        return None
    name_follows = after is not None and after.is_alpha and after.is_title and not after.is_stop
    return (WORD, None) if name_follows else ("month", piece.value)


def _month(run: Sequence[Piece], tokens: Sequence[Token]) -> Built:
    abbreviated = len(tokens[run[0].start].text.rstrip(".")) <= len("Mar")
    if abbreviated and _before(run, tokens) not in _BEFORE_A_MONTH and tokens[run[0].start].text != "May":
        return None
    return "time", Time(CalendarDate(None, _integer(run[0].value)))


def _year(run: Sequence[Piece], tokens: Sequence[Token]) -> Built:
    """A year, and not 2,000 people: a preposition before it, no noun after it."""
    after = _after(run, tokens)
    counts = after is not None and after.is_alpha and after.is_lower and not after.is_stop
    if _before(run, tokens) not in _BEFORE_A_YEAR or (counts and _before(run, tokens) != "the"):
        return None
    return "time", Time(CalendarDate(_integer(run[0].value)))


def _decade(run: Sequence[Piece], tokens: Sequence[Token]) -> Built:  # noqa: ARG001
    start = _integer(run[-1].value)
    assert start is not None
    return "time", Time(Decade(start))


def _season(run: Sequence[Piece], tokens: Sequence[Token]) -> Built:
    """`in the spring`, `summer 2018`; not a spring of water."""
    number = _integer(run[0].value)
    assert number is not None
    if len(run) > 1:
        return "time", Time(Season(number, _integer(run[-1].value)))
    at = run[0].start
    words_before = {token.lower_ for token in tokens[max(0, at - 2) : at]}
    return ("time", Time(Season(number))) if words_before & {"in", "since", "by", "until", "during"} else None


def _weekday(run: Sequence[Piece], tokens: Sequence[Token]) -> Built:
    day = _integer(run[0].value)
    assert day is not None
    after = _after(run, tokens)
    name_follows = (
        after is not None and after.is_title and after.is_alpha and after.lower_ in ("group", "club", "times")
    )
    return None if name_follows else ("time", Time(Weekday(day)))


def _keep_last(run: Sequence[Piece], tokens: Sequence[Token]) -> Built:  # noqa: ARG001
    return "time", run[-1].value


def _edge(run: Sequence[Piece], tokens: Sequence[Token]) -> Built:  # noqa: ARG001
    edge, value = run[0].value, run[-1].value
    assert isinstance(edge, Edge)
    if not isinstance(value, Time):
        return None
    return "time", Time(Part(edge, value.meaning))


DAY = "number|ordinal"
NAMES: tuple[Rule, ...] = (
    rule("month-name", "month|month_ambiguous", _month_name),
    rule("slashed-date", "slashed", _slashed),
    rule("iso-date", "year - number - number", _dated(0, 2, 4)),
)
DATES: tuple[Rule, ...] = (
    rule("month-day-year", f"month {DAY} , year", _dated(3, 0, 1)),
    rule("month-day-year", f"month {DAY} year", _dated(2, 0, 1)),
    rule("month-days-year", "month number -|– number , year", _day_span),
    rule("month-days", "month number -|–|and number", _day_span),
    rule("days-month-year", "number -|–|and number month year", _day_month_span),
    rule("days-month", "number -|–|and number month", _day_month_span),
    rule("years", "year -|– year|number", _years),
    rule("month-day", f"month {DAY}", _dated(None, 0, 1)),
    rule("day-month-year", f"{DAY} month year", _dated(2, 1, 0)),
    rule("day-month-year", f"{DAY} month , year", _dated(3, 1, 0)),
    rule("day-month-year", f"{DAY} of month year", _dated(3, 2, 0)),
    rule("day-month", f"{DAY} month", _dated(None, 1, 0)),
    rule("day-of-month", "ordinal of month", _dated(None, 2, 0)),
    rule("month-year", "month year", _month_year),
    rule("month-year", "month , year", _month_year),
    rule("month-year", "month of year", _month_year),
    rule("month-year", "month year_short", _month_year),
)
TIMES: tuple[Rule, ...] = (
    rule("weekday-date", "weekday|weekday_abbreviation , date", _weekday_date),
    rule("weekday-date", "weekday|weekday_abbreviation date", _weekday_date),
    rule("date", "date", _keep_last),
    rule("month", "month", _month),
    rule("year", "year", _year),
    rule("decade", "the decade", _decade),
    rule("decade", "decade", _decade),
    rule("season-year", "season year", _season),
    rule("season-year", "season of year", _season),
    rule("season", "season", _season),
    rule("weekday", "weekday", _weekday),
)
PARTS: tuple[Rule, ...] = (
    rule("edge", "edge time", _edge),
    rule("edge", "edge - time", _edge),
    rule("edge", "edge in time", _edge),
    rule("edge-of", "edge_noun of time", _edge),
)
