"""Rules for spans: `since Friday`, `from May to July`, `between 1990 and 1994`, `Monday-Friday`."""

from extractors.time_expressions.grammar.building import is_placed, made, meaning, said
from extractors.time_expressions.grammar.composition import Built, Run, Words, layer, rule
from extractors.time_expressions.grammar.pieces import Time
from timeline.meanings import Meaning
from timeline.meanings.composed import Range
from timeline.meanings.counted import Weekday
from timeline.meanings.named import CalendarDate


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
    start, end = _shared(meaning(first), meaning(last))
    return made(Range(start, end))


def _shared(start: Meaning, end: Meaning) -> tuple[Meaning, Meaning]:
    """`from May to July 2019` names the year once."""
    if isinstance(start, CalendarDate) and isinstance(end, CalendarDate) and start.year is None and end.year:
        return CalendarDate(end.year, start.month, start.day), end
    return start, end


def _dashed(run: Run, words: Words) -> Built:
    """`Monday-Friday`, `Jan. 5 – Feb. 3`: of two names of the same sort."""
    first, last = meaning(run[0]), meaning(run[-1])
    same = type(first) is type(last) and isinstance(first, Weekday | CalendarDate)
    return _closed(run, words) if same else None


SPANS = layer(
    "spans",
    rule("since", "since [ time ]", _open, "since Friday"),
    rule("until", "until|till|through [ time ]", _open, "until May"),
    rule("from-to", "from [ time to|until|till|through time ]", _closed, "from May to July"),
    rule("between", "between [ time and time ]", _closed, "between 1990 and 1994"),
    rule("from-to", "time through time", _dashed, "Monday through Friday"),
    rule("dashed", "time -|– time", _dashed, "Monday-Friday"),
)
