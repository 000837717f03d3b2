"""A list of events: its filter, what it can be narrowed to, and what in it may be one."""

import asyncio
import re
from collections.abc import Callable, Mapping, Sequence, Set
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace
from textual import work

from timeline.collection import Entry, Timeline
from timeline.counts import counted
from timeline.logs.conflicts import Conflict
from timeline.proposals import Proposal
from timeline.query import QueryError, parse, without_bad_terms
from timeline.query.completing import Completion, Values, completions
from timeline.query.query import Query
from timeline.quoting import quoted
from tui.density import Window
from tui.filter_dates import FilterDates
from tui.places import Spot
from tui.screens.by_time import ByTimeScreen
from tui.widgets.status_line import Level, Report

if TYPE_CHECKING:
    from tui.screens.facets import Facet

SOME = 2_000
"""From so many events on, filtering is got ready for before it is asked for."""
MANY = 20_000
"""From so many events on, filtering waits until the typing pauses, as long as that is not done."""
PAUSE = 0.06
"""Seconds."""
_APART = re.compile(r'"[^"]*"|\([^()"]*\)')
"""What stands between quotation marks or parentheses."""


class EventsScreen(ByTimeScreen):
    """Events by time."""

    PROPOSES_AMONG: ClassVar[float] = MANY
    """So many events, or more, are not looked through for those that may be one."""

    def __init__(self) -> None:
        super().__init__()
        self._query = parse("")
        self._dates: FilterDates | None = None
        self._typed_last = 0
        self._values: tuple[Timeline, Values] | None = None
        self._prepared: Timeline | None = None
        self._then: Callable[[], None] | None = None
        """What waits for that."""
        self._proposed: Mapping[str, Sequence[Proposal]] = {}
        self._awaited = False
        """Whether the filter asks for them and they are looked for."""
        self.events.is_double = lambda entry: bool(self.beside(entry))

    def spot(self) -> Spot:
        """With what was unfolded, and how far the strip was zoomed."""
        return replace(super().spot(), opened=self.events.opened, window=self.strip.zoomed)

    def take_up(self, spot: Spot) -> None:
        """Unfold and zoom too."""
        super().take_up(spot)
        self.events.opened = spot.opened
        window = Window(*spot.window) if spot.window is not None else None
        self.strip.zoomed = window if window is not None and window.length > 0 else None

    def action_fold(self) -> None:
        """Open what is folded away, or fold it away again."""
        before = len(self.events.rows)
        self.events.fold()
        if len(self.events.rows) == before:
            self.host.tell(Report("nothing is folded away here"))

    def on_row_list_fold_clicked(self) -> None:
        """The same by mouse."""
        self.action_fold()

    def select(self, row_id: str) -> bool:
        """Put the cursor on an event, also on one that is folded away."""
        return self.events.reveal(row_id)

    def disputes(self) -> Sequence[Conflict]:
        """Of the event, or of its article."""
        return self.timeline.conflicts_of(self.entry) if self.entry is not None else ()

    def show_only(self, query: str, *, also: bool = False) -> None:
        """Filter by `query`, from another screen, `also` by what is filtered by now; the first one found is gone to."""
        self.sync()  # as it is now, before it is filtered: else where the cursor was would count as gone to
        self.leave_page()
        self.filter.set_text(narrowed(self.filter.text, query) if also else query)
        self.events.focus()

    def action_facets(self) -> None:
        """What the list could be narrowed to, views first."""
        self._when_ready(self._facets)

    def _facets(self) -> None:
        from tui.screens.facets import facets_of, facets_of_views  # noqa: PLC0415

        listed = self._listed
        self._narrow("Narrow the list to", [*facets_of_views(self.host.views), *facets_of(listed)], listed)

    @property
    def _listed(self) -> Values:
        """What there is in the list; of the whole timeline that is found already."""
        if not self._query.terms:
            return self._values_of(self.timeline)
        return Values(self.timeline, self._query, self.host.new, self.host.proposing.doubled)

    def action_differing(self) -> None:
        """The events of which accounts differ, in the place of what is listed."""
        self.show_only("is:conflicting")

    def action_doubled(self) -> None:
        """The events that may be one with another, in the place of what is listed."""
        self.show_only("is:doubled")

    def action_this(self) -> None:
        """What the event has in common with others of the list."""
        self._when_ready(self._facets_of_this)

    def _when_ready(self, then: Callable[[], None]) -> None:
        """Do what asks all events something: of a long timeline once they were looked through, if one is here then."""
        if len(self.timeline.entries) < SOME or self._prepared is self.timeline:
            then()
            return
        self._then = then
        self.host.tell(Report("looking through the events …"))

    def _facets_of_this(self) -> None:
        from tui.screens.facets import facets_of_one  # noqa: PLC0415

        if (entry := self.entry) is not None:
            listed = self._listed
            shared = facets_of_one(entry, self.timeline, listed)
            self._narrow(f"Narrow the list to what is like {quoted(entry.title)}", shared, listed)

    def _narrow(self, title: str, facets: Sequence["Facet"], values: Values) -> None:
        from tui.screens.facets import FacetsDialog  # noqa: PLC0415

        def add(term: str | None) -> None:
            if term:
                self.show_only(term, also=True)

        self.app.push_screen(FacetsDialog(title, facets, values), add)

    def show_timeline(self) -> None:
        """Show another state of the timeline, and get ready to filter it."""
        if len(self.timeline.entries) < MANY:
            self.strip.take(self.timeline.entries)
        super().show_timeline()
        if len(self.timeline.entries) >= SOME:
            self._prepare_filter()
        if self.session.is_open and len(self.timeline.entries) < self.PROPOSES_AMONG:
            self._propose()

    # A worker that another takes the place of before it begins leaves no coroutine behind: `work` makes it late.
    @work(group="proposals", exclusive=True)
    async def _propose(self) -> None:
        """Find which events may be one, while nothing else is done."""
        await self.host.proposing.find(self.timeline)
        if self.host.proposing.found != self._proposed:
            self._proposed, self._values = self.host.proposing.found, None
            self.list_rows()
        if self._awaited:
            self._awaited = False
            self.host.tell(
                Report(f"{counted(len(self.host.proposing.doubled(self.timeline)), 'event')} may be one with another")
            )

    def beside(self, entry: Entry) -> Sequence[Entry]:
        """What an event may be one with, unless a person said that it is one by itself."""
        return self.host.proposing.beside(entry.id, self.timeline) if entry.unreviewed else ()

    def _doubled(self, timeline: Timeline) -> Set[str]:
        """For the filter: what is found so far. In a long timeline it is looked for when it is asked for first."""
        proposing = self.host.proposing
        if len(timeline.entries) >= self.PROPOSES_AMONG and self.session.is_open and not proposing.knows(timeline):
            self.host.tell(Report("looking for what may be one with another …"))
            self._awaited = True
            self._propose()
        return proposing.doubled(timeline)

    @work(group="filter", exclusive=True)
    async def _prepare_filter(self) -> None:
        """Index a large timeline while nothing else is done, so that the first filter is there at once."""
        timeline = self.timeline
        for block in timeline.entries.blocks:
            if timeline.prepare(block):
                await asyncio.sleep(0.01)
        for _ in self._values_of(timeline).prepare():
            await asyncio.sleep(0.01)
        self._prepared = timeline
        then, self._then = self._then, None
        if then is not None and self.app.screen is self:
            then()

    def apply_filter(self) -> None:
        """List what the filter leaves; a term that can't be understood, or is not finished yet, changes nothing."""
        self._query, wrong = self.understood()
        error = wrong.reason if wrong else ""
        entries = self._query.select(self.timeline)
        window = self.strip.dense if not self.filter.text else None
        self.events.words = self._query.words
        self.events.show_events(entries, self.timeline, window.first if window is not None else None)
        if len(self.timeline.entries) < MANY:
            self.strip.show_events(self.timeline.entries, entries)
        else:
            self.call_after_refresh(self.strip.show_events, self.timeline.entries, entries)
        reading = "" if error else ", ".join(read for _, read in self._query.readings)
        self.filter.tell(len(entries), len(self.timeline.entries), error, reading, self._told_left_out)

    @property
    def left_out(self) -> Sequence[Entry]:
        """What the filter would find if it were not hidden or rejected."""
        return self._query.left_out(self.timeline) if self._query.terms else ()

    @property
    def _told_left_out(self) -> str:
        more = self.left_out
        return f"{len(more):,} more {how_left_out(more)}" if more else ""

    def understood(self) -> tuple[Query, QueryError | None]:
        """What can be understood of the filter, and what is wrong with the rest."""
        text = self.filter.text
        views = self.host.views if "@" in text else None
        new = self.host.new if views or "new" in text.lower() else frozenset()
        if self._dates is None or self._dates.timeline is not self.timeline:
            self._dates = FilterDates(self.timeline)
        return without_bad_terms(text, self._dates.read, views, new, self._doubled)

    def completions(self, typed: str) -> Sequence[Completion]:
        """Fields, views, and values with their counts."""
        return completions(typed, self._values_of(self.timeline), self.host.views if "@" in typed else {})

    def _values_of(self, timeline: Timeline) -> Values:
        if self._values is None or self._values[0] is not timeline:
            self._values = timeline, Values(timeline, new=self.host.new, doubles=self.host.proposing.doubled)
        return self._values[1]

    def action_keep_view(self) -> None:
        """Keep the filter under a name."""
        from tui.screens.keep_view import KeepViewDialog  # noqa: PLC0415

        why_not = "there is no filter to keep: esc, then / begins one" if not self.filter.text else ""
        if self.host.is_served:
            why_not = "views are not kept where the app is served"

        def kept(name: str | None) -> None:
            if name:
                self.host.tell(Report(f"@{name} stands for {self.filter.text}", Level.DONE, "in all your timelines"))

        self.app.push_screen(KeepViewDialog(self.filter.text, self.host.views, why_not), kept)

    def filter_typed(self) -> None:
        """Filter as one types; a large timeline that is not indexed yet when the typing pauses."""
        if len(self.timeline.entries) < MANY or self._prepared is self.timeline:
            self.list_found()
            return
        self._typed_last += 1
        typed = self._typed_last
        self.set_timer(PAUSE, lambda: self.list_found() if typed == self._typed_last else None)


def how_left_out(entries: Sequence[Entry]) -> str:
    """`hidden`, `rejected`, or `hidden or rejected`, as they are."""
    hidden = any(entry.hidden for entry in entries)
    rejected = any(not entry.hidden for entry in entries)
    return " or ".join(word for word, holds in (("hidden", hidden), ("rejected", rejected)) if holds)


def narrowed(text: str, term: str) -> str:
    """A filter with one more term, which holds for all of it.

    >>> narrowed("ferry or boat", "is:planned")
    '(ferry or boat) is:planned'
    """
    bare, within = text, ""
    while bare != within:
        bare, within = _APART.sub(" ", bare), bare
    if re.search(r"\bor\b", bare, re.IGNORECASE):
        return f"({text}) {term}"
    return text if f" {text}".endswith(f" {term}") else f"{text} {term}".strip()
