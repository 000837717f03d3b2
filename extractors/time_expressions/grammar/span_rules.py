"""Rules for spans: `since Friday`, `from May to July`, `between 1990 and 1994`, `Monday-Friday`."""

from extractors.time_expressions.grammar.building import (
    before,
    is_day,
    is_placed,
    keep_last,
    made,
    meaning,
    said,
    whole,
)
from extractors.time_expressions.grammar.composition import Built, Run, Words, layer, rule
from extractors.time_expressions.grammar.pieces import Time
from extractors.time_expressions.grammar.shared_year_rules import closed, shared
from timeline.meanings import Meaning
from timeline.meanings.composed import Bounded, From, Nth, Range
from timeline.meanings.counted import Weekday
from timeline.meanings.named import CalendarDate, Century, Decade
from timeline.meanings.placeless import Duration
from timeline.meanings.units import Unit
from timeline.when import Bound


def _open(run: Run, words: Words) -> Built:
    """`since Friday`, `until May`."""
    time = run[-1]
    if not is_placed(time):
        return None
    assert isinstance(time.value, Time)
    known = meaning(time)
    ranged = Range(start=known) if said(run[0], words) in ("since", "as") else Range(end=known)
    return made(ranged, time.value.type)


def _closed(run: Run, words: Words) -> Built:
    first, last = (one for one in run if one.kind == "time")
    if not (is_placed(first) and is_placed(last)):
        return None
    assert isinstance(last.value, Time)
    return made(closed(meaning(first), meaning(last)), last.value.type)


def _between(run: Run, words: Words) -> Built:
    """`between 1190 and 1215`: some time within, and of a state all that time."""
    closed = _closed(run, words)
    if closed is None:
        return None
    _, time = closed
    assert isinstance(time, Time)
    return made(Bounded(Bound.BETWEEN, time.meaning))


def _dashed(run: Run, words: Words) -> Built:
    """`Monday-Friday`, `Jan. 5 – Feb. 3`: of two names of the same sort."""
    first, last = meaning(run[0]), meaning(run[-1])
    given = shared(first, last)
    same = type(given) is type(last) and isinstance(given, Weekday | CalendarDate | Nth | Century | Decade)
    return _closed(run, words) if same else None


_LED = frozenset("for over in during lasted".split())
_COUNTED_TO = {Unit.YEAR: None, Unit.MONTH: Unit.MONTH, Unit.WEEK: Unit.DAY, Unit.DAY: Unit.DAY}
"""By the unit of a length, the coarsest time that it can end with; None is a year."""


def _lasting_to(run: Run, words: Words) -> Built:
    """`for three years until 2014`, `over the ten years to 2014`: it began so long before."""
    length, end = meaning(run[0]), meaning(run[-1])
    if not isinstance(length, Duration) or before(run, words) not in _LED or not is_placed(run[-1]):
        return None
    count = whole(length.count)
    if count is None or length.unit not in _COUNTED_TO or not _can_end(length.unit, end):
        return None
    return made(Range(From(-count, length.unit, end), end))


def _can_end(counted: Unit, end: Meaning) -> bool:
    dated = isinstance(end, CalendarDate) and (end.day is not None or end.month is not None)
    match _COUNTED_TO[counted]:
        case None:
            return isinstance(end, CalendarDate)
        case Unit.MONTH:
            return dated
        case _:
            return is_day(end)


def _to(run: Run, words: Words) -> Built:
    """`17 August to 19 August 2013`, `Wednesday to Friday last week`; years alone are rather compared."""
    end = meaning(run[-1])
    yearly = isinstance(end, CalendarDate) and end.month is None and end.day is None
    return None if yearly else _dashed(run, words)


SPANS = layer(
    "spans",
    rule("since", "since [ time ]", _open, "since Friday"),
    rule("not-until", "not until|till [ time ]", keep_last, "Not until May did they leave"),
    rule("until", "until|till|through [ time ]", _open, "until May"),
    rule("at-least", "since|until|till|through at least [ time ]", _open, "until at least Wednesday"),
    rule("lasting-to", "[ time until|till|to time ]", _lasting_to, "for three years until 2014"),
    rule("from-to", "from [ time to|until|till|through time ]", _closed, "from May to July"),
    rule("between", "between [ time and time ]", _between, "between 1990 and 1994"),
    rule("from-to", "time through time", _dashed, "Monday through Friday"),
    rule("from-to", "time to|until|till time", _to, "17 August to 19 August 2013"),
    rule("dashed", "time -|– time", _dashed, "Monday-Friday"),
)
