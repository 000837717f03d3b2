"""Times that count from publication, from a saying, from an event, or from what the story told before."""

import datetime as dt

import msgspec

from timeline.dates import phrases
from timeline.dates.phrases import DAY_NAMES
from timeline.dates.resolving import derivation, event_times, placing, story_weekdays, telling
from timeline.dates.resolving.context import Context
from timeline.dates.resolving.derivation import PUBLICATION, SPEAKING
from timeline.dates.resolving.options import Option, last_day
from timeline.dates.resolving.outcome import Outcome, from_told, kept, placed, unanchored
from timeline.meanings.counted import Counted, MonthOf, OfStory, Period, Shift, Some, Trailing, Weekday
from timeline.meanings.placeless import Vague
from timeline.meanings.units import Anchor, Unit
from timeline.model import Sense

_STALE_DAYS, _DAYS_OF_A_WEEK = 2, 7
"""After so many days an article no longer tells its own tomorrow as a speaker's."""


def relative(meaning: Counted, context: Context) -> Outcome:
    """What counts from a day or from what was told; open where that is not known."""
    anchor = context.day
    if isinstance(meaning, OfStory):
        return _from_the_story(meaning, context)
    if isinstance(meaning, Shift | Weekday | Some) and meaning.anchor is not Anchor.PUBLICATION:
        return _from_the_story(meaning, context)
    if anchor is None:
        return unanchored(meaning)
    match meaning:
        case Weekday():
            options = _to_come(placing.weekday(meaning, anchor, context.direction), context)
            return placed("weekday", options, context, directed=True)
        case Period():
            # *Last week* says by itself which week it is; only *the weekend* needs a direction.
            return placed("period", _period(meaning, anchor, context), context, directed=meaning.offset is None)
        case MonthOf():
            return placed("month", (placing.month_of(meaning, anchor),), context)
        case Trailing() if meaning.count > 0 and context.direction.sense is Sense.PAST:
            # *He sat there for the next 30 hours*: from where the story was, and not from publication.
            return kept("narrative", meaning.unplaced(), "stays open: it goes on from a time of the story")
        case Trailing() if context.spoken is not None and context.spoken != anchor:
            # *Said on Sunday that she would leave within the next ten days*: of those after the saying.
            options = derivation.of_speaking((placing.trailing(meaning, context.spoken),))
            return placed("trailing", options, context)
        case Trailing():
            return placed("trailing", (placing.trailing(meaning, anchor),), context)
        case Shift():
            return _shift(meaning, anchor, context)
        case Some():
            return kept("some", meaning.unplaced(), "stays open: the words don't say how many")


def _to_come(options: tuple[Option, ...], context: Context) -> tuple[Option, ...]:
    """`Called on Sunday for a march Wednesday`: of what was still to come, no day before the call."""
    direction, spoken = context.direction, context.spoken
    if spoken is None or direction.sense is not Sense.EITHER or direction.likelier is not Sense.FUTURE:
        return options
    left = [option for option in options if last_day(option) >= spoken]
    if not left or len(left) == len(options):
        return options
    return tuple(msgspec.structs.replace(one, because=f"{one.because}, and not before {SPEAKING}") for one in left)


def _from_the_story(meaning: telling.Counted, context: Context) -> Outcome:
    """Counted from an event, or from a time told of before."""
    if context.event is not None and not isinstance(meaning, Weekday | OfStory):
        options, steps = event_times.from_event(meaning, context.event)
        return Outcome(options, options[0].timex if options else meaning.unplaced(), steps)
    if not isinstance(meaning, OfStory) and meaning.anchor is Anchor.EVENT:
        says = "stays open: it counts from what the words after it tell"
        if isinstance(meaning, Weekday):
            says = f"stays open: the words don't say which {DAY_NAMES[meaning.day]}"
        return kept("event", meaning.unplaced(), says)
    if isinstance(meaning, Weekday) and story_weekdays.is_of_story(meaning):
        return _weekday_of_story(meaning, context)
    if context.told is not None and (options := telling.counted(meaning, context.told)):
        return from_told(options, context.told, "counts from")
    if isinstance(meaning, Shift) and not context.points_back and (day := context.day) is not None:
        guess = placing.told(meaning, day)
        if guess is not None:
            return placed("narrative", (guess,), context)
    what = "what time of the story it counts from"
    if isinstance(meaning, Shift) and meaning.count == 0:
        what = f"which {meaning.unit} of the story is meant"
    return kept("narrative", meaning.unplaced(), f"stays open: the text does not settle {what}")


def _weekday_of_story(meaning: Weekday, context: Context) -> Outcome:
    """*On the Saturday*: one beside what was told, else one beside publication, with a doubt."""
    told, until = context.told, context.published.date if context.published else None
    if told is not None and (options := story_weekdays.beside(meaning, told, context.direction, until)):
        return from_told(options, told, "counts from")
    if options := story_weekdays.by_publication(meaning, context):
        return placed("weekday", options, context, directed=True)
    return unanchored(meaning)


def _period(meaning: Period, anchor: dt.date, context: Context) -> tuple[Option, ...]:
    """Of a speaker's `tomorrow` in the words of the article: its own tomorrow; the speaker's, if it is long ago."""
    options = placing.period(meaning, anchor, context.direction)
    spoken = context.spoken
    if spoken is None or meaning.unit is not Unit.DAY or not meaning.offset or (anchor - spoken).days < _STALE_DAYS:
        return options
    of_speaker = placing.period(meaning, spoken, context.direction)
    of_speaker = derivation.of_speaking(of_speaker)
    return of_speaker if (anchor - spoken).days > _DAYS_OF_A_WEEK else (*options, *of_speaker)


def _shift(meaning: Shift, anchor: dt.date, context: Context) -> Outcome:
    """Counted from publication, and from the day of speaking too where that is another day."""
    options: tuple[Option, ...] = (placing.shifted(meaning, anchor, PUBLICATION),)
    if context.spoken is not None and context.spoken != anchor:
        options = (placing.shifted(meaning, context.spoken, SPEAKING), *options)
    return placed("shift", options, context)


def vague(meaning: Vague, context: Context) -> Outcome:
    """`At the time`: with what was told, else no date at all."""
    if context.event is not None:
        options, steps = event_times.from_event(meaning, context.event)
        return Outcome(options, meaning.reference.value, steps)
    if context.told is not None and (options := telling.same_time(meaning, context.told)):
        return from_told(options, context.told, "goes with")
    return kept("vague", meaning.reference.value, phrases.VAGUE_WORDS[meaning.reference])
