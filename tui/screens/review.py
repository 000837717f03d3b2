"""What a person should look at first: doubtful events that nobody has accepted or rejected, one after the other."""

import math

from timeline.accounts import differ
from timeline.collection import Entry, Timeline
from timeline.edits import CHANGED
from tui.screens.timeline import TimelineScreen


class ReviewScreen(TimelineScreen):
    """The timeline with only what waits for a person; what is reviewed leaves it, and the next one is there."""

    MODE = "review"
    PLACEHOLDER = "all that waits for review"
    PROPOSES_AMONG = math.inf

    def __init__(self) -> None:
        super().__init__()
        self._held = ""
        """The event under the cursor that waits no more since its date was corrected."""

    def apply_filter(self) -> None:
        """List what waits, of what the filter leaves."""
        query, wrong = self.understood()
        here = self.row_target
        waiting = [entry for entry in query.select(self.timeline) if self._waits(entry) or _stays(entry, here)]
        self._held = next((one.id for one in waiting if one.id == here and not self._waits(one)), "")
        self._query = query
        self.events.words = query.words
        self.events.show_events(waiting, self.timeline)
        self.call_after_refresh(self.strip.show_events, self.timeline.entries, waiting)
        of = sum(1 for one in self.timeline.entries if not one.left_out and self._waits(one)) + bool(self._held)
        self.filter.tell(len(waiting), of, wrong.reason if wrong else "", "")

    def on_row_list_moved(self) -> None:
        """A row that waits no more leaves the list as soon as the cursor leaves the row."""
        super().on_row_list_moved()
        if self._held and self.row_target != self._held:
            self.list_rows()

    def _waits(self, entry: Entry) -> bool:
        """Whether it is doubtful, or may be one with an earlier one."""
        if waits(entry, self.timeline):
            return True
        return entry.unreviewed and self.host.proposing.waits(entry.id, self.timeline)

    def why_empty(self) -> str:
        """That nothing is left to do, or what to do next."""
        if self.filter.text:
            return f"Nothing that waits matches {self.filter.text}\n\nesc clears the filter"
        return "Nothing waits for review.\n\n1 shows the timeline, i reads more"


def _stays(entry: Entry, here: str) -> bool:
    """Whether its date was corrected below the cursor, on the row `here`: the next key is still for it."""
    return entry.id == here and entry.dated_by_person and entry.unreviewed


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
