"""Which events may be one happening: found while nothing else is done, and kept for all screens."""

import asyncio
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from timeline.collection import Entry, Timeline
from timeline.proposals import Proposal, proposals

IDLE = 0.3
"""Seconds after a change in which nothing is looked for, so that several changes are looked at once."""
SLICE = 100
"""Events that are looked at before keys are again."""
BREATH = 0.01
"""Seconds between two slices."""


class Proposing:
    """The proposals that were found last."""

    def __init__(self) -> None:
        self._of: Timeline | None = None
        self.found: Mapping[str, Sequence[Proposal]] = {}
        """By event, those that it is in."""

    def knows(self, timeline: Timeline) -> bool:
        """Whether all those of a timeline are found."""
        return timeline is self._of or timeline.read_articles < 2

    async def find(self, timeline: Timeline) -> None:
        """Look for those of a timeline, if that was not done."""
        if self.knows(timeline):
            return
        await asyncio.sleep(IDLE)
        from extractors.lexicons.kinship import families  # noqa: PLC0415 - when there is a screen to look at

        await asyncio.to_thread(families, "")  # reads the lexicons
        if timeline is self._of:
            return  # another screen has looked for them
        found: dict[str, list[Proposal]] = {}
        for at, one in enumerate(proposals(timeline, families)):
            if one is not None:
                found.setdefault(one.event, []).append(one)
                found.setdefault(one.other, []).append(one)
            elif at % SLICE == 0:
                await asyncio.sleep(BREATH)
        self.found, self._of = found, timeline

    def beside(self, event: str, timeline: Timeline) -> tuple[Entry, ...]:
        """What an event may be one with, of what the timeline still has."""
        return tuple(_there(event, self.found.get(event, ()), timeline))

    def doubled(self, timeline: Timeline) -> Set[str]:
        """The events that may be one with another, as far as that was found and unless a person looked at them."""
        return frozenset(one for one in self.found if _is_open(one, timeline) and self.beside(one, timeline))

    def waits(self, event: str, timeline: Timeline) -> bool:
        """Whether it is the later one of two that may be one: a pair waits for a person once."""
        later = (one for one in self.found.get(event, ()) if one.event == event)
        return any(True for _ in _there(event, later, timeline))


def doubled_in(timeline: Timeline) -> Set[str]:
    """The same, found in one go, for whoever can wait."""
    from extractors.lexicons.kinship import families  # noqa: PLC0415 - few filters ask

    found = [one for one in proposals(timeline, families) if one is not None]
    return frozenset(event for pair in found for event in pair if timeline.entry(event).unreviewed)


def _is_open(event: str, timeline: Timeline) -> bool:
    try:
        return timeline.entry(event).unreviewed
    except KeyError:  # it was joined, or its article removed since
        return False


def _there(event: str, found: Iterable[Proposal], timeline: Timeline) -> Iterator[Entry]:
    for one in found:
        other = timeline.line_of(one.other if one.event == event else one.event)
        try:
            entry = timeline.entry(other)
        except KeyError:  # its article was removed since
            continue
        if other != event and not entry.left_out:
            yield entry
