"""What a person should look at first: doubtful events that nobody has accepted or rejected, one after the other."""

import math
from collections.abc import Set

from timeline.accounts import differ
from timeline.collection import Entry, Timeline
from timeline.edits import CHANGED
from tui.proposing import Proposing
from tui.screens.timeline import TimelineScreen


class ReviewScreen(TimelineScreen):
    """The timeline with only what waits for a person; what is reviewed leaves it, and the next one is there."""

    MODE = "review"
    PLACEHOLDER = "all that waits for review"
    PROPOSES_AMONG = math.inf

    def __init__(self) -> None:
        super().__init__()
        self._held = ""
        """The event under the cursor that waits no more, and that nobody has accepted or rejected."""
        self._known: tuple[Timeline, object, tuple[Set[str], int]] | None = None
        """What waits, of which timeline and which proposals."""

    def apply_filter(self) -> None:
        """List what waits, of what the filter leaves."""
        query, wrong = self.understood()
        here, (ids, number) = self.row_target, self._waiting()
        waiting = [entry for entry in query.select(self.timeline) if entry.id in ids or _stays(entry, here)]
        self._held = here if here not in ids and any(one.id == here for one in waiting) else ""
        self._query = query
        self.events.words = query.words
        self.events.show_events(waiting, self.timeline)
        self.call_after_refresh(self.strip.show_events, self.timeline.entries, waiting)
        self.filter.tell(len(waiting), number + bool(self._held), wrong.reason if wrong else "", "")

    def on_row_list_moved(self) -> None:
        """A row that waits no more leaves the list as soon as the cursor leaves the row."""
        super().on_row_list_moved()
        if self._held and self.row_target != self._held:
            self.list_rows()

    def _waiting(self) -> tuple[Set[str], int]:
        """What is doubtful or may be one with an earlier one, and how many these are: looked for once."""
        timeline, proposed = self.timeline, self.host.proposing.found
        if self._known is None or self._known[0] is not timeline or self._known[1] is not proposed:
            beside = self.host.proposing
            found = [one for one in timeline.entries if waits(one, timeline) or _is_later(one, beside, timeline)]
            number = sum(not one.left_out for one in found)
            self._known = timeline, proposed, (frozenset(one.id for one in found), number)
        return self._known[2]

    def why_empty(self) -> str:
        """That nothing is left to do, or what to do next."""
        if self.filter.text:
            return f"Nothing that waits matches {self.filter.text}\n\nesc clears the filter"
        return "Nothing waits for review.\n\n1 shows the timeline, i reads more"


def _is_later(entry: Entry, beside: Proposing, timeline: Timeline) -> bool:
    """Whether it may be one with an earlier one."""
    return entry.id in beside.found and entry.unreviewed and beside.waits(entry.id, timeline)


def _stays(entry: Entry, here: str) -> bool:
    """Whether it is the row `here` that was dated, joined or taken back: the next key is still for it."""
    return entry.id == here and entry.unreviewed


def waits(entry: Entry, timeline: Timeline) -> bool:
    """Whether nobody has looked at an event whose date is in doubt, or of which people or accounts tell differently.

    So does one that is told otherwise since somebody looked at it.
    """
    return entry.unreviewed and (
        entry.review == CHANGED
        or entry.when.is_uncertain
        or (entry.when.is_open and entry.lead.time is not None)
        or bool(timeline.conflicts_of(entry))
        or differ(entry, timeline)
    )
