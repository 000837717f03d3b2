"""From a meaning to a date: a pure function of the meaning and its context, with every step written down.

Direction follows how news uses bare expressions: a weekday told of as past is the last such day up to publication,
one that lies ahead the first from it on; never more than six days away.
"""

import datetime as dt

import msgspec

from timeline import placing, timex
from timeline.edtf import describe_edtf, parse
from timeline.meaning import (
    Anchor,
    CalendarDate,
    Clock,
    Decade,
    Duration,
    Edge,
    Meaning,
    MonthOf,
    Part,
    Period,
    Range,
    Recurring,
    Season,
    Shift,
    Trailing,
    Unit,
    Vague,
    Weekday,
    Within,
)
from timeline.model import Article, Assertion, Basis, Direction, Published, Sense, TimeExpression
from timeline.placing import Option
from timeline.when import Candidate, Precision, Step, When

BASES = {
    Basis.PERSON: "set by you",
    Basis.METADATA: "from its metadata",
    Basis.URL: "from its address",
    Basis.DATELINE: "from its dateline",
    Basis.UPDATED: "from its “updated” line",
}
"""Where a publication date is from, in words."""


class Context(msgspec.Struct, frozen=True):
    """What resolving may know: all of it can be stored, none of it needs the text again."""

    published: Published | None = None
    direction: Direction = Direction()
    spoken: dt.date | None = None
    """The day on which the words were spoken, where the sentence dates the speaking."""


class _Outcome(msgspec.Struct, frozen=True):
    """The dates that a meaning may have, likelier first; none when it stays open."""

    options: tuple[Option, ...] = ()
    timex: str = ""
    steps: tuple[Step, ...] = ()


def resolve(meaning: Meaning, context: Context) -> When:
    """The time that `meaning` has in `context`; open where the calendar can't be reached from what is known.

    Total: every meaning and every context give a `When`.
    """
    try:
        return _finish(_resolve(meaning, context))
    except (OverflowError, ValueError):
        says = "it leads outside the calendar, which has the years 1 to 9999, so it stays open"
        return When(timex=timex.unplaced(meaning), derivation=(Step("outside-calendar", says),))


def resolve_expression(article: Article, index: int) -> When:
    """The time of one of the article's expressions under its publication date, derivation included."""
    expression = article.time_expressions[index]
    spoken = None
    if expression.spoken is not None:
        saying = article.time_expressions[expression.spoken]
        spoken = resolve(saying.meaning, Context(article.published, saying.direction)).latest
    when = resolve(expression.meaning, Context(article.published, expression.direction, spoken))
    return msgspec.structs.replace(when, derivation=(_found(expression), *when.derivation))


def redate(article: Article, assertion: Assertion) -> When:
    """The time of an assertion under the article's publication date. Pure, and without spaCy."""
    if assertion.time is None:
        return undated()
    return resolve_expression(article, assertion.time)


def undated() -> When:
    """The time of what no time expression dates: open. It is never the article's own date by default."""
    return When(derivation=(Step("undated", "its sentence gives no time for it"),))


def _found(expression: TimeExpression) -> Step:
    return Step(expression.rules[-1] if expression.rules else "found", f"the text says “{expression.text}”")


def _finish(outcome: _Outcome) -> When:
    options = list({option.edtf: option for option in reversed(outcome.options)}.values())[::-1]
    if not options:
        return When(timex=outcome.timex, derivation=outcome.steps)
    spans = [parse(option.edtf) for option in options]
    candidates = tuple(
        Candidate(option.edtf, span.earliest, span.latest, option.because)
        for option, span in zip(options, spans, strict=True)
    )
    uncertain = len(options) > 1
    return When(
        edtf=f"[{','.join(option.edtf for option in options)}]" if uncertain else options[0].edtf,
        earliest=spans[0].earliest,
        latest=spans[0].latest,
        precision=spans[0].precision,
        timex=options[0].timex,
        derivation=outcome.steps,
        candidates=candidates if uncertain else (),
    )


def _resolve(meaning: Meaning, context: Context) -> _Outcome:
    match meaning:
        case Duration(unit, count):
            return _kept("duration", timex.duration(count, unit), "a length of time, with no place of its own")
        case Recurring():
            return _kept("recurring", timex.unplaced(meaning), "it comes again and again, so it has no single date")
        case Vague(reference):
            return _kept("vague", reference.value, "the words leave it vague")
        case Within() | Clock() | Part():
            return _narrowed(meaning, context)
        case Range():
            return _range(meaning, context)
        case Decade(start):
            first = dt.date(start, 1, 1)
            return _named((placing.unit_option(first, Unit.DECADE, "the words name it"),), meaning, context)
        case CalendarDate():
            return _named(placing.calendar_date(meaning, _day(context), context.direction), meaning, context)
        case Season():
            return _named(placing.season(meaning, _day(context), context.direction), meaning, context)
        case _:
            return _relative(meaning, context)


def _kept(rule: str, value: str, says: str) -> _Outcome:
    return _Outcome((), value, (Step(rule, says),))


def _day(context: Context) -> dt.date | None:
    return context.published.date if context.published else None


def _named(options: tuple[Option, ...], meaning: CalendarDate | Season | Decade, context: Context) -> _Outcome:
    """A time with a name of its own; one without a year is relative after all."""
    year = meaning.start if isinstance(meaning, Decade) else meaning.year
    if year is not None:
        return _Outcome(options, options[0].timex, (Step("named", options[0].because),))
    if not options:
        return _unanchored(meaning)
    return _outcome("calendar", options, context)


def _relative(meaning: Weekday | Period | MonthOf | Shift | Trailing, context: Context) -> _Outcome:
    if isinstance(meaning, Shift) and meaning.anchor is Anchor.NARRATIVE:
        return _kept("narrative", timex.unplaced(meaning), "it counts from a time told of before, which is not settled")
    anchor = _day(context)
    if anchor is None:
        return _unanchored(meaning)
    match meaning:
        case Weekday():
            return _outcome("weekday", placing.weekday(meaning, anchor, context.direction), context)
        case Period():
            return _outcome("period", (placing.period(meaning, anchor),), context)
        case MonthOf():
            return _outcome("month", (placing.month_of(meaning, anchor),), context)
        case Trailing():
            return _outcome("trailing", (placing.trailing(meaning, anchor),), context)
        case Shift():
            return _shift(meaning, anchor, context)


def _shift(meaning: Shift, anchor: dt.date, context: Context) -> _Outcome:
    """Counted from publication, and from the day of speaking too where that is another day."""
    options: tuple[Option, ...] = (placing.shifted(meaning, anchor, "publication"),)
    if context.spoken is not None and context.spoken != anchor:
        options = (placing.shifted(meaning, context.spoken, "the day it was said"), *options)
    return _outcome("shift", options, context)


def _outcome(rule: str, options: tuple[Option, ...], context: Context) -> _Outcome:
    """Options found from the publication date, with the steps that say how."""
    published, direction = context.published, context.direction
    assert published is not None
    steps = [
        Step("published", f"the article is dated {describe_edtf(published.date.isoformat())}, {BASES[published.basis]}")
    ]
    if direction.because and rule in ("weekday", "calendar"):
        steps.append(Step(f"direction.{direction.sense}", direction.because))
    for number, option in enumerate(options):
        says = f"{option.because}: {describe_edtf(option.edtf)}"
        steps.append(Step(f"{rule}.{number}", f"or {says}") if number else Step(rule, says))
    return _Outcome(options, options[0].timex, tuple(steps))


def _unanchored(meaning: Meaning) -> _Outcome:
    says = "it counts from the publication date, which is not known"
    return _kept("unanchored", timex.unplaced(meaning), says)


def _narrowed(meaning: Within | Clock | Part, context: Context) -> _Outcome:
    """A part of a time: each option of the whole, narrowed."""
    whole = _resolve(meaning.base, context)
    match meaning:
        case Within(part):
            options = tuple(_with_timex(option, f"T{part}") for option in whole.options)
            step = Step("part-of-day", f"the {part.name.lower()} of that day")
        case Clock(hour, minute):
            options = tuple(_at(option, hour, minute) for option in whole.options)
            step = Step("clock", f"at {hour:02d}:{minute:02d}")
        case Part(edge):
            options = tuple(_part_of(option, edge) for option in whole.options)
            step = Step("part", f"about the {_EDGE_WORDS[edge]} third of that time")
    value = options[0].timex if options else timex.unplaced(meaning)
    return _Outcome(options, value, (*whole.steps, step))


_EDGE_WORDS = {Edge.START: "first", Edge.MID: "middle", Edge.END: "last"}


def _with_timex(option: Option, suffix: str) -> Option:
    exact = parse(option.edtf).precision is Precision.DAY
    return msgspec.structs.replace(option, timex=option.timex + suffix) if exact else option


def _at(option: Option, hour: int, minute: int) -> Option:
    if parse(option.edtf).precision is not Precision.DAY:
        return option
    clock = f"{option.edtf}T{hour:02d}:{minute:02d}"
    return msgspec.structs.replace(option, edtf=f"{clock}:00", timex=clock)


def _part_of(option: Option, edge: Edge) -> Option:
    """Thirds, marked as approximate: `early March` never becomes 1 March."""
    span = parse(option.edtf)
    if span.earliest is None or span.latest is None or span.earliest == span.latest:
        return option
    if span.precision is Precision.YEAR:
        first, last = {Edge.START: (1, 4), Edge.MID: (5, 8), Edge.END: (9, 12)}[edge]
        year = span.earliest.year
        return msgspec.structs.replace(option, edtf=f"{year:04d}-{first:02d}~/{year:04d}-{last:02d}~")
    days = (span.latest - span.earliest).days
    cuts = [span.earliest + dt.timedelta(days=days * third // 3) for third in range(4)]
    number = list(Edge).index(edge)
    first_day = cuts[number] + dt.timedelta(days=number > 0)
    return msgspec.structs.replace(option, edtf=f"{first_day}~/{cuts[number + 1]}~")


def _range(meaning: Range, context: Context) -> _Outcome:
    if meaning.start is None or meaning.end is None:
        known = meaning.start or meaning.end
        assert known is not None
        outcome = _resolve(known, context)
        opened = (_open_sided(option, opens_at_end=meaning.end is None) for option in outcome.options)
        options = tuple(option for option in opened if option is not None)
        way = "from then on" if meaning.end is None else "up to then"
        return _Outcome(options, outcome.timex, (*outcome.steps, Step("range", way)))
    start, end = _resolve(meaning.start, context), _resolve(meaning.end, context)
    if not start.options or not end.options:
        return _kept("range", "", "one end of the span is not known")
    # Where the direction is open both ends have two dates: each is paired with its like.
    paired = zip(start.options, end.options, strict=False) if len(start.options) == len(end.options) else ()
    ends = [*paired] or [(start.options[0], end.options[0])]
    spans = [span for pair in ends if (span := _span(meaning, context, *pair))]
    if not spans:
        return _kept("range", "", "the span would end before it begins")
    steps = (*start.steps, *end.steps, Step("range", "from the one to the other"))
    return _Outcome(tuple(spans), spans[0].timex, steps)


def _span(meaning: Range, context: Context, start: Option, end: Option) -> Option | None:
    """From one date to another; of two that cross, the far end is looked for from the near one."""
    if _first(start) > _last(end):
        start, end = _uncrossed(meaning, context, start, end)
        if _first(start) > _last(end):
            return None
    edtf = f"{start.edtf.split('/')[0]}/{end.edtf.split('/')[-1]}"
    return Option(edtf, f"{start.timex}/{end.timex}", f"{start.because} to {end.because}")


def _uncrossed(meaning: Range, context: Context, start: Option, end: Option) -> tuple[Option, Option]:
    """`from Friday to Tuesday`, told on a Monday: Tuesday is sought from Friday on, or Friday back from Tuesday."""
    assert meaning.start is not None
    assert meaning.end is not None
    if context.published is None:
        return start, end
    past = context.direction.sense is Sense.PAST or _last(end) < context.published.date
    near = _last(end) if past else _first(start)
    moved = Context(
        msgspec.structs.replace(context.published, date=near),
        msgspec.structs.replace(context.direction, sense=Sense.PAST if past else Sense.FUTURE),
    )
    found = _resolve(meaning.start if past else meaning.end, moved).options
    if not found:
        return start, end
    return (found[0], end) if past else (start, found[0])


def _first(option: Option) -> dt.date:
    return parse(option.edtf).earliest or dt.date.min


def _last(option: Option) -> dt.date:
    return parse(option.edtf).latest or dt.date.max


def _open_sided(option: Option, *, opens_at_end: bool) -> Option | None:
    """From its start on, or up to its end; None where that side is open itself."""
    start, _, end = option.edtf.partition("/")
    kept = start if opens_at_end else end or start
    if kept == "..":
        return None
    return msgspec.structs.replace(option, edtf=f"{kept}/.." if opens_at_end else f"../{kept}")
