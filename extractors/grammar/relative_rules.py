"""Rules for times that count from another: shifts, periods, amounts, parts of the day, clocks, sets, signals."""

from collections.abc import Sequence

from spacy.tokens import Token

from extractors.grammar.composition import Rule, rule
from extractors.grammar.pieces import Amount, Piece, Time, Value
from timeline.meaning import (
    Anchor,
    Clock,
    DayPart,
    Duration,
    Edge,
    Meaning,
    MonthOf,
    Part,
    Period,
    Range,
    Recurring,
    Reference,
    Season,
    Shift,
    Trailing,
    Unit,
    Vague,
    Weekday,
    Within,
)
from timeline.model import TimexType

Built = tuple[str, Value] | None
Run = Sequence[Piece]
Tokens = Sequence[Token]

_INSTANTS = (Unit.SECOND, Unit.MINUTE)
_RANKING = frozenset("first second third fourth fifth time most least worst record".split())
_RANKED_WITHIN = 8
_NOON = 12
_MULTIPLES: dict[object, int] = {100: 100, 1000: 1000}


def _time(meaning: Meaning, type: TimexType = TimexType.DATE) -> Built:  # noqa: A002 - TIMEX3's own word
    return "time", Time(meaning, type)


def _word(run: Run, at: int, tokens: Tokens) -> str:
    return tokens[run[at].start].lower_


def _int(value: Value) -> int:
    assert isinstance(value, int)
    return value


def _unit(value: Value) -> Unit:
    assert isinstance(value, Unit)
    return value


def _amount(value: Value) -> Amount:
    assert isinstance(value, Amount)
    return value


def _meaning(value: Value) -> Meaning:
    assert isinstance(value, Time)
    return value.meaning


def _compound(run: Run, tokens: Tokens) -> Built:  # noqa: ARG001
    tens, ones = run[0].value, run[-1].value
    if isinstance(tens, int) and ones in _MULTIPLES and 0 < tens < 100:
        return "number", tens * _MULTIPLES[ones]
    if not (isinstance(tens, int) and isinstance(ones, int) and tens in range(20, 100, 10) and 0 < ones < 10):
        return None
    return "number", tens + ones


def _counted(run: Run, tokens: Tokens) -> Built:
    unit = _unit(run[-1].value)
    if run[0].kind == "number":
        count = run[0].value
        assert isinstance(count, int | float)
        return "amount", Amount(count, unit)
    word = _word(run, 0, tokens)
    if word in ("a", "an"):
        few = len(run) > 2
        if unit is Unit.SECOND:
            return None
        return ("amount" if few else "one", Amount(None if few else 1, unit))
    return "amount", Amount(None, unit)


def _period(run: Run, tokens: Tokens) -> Built:
    """`last week`; with an article (`the last week`) the stretch next to publication."""
    unit, offset, word = _unit(run[-1].value), _int(run[-2].value), _word(run, -2, tokens)
    if unit in _INSTANTS:
        return None
    if run[0].kind != "the":
        return _time(Trailing(-1, unit), TimexType.DURATION) if word == "past" else _time(Period(unit, offset))
    if word == "previous" or (word == "next" and unit is Unit.DAY):
        return _time(Shift(offset, unit, Anchor.NARRATIVE))
    if word == "current":
        return _time(Period(unit, 0))
    return _time(Trailing(offset, unit), TimexType.DURATION) if offset else None


def _stretch(run: Run, tokens: Tokens) -> Built:  # noqa: ARG001
    """`the last two years`, `the next three days`."""
    amount, offset = _amount(run[-1].value), _int(run[-2].value)
    if amount.count is None:
        return _time(Duration(amount.unit), TimexType.DURATION)
    if not offset or not float(amount.count).is_integer():
        return None
    return _time(Trailing(offset * int(amount.count), amount.unit), TimexType.DURATION)


def _offset_name(run: Run, tokens: Tokens) -> Built:  # noqa: ARG001
    """`last Friday`, `next May`, `this summer`."""
    offset, number = _int(run[-2].value), _int(run[-1].value)
    match run[-1].kind:
        case "weekday":
            return _time(Weekday(number, offset))
        case "season":
            return _time(Season(number, offset=offset))
        case _:
            return _time(MonthOf(number, offset))


def _relative_part(run: Run, tokens: Tokens) -> Built:
    """`last night`, `this morning`."""
    part, word = run[-1].value, _word(run, 0, tokens)
    assert isinstance(part, DayPart)
    if word not in ("last", "this") or (word == "last" and part is not DayPart.NIGHT):
        return None
    return _time(Within(part, Period(Unit.DAY, _int(run[0].value))), TimexType.TIME)


def _day_offset(run: Run, tokens: Tokens) -> Built:
    """`yesterday`; with a verb in the present `today` is the present age: *what today moves us*."""
    after = tokens[run[0].end] if run[0].end < len(tokens) else None
    present = after is not None and after.is_lower and not after.is_stop and after.lower_.endswith("s")
    if _word(run, 0, tokens) == "today" and present:
        return _time(Vague(Reference.PRESENT))
    return _time(Period(Unit.DAY, _int(run[0].value)))


def _tonight(run: Run, tokens: Tokens) -> Built:  # noqa: ARG001
    return _time(Within(DayPart.NIGHT, Period(Unit.DAY, 0)), TimexType.TIME)


def _day_part(run: Run, tokens: Tokens) -> Built:  # noqa: ARG001
    part = run[-1].value
    assert isinstance(part, DayPart)
    return _time(Within(part, _meaning(run[0].value)), TimexType.TIME)


def _ago(run: Run, tokens: Tokens) -> Built:
    amount, word = _amount(run[0].value), _word(run, -1, tokens)
    ahead = word in ("later", "after")
    if amount.count is None:
        return _time(Vague(Reference.PAST)) if word == "ago" else None
    if not float(amount.count).is_integer():
        return _time(Duration(amount.unit, amount.count), TimexType.DURATION)
    anchor = Anchor.PUBLICATION if word == "ago" else Anchor.NARRATIVE
    return _time(Shift(int(amount.count) * (1 if ahead else -1), amount.unit, anchor))


def _in(run: Run, tokens: Tokens) -> Built:
    """`in eight days` lies ahead; `the first time in two years` and `the worst in a decade` are lengths of time."""
    amount = _amount(run[-1].value)
    before = tokens[max(0, run[0].start - _RANKED_WITHIN) : run[0].start]
    ranked = any(token.lower_ in _RANKING or token.lower_.endswith("est") for token in before)
    if amount.count is None or ranked or not float(amount.count).is_integer():
        return _time(Duration(amount.unit, amount.count), TimexType.DURATION)
    return _time(Shift(int(amount.count), amount.unit))


def _narrative(run: Run, tokens: Tokens) -> Built:
    """`the day before`, `that day`, `the same month`, `the following week`: they count from what was told."""
    unit = next(_unit(piece.value) for piece in run if piece.kind == "unit")
    if unit in _INSTANTS:
        return None
    offsets = {"before": -1, "after": 1, "following": 1, "that": 0, "same": 0}
    word = next(token.lower_ for token in tokens[run[0].start : run[-1].end] if token.lower_ in offsets)
    return _time(Shift(offsets[word], unit, Anchor.NARRATIVE))


def _duration(run: Run, tokens: Tokens) -> Built:  # noqa: ARG001
    amount = run[-1].value
    if isinstance(amount, Unit):
        return _time(Duration(amount), TimexType.DURATION)
    return _time(Duration(_amount(amount).unit, _amount(amount).count), TimexType.DURATION)


def _every(run: Run, tokens: Tokens) -> Built:  # noqa: ARG001
    last = run[-1]
    meaning = Recurring(Unit.WEEK, _int(last.value)) if last.kind == "weekday" else Recurring(_unit(last.value))
    return _time(meaning, TimexType.SET)


def _set(run: Run, tokens: Tokens) -> Built:
    """`monthly`; not the Daily this or that."""
    token = tokens[run[0].start]
    named = token.is_title and run[0].start > 0
    return None if named else _time(Recurring(_unit(run[0].value)), TimexType.SET)


def _vague(run: Run, tokens: Tokens) -> Built:  # noqa: ARG001
    reference = run[0].value
    assert isinstance(reference, Reference)
    return _time(Vague(reference))


def _clock(run: Run, tokens: Tokens) -> Built:
    """`8:30 p.m.`, `at 18:30`."""
    value = next(piece.value for piece in run if piece.kind in ("clock", "number"))
    hour, minute = value if isinstance(value, tuple) else (value, 0)
    if not isinstance(hour, int) or not 0 <= hour < 24:
        return None
    if run[-1].kind not in ("clock", "number"):
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if _word(run, -1, tokens).startswith("p") else 0)
    return "clocktime", (hour, int(minute))


def _clock_on(run: Run, tokens: Tokens) -> Built:  # noqa: ARG001
    clock = next(piece.value for piece in run if piece.kind == "clocktime")
    assert isinstance(clock, tuple)
    day = next((_meaning(piece.value) for piece in run if piece.kind == "time"), None)
    return _time(Clock(clock[0], clock[1], day or Shift(0, Unit.DAY, Anchor.NARRATIVE)), TimexType.TIME)


def _placed(value: Value) -> bool:
    """Whether a time has a place in the calendar, so that a span can begin or end with it."""
    return isinstance(value, Time) and not isinstance(value.meaning, Duration | Recurring | Vague | Range | Trailing)


def _open_range(run: Run, tokens: Tokens) -> Built:
    value = run[-1].value
    if not _placed(value):
        return None
    known = _meaning(value)
    meaning = Range(start=known) if _word(run, 0, tokens) == "since" else Range(end=known)
    assert isinstance(value, Time)
    return _time(meaning, value.type)


def _closed_range(run: Run, tokens: Tokens) -> Built:  # noqa: ARG001
    first, last = (piece.value for piece in run if piece.kind == "time")
    if not (_placed(first) and _placed(last)):
        return None
    return _time(Range(_meaning(first), _meaning(last)))


def _edge_of_unit(run: Run, tokens: Tokens) -> Built:
    """`the end of the year`, `the beginning of this month`."""
    edge = _word_edge(run)
    offset = next((_int(piece.value) for piece in run if piece.kind == "relative"), 0)
    unit = _unit(run[-1].value)
    if unit in _INSTANTS or _word(run, -2, tokens) == "past":
        return None
    return _time(Part(edge, Period(unit, offset)))


def _word_edge(run: Run) -> Edge:
    edge = next(piece.value for piece in run if piece.kind == "edge_noun")
    assert isinstance(edge, Edge)
    return edge


UNIT = "unit|units"
NUMBERS: tuple[Rule, ...] = (
    rule("number", "number number", _compound),
    rule("number", "number - number", _compound),
    rule("clock", "clock|number a.m.|p.m.|am|pm", _clock),
    rule("clock", "at clock|number a.m.|p.m.|am|pm", _clock, inner=(1, None)),
    rule("clock", "at clock", _clock, inner=(1, None)),
)
AMOUNTS: tuple[Rule, ...] = (
    rule("edge-of-unit", "the edge_noun of the|relative unit", _edge_of_unit),
    rule("edge-of-unit", "the edge_noun of the relative unit", _edge_of_unit),
    rule("amount", f"number {UNIT}", _counted),
    rule("amount", "number - unit", _counted),
    rule("amount", "a|an few units", _counted),
    rule("amount", "a couple of units", _counted),
    rule("amount", "a|an unit", _counted),
    rule("amount", "several|few|some units", _counted),
    rule("day-offset", "day_offset", _day_offset),
    rule("tonight", "tonight", _tonight),
    rule("relative-part", "relative daypart", _relative_part),
    rule("relative-name", "relative weekday|month|season", _offset_name),
    rule("relative-name", "this relative weekday|month|season", _offset_name),
    rule("period", "relative unit", _period),
    rule("period", "the relative unit", _period),
    rule("narrative", "that unit", _narrative),
    rule("narrative", "the same unit", _narrative),
    rule("narrative", "the following unit", _narrative),
    rule("narrative", "the unit before|after", _narrative),
    rule("every", "every|each weekday|unit", _every),
    rule("set", "set", _set),
    rule("vague", "vague", _vague),
)
SHIFTS: tuple[Rule, ...] = (
    rule("day-part", "time daypart", _day_part),
    rule("ago", "amount|one ago|earlier|later|before|after", _ago),
    rule("in", "in amount|one", _in),
    rule("stretch", "the relative amount", _stretch),
    rule("stretch", "relative amount", _stretch),
    rule("duration", "amount", _duration),
    rule("duration", "for|within one", _duration, inner=(1, None)),
    rule("duration", "for units", _duration, inner=(1, None)),
)
CLOCKS: tuple[Rule, ...] = (
    rule("clock-day", "clocktime time", _clock_on),
    rule("clock-day", "clocktime on time", _clock_on),
    rule("clock-day", "time at clocktime", _clock_on),
    rule("clock-alone", "clocktime", _clock_on),
)
SIGNALS: tuple[Rule, ...] = (
    rule("since", "since time", _open_range, inner=(1, None)),
    rule("until", "until|till|through time", _open_range, inner=(1, None)),
    rule("from-to", "from time to|until|through time", _closed_range, inner=(1, None)),
    rule("between", "between time and time", _closed_range, inner=(1, None)),
)
