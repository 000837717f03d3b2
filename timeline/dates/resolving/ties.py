"""The time of what no words of its own date: within a scene, by publication, at it, or so long up to it.

All are less certain than what words say: a scene is read off the order of telling; news is only known to have happened
by the day of its publication; and what *currently* is may have been so when it was written rather than published.
"""

import datetime as dt

import msgspec

from timeline.dates.edtf import describe_edtf, parse
from timeline.dates.periods import containing, shift
from timeline.meanings.composed import About
from timeline.meanings.placeless import Duration
from timeline.meanings.units import CLOCK_UNITS, Unit
from timeline.model import Published, TimeExpression
from timeline.when import Bound, Precision, Step, When

_MARKS = "?~%"
_WRITTEN = {Unit.YEAR: len("2019"), Unit.MONTH: len("2019-01")}
"""How much of a day is written of what is counted in these units."""


def of_scene(when: When, words: str) -> When:
    """The time that dates a scene, for what is told within it: the day of a clock time, marked as uncertain."""
    step = Step("scene", f"told in the scene of “{' '.join(words.split())}”, which its own words don’t say")
    if when.is_open or when.candidates:
        return msgspec.structs.replace(when, derivation=(*when.derivation, step))
    edtf = when.edtf.partition("T")[0]
    if "/" not in edtf and edtf[-1] not in _MARKS:
        edtf += "?"
    placed = _spanning(edtf, (*when.derivation, step))
    return msgspec.structs.replace(placed, timex=when.timex)


def by_publication(published: Published | None) -> When:
    """News that tells no time: it had happened when its article was published; open where that is unknown."""
    if published is None:
        says = "no words date it; it is news, and the article has no publication date that it could be known by"
        return When(derivation=(Step("news", says),))
    says = f"no words date it; it is news, and so had happened by publication ({_day(published)})"
    return When(
        edtf=f"../{published.date}",
        latest=published.date,
        precision=Precision.DAY,
        bound=Bound.BY,
        derivation=(Step("news", says),),
    )


def at_publication(published: Published | None) -> When:
    """What is told as so now: it was on the day of publication, or shortly before."""
    if published is None:
        says = "told as so at the moment of telling, and the article has no publication date"
        return When(derivation=(Step("present", says),))
    step = Step("present", f"told as so at the moment of telling: about the day of publication ({_day(published)})")
    return _spanning(f"{published.date}?", (step,))


def lasting(expression: TimeExpression, published: Published | None) -> When:
    """What has gone on for a length of time: since about so long before publication."""
    words = f"“{' '.join(expression.text.split())}”"
    meaning = expression.meaning.base if isinstance(expression.meaning, About) else expression.meaning
    if published is None or not isinstance(meaning, Duration) or meaning.count is None or meaning.unit in CLOCK_UNITS:
        return When(derivation=(Step("lasting", f"has gone on for {words}, up to a moment that is not known"),))
    try:
        start = shift(published.date, -round(meaning.count), meaning.unit)
    except (OverflowError, ValueError):
        return When(derivation=(Step("lasting", f"has gone on for {words}, from before the calendar begins"),))
    unit = meaning.unit if meaning.unit in _WRITTEN else Unit.YEAR if meaning.unit is Unit.DECADE else Unit.DAY
    first = containing(start, unit)[0] if unit is not Unit.DAY else start
    edtf = f"{first.isoformat()[: _WRITTEN.get(unit, len('2019-01-26'))]}~/.."
    step = Step("lasting", f"has gone on for {words}, counted back from publication ({_day(published)})")
    return _spanning(edtf, (step,))


def _spanning(edtf: str, steps: tuple[Step, ...]) -> When:
    span = parse(edtf)
    return When(edtf=edtf, earliest=span.earliest, latest=span.latest, precision=span.precision, derivation=steps)


def _day(published: Published) -> str:
    day: dt.date = published.date
    return describe_edtf(day.isoformat())
