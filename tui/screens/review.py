"""What a person should look at first: doubtful events that nobody has accepted or rejected, one after the other."""

import math

from timeline.accounts import differ
from timeline.collection import Entry, Timeline
from timeline.edits import CHANGED
from tui.screens.timeline import TimelineScreen


class ReviewScreen(TimelineScreen):
    """The timeline with only what waits for a person; what is reviewed leaves it, and the next one is there."""

    MODE = "review"
    PLACEHOLDER = "all that is doubtful and not reviewed"
    PROPOSES_AMONG = math.inf

    def apply_filter(self) -> None:
        """List what waits, of what the filter leaves."""
        query, wrong = self.understood()
        waiting = [entry for entry in query.select(self.timeline) if self._waits(entry)]
        self._query = query
        self.events.words = query.words
        self.events.show_events(waiting, self.timeline)
        self.call_after_refresh(self.strip.show_events, self.timeline.entries, waiting)
        of = sum(1 for entry in self.timeline.entries if not entry.left_out and self._waits(entry))
        self.filter.tell(len(waiting), of, wrong.reason if wrong else "", "")

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
