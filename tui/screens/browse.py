"""The frame of timeline, actors and sources: a filter, a list, and a page about the row under the cursor."""

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.containers import Container
from textual.widget import Widget
from textual.widgets import Static

from timeline.history import sentence
from timeline.logs.conflicts import Conflict
from timeline.query.completing import Completion
from tui.actions import OF_A_LIST, OF_A_ROW, Area, bindings
from tui.places import NOWHERE, Spot
from tui.screens.view import WIDE, View
from tui.widgets.filter_bar import FilterBar
from tui.widgets.header import Header
from tui.widgets.page import Block
from tui.widgets.row_list import RowList
from tui.widgets.side_page import LEAST, MOST, SidePage
from tui.widgets.status_line import Report


class BrowseScreen(View):
    """A list with a page beside it, or below it where the terminal is narrow."""

    MODE: ClassVar[str]
    PLACEHOLDER: ClassVar[str]
    BINDINGS = bindings(Area.BROWSE, Area.LIST)

    def __init__(self, rows: RowList[Any]) -> None:
        super().__init__()
        self.header = Header(self.MODE)
        self.filter = FilterBar(self.PLACEHOLDER, rows, self.completions)
        self.rows = rows
        self.banner = Static(classes="banner", markup=False)
        self.empty = Static(classes="empty", markup=False)
        self.page = SidePage(classes="page")
        self._row: object = None
        """The row that the page is about."""
        self._left_at = ""
        """The row under the cursor when the person was here last."""
        self._begins_anew = False
        """Whether the cursor goes to the first row when the rows are listed next."""
        self._chosen = self._brought_to = ""
        """The row that the person went to, and the one that the filter put under the cursor since."""

    def compose(self) -> ComposeResult:
        """Header, filter, list and page, status, hints."""
        yield self.header
        yield from self.above()
        yield self.filter
        yield self.filter.completions
        yield self.banner
        with Container(classes="body"):
            yield self.rows
            yield self.empty
            yield self.page
        yield self.status
        yield self.hints()

    def on_mount(self) -> None:
        """Start in the list, where the person left it."""
        self.set_focus(self.rows)  # at once: keys that were typed ahead come before what is called later
        spot = self.host.place.spots.get(self.MODE, NOWHERE)
        self._left_at = spot.row
        self.take_up(spot)

    def on_unmount(self) -> None:
        """Keep where the person is."""
        self.host.place.spots[self.MODE] = self.spot()

    def spot(self) -> Spot:
        """Where the person is."""
        return Spot(filter=self.filter.text, row=self._here)

    def take_up(self, spot: Spot) -> None:
        """Filter, fold and zoom as the person left it, before anything is listed."""
        self.filter.begin_with(spot.filter)

    def begin_afresh(self) -> None:
        """All as at first; on a screen that is not in view, when it is."""
        self.take_up(NOWHERE)
        self._left_at, self._begins_anew = "", True
        self._shown = None
        if self.app.screen is self:
            self.sync()
            self.part()

    def part(self) -> None:
        """Give list and page the room that the person gave them."""
        place = self.host.place
        share = place.page_beside if self.page.is_beside else place.page_below
        self.page.take(0 if self.has_class("-reading") else share)

    def on_screen_resume(self) -> None:
        """Be parted as the screen was from which one comes."""
        super().on_screen_resume()
        self.part()

    def on_side_page_dragged(self, event: SidePage.Dragged) -> None:
        """Part list and page anew, on all screens."""
        if self.page.is_beside:
            self.host.place.page_beside = event.share
        else:
            self.host.place.page_below = event.share
        self.part()

    def action_page_wider(self) -> None:
        """More room for the page."""
        self._widen(5)

    def action_page_narrower(self) -> None:
        """Less room for the page."""
        self._widen(-5)

    def _widen(self, by: int) -> None:
        body, page = self.query_one(".body").size, self.page.outer_size
        now = 100 * page.width / body.width if self.page.is_beside else 100 * page.height / body.height
        if page.width and not self.has_class("-reading"):
            self.on_side_page_dragged(SidePage.Dragged(max(LEAST, min(MOST, round(now + by, 1)))))

    def above(self) -> Iterable[Widget]:
        """What stands between the header and the filter; for subclasses."""
        return ()

    def completions(self, typed: str) -> Sequence[Completion]:  # noqa: ARG002 - for subclasses
        """What the filter text could go on with; for subclasses."""
        return ()

    @abstractmethod
    def apply_filter(self) -> None:
        """List what the filter text leaves."""

    def list_rows(self) -> None:
        """The same, and at once what then is under the cursor: painted one by one they would take twice as long."""
        self.apply_filter()
        self.show_row()

    def list_found(self) -> None:
        """The same for another filter text; the cursor is where the person went, or else on the first that is found."""
        if (here := self._here) != self._brought_to and here:
            self._chosen = here
        self.apply_filter()
        if self._here != self._chosen:
            if self.select(self._chosen):
                self.rows.centre()
            else:
                self.rows.move_to(0)
        self._brought_to = self._here
        self.show_row()

    @property
    def _here(self) -> str:
        """The id of the row under the cursor; empty for none."""
        row = self.rows.row
        return "" if row is None else self.rows.row_id(row)

    @abstractmethod
    def blocks(self) -> list[Block]:
        """What the page says of the row under the cursor."""

    @abstractmethod
    def why_empty(self) -> str:
        """What an empty list says; it names the next key."""

    def select(self, row_id: str) -> bool:
        """Put the cursor on a row; whether it is listed."""
        index = self.rows.index_of(row_id)
        if index is not None:
            self.rows.move_to(index)
        return index is not None

    @property
    def is_wide(self) -> bool:
        """Whether the page stands beside the list."""
        return self.size.width >= WIDE

    def show_timeline(self) -> None:
        """Show another state of the timeline."""
        timeline = self.timeline
        name = self.session.path.name
        flag = "  read-only" if self.session.read_only else ""
        counted = ((len(timeline.entries), "event"), (timeline.read_articles, "article"))
        counts = (f"{number:,} {noun}{'s' * (number != 1)}" for number, noun in counted)
        self.header.tell(f"{name}{flag}", *(counts if self.session.is_open else ("the first lines",)))
        warning = self.warning()
        self.banner.display = bool(warning)
        self.banner.update(warning)
        self.apply_filter()
        if self._begins_anew:
            self.rows.move_to(0)
            self._begins_anew = False
        if self._left_at and self.session.is_open:
            self.select(self._left_at)
            self._left_at = ""
            self.call_after_refresh(self.rows.centre)
        self.show_row()

    def warning(self) -> str:
        """What a person should see to first; empty when all is well."""
        return ""

    def show_page(self) -> None:
        """Show the page for the row under the cursor."""
        self.page.show(self.blocks() if self.rows.row is not None else [])

    def show_empty(self) -> None:
        """Say what to do where there is nothing to list."""
        empty = not self.rows.rows
        if empty:
            self.empty.update(self.why_empty())
        if self.empty.display is not empty:
            self.empty.display = empty
            self.rows.set_class(empty, "-empty")
            self.refresh_bindings()

    def filter_typed(self) -> None:
        """The filter text is another."""
        self.list_found()

    def on_filter_bar_changed(self) -> None:
        """Filter as one types."""
        self.filter_typed()

    @abstractmethod
    def go_in(self) -> None:
        """Into the row under the cursor."""

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Go in from the list."""
        event.stop()
        self.go_in()

    def action_choose(self) -> None:
        """Go in from the page."""
        if self.rows.row is not None:
            self.go_in()

    def show_row(self) -> None:
        """Show all that belongs to the row under the cursor."""
        self._row = self.rows.row
        self.show_empty()
        self.show_page()

    def on_row_list_moved(self) -> None:
        """Another row, another page, unless it is shown already."""
        if self._row is not self.rows.row:
            self.show_row()
        self.tell_marks()

    def tell_marks(self) -> None:
        """How many rows are marked: what is done next may be done to them, also where none of them is in view."""
        self.filter.tell_marked(len(self.rows.marked), goes_along=self.rows.marks_go_along)

    def on_resize(self) -> None:
        """The page says more where there is more room."""
        self.call_after_refresh(self.part)
        self.call_after_refresh(self.show_page)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A slash within the filter text is text; what needs a row, or a list, is not offered without one."""
        if self.rows.row is None and (action in OF_A_ROW or (action in OF_A_LIST and not self.filter.text)):
            return False
        return not (action == "filter" and self.filter.is_typed_in) and super().check_action(action, parameters)

    def action_filter(self) -> None:
        """Begin to filter, the list in view."""
        self.leave_page()
        self.filter.enter()

    @property
    def goes_back(self) -> bool:
        """Whether there is a level of view to undo."""
        typing = self.filter.is_typed_in or bool(self.filter.text)
        return typing or self.has_class("-reading") or self._is_in_page or bool(self.rows.marked)

    @property
    def _is_in_page(self) -> bool:
        """Whether there is a list to go back to: the page has the focus as well where the list has no rows."""
        return self.page.has_focus and self.rows.row is not None

    def action_back(self) -> None:
        """Undo one level of view: the page, then marks, then the filter text."""
        if self.has_class("-reading"):
            self.leave_page()
        elif self._is_in_page:
            self.rows.focus()
        elif self.rows.marked:
            self.rows.unmark_all()
            self.host.tell(Report("nothing marked"))
        elif self.filter.text:
            self.filter.set_text("")

    def leave_page(self) -> None:
        """Give the list its room again, where the page has all of it."""
        if self.has_class("-reading"):
            self.remove_class("-reading")
            self.call_after_refresh(self.part)
            self.set_focus(self.rows)  # at once, as what is typed next may be for the filter
            self.call_after_refresh(self.show_page)

    def action_next_pane(self) -> None:
        """From the list to the page and back; from a page that has all the room to the list, which comes back."""
        if self.has_class("-reading"):
            self.action_back()
            return
        (self.rows if self.page.has_focus else self.page).focus()

    def disputes(self) -> Sequence[Conflict]:
        """What two people correct differently of the row under the cursor; for subclasses."""
        return ()

    def action_settle(self) -> None:
        """Say which of two corrections holds."""
        from tui.screens.one_of import OneOfDialog  # noqa: PLC0415

        disputes = self.disputes()
        if not disputes:
            self.host.tell(Report("nobody corrects this row differently"))
            return
        edits = disputes[0].edits

        def settle(at: int | None) -> None:
            if at is not None:
                chosen = edits[at]
                self.host.change(lambda: self.session.settle(chosen))

        names = [sentence(edit, self.timeline) for edit in edits]
        says = "What is chosen is a correction of yours, and settles it for all who merge with this timeline."
        self.app.push_screen(OneOfDialog("Which one holds?", "settle", names, says, len(edits) - 1), settle)

    @abstractmethod
    def action_this(self) -> None:
        """Add what is under the cursor to the filter of the timeline."""

    def action_page_alone(self) -> None:
        """Give the page all the room, or the list its own again."""
        if self.has_class("-reading"):
            self.action_back()
        elif self.rows.row is not None:
            self.read_page()

    def read_page(self) -> None:
        """Give the page the whole body."""
        self.add_class("-reading")
        self.part()
        self.page.focus()
        self.call_after_refresh(self.show_page)
