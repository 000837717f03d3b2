"""Which of the times that a text tells an event without one of its own has, by what was learned of such events.

The rules before this (`scenes.py`, `paragraph_times.py`, `telling.py`) say which signs put an event into a scene. Where
they say nothing, most lines have no date for all that the text tells; but many have one that stands before them
(`story_times.py`). Which one, if any, a small network says (`time_network.py`), by what a transformer knows
of the words (`extractors/encoder`) and by what event and time show (`time_signs.py`), learned from articles that people
had made timelines of (`training.events`); where it clearly says another than the rules, that is taken. What it gives is
no more than likely, and marked so.
"""

from collections.abc import Collection, Iterator, Sequence

import msgspec

from extractors.encoder.component import event_vectors
from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.context.event_context import EventContext
from extractors.events.scenes.story_times import StoryTimes
from extractors.events.scenes.time_network import time_network
from extractors.events.scenes.time_signs import TimeSigns
from timeline.model import Tie

CLEARER_THAN_NONE, CLEARER_THAN_SCENE = 1.5, 4.0
"""How many times as likely a time must be as none, for what no rule dates; and as that of the scene that the rules say.

Less would date more in articles left out of the learning, and no more of it right. For none a scene is not left: there
the rules were right as often.
"""


def with_likely_times(
    context: EventContext, candidates: Sequence[EventCandidate], apart: Collection[int]
) -> Iterator[EventCandidate]:
    """Each candidate, in the order of the text; what has no time of its own with the likeliest of its story.

    Args:
        context: the doc.
        candidates: what it tells of.
        apart: the triggers of what is known to lie apart from what it is told beside.
    """
    story = StoryTimes(context, candidates, apart)
    signs, vectors = TimeSigns(story), event_vectors(context.doc)
    for one in candidates:
        times = story.offered(one)
        if not times:
            yield one
            continue
        chances = time_network().chances(vectors[one.trigger], vectors[story.starts(times)], signs.of(one, times))
        yield with_time(one, _likeliest([*times, None], chances, one.time))


def _likeliest(times: Sequence[int | None], chances: Sequence[float], by_rule: int | None) -> int | None:
    """The likeliest of some times and none; what the rules say, unless a time is clearly likelier than that."""
    worth = CLEARER_THAN_NONE if by_rule is None else CLEARER_THAN_SCENE
    weighed = {time: chance for time, chance in zip(times, chances, strict=True) if time is not None or by_rule is None}
    weighed[by_rule] *= worth
    return max(weighed, key=weighed.__getitem__)


def with_time(one: EventCandidate, time: int | None) -> EventCandidate:
    """An event with this time of its story; without one where that is None."""
    if time == one.time:
        return one
    return msgspec.structs.replace(one, time=time, tie=Tie.OWN if time is None else Tie.SCENE)
