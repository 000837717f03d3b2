"""How surely something is told: its status and polarity, by its verb, its time, and those who say it."""

from extractors.events.reading import Reading
from extractors.events.selection import Told
from extractors.lexicons.effects import Effect
from extractors.lexicons.verbs import Manner
from extractors.syntax.embedding import AHEAD
from extractors.syntax.tenses import Aspect, Form, Tense, Voice
from extractors.verb_groups import VerbGroup
from extractors.verb_groups.factuality import status as status_of
from timeline.meanings.counted import MonthOf, OfStory, Period, Shift, Weekday
from timeline.meanings.named import FiscalYear, Holiday, Season
from timeline.meanings.units import Anchor
from timeline.model import Polarity, Sense, Status

_FACTS = (Status.OCCURRED, Status.ONGOING)
_SET = {Effect.EXPECTATION: Status.FORECAST}


def read_status(reading: Reading, told: Told) -> Status:
    """The status of an event as its source presents it."""
    group = reading.groups.get(told.verb)
    if group is None:
        return Status.PLANNED if _lies_ahead(reading, told) else Status.OCCURRED
    found = _of_noun(reading, told, group) if told.trigger != told.verb else _of_verb(reading, told, group)
    manner = reading.manner(told.trigger)
    if manner is Manner.CLAIMS and found in _FACTS:
        return Status.ALLEGED
    open_ended = found is Status.CONDITIONAL and not group.conditional
    if manner is Manner.FORECASTS and (found is Status.PLANNED or open_ended):
        return Status.FORECAST
    return found


def read_polarity(reading: Reading, told: Told) -> Polarity:
    """Whether the source says that it happened or that it did not."""
    group = reading.groups.get(told.verb)
    own = group is not None and told.trigger == told.verb and group.polarity is Polarity.NEGATIVE
    denied = reading.manner(told.trigger) is Manner.DENIES
    return Polarity.NEGATIVE if own != denied else Polarity.POSITIVE


def _of_noun(reading: Reading, told: Told, group: VerbGroup) -> Status:
    """A thing that happens is planned where the verb asks for it, or where its time lies ahead."""
    if group.conditional:
        return Status.CONDITIONAL
    if group.embeds in AHEAD and told.trigger > group.trigger:
        return _SET.get(group.embeds, Status.PLANNED)
    return Status.PLANNED if _lies_ahead(reading, told) else Status.OCCURRED


def _of_verb(reading: Reading, told: Told, group: VerbGroup) -> Status:
    found = status_of(reading.groups, group)
    if found not in _FACTS:
        return found
    ahead = _lies_ahead(reading, told)
    settles = group.voice is Voice.PASSIVE or group.predicate is not None
    if settles and group.embeds in AHEAD and (ahead or group.tense is Tense.PRESENT):
        return _SET.get(group.embeds, Status.PLANNED)  # *is expected this spring*
    plain = group.tense is Tense.PRESENT and group.aspect in (Aspect.NONE, Aspect.PROGRESSIVE)
    if ahead and (plain or group.form is Form.PRESENT_PARTICIPLE):
        return Status.PLANNED  # *opens Monday*, *starting on Tuesday*
    return found


def _lies_ahead(reading: Reading, told: Told) -> bool:
    """Whether the time of an event points to what is to come."""
    if told.time is None:
        return False
    match reading.meanings[told.time]:
        case Shift(count=int(after), anchor=anchor) | Weekday(offset=int(after), anchor=anchor) if after > 0:
            return anchor is not Anchor.NARRATIVE
        case (
            Period(offset=int(after))
            | MonthOf(offset=int(after))
            | OfStory(offset=int(after))
            | Season(offset=int(after))
            | Holiday(offset=int(after))
            | FiscalYear(year_offset=after)
        ) if after > 0:
            return True
    direction = reading.directions[told.time]
    return Sense.FUTURE is (direction.likelier if direction.sense is Sense.EITHER else direction.sense)
