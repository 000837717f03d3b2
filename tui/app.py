"""The app: its screens, the ways between them, and what can be done on all of them."""

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import ActiveBinding, Binding, BindingType
from textual.screen import Screen

from timeline.model import Article
from tui.actions import Area, bindings, run
from tui.screens.browse import BrowseScreen
from tui.screens.view import WIDE, View
from tui.settings import SettingsError, remember_theme
from tui.themes import DARK, called
from tui.timeline_app import TimelineApp
from tui.widgets.status_line import Level, Report

if TYPE_CHECKING:
    from tui.screens.date import Correction
    from tui.screens.reading import ReadingDialog
    from tui.tour import Tour

_OF_EVENTS = frozenset({"export", "undo", "redo", "history"})


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


class DatelineApp(TimelineApp):
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

    is_served = False
    """Whether others look at it, through a browser: then it touches no files and no clipboard of this machine."""
    tour: "Tour | None" = None
    """The way that is shown through the app; None where it never was."""

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
            self.change(lambda: self.session.edit_all(correction.changes))

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
        listed = browsed.events.entries if isinstance(browsed, TimelineScreen) else None
        shown = [entry for entry in listed if not entry.left_out] if listed is not None else None

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
