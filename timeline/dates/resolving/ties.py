"""The time of what no words of its own date: within a scene, by publication, at it, or so long up to it.

All are less certain than what words say: a scene is read off the order of telling; news is only known to have happened
by the day of its publication; and what *currently* is may have been so when it was written rather than published.
"""

import datetime as dt

import msgspec

from timeline.dates.edtf import describe_edtf, parse
from timeline.dates.periods import containing, shift
from timeline.meanings import Meaning
from timeline.meanings.composed import Range, unhedged
from timeline.meanings.counted import Shift
from timeline.meanings.placeless import Duration
from timeline.meanings.units import CLOCK_UNITS, Unit
from timeline.model import Published, TimeExpression
from timeline.when import Bound, Precision, Step, When

_MANY_YEARS = 5
"""*For two years* tells more than a year, *for 15 years* does not."""
_COUNTED_IN = {Unit.MONTH: (Precision.MONTH,), Unit.YEAR: (Precision.MONTH, Precision.YEAR)}
"""How fine a time longer than a day must be for so many units to be counted from it."""
_WRITTEN = {Unit.YEAR: len("2019"), Unit.MONTH: len("2019-01")}
"""How much of a day is written of what is counted in these units."""


def of_scene(when: When, words: str) -> When:
    """The time that dates a scene, for what is told within it: the day of a clock time, marked as uncertain."""
    step = Step("scene", f"told in the scene of “{' '.join(words.split())}”, which its own words don’t say")
    return _with_doubt(when, step)


def over_night(when: When, hour: TimeExpression) -> When:
    """What a scene tells of after a night: of the day after that of the scene, where that is one day."""
    day = when.earliest
    if when.candidates or day is None or day != when.latest or day == dt.date.max:
        return when
    step = Step("night", f"after {_words(hour)}, which the night has gone on to: the day after")
    return _spanning(f"{day + dt.timedelta(days=1)}?", (*when.derivation, step))


def of_supposed_speaking(when: When) -> When:
    """What counts from a speaking that no words date: marked as uncertain."""
    return _with_doubt(when, Step("speaking", "in words of a speaker, of which the text does not say when they fell"))


def _with_doubt(when: When, step: Step) -> When:
    if when.is_open or when.candidates:
        return msgspec.structs.replace(when, derivation=(*when.derivation, step))
    edtf = "/".join(_doubted(side.partition("T")[0]) for side in when.edtf.split("/"))
    placed = _spanning(edtf, (*when.derivation, step))
    return msgspec.structs.replace(placed, timex=when.timex)


def _doubted(side: str) -> str:
    """One side of an interval, or all of a date, marked as uncertain; what is about so is both."""
    if side in ("", "..") or side[-1] in "?%":
        return side
    return f"{side[:-1]}%" if side[-1] == "~" else f"{side}?"


def before(when: When, words: str) -> When:
    """What was over before something that other words date: up to then; open where that is open or not settled."""
    step = Step("before", f"over before what “{' '.join(words.split())}” dates")
    if when.is_open or when.candidates or when.latest is None:
        return When(derivation=(*when.derivation, step))
    end = when.edtf.split("/")[-1].partition("T")[0]
    bounded = _spanning(f"../{end}", (*when.derivation, step))
    return msgspec.structs.replace(bounded, bound=Bound.BY)


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


def by_publication_instead(when: When, words: str, published: Published) -> When:
    """What has occurred and stands beside a time that is to come: that is of something else."""
    ahead = f"“{' '.join(words.split())}” lies ahead, and it has occurred: by publication ({_day(published)})"
    bound = by_publication(published)
    return msgspec.structs.replace(bound, derivation=(*when.derivation, Step("ahead", ahead)))


def at_publication(published: Published | None) -> When:
    """What is told as so now: it was on the day of publication, or shortly before."""
    if published is None:
        says = "told as so at the moment of telling, and the article has no publication date"
        return When(derivation=(Step("present", says),))
    step = Step("present", f"told as so at the moment of telling: about the day of publication ({_day(published)})")
    return _spanning(f"{published.date}?", (step,))


def lasting(expression: TimeExpression, published: Published | None) -> When:
    """What has gone on for a length of time: since about so long before publication."""
    words, meaning = _words(expression), _length(expression)
    if published is None or meaning is None:
        return When(derivation=(Step("lasting", f"has gone on for {words}, up to a moment that is not known"),))
    start = _shifted(published, meaning, -1)
    if start is None:
        return When(derivation=(Step("lasting", f"has gone on for {words}, from before the calendar begins"),))
    if meaning.unit is Unit.YEAR and (meaning.count or 0) < _MANY_YEARS:
        meaning = msgspec.structs.replace(meaning, unit=Unit.MONTH)
    unit = meaning.unit if meaning.unit in _WRITTEN else Unit.YEAR if meaning.unit is Unit.DECADE else Unit.DAY
    first = containing(start, unit)[0] if unit is not Unit.DAY else start
    edtf = f"{first.isoformat()[: _WRITTEN.get(unit, len('2019-01-26'))]}~/.."
    step = Step("lasting", f"has gone on for {words}, counted back from publication ({_day(published)})")
    return _spanning(edtf, (step,))


def edge(meaning: Meaning) -> Meaning:
    """When a time begins, if it has no end, and otherwise when it ends: *since 1998*, *until May*, *from 3 to 5*."""
    if not isinstance(meaning, Range):
        return meaning
    return meaning.end or meaning.start or meaning


def within(expression: TimeExpression, published: Published | None) -> When:
    """What is to be done within a length of time: from publication up to so long after it."""
    words, meaning = _words(expression), _length(expression)
    end = None if published is None or meaning is None else _shifted(published, meaning, 1)
    if published is None or end is None:
        return When(derivation=(Step("within", f"within {words} of a moment that is not known"),))
    step = Step("within", f"within {words} of publication ({_day(published)})")
    when = _spanning(f"{published.date}/{end}", (step,))
    return msgspec.structs.replace(when, bound=Bound.BETWEEN)


def apart(when: When, expression: TimeExpression) -> When:
    """What a dated event came so long after or before; open where either is not known."""
    meaning = unhedged(expression.meaning)
    words = _words(expression)
    unknown = When(derivation=(*when.derivation, Step("apart", f"{words}, which can’t be counted from there")))
    day = when.earliest
    if not isinstance(meaning, Shift) or meaning.unit in CLOCK_UNITS or when.candidates or day is None:
        return unknown
    if day != when.latest and when.precision not in _COUNTED_IN.get(meaning.unit, ()):
        return unknown
    try:
        first = shift(day, -meaning.count, meaning.unit)
    except (OverflowError, ValueError):
        return unknown
    length = _WRITTEN.get(meaning.unit, len("2019-01-26"))
    rough = "" if meaning.unit is Unit.DAY else "~"
    way = "after" if meaning.count > 0 else "before"
    step = Step("apart", f"counted back from it, which came {words} {way} this")
    return _spanning(f"{first.isoformat()[:length]}{rough}", (*when.derivation, step))


def _words(expression: TimeExpression) -> str:
    return f"“{' '.join(expression.text.split())}”"


def _length(expression: TimeExpression) -> Duration | None:
    """A length in days or more, roughly told or not; None for *some days*, and where it was guessed that it is one."""
    meaning = unhedged(expression.meaning)
    counted = isinstance(meaning, Duration) and meaning.count is not None and meaning.unit not in CLOCK_UNITS
    return meaning if isinstance(meaning, Duration) and counted else None


def _shifted(published: Published, length: Duration, way: int) -> dt.date | None:
    """So long before or after publication; None outside of the calendar."""
    try:
        return shift(published.date, way * round(length.count or 0), length.unit)
    except (OverflowError, ValueError):
        return None


def _spanning(edtf: str, steps: tuple[Step, ...]) -> When:
    span = parse(edtf)
    return When(edtf=edtf, earliest=span.earliest, latest=span.latest, precision=span.precision, derivation=steps)


def _day(published: Published) -> str:
    return describe_edtf(published.date.isoformat())
