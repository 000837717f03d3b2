"""Which of the times that a text tells an event without one of its own has, by what was learned of such events.

The rules before this (`scenes.py`, `paragraph_times.py`, `telling.py`) say which signs put an event into a scene. Where
they say nothing, most lines have no date for all that the text tells; but many have one that stands before them
(`story_times.py`). Which one, if any, a small network says (`time_network.py`), by what a transformer knows
of the words (`extractors/encoder`) and by what event and time show (`time_signs.py`), learned from articles that people
had made timelines of (`training.likely_times`). What it gives is no more than likely, and marked so.
"""

from collections.abc import Collection, Iterator, Sequence

import msgspec

from extractors.encoder.component import word_vectors
from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.context.event_context import EventContext
from extractors.events.scenes.story_times import StoryTimes
from extractors.events.scenes.time_network import time_network
from extractors.events.scenes.time_signs import TimeSigns
from timeline.model import Tie


def with_likely_times(
    context: EventContext, candidates: Sequence[EventCandidate], apart: Collection[int]
) -> Iterator[EventCandidate]:
    """Each candidate, in the order of the text; what has no time of its own with the likeliest of its story.

    Args:
        context: the doc.
        candidates: what it tells of.
        apart: the triggers of what is known to lie apart from what it is told beside.
    """
    story = StoryTimes(context, candidates)
    signs, vectors = TimeSigns(story), word_vectors(context.doc)
    for one in candidates:
        times = [] if one.trigger in apart else story.offered(one)
        if not times:
            yield one
            continue
        chances = time_network().chances(vectors[one.trigger], vectors[story.starts(times)], signs.of(one, times))
        best = max(range(len(times)), key=lambda place: (chances[place], -place))
        yield with_time(one, times[best] if chances[best] > chances[-1] else None)


def with_time(one: EventCandidate, time: int | None) -> EventCandidate:
    """An event with this time of its story, or as it is where that is None."""
    return one if time is None else msgspec.structs.replace(one, time=time, tie=Tie.SCENE)
