"""From a meaning to a date: a pure function of the meaning and its context, with every step written down.

Direction follows how news uses bare expressions: a weekday told of as past is the last such day up to publication,
one that lies ahead the first from it on; never more than six days away.
"""

import datetime as dt

import msgspec

from timeline import derivation, event_times, narrowing, phrases, placing, spanning, telling, timex, year_placing
from timeline.context import Context, EventTime, ToldTime
from timeline.derivation import PUBLICATION, SPEAKING
from timeline.edtf import parse
from timeline.meaning import (
    About,
    Anchor,
    BeforeChrist,
    CalendarDate,
    Century,
    Clock,
    Decade,
    Duration,
    Edge,
    FiscalYear,
    From,
    Holiday,
    Meaning,
    MonthOf,
    Nth,
    OfStory,
    OneOf,
    Part,
    Period,
    Range,
    Recurring,
    Season,
    Shift,
    Some,
    Trailing,
    Unit,
    UnitOf,
    Vague,
    Weekday,
    Within,
    YearPart,
)
from timeline.model import Article, Assertion, Sense, ToldEvent
from timeline.phrases import DAY_NAMES
from timeline.placing import Option, unit_option
from timeline.when import Candidate, Step, When

__all__ = ["Context", "redate", "resolve", "resolve_expression", "undated"]

_STALE_DAYS, _DAYS_OF_A_WEEK = 2, 7
"""After so many days an article no longer tells its own tomorrow as a speaker's."""


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
        says = "stays open: it leads outside the calendar, which has the years 1 to 9999"
        return When(timex=timex.unplaced(meaning), derivation=(Step("outside-calendar", says),))


def resolve_expression(article: Article, index: int) -> When:
    """The time of one of the article's expressions under its publication date, derivation included."""
    return _resolve_expression(article, index, _LONGEST_CHAIN)


_LONGEST_CHAIN = 16
"""Expressions that count from each other: more than is ever read, so that a damaged file can't lead on forever."""


def _resolve_expression(article: Article, index: int, links: int) -> When:
    expression = article.time_expressions[index]
    spoken = told = event = None
    if expression.event is not None:
        event = _event_time(article, expression.event, index, links)
    elif expression.told is not None and 0 <= expression.told.expression < index and links:
        before = article.time_expressions[expression.told.expression]
        when = _resolve_expression(article, expression.told.expression, links - 1)
        told = ToldTime(before.text, when, expression.told.same_sentence, expression.told.years)
    if expression.spoken is not None:
        saying = article.time_expressions[expression.spoken]
        spoken = resolve(saying.meaning, Context(article.published, saying.direction)).latest
    context = Context(
        article.published, expression.direction, spoken, expression.verbatim, told, event, "told" in expression.rules
    )
    when = resolve(expression.meaning, context)
    return msgspec.structs.replace(when, derivation=(*derivation.found(expression), *when.derivation))


def _event_time(article: Article, event: ToldEvent, index: int, links: int) -> EventTime:
    """The event that an expression counts from, with its date where another expression gives it one."""
    at = event.expression
    if at is None or at == index or not 0 <= at < len(article.time_expressions) or not links:
        return EventTime(event.text)
    when = _resolve_expression(article, at, links - 1)
    until = article.published.date if event.past and article.published else None
    return EventTime(event.text, article.time_expressions[at].text, when, event.same_clause, until)


def redate(article: Article, assertion: Assertion) -> When:
    """The time of an assertion under the article's publication date. Pure, and without spaCy."""
    if assertion.time is None:
        return undated()
    return resolve_expression(article, assertion.time)


def undated() -> When:
    """The time of what no time expression dates: open. It is never the article's own date by default."""
    return When(derivation=(Step("undated", "its sentence gives no time for it"),))


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
        case Duration() | About(base=Duration()):
            return _kept("duration", timex.unplaced(meaning), f"a length of time: {phrases.length(meaning)}")
        case Recurring():
            return _kept("recurring", timex.unplaced(meaning), f"again and again: {phrases.repeated(meaning)}")
        case Vague():
            return _vague(meaning, context)
        case BeforeChrist(number) | Century(number) if number < 0 or isinstance(meaning, BeforeChrist):
            says = "before Christ: dates here begin with the year 1, so none is given"
            return _kept("before-christ", timex.unplaced(meaning), says)
        case Within() | Clock() | Part() | About():
            return _narrowed(meaning, context)
        case From() | Nth() | UnitOf():
            return _inside(meaning, context)
        case OneOf():
            return _one_of(meaning, context)
        case Range():
            return _range(meaning, context)
        case CalendarDate(year=None, years=None) | Season(year=None, offset=None) if telling.is_long_ago(context):
            assert context.told is not None
            if options := telling.of_its_year(meaning, context.told):
                return _told(options, context.told, "in the year of")
            says = "stays open: the year that the story is in has no such day"
            return _kept("story-year", timex.unplaced(meaning), says)
        case CalendarDate() | Season() | Holiday() | YearPart() | FiscalYear() | Decade() | Century():
            return _named(year_placing.named(meaning, context.day, context.direction), meaning, context)
        case _:
            return _relative(meaning, context)


def _kept(rule: str, value: str, says: str) -> _Outcome:
    return _Outcome((), value, (Step(rule, says),))


def _vague(meaning: Vague, context: Context) -> _Outcome:
    if context.event is not None:
        options, steps = event_times.from_event(meaning, context.event)
        return _Outcome(options, meaning.reference.value, steps)
    if context.told is not None and (options := telling.same_time(meaning, context.told)):
        return _told(options, context.told, "goes with")
    return _kept("vague", meaning.reference.value, phrases.VAGUE_WORDS[meaning.reference])


def _named(options: tuple[Option, ...], meaning: year_placing.Named, context: Context) -> _Outcome:
    """A time with a name of its own; one without a year is relative after all."""
    if isinstance(meaning, Decade | Century) or meaning.year is not None:
        if options:
            return _Outcome(options, options[0].timex, (Step("named", options[0].because),))
    elif options:
        agrees = isinstance(meaning, CalendarDate) and meaning.weekday is not None
        return _outcome("calendar", options, context, directed=not agrees)
    if isinstance(meaning, Holiday) and (meaning.year is not None or context.day is not None):
        return _kept("holiday", timex.unplaced(meaning), "stays open: which day it fell on is not in the words")
    return _unanchored(meaning)


def _relative(meaning: Weekday | Period | MonthOf | OfStory | Shift | Some | Trailing, context: Context) -> _Outcome:
    anchor = context.day
    if isinstance(meaning, OfStory):
        return _from_the_story(meaning, context)
    if isinstance(meaning, Shift | Weekday | Some) and meaning.anchor is not Anchor.PUBLICATION:
        return _from_the_story(meaning, context)
    if anchor is None:
        return _unanchored(meaning)
    match meaning:
        case Weekday():
            options = _to_come(placing.weekday(meaning, anchor, context.direction), context)
            return _outcome("weekday", options, context, directed=True)
        case Period():
            # *Last week* says by itself which week it is; only *the weekend* needs a direction.
            return _outcome("period", _period(meaning, anchor, context), context, directed=meaning.offset is None)
        case MonthOf():
            return _outcome("month", (placing.month_of(meaning, anchor),), context)
        case Trailing():
            return _outcome("trailing", (placing.trailing(meaning, anchor),), context)
        case Shift():
            return _shift(meaning, anchor, context)
        case Some():
            return _kept("some", timex.unplaced(meaning), "stays open: the words don't say how many")


def _to_come(options: tuple[Option, ...], context: Context) -> tuple[Option, ...]:
    """`Called on Sunday for a march Wednesday`: of what was still to come, no day before the call."""
    direction, spoken = context.direction, context.spoken
    if spoken is None or direction.sense is not Sense.EITHER or direction.likelier is not Sense.FUTURE:
        return options
    left = [option for option in options if placing.last_day(option) >= spoken]
    if not left or len(left) == len(options):
        return options
    return tuple(msgspec.structs.replace(one, because=f"{one.because}, and not before {SPEAKING}") for one in left)


def _from_the_story(meaning: telling.Counted, context: Context) -> _Outcome:
    """Counted from an event, or from a time told of before."""
    if context.event is not None and not isinstance(meaning, Weekday | OfStory):
        options, steps = event_times.from_event(meaning, context.event)
        return _Outcome(options, options[0].timex if options else timex.unplaced(meaning), steps)
    if not isinstance(meaning, OfStory) and meaning.anchor is Anchor.EVENT:
        says = "stays open: it counts from what the words after it tell"
        if isinstance(meaning, Weekday):
            says = f"stays open: the words don't say which {DAY_NAMES[meaning.day]}"
        return _kept("event", timex.unplaced(meaning), says)
    if context.told is not None and (options := telling.counted(meaning, context.told)):
        return _told(options, context.told, "counts from")
    if isinstance(meaning, Shift) and not context.points_back and (day := context.day) is not None:
        guess = placing.told(meaning, day)
        if guess is not None:
            return _outcome("narrative", (guess,), context)
    what = "what time of the story it counts from"
    if isinstance(meaning, Shift) and meaning.count == 0:
        what = f"which {meaning.unit} of the story is meant"
    return _kept("narrative", timex.unplaced(meaning), f"stays open: the text does not settle {what}")


def _told(options: tuple[Option, ...], told: ToldTime, way: str) -> _Outcome:
    return _Outcome(options, options[0].timex, derivation.told(options, told, way))


def _period(meaning: Period, anchor: dt.date, context: Context) -> tuple[Option, ...]:
    """Of a speaker's `tomorrow` in the words of the article: its own tomorrow; the speaker's, if it is long ago."""
    options = placing.period(meaning, anchor, context.direction)
    spoken = context.spoken
    if spoken is None or meaning.unit is not Unit.DAY or not meaning.offset or (anchor - spoken).days < _STALE_DAYS:
        return options
    of_speaker = placing.period(meaning, spoken, context.direction)
    of_speaker = derivation.of_speaking(of_speaker)
    return of_speaker if (anchor - spoken).days > _DAYS_OF_A_WEEK else (*options, *of_speaker)


def _shift(meaning: Shift, anchor: dt.date, context: Context) -> _Outcome:
    """Counted from publication, and from the day of speaking too where that is another day."""
    options: tuple[Option, ...] = (placing.shifted(meaning, anchor, PUBLICATION),)
    if context.spoken is not None and context.spoken != anchor:
        options = (placing.shifted(meaning, context.spoken, SPEAKING), *options)
    return _outcome("shift", options, context)


def _outcome(rule: str, options: tuple[Option, ...], context: Context, *, directed: bool = False) -> _Outcome:
    """Options found from the publication date, or from the day of speaking."""
    return _Outcome(options, options[0].timex, derivation.placed(rule, options, context, directed=directed))


def _unanchored(meaning: Meaning) -> _Outcome:
    says = "stays open: the article has no publication date to count from"
    return _kept("unanchored", timex.unplaced(meaning), says)


def _narrowed(meaning: Within | Clock | Part | About, context: Context) -> _Outcome:
    """A part of a time: each option of the whole, narrowed."""
    whole = _resolve(meaning.base, context)
    if not whole.options:
        if not isinstance(meaning, About) and meaning.base == Shift(0, Unit.DAY, Anchor.NARRATIVE):
            return _hour_alone(meaning, context)
        return _Outcome((), timex.unplaced(meaning), whole.steps)
    match meaning:
        case Within(part):
            options = tuple(narrowing.with_timex(option, f"T{part}") for option in whole.options)
            step = Step("part-of-day", f"the {part.name.lower()} of that day")
        case Clock(hour, minute, _, zone):
            options = tuple(narrowing.at_clock(option, meaning) for option in whole.options)
            step = Step("clock", f"at {hour:02d}:{minute:02d}{zone and f' {zone}'}")
        case Part((Edge.EARLIER | Edge.LATER) as edge, Shift(anchor=Anchor.NARRATIVE)) if context.told is not None:
            options = narrowing.beside(whole.options, edge, context.told.when)
            step = Step("part", f"what of it was {'over' if edge is Edge.EARLIER else 'still to come'} then")
        case Part(edge):
            options = tuple(narrowing.part_of(option, edge, context.day) for option in whole.options)
            step = Step("part", narrowing.EDGE_WORDS[edge])
            return _Outcome(options, options[0].timex, (*whole.steps, derivation.dates(whole.options), step))
        case About():
            options = tuple(narrowing.about(option) for option in whole.options)
            step = Step("about", "only about, as the words say")
    return _Outcome(options, options[0].timex, (*whole.steps, step))


def _hour_alone(meaning: Clock | Within | Part, context: Context) -> _Outcome:
    """`at 7:15 p.m.` with no day told near it: TIMEX3 writes the day of publication, a timeline leaves it open."""
    value = timex.unplaced(meaning)
    if (day := context.day) is not None:
        today = unit_option(day, Unit.DAY)
        match meaning:
            case Clock():
                value = narrowing.at_clock(today, meaning).timex
            case Within(part):
                value = narrowing.with_timex(today, f"T{part}").timex
            case _:
                value = today.timex
    return _kept("clock", value, "stays open: its day is told nowhere near it")


def _inside(meaning: From | Nth | UnitOf, context: Context) -> _Outcome:
    """A time that is found from another that the words name."""
    base = _resolve(meaning.base, context)
    options = tuple(option for one in base.options if (option := narrowing.inside(meaning, one)) is not None)
    if not options:
        none = (Step("inside", "stays open: there is no such time in it"),) if base.options else ()
        return _Outcome((), timex.unplaced(meaning), (*base.steps, *none))
    steps = (*base.steps, derivation.dates(base.options), Step("inside", derivation.reasons(options)))
    return _Outcome(options, options[0].timex, steps)


def _one_of(meaning: OneOf, context: Context) -> _Outcome:
    """Each reading of words that can be read in several ways."""
    read = [_resolve(option, context) for option in meaning.options]
    options = tuple(option for outcome in read for option in outcome.options)
    if not options:
        steps = read[0].steps if read else (Step("one-of", "stays open: it has no reading"),)
        return _Outcome((), timex.unplaced(meaning), steps)
    return _Outcome(options, options[0].timex, (Step("one-of", "the words can be read in more than one way"),))


def _options(meaning: Meaning, context: Context) -> tuple[Option, ...]:
    return _resolve(meaning, context).options


def _range(meaning: Range, context: Context) -> _Outcome:
    if meaning.start is None or meaning.end is None:
        known = meaning.start or meaning.end
        assert known is not None
        outcome = _resolve(known, context)
        opened = (spanning.open_sided(option, opens_at_end=meaning.end is None) for option in outcome.options)
        options = tuple(option for option in opened if option is not None)
        way = (Step("range", "from then on" if meaning.end is None else "up to then"),) if options else ()
        return _Outcome(options, outcome.timex, (*outcome.steps, *way))
    start, end = _resolve(meaning.start, context), _resolve(meaning.end, context)
    if not start.options or not end.options:
        return _Outcome((), "", (end if start.options else start).steps)
    # Where the direction is open both ends have two dates: each is paired with its like.
    paired = zip(start.options, end.options, strict=False) if len(start.options) == len(end.options) else ()
    ends = [*paired] or [(start.options[0], end.options[0])]
    spans = [span for first, last in ends if (span := spanning.between(meaning, context, first, last, _options))]
    if not spans:
        return _kept("range", "", "stays open: its two ends make no span")
    why = [step for step in (*start.steps, *end.steps) if step.rule.startswith("direction.")]
    steps = (Step("range", derivation.anchored(tuple(spans), context)), *dict.fromkeys(why))
    return _Outcome(tuple(spans), spans[0].timex, steps)
