"""Rules for weekdays that are known by what was told: `on the Saturday`, `that Friday night`."""

from extractors.time_expressions.grammar.building import NO_NOUN, after, before
from extractors.time_expressions.grammar.composition import Built, Run, Words, layer, rule
from extractors.time_expressions.grammar.pieces import Time
from timeline.meanings import Meaning
from timeline.meanings.composed import PartOfDay
from timeline.meanings.counted import Weekday
from timeline.meanings.units import Anchor

_OF_ITS_CLAUSE = frozenset("when where which who that of for is was are were has had will would".split())
"""Behind a weekday that is known by what follows, or that begins a clause: *said that Friday was fine*."""
_ON = frozenset("on by since until till from for before after and but".split()) | {"", ",", ";", "—", "–", "("}
"""Before *the Friday* or *that Friday* that dates its clause, whatever follows: *on the Sunday a stage fell*."""
_BEGINS = frozenset("a an the is was are were has had will would".split())
TOLD_WEEKDAY = "told-weekday"
"""Id of the rule."""


def _told_weekday(run: Run, words: Words) -> Built:
    """`on the Saturday`; not `the Friday meeting`, `the Friday when he left`, nor `said that Friday was fine`."""
    next_, time = after(run, words), run[-1].value
    plain = NO_NOUN - _OF_ITS_CLAUSE | (_BEGINS if before(run, words) in _ON else frozenset())
    ends = next_ is None or not next_.text[:1].isalnum() or next_.lower in plain
    if not ends or not isinstance(time, Time) or (next_ is not None and next_.is_of("-", "'s")):
        return None
    told = _of_story(time.meaning)
    return None if told is None else ("time", Time(told, time.type))


def _of_story(meaning: Meaning) -> Meaning | None:
    match meaning:
        case Weekday(day, None, Anchor.PUBLICATION):
            return Weekday(day, 0, Anchor.NARRATIVE)
        case PartOfDay(part, base) if (told := _of_story(base)) is not None:
            return PartOfDay(part, told)
        case _:
            return None


STORY_WEEKDAYS = layer(
    "weekdays of the story",
    rule(TOLD_WEEKDAY, "the|that [ time ]", _told_weekday, "on the Saturday"),
)
