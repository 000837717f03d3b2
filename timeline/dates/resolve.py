"""From a meaning to a date: a pure function of the meaning and its context, with every step written down.

Direction follows how news uses bare expressions: a weekday told of as past is the last such day up to publication,
one that lies ahead the first from it on; never more than six days away.
"""

import msgspec

from timeline.dates import holidays, phrases
from timeline.dates.calendar_names import day_of
from timeline.dates.edtf import parse
from timeline.dates.resolving import (
    bounding,
    derivation,
    finding,
    narrowing,
    spanning,
    telling,
    year_placing,
)
from timeline.dates.resolving.context import Context, NarrativeTime
from timeline.dates.resolving.options import NEAR_DAYS, Option, first_day, last_day, unit_option
from timeline.dates.resolving.outcome import Outcome, from_told, kept, placed, unanchored
from timeline.dates.resolving.relative import relative, vague
from timeline.meanings import Meaning
from timeline.meanings.composed import (
    About,
    Bounded,
    Clock,
    Found,
    Narrowed,
    Nth,
    OneOf,
    PartOfDay,
    PartOfPeriod,
    Range,
)
from timeline.meanings.counted import Counted, Period, Shift, Weekday
from timeline.meanings.named import BeforeChrist, CalendarDate, Century, Decade, Happening, Holiday, Named, Season
from timeline.meanings.placeless import Duration, Recurring, Vague
from timeline.meanings.units import Anchor, Edge, Unit
from timeline.model import Sense
from timeline.when import Bound, Candidate, Step, When

__all__ = ["Context", "resolve"]


def resolve(meaning: Meaning, context: Context) -> When:
    """The time that `meaning` has in `context`; open where the calendar can't be reached from what is known.

    Total: every meaning and every context give a `When`.

    >>> import datetime as dt
    >>> from timeline.meanings.counted import Weekday
    >>> from timeline.model import Basis, Direction, Published, Sense
    >>> wednesday = Published(dt.date(2019, 1, 30), Basis.PERSON)
    >>> resolve(Weekday(5), Context(wednesday, Direction(Sense.PAST))).edtf
    '2019-01-26'
    >>> resolve(Weekday(5), Context(wednesday)).edtf  # nothing says which way it points
    '[2019-01-26,2019-02-02]'
    >>> resolve(Weekday(5), Context()).is_open  # of an article without a date
    True
    """
    try:
        when = _finish(_resolve(meaning, context))
    except (OverflowError, ValueError):
        says = "stays open: it leads outside the calendar, in which days have the years 1 to 9999"
        return When(timex=meaning.unplaced(), derivation=(Step("outside-calendar", says),))
    if isinstance(meaning, Bounded) and not when.is_open:
        return msgspec.structs.replace(when, bound=meaning.bound)
    return when


_HALF_A_YEAR = 183
_JUST_NOW = 30
"""Days: of so near a date papers give no year, whatever year they have just told of."""


def _finish(outcome: Outcome) -> When:
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


def _resolve(meaning: Meaning, context: Context) -> Outcome:
    if isinstance(meaning, Named):
        return _named(meaning, context)
    if isinstance(meaning, Counted):
        return relative(meaning, context)
    if isinstance(meaning, Found):
        return _found(meaning, context)
    match meaning:
        case Duration() | About(base=Duration()):
            return kept("duration", meaning.unplaced(), f"a length of time: {phrases.length(meaning)}")
        case Recurring():
            return kept("recurring", meaning.unplaced(), f"again and again: {phrases.repeated(meaning)}")
        case Vague():
            return vague(meaning, context)
        case PartOfDay() | Clock() | PartOfPeriod() | About():
            return _narrowed(meaning, context)
        case OneOf():
            return _one_of(meaning, context)
        case Bounded():
            return _bounded(meaning, context)
        case Range():
            return _range(meaning, context)


def _named(meaning: Named, context: Context) -> Outcome:
    """A time with a name of its own; one without a year is relative after all, or of the year of a history."""
    if isinstance(meaning, CalendarDate) and _is_impossible(meaning):
        return kept("no-such-day", meaning.unplaced(), "stays open: the calendar has no such day")
    told = context.told if telling.is_long_ago(context) and meaning.is_bare() else None
    if told is not None and isinstance(meaning, Happening) and not meaning.ids:
        meaning = CalendarDate(None, meaning.month, meaning.day)
    if told is not None and isinstance(meaning, CalendarDate | Season | Holiday):
        return _of_story_year(meaning, told)
    options = year_placing.named(meaning, context.day, context.direction)
    by_its_name = isinstance(meaning, Happening) and meaning.ids
    if isinstance(meaning, Decade | Century | BeforeChrist) or by_its_name or meaning.year is not None:
        if options:
            return Outcome(options, options[0].timex, (Step("named", options[0].because),))
    elif options:
        agrees = isinstance(meaning, CalendarDate) and meaning.weekday is not None
        return placed("calendar", options, context, directed=not agrees)
    if isinstance(meaning, Holiday | Happening) and (meaning.year is not None or context.day is not None):
        return kept("holiday", meaning.unplaced(), f"stays open: {_which_day(meaning)}")
    return unanchored(meaning)


def _which_day(meaning: Holiday | Happening) -> str:
    """What is not known of a day that has a name."""
    if isinstance(meaning, Holiday):
        if meaning.happened and meaning.year is None:
            return "the words give no year, and it happened long ago or on no such day"
        if holidays.differs(meaning.name):
            return "countries have other days of that name, and the text tells of none whose day is known"
        return "which day it fell on is not known here"
    if not meaning.ids:
        return "the words give no year, and news knows no happening by that day"
    return "several days are known by that name, and the words don't tell which"


def _is_impossible(date: CalendarDate) -> bool:
    """Whether the year that it names has no such day: `31 June 2015`."""
    if date.year is None or date.month is None or date.day is None:
        return False
    return day_of(date.year, date.month, date.day) is None


def _of_story_year(meaning: CalendarDate | Season | Holiday, told: NarrativeTime) -> Outcome:
    """`On 2 June` in a history: of the year that it is in."""
    if options := telling.of_its_year(meaning, told):
        return from_told(options, told, "in the year of")
    says = "stays open: the year that the story is in has no such day"
    return kept("story-year", meaning.unplaced(), says)


def _narrowed(meaning: Narrowed, context: Context) -> Outcome:
    """A part of a time: each option of the whole, narrowed."""
    whole = _resolve(meaning.base, _without_hours(context) if isinstance(meaning, About) else context)
    if not whole.options:
        if not isinstance(meaning, About) and meaning.base == Shift(0, Unit.DAY, Anchor.NARRATIVE):
            return _hour_alone(meaning, context)
        value = whole.timex if isinstance(meaning, About) else meaning.unplaced()
        return Outcome((), value, whole.steps)
    if isinstance(meaning.base, Weekday) and meaning.base.offset == -1 and meaning.base.anchor is Anchor.PUBLICATION:
        # *Last Tuesday night*, told on a Wednesday, is rather last night.
        whole = msgspec.structs.replace(whole, options=whole.options[-1:])
    match meaning:
        case PartOfDay(part):
            options = tuple(narrowing.with_timex(option, f"T{part}") for option in whole.options)
            step = Step("part-of-day", f"the {part.name.lower()} of that day")
        case Clock(hour, minute, _, zone):
            options = tuple(narrowing.at_clock(option, meaning) for option in whole.options)
            step = Step("clock", f"at {hour:02d}:{minute:02d}{zone and f' {zone}'}")
        case PartOfPeriod((Edge.EARLIER | Edge.LATER) as edge, Shift(anchor=Anchor.NARRATIVE)) if (
            context.told is not None
        ):
            options = narrowing.beside(whole.options, edge, context.told.when)
            step = Step("part", f"what of it was {'over' if edge is Edge.EARLIER else 'still to come'} then")
        case PartOfPeriod(edge, base):
            options = _edge_of(edge, whole.options, context)
            moved = _towards(options, context, nearest=edge is Edge.TURN) if _is_current(base) else 0
            if moved:
                whole = _resolve(_current(base, moved), context)
                options = _edge_of(edge, whole.options, context)
            step = Step("part", narrowing.EDGE_WORDS[edge])
            return Outcome(options, options[0].timex, (*whole.steps, derivation.dates(whole.options), step))
        case About():
            options = tuple(narrowing.about(option) for option in whole.options)
            step = Step("about", "only about, as the words say")
    return Outcome(options, options[0].timex, (*whole.steps, step))


def _without_hours(context: Context) -> Context:
    """*About two hours later*: a day at most, as what another sentence counts, and never to the minute."""
    told = None if context.told is None else msgspec.structs.replace(context.told, same_sentence=False)
    return msgspec.structs.replace(context, told=told) if told and "T" in told.when.edtf else context


def _edge_of(edge: Edge, whole: tuple[Option, ...], context: Context) -> tuple[Option, ...]:
    return tuple(narrowing.part_of(option, edge, context.day) for option in whole)


def _hour_alone(meaning: Clock | PartOfDay | PartOfPeriod, context: Context) -> Outcome:
    """`at 7:15 p.m.` with no day told near it: TIMEX3 writes the day of publication, a timeline leaves it open."""
    value = meaning.unplaced()
    if (day := context.day) is not None:
        today = unit_option(day, Unit.DAY)
        match meaning:
            case Clock():
                value = narrowing.at_clock(today, meaning).timex
            case PartOfDay(part):
                value = narrowing.with_timex(today, f"T{part}").timex
            case _:
                value = today.timex
    return kept("clock", value, "stays open: its day is told nowhere near it")


def _found(meaning: Found, context: Context) -> Outcome:
    """A time that is found from another that the words name."""
    base = _resolve(_current(meaning.base, 0), context)
    options = _inside(meaning, base)
    moved = _towards(options, context) if _is_open(meaning.base) or _is_month(meaning.base) else 0
    if moved:
        base = _resolve(_current(meaning.base, moved), context)
        options = _inside(meaning, base)
    elif context.direction.sense is Sense.EITHER and _is_ahead(meaning, context, options):
        before = _resolve(_current(meaning.base, -1), context)
        if isinstance(meaning, Nth) and meaning.unit is Unit.WEEK:  # *the figures for week 50*
            options = (*_inside(meaning, before), *options)
    if not options:
        none = (Step("inside", "stays open: there is no such time in it"),) if base.options else ()
        return Outcome((), meaning.unplaced(), (*base.steps, *none))
    steps = (*base.steps, derivation.dates(base.options), Step("inside", derivation.reasons(options)))
    return Outcome(options, options[0].timex, steps)


def _inside(meaning: Found, base: Outcome) -> tuple[Option, ...]:
    return tuple(option for one in base.options if (option := finding.inside(meaning, one)) is not None)


def _current(base: Meaning, offset: int) -> Meaning:
    """Of `the year` in `the last month of the year` that of publication, or the one before or after it."""
    if offset and isinstance(base, CalendarDate) and _is_month(base):
        return msgspec.structs.replace(base, year_offset=offset)
    return Period(base.unit, offset) if isinstance(base, Period) and not base.offset else base


def _is_open(base: Meaning) -> bool:
    return isinstance(base, Period) and base.offset is None and base.unit is not Unit.WEEKEND


def _is_month(base: Meaning) -> bool:
    """`November` in `the first Tuesday in November`."""
    return isinstance(base, CalendarDate) and base.is_bare() and base.month is not None and base.day is None


def _is_current(base: Meaning) -> bool:
    return isinstance(base, Period) and base.offset == 0


def _towards(options: tuple[Option, ...], context: Context, *, nearest: bool = False) -> int:
    """How many periods before or after the current one a part of it is meant of.

    `Fell at the end of the year`, told in January, is of the year that is over; `closes at the start of the year`, told
    in December, of the one that begins.
    """
    day, sense = context.day, context.direction.sense
    if day is None or not options:
        return 0
    if sense is Sense.PAST and first_day(options[0]) > day:
        return -1
    over = last_day(options[0]) < day
    if sense is Sense.FUTURE and over:
        return 1
    return int(nearest and sense is Sense.EITHER and over and (day - first_day(options[0])).days > _HALF_A_YEAR)


def _is_ahead(meaning: Found, context: Context, options: tuple[Option, ...]) -> bool:
    """`Fell in the last month of the year`, told in January: what is past is no part of the year that has begun."""
    if not _is_open(meaning.base) or context.day is None or not options:
        return False
    return first_day(options[0]) > context.day


def _one_of(meaning: OneOf, context: Context) -> Outcome:
    """Each reading of words that can be read in several ways."""
    if (beside := _with_year_beside(meaning, context)) is not None:
        return beside
    read = [_resolve(option, context) for option in meaning.options]
    options = tuple(option for outcome in read for option in outcome.options)
    if not options:
        steps = read[0].steps if read else (Step("one-of", "stays open: it has no reading"),)
        return Outcome((), meaning.unplaced(), steps)
    return Outcome(options, options[0].timex, (Step("one-of", "the words can be read in more than one way"),))


def _with_year_beside(meaning: OneOf, context: Context) -> Outcome | None:
    """*The 2019 strike … called off on 8 November*: of the last months, or of the year that stands beside it.

    A date of its last months a paper gives without its year; one further back is that of the story.
    """
    match meaning.options:
        case (CalendarDate(year=None) as bare, CalendarDate(year=int()) as named):
            first = bare
        case (CalendarDate(year=int()) as named, CalendarDate(year=None) as bare):
            first = named
        case _:
            return None
    plain, day = _named(bare, context), context.day
    told = tuple(
        msgspec.structs.replace(one, because=f"in {named.year}, told of beside it") for one in _options(named, context)
    )
    if day is None or not told or not plain.options:
        return None
    away = abs((day - first_day(plain.options[0])).days)
    if first is bare and away <= NEAR_DAYS:
        return plain
    both = (*plain.options, *told) if away <= _JUST_NOW else (*told, *plain.options)
    options = tuple(map(telling.uncertain, both))
    return Outcome(options, options[0].timex, (Step("year-beside", derivation.reasons(options)),))


def _options(meaning: Meaning, context: Context) -> tuple[Option, ...]:
    return _resolve(meaning, context).options


def _bounded(meaning: Bounded, context: Context) -> Outcome:
    base, bound = meaning.base, meaning.bound
    if bound is Bound.BEFORE and isinstance(base, PartOfPeriod) and base.edge is Edge.END:
        base, bound = base.base, Bound.BY  # *before the end of the year*: up to its last day
    named = _resolve(base, context)
    found = (bounding.bounded(option, bound) for option in named.options)
    options = tuple(option for option in found if option is not None)
    way = (derivation.dates(named.options), Step("bound", bounding.SAYS[bound])) if options else ()
    return Outcome(options, named.timex, (*named.steps, *way))


def _range(meaning: Range, context: Context) -> Outcome:
    if meaning.start is None or meaning.end is None:
        known = meaning.start or meaning.end
        assert known is not None
        outcome = _resolve(known, context)
        opened = (spanning.open_sided(option, opens_at_end=meaning.end is None) for option in outcome.options)
        options = tuple(option for option in opened if option is not None)
        way = (Step("range", "from then on" if meaning.end is None else "up to then"),) if options else ()
        return Outcome(options, outcome.timex, (*outcome.steps, *way))
    start, end = _resolve(meaning.start, context), _resolve(meaning.end, context)
    if not start.options or not end.options:
        return Outcome((), "", (end if start.options else start).steps)
    # Where the direction is open both ends have two dates: each is paired with its like.
    paired = zip(start.options, end.options, strict=False) if len(start.options) == len(end.options) else ()
    ends = [*paired] or [(start.options[0], end.options[0])]
    spans = [span for first, last in ends if (span := spanning.between(meaning, context, first, last, _options))]
    if not spans:
        return kept("range", "", "stays open: its two ends make no span")
    why = [step for step in (*start.steps, *end.steps) if step.rule.startswith("direction.")]
    steps = (Step("range", derivation.anchored(tuple(spans), context)), *dict.fromkeys(why))
    return Outcome(tuple(spans), spans[0].timex, steps)
