"""Rules for spans: `since Friday`, `from May to July`, `between 1990 and 1994`, `Monday-Friday`."""

from extractors.time_expressions.grammar.building import is_placed, made, meaning, said, shared_year
from extractors.time_expressions.grammar.composition import Built, Run, Words, layer, rule
from extractors.time_expressions.grammar.pieces import Time
from timeline.meanings.composed import Bounded, Range
from timeline.meanings.counted import Weekday
from timeline.meanings.named import CalendarDate
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
    start, end = shared_year(meaning(first), meaning(last))
    return made(Range(start, end))


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
    same = type(first) is type(last) and isinstance(first, Weekday | CalendarDate)
    return _closed(run, words) if same else None


SPANS = layer(
    "spans",
    rule("since", "since [ time ]", _open, "since Friday"),
    rule("until", "until|till|through [ time ]", _open, "until May"),
    rule("from-to", "from [ time to|until|till|through time ]", _closed, "from May to July"),
    rule("between", "between [ time and time ]", _between, "between 1990 and 1994"),
    rule("from-to", "time through time", _dashed, "Monday through Friday"),
    rule("dashed", "time -|– time", _dashed, "Monday-Friday"),
)
