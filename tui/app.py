"""The app: the open timeline, its screens, and the changes that a person makes to it."""

import asyncio
import sys
from collections.abc import Callable, Mapping, Sequence, Set
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.console import Console
from textual import constants
from textual.app import App
from textual.binding import ActiveBinding, Binding, BindingType
from textual.driver import Driver
from textual.events import Event, InputEvent, Key, Paste
from textual.filter import LineFilter
from textual.reactive import reactive
from textual.screen import Screen
from textual.worker import WorkerFailed

from timeline.inert import inert
from timeline.model import Article
from timeline.store import StoreError
from tui.actions import BY_BINDING, CHANGING, Area, bindings, run, use_keys
from tui.ascii_lines import AsciiLines
from tui.inert_lines import InertLines
from tui.inputs import Inputs
from tui.opening import Opening, Shown
from tui.places import Place, keep_place, new_place
from tui.preferences import preferences
from tui.proposing import Proposing
from tui.screens.browse import BrowseScreen
from tui.screens.view import WIDE, View
from tui.session import Session
from tui.settings import SettingsError, remember_theme
from tui.themes import DARK, called
from tui.typed_ahead import TypedAhead
from tui.widgets.status_line import Level, Report

if TYPE_CHECKING:
    from textual.actions import ActionParseResult
    from textual.dom import DOMNode

    from timeline.collection import Timeline
    from tui.importing import Importing
    from tui.screens.date import Correction
    from tui.screens.reading import ReadingDialog
    from tui.tour import Tour

SHORT = 2_000_000
"""Bytes of a timeline up to which it is read at once; a longer one when there is a screen to look at."""
_OF_EVENTS = frozenset({"export", "undo", "redo", "history"})
PASSING = frozenset({Level.DONE, Level.PLAIN})
"""Reports that are of one key alone."""
SETTLE = 0.2
"""Seconds within which the changes of a running import are shown together."""


def _timeline_screen() -> Screen[None]:
    from tui.screens.timeline import TimelineScreen  # noqa: PLC0415

    return TimelineScreen()


def _actors_screen() -> Screen[None]:
    from tui.screens.actors import ActorsScreen  # noqa: PLC0415

    return ActorsScreen()


def _sources_screen() -> Screen[None]:
    from tui.screens.sources import SourcesScreen  # noqa: PLC0415

    return SourcesScreen()


def _review_screen() -> Screen[None]:
    from tui.screens.review import ReviewScreen  # noqa: PLC0415

    return ReviewScreen()


class DatelineApp(App[StoreError]):
    """Browse, correct and export one timeline. `run` returns why a long one can't be opened, or one be left tidy."""

    TITLE = "dateline"
    CSS_PATH = "dateline.tcss"
    ENABLE_COMMAND_PALETTE = False
    """Textual's own command palette key; ours is opened by `action_commands`."""
    MODES: ClassVar[dict[str, str | Callable[[], Screen[None]]]] = {
        "timeline": _timeline_screen,
        "actors": _actors_screen,
        "sources": _sources_screen,
        "review": _review_screen,
    }
    DEFAULT_MODE = "timeline"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(Area.APP),
        Binding("escape", "leave_tour", "Leave the tour", show=False, priority=True),
    ]
    # As Textual declares them; to mypy they are not class variables there.
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (60, "-medium"), (WIDE, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-short"), (16, "-low"), (30, "-tall")]  # noqa: RUF012

    report: reactive[Report] = reactive(Report(""))
    """What the person was told last."""
    progress: reactive[str] = reactive("")
    """How the reading goes."""

    ends_with = 0
    """The status with which it ends as nobody is there any more, or the system wants it; 0 while it goes on."""

    is_served = False
    """Whether others look at it, through a browser: then it touches no files and no clipboard of this machine."""

    def __init__(
        self, store_path: Path, place: Place | None = None, faults: Sequence[str] = (), look_only: str = ""
    ) -> None:
        """Open the timeline, if it is short.

        Args:
            store_path: the file.
            place: where the person was; it is kept for the next time when they leave. Without one, nothing is.
            faults: what the person should be told at first.
            look_only: why nothing is to be changed; empty where it may be.

        Raises:
            StoreError: it can't be opened, not even for reading.
        """
        self._keeps_place = place is not None
        self.place = place or new_place(store_path)
        if self.place.screen in self.MODES:
            self.DEFAULT_MODE = self.place.screen  # type: ignore[misc]  # Textual asks it of the app
        super().__init__()
        self.session = Session(store_path, look_only, remembers=self._keeps_place)
        if self.session.size <= SHORT:
            self.session.open()
        self.inputs = Inputs()
        self.proposing = Proposing()
        self._typed_ahead = TypedAhead(self, self._give)
        self._inert_lines = InertLines()
        # Without colours, as the wall before standard error would only take them out.
        self.error_console = Console(stderr=True, color_system=None, markup=False, highlight=False)
        self._importing: Importing | None = None
        self._new: tuple[Timeline, Set[str]] | None = None
        self._settling = False
        self.tour: Tour | None = None
        """The way that is shown through the app; None where it never was."""
        mine = preferences()
        told = Report("; ".join([*faults, *mine.faults]), Level.WARNING, "dateline keys --check" if mine.faults else "")
        shown = Shown(self.tell, self.sync)
        self._opening = Opening(self, self.session, shown, told, tells_arrivals=self._keeps_place)
        self._ascii_lines = [AsciiLines()] if mine.ascii else []
        self._themes_in_order = [theme.name for theme in mine.themes]
        for theme in mine.themes:
            self.register_theme(theme)
        self.theme = mine.theme
        use_keys(mine.keys)
        self.set_keymap({binding: ",".join(keys) for binding, keys in mine.keys.items()})

    def get_driver_class(self) -> type[Driver]:
        """The one that notices when the terminal is gone, where Textual's own does not."""
        if sys.platform == "win32" or constants.DRIVER:
            return super().get_driver_class()
        from tui.driver import TerminalDriver  # noqa: PLC0415 - not on Windows

        return TerminalDriver

    def on_ready(self) -> None:
        """Open a long timeline, and say so if nothing can be changed."""
        self._opening.begin()

    async def on_unmount(self) -> None:
        """Stop reading, leave one plain file."""
        if self._keeps_place:
            self.place.screen = self.current_mode
            if self.session.is_open:
                from tui.arrivals import left  # noqa: PLC0415

                left(self.session.path, self.session.timeline.articles.keys())
            keep_place(self.place)
        if self._importing is not None:
            await self._importing.close()
        try:
            self.session.close()
            if self.session.rescued:
                self.exit(StoreError(f"{self.session.rescued}. {self.session.way_back}"))
        except StoreError as refused:
            self.exit(refused)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Let no widget, ours or Textual's, paint what a terminal would obey."""
        return [*super().get_line_filters(), self._inert_lines, *self._ascii_lines]

    def copy_to_clipboard(self, text: str) -> None:
        """Copy `text` without what would act where it is pasted."""
        super().copy_to_clipboard(inert(text))

    @property
    def views(self) -> Mapping[str, str]:
        """Filters that are kept under a name; where their file can't be read, that is told."""
        from tui.views import ViewsError, kept_views  # noqa: PLC0415

        try:
            return kept_views()
        except ViewsError as refused:
            self.tell(Report(str(refused), Level.ERROR))
            return {}

    @property
    def new(self) -> Set[str]:
        """The ids of the articles that came in since the person was here, or with the last addition."""
        from tui.arrivals import known  # noqa: PLC0415

        timeline = self.session.timeline
        if self._new is None or self._new[0] is not timeline:
            self._new = timeline, known(self.session.path).new(timeline.articles.keys())
        return self._new[1]

    def tell(self, report: Report) -> None:
        """Show a report on the status line."""
        self.report = report

    def change(self, make: Callable[[], str | None], *, nothing: str = "", hint: str = "u undo") -> None:
        """Make a change, tell what was done, and show the timeline as it is then."""
        if self.ends_with:
            return
        try:
            says = make()
        except StoreError as refused:
            self.tell(Report(str(refused), Level.ERROR))
            return
        if self.session.rescued:
            hint = f"{BY_BINDING['app.merge'].key} merges it into what is there now"
            self.tell(Report(f"{self.session.rescued} ({says or nothing})", Level.WARNING, hint))
            self.refresh_bindings()
        else:
            self.tell(Report(says, Level.DONE, hint) if says else Report(nothing))
        self.sync()

    def sync(self) -> None:
        """Have every screen in view show the timeline as it is now."""
        for screen in self.screen_stack:
            if isinstance(screen, View):
                screen.sync()

    def sync_soon(self) -> None:
        """The same, once for many changes that come together."""
        if not self._settling:
            self._settling = True
            self.set_timer(SETTLE, self._settle)

    def _settle(self) -> None:
        from tui.screens.reading import ReadingDialog  # noqa: PLC0415

        self._settling = False
        if not self.screen_stack:
            return  # the app is closing
        self.progress = self.inputs.progress
        self.sync()
        if isinstance(self.screen, ReadingDialog):
            self.screen.sync()

    @property
    def all_screens(self) -> list[Screen[object]]:
        """What is in view, below that, and in other modes."""
        return [screen for stack in self._screen_stacks.values() for screen in stack]

    def begin_tour(self) -> None:
        """Show the way through the app, from its first step on."""
        from tui.tour import LOOK, Tour  # noqa: PLC0415

        if self.tour is None:
            self.set_interval(LOOK, self._look_on_tour)
        self.tour = Tour(self)
        self.switch_mode("timeline")

    def _look_on_tour(self) -> None:
        if self.tour is not None and self.screen_stack:
            self.tour.look()

    def action_leave_tour(self) -> None:
        """Go on without it."""
        if self.tour is not None:
            self.tour.leave()
            self.tell(Report("you left the tour; ? lists every key", hint=": tour begins it again"))

    def correct(self, correction: "Correction | None") -> None:
        """Keep a date that a person gave."""
        if correction is not None:
            self.change(lambda: self.session.edit(correction.kind, correction.target, correction.value))

    def date_article(self, article: Article) -> None:
        """Ask for an article's own date."""
        from tui.screens.date import DateDialog  # noqa: PLC0415

        self.push_screen(DateDialog(self.session.timeline, article), self.correct)

    def open_article(self, article_id: str, event_id: str = "", words: Sequence[str] = ()) -> None:
        """Show an article, the evidence of an event in view, and `words` marked."""
        from tui.screens.article import ArticleScreen  # noqa: PLC0415

        self.push_screen(ArticleScreen(article_id, event_id, words))

    def open_outside(self, article: Article) -> None:
        """Open the article's web address, if it has one: a path in a timeline that somebody sent opens nothing."""
        from timeline.outlets import web_address  # noqa: PLC0415

        if address := web_address(article):
            self.run_worker(self._open_outside(address), group="outside", exit_on_error=False)
        else:
            where = article.url or article.origin
            self.tell(Report("it has no web address" + (f"; it was read from {where}" if where else "")))

    async def _open_outside(self, address: str) -> None:
        from tui.outside import opened  # noqa: PLC0415

        if self.is_served:
            self.open_url(address)  # in the browser of who looks at it
        elif not await asyncio.to_thread(opened, address):
            self.tell(Report(f"no browser was found here for {address}", Level.WARNING))
            return
        self.tell(Report(f"opened in the browser: {address}"))

    def show(self, screen: str, target: str) -> None:
        """Go to it there; a filter that hides it is cleared."""
        self.switch_mode(screen)
        self.call_after_refresh(self._show, self.session.timeline.line_of(target) if screen == "timeline" else target)

    def _show(self, row_id: str) -> None:
        if isinstance(self.screen, BrowseScreen) and not self.screen.select(row_id):
            self.screen.filter.begin_with("")
            self.screen.list_rows()
            self.screen.select(row_id)
            self.tell(Report("the filter was cleared, which hid it"))

    def show_only(self, query: str, *, also: bool = False) -> None:
        """Show the timeline with only the events that a filter finds, `also` of those that are listed now."""
        from tui.screens.timeline import TimelineScreen  # noqa: PLC0415

        self.switch_mode("timeline")
        if isinstance(self.screen, TimelineScreen):
            self.screen.show_only(query, also=also)

    def _go_to(self, mode: str) -> None:
        """To a screen as it was left, but for its history; where one is there, to the screen itself."""
        from tui.screens.history import HistoryScreen  # noqa: PLC0415

        while len(self.screen_stack) > 1 and isinstance(self.screen, View):
            if mode != self.current_mode and not isinstance(self.screen, HistoryScreen):
                break
            self.screen.dismiss()
        self.switch_mode(mode)

    def action_timeline(self) -> None:
        """Events by time."""
        self._go_to("timeline")

    def action_actors(self) -> None:
        """Who takes part."""
        self._go_to("actors")

    def action_sources(self) -> None:
        """Articles, outlets, speakers."""
        self._go_to("sources")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What needs events, or corrections, is not offered where there are none at all."""
        if action == "leave_tour":
            return self.tour is not None and bool(self.screen_stack) and self.tour.is_left_by_escape
        if action == "merge":
            return bool(self.session.rescued)
        is_bare = action in _OF_EVENTS and self.session.is_open and not self.session.timeline.entries
        if is_bare and (action == "export" or not self.session.history):
            return False
        return super().check_action(action, parameters)

    async def on_event(self, event: Event) -> None:
        """Give nobody a key or a click that comes when the app is closing and its screens are gone.

        What was told of the last key goes with the next; warnings and errors stay until something else is told.
        """
        if (self.screen_stack and not self.ends_with) or not isinstance(event, InputEvent):
            if isinstance(event, Key | Paste) and self.screen_stack and not event.is_forwarded:
                await self._typed_ahead.take(event)
            else:
                await super().on_event(event)

    async def _give(self, event: Key | Paste) -> None:
        if isinstance(event, Key) and self.report.level in PASSING:
            self.report = Report("")  # what was told of the last key is not of this one
        await super().on_event(event)

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: "DOMNode | None" = None,
        namespaces: Mapping[str, "DOMNode"] | None = None,
    ) -> bool:
        """Do what a key stands for, unless the person who typed it is gone, or it would change what is only read."""
        if self.ends_with:
            return True
        name = action if isinstance(action, str) else action[1]
        if self.session.read_only and name.rpartition(".")[2] in CHANGING:
            self.tell(Report(f"read-only: {self.session.read_only}", Level.ERROR))
            return True
        return await super().run_action(action, default_namespace, namespaces)

    def _handle_exception(self, error: Exception) -> None:
        """End with the reason where what is looked at turns out to be damaged, as if it had been found at opening."""
        refused = error.error if isinstance(error, WorkerFailed) else error
        if isinstance(refused, StoreError):
            self.exit(refused)
        else:
            super()._handle_exception(error)

    def on_key(self, event: Key) -> None:
        """Say of a key that does nothing that it doesn't, so that nobody wonders whether it did."""
        if self.screen_stack and isinstance(self.screen, View) and event.key not in self.active_bindings:
            name = event.character if event.is_printable and event.character else event.key
            self.tell(Report(f"{name} does nothing here", hint="? keys"))

    def action_review(self) -> None:
        """What is doubtful and not reviewed."""
        self._go_to("review")

    def action_merge(self) -> None:
        """Take what was rescued into the timeline, and go on there."""
        self.change(self.session.take_rescued)
        self.refresh_bindings()

    def action_history(self) -> None:
        """What was done."""
        from tui.screens.history import HistoryScreen  # noqa: PLC0415

        if not isinstance(self.screen, HistoryScreen):
            self.push_screen(HistoryScreen())

    def action_undo(self) -> None:
        """Take back the last change."""
        self.change(lambda: _prefixed("undone: ", self.session.undo()), nothing="nothing to undo", hint="ctrl+r redo")
        self._go_to_changed()

    def action_redo(self) -> None:
        """Make it again."""
        self.change(lambda: _prefixed("again: ", self.session.redo()), nothing="nothing to redo")
        self._go_to_changed()

    def _go_to_changed(self) -> None:
        """Put the cursor where something was taken back or made again."""
        for screen in self.screen_stack:
            if isinstance(screen, BrowseScreen):
                screen.select(self.session.changed)

    def action_export(self) -> None:
        """Write a file."""
        from tui.screens.export import ExportDialog  # noqa: PLC0415
        from tui.screens.timeline import TimelineScreen  # noqa: PLC0415

        timeline = self.session.timeline
        browsed = self.screen_stack[0]
        if isinstance(browsed, TimelineScreen):
            browsed.sync()  # typed ahead, this comes before the screen that one goes to has caught up
        listed = browsed.events.entries if isinstance(browsed, TimelineScreen) else timeline.entries
        shown = [entry for entry in listed if not entry.left_out]

        def done(says: str | None) -> None:
            if says:
                self.tell(Report(says, Level.DONE))

        marked = browsed.events.marked if isinstance(browsed, TimelineScreen) else []
        marked = [entry for entry in marked if not entry.left_out]
        self.push_screen(ExportDialog(timeline, shown, self.session.path.stem, marked), done)

    def action_import(self) -> None:
        """Read articles."""
        from tui.screens.reading import ReadingDialog  # noqa: PLC0415

        if self.session.read_only:
            self.tell(Report(f"read-only: {self.session.read_only}", Level.ERROR))
        else:
            self.push_screen(ReadingDialog(self.inputs))

    def on_reading_dialog_asked(self, event: "ReadingDialog.Asked") -> None:
        """Begin to read."""
        self.run_worker(self._importer.read(event.wanted), group="reading", exit_on_error=False)

    def on_reading_dialog_stopped(self) -> None:
        """Stop reading."""
        self._importer.stop()

    @property
    def _importer(self) -> "Importing":
        from tui.importing import Importing  # noqa: PLC0415

        if self._importing is None:
            self._importing = Importing(self.session, self.inputs, self.sync_soon, self.tell)
        return self._importing

    def action_keys(self) -> None:
        """List every key."""
        from tui.screens.keys import KeysDialog  # noqa: PLC0415

        below = self.screen

        async def do(bound: ActiveBinding | None) -> None:
            if bound is not None:
                await run(below, bound)

        self.push_screen(KeysDialog(below), do)

    def action_afresh(self) -> None:
        """All as at first, and no place that is kept."""
        self.place.forget()
        for screen in self.all_screens:
            if isinstance(screen, BrowseScreen):
                screen.begin_afresh()
        self.tell(Report("no filter, nothing zoomed or unfolded: all as at first", Level.DONE))

    def action_commands(self) -> None:
        """Find a command."""
        from tui.palette import Commands, Palette  # noqa: PLC0415

        self.push_screen(Palette(providers=[Commands], placeholder="a command…"))

    def action_theme(self) -> None:
        """The next theme, also for the next time."""
        names = self._themes_in_order
        self.theme = names[(names.index(self.theme) + 1) % len(names)] if self.theme in names else DARK.name
        refused = self.remember_theme()
        kept = f", not kept: {refused}" if refused else ""
        self.tell(Report(f"theme: {called(self.theme)}{kept}", Level.WARNING if refused else Level.PLAIN))

    def remember_theme(self) -> str:
        """Have the theme the next time, too; returns why that can't be, if it can't."""
        try:
            remember_theme(called(self.theme))
        except SettingsError as refused:
            return str(refused)
        return ""


def _prefixed(prefix: str, says: str | None) -> str | None:
    return prefix + says if says else None
