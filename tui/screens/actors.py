"""Who takes part: each actor with its other names, and its events."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.segment import Segment
from textual.content import Content

from timeline.collection import Entry
from timeline.counts import counted
from timeline.dates.edtf import describe
from timeline.edits import EditKind
from timeline.logs.conflicts import Conflict
from timeline.model import Actor, ActorKind, fold
from timeline.query import select, term
from timeline.quoting import quoted
from tui.actions import Area, bindings
from tui.activity import Bars, of_actor
from tui.changes import Change
from tui.disputes import dispute_blocks
from tui.screens.correcting import CorrectingScreen, Joining
from tui.screens.edit import EditDialog, Field
from tui.widgets.fitting import fit
from tui.widgets.page import Block
from tui.widgets.row_list import RowList

LISTED = 200
"""So many of an actor's or a source's events are listed on its page."""


class ActorRow(NamedTuple):
    """An actor and its share of the timeline."""

    actor: Actor
    entries: Sequence[Entry]


class ActorList(RowList[ActorRow]):
    """Actors, the busiest first."""

    def row_id(self, row: ActorRow) -> str:
        """The actor's id."""
        return row.actor.id

    bars = Bars((), None)
    """When each is active."""

    def render_row(self, index: int, width: int, *, top: bool) -> Iterable[Segment]:  # noqa: ARG002
        """Name, kind, when there are events, and how many."""
        actor, entries = self._rows[index]
        spark = spark_width(width)
        yield Segment(f" {fit(actor.name, max(8, width - 24 - spark))} ")
        yield Segment(fit(actor.kind.value, 13), self.style("rows--dim"))
        yield Segment(self.bars.of(entries, spark) + " ", self.style("rows--accent"))
        yield Segment(f"{len(entries):>6,} ", self.style("rows--accent"))


class ActorsScreen(CorrectingScreen):
    """The cast."""

    MODE = "actors"
    PLACEHOLDER = "all actors"
    BINDINGS = bindings(Area.CORRECTING)

    def __init__(self) -> None:
        self.actors = ActorList()
        super().__init__(self.actors)

    def apply_filter(self) -> None:
        """List the actors with the text in one of their names."""
        wanted = fold(self.filter.text.strip())
        timeline = self.timeline
        each = timeline.of_each_actor()
        rows = [ActorRow(actor, each[actor.id]) for actor in timeline.actors.values() if actor.id in each]
        shown = [row for row in rows if wanted in _words(row.actor)]
        shown.sort(key=lambda row: (-len(row.entries), fold(row.actor.name), row.actor.id))
        self.actors.bars = Bars((row.entries for row in shown), self.story)
        self.actors.show(shown)
        self.filter.tell(len(shown), len(rows))

    def blocks(self) -> list[Block]:
        """The actor and its events."""
        if self.actors.row is None:
            return []
        actor = self.actors.row.actor
        about = ", ".join((actor.kind.value, *actor.titles))
        blocks = [Block(Content.styled(actor.name, "bold")), Block(Content(about))]
        if actor.aliases:
            blocks.append(Block(Content(", ".join(actor.aliases)), "ALSO", gap=True))
        blocks += dispute_blocks(self.disputes(), self.timeline)
        blocks += of_actor(actor.id, self.timeline, self.story, self.page.text_width)
        return blocks + event_lines(self.timeline.of_actor(actor.id))

    def why_empty(self) -> str:
        """What to do next."""
        if self.filter.text:
            return f"No actor is called {self.filter.text}\n\nesc clears the filter"
        return "Nobody takes part yet.\n\ni reads articles, 1 shows the timeline"

    @property
    def row_target(self) -> str:
        """The actor's id."""
        return self.actors.row.actor.id if self.actors.row else ""

    def editing(self) -> EditDialog | None:
        """Name and kind."""
        if self.actors.row is None:
            return None
        actor = self.actors.row.actor
        fields = (
            Field("name", EditKind.ACTOR_NAME, actor.name),
            Field("kind", EditKind.ACTOR_KIND, actor.kind.value, {kind.value: kind.value for kind in ActorKind}),
        )
        return EditDialog(quoted(actor.name), fields)

    def joining(self) -> Joining:
        """The marked actors."""
        marked = self.actors.marked
        those = "The other is another name" if len(marked) == 2 else "The others are other names"
        says = f"{those} of it, found like its own; S splits them again."
        names = [f"{row.actor.name}  {row.actor.kind}, {counted(len(row.entries), 'event')}" for row in marked]
        return Joining(EditKind.ACTOR_JOIN, "actors", [row.actor.id for row in marked], names, says)

    def splitting(self) -> Sequence[tuple[str, Change]]:
        """Those who were joined to the actor."""
        joined = self.timeline.joined_to_actor(self.row_target) if self.row_target else ()
        return [(member, Change(EditKind.ACTOR_JOIN, "")) for member in joined]

    def disputes(self) -> Sequence[Conflict]:
        """Of the actor."""
        return self.timeline.conflicts.get(self.row_target, ())

    def action_this(self) -> None:
        """Only the events of this actor, of those that the timeline's filter leaves."""
        if self.actors.row is not None:
            self.host.show_only(self._of(self.actors.row), also=True)

    def go_in(self) -> None:
        """Only this actor's events."""
        if self.actors.row is not None:
            self.host.show_only(self._of(self.actors.row))

    def _of(self, row: ActorRow) -> str:
        """The filter that finds what an actor takes part in, and what they say, where that is more."""
        takes_part, says = term("actor", row.actor.name), term("said", row.actor.name)
        found = {entry.id for entry in select(self.timeline, takes_part)}
        is_more = any(entry.id not in found for entry in select(self.timeline, says))
        return f"({takes_part} or {says})" if is_more else takes_part


def _words(actor: Actor) -> str:
    """What an actor is found by: names, titles, kind."""
    return fold(" ".join((actor.name, *actor.aliases, *actor.titles, actor.kind.value)))


def spark_width(width: int) -> int:
    """Cells for activity in a row of `width` cells: none where names need them."""
    return 24 if width >= 100 else 16 if width >= 64 else 0


def event_lines(entries: Sequence[Entry]) -> list[Block]:
    """Events as lines of a page: date and title."""
    lines = [
        Block(Content.assemble((describe(entry.when), "$text-accent"), "  ", entry.title), gap=not number)
        for number, entry in enumerate(entries[:LISTED])
    ]
    if len(entries) > LISTED:
        lines.append(Block(Content.styled(f"and {len(entries) - LISTED:,} more; enter lists them", "$secondary")))
    return lines
