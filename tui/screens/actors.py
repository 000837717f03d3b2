"""Who takes part: each actor with its other names, and its events."""

from collections.abc import Iterable
from typing import NamedTuple

from rich.segment import Segment
from textual.content import Content

from timeline.collection import Entry
from timeline.dates.edtf import describe
from timeline.model import Actor, fold
from tui.screens.browse import BrowseScreen
from tui.widgets.page import Block
from tui.widgets.row_list import RowList, fit

LISTED = 200
"""So many of an actor's or a source's events are listed on its page."""


class ActorRow(NamedTuple):
    """An actor and its share of the timeline."""

    actor: Actor
    events: int


class ActorList(RowList[ActorRow]):
    """Actors, the busiest first."""

    def row_id(self, row: ActorRow) -> str:
        """The actor's id."""
        return row.actor.id

    def render_row(self, index: int, width: int, *, top: bool) -> Iterable[Segment]:  # noqa: ARG002
        """Name, kind, number of events."""
        actor, events = self._rows[index]
        yield Segment(" " + fit(actor.name, max(8, width - 22)))
        yield Segment(fit(actor.kind.value, 13), self.style("rows--dim"))
        yield Segment(f"{events:>6,} ", self.style("rows--accent"))


class ActorsScreen(BrowseScreen):
    """The cast."""

    MODE = "actors"
    PLACEHOLDER = "all actors"

    def __init__(self) -> None:
        self.actors = ActorList()
        super().__init__(self.actors)

    def apply_filter(self) -> None:
        """List the actors with the text in one of their names."""
        wanted = fold(self.filter.text.strip())
        timeline = self.timeline
        rows = [ActorRow(actor, len(timeline.of_actor(actor.id))) for actor in timeline.actors.values()]
        rows = [row for row in rows if row.events]
        shown = [row for row in rows if any(wanted in fold(name) for name in (row.actor.name, *row.actor.aliases))]
        self.actors.show(sorted(shown, key=lambda row: (-row.events, fold(row.actor.name), row.actor.id)))
        self.filter.tell(len(shown), len(rows))

    def blocks(self) -> list[Block]:
        """The actor and its events."""
        if self.actors.row is None:
            return []
        actor = self.actors.row.actor
        blocks = [Block(Content.styled(actor.name, "bold")), Block(Content(actor.kind.value))]
        if actor.titles:
            blocks.append(Block(Content(", ".join(actor.titles)), "TITLES", gap=True))
        if actor.aliases:
            blocks.append(Block(Content(", ".join(actor.aliases)), "ALSO"))
        return blocks + event_lines(self.timeline.of_actor(actor.id))

    def why_empty(self) -> str:
        """What to do next."""
        if self.filter.text:
            return f"No actor is called {self.filter.text}\n\nesc clears the filter"
        return "Nobody takes part yet.\n\ni reads articles, 1 shows the timeline"

    def go_in(self) -> None:
        """Only this actor's events."""
        if self.actors.row is not None:
            self.host.show_only("actor", self.actors.row.actor.name)


def event_lines(entries: tuple[Entry, ...]) -> list[Block]:
    """Events as lines of a page: date and title."""
    lines = [
        Block(Content.assemble((describe(entry.when), "$text-accent"), "  ", entry.title), gap=not number)
        for number, entry in enumerate(entries[:LISTED])
    ]
    if len(entries) > LISTED:
        lines.append(Block(Content.styled(f"and {len(entries) - LISTED:,} more; enter lists them", "$secondary")))
    return lines
