"""The app around one open timeline: how it is opened, changed and left, what is told, and how keys come to a screen."""

import sys
import time
from collections.abc import Callable, Mapping, Sequence, Set
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from textual import constants
from textual.app import App
from textual.driver import Driver
from textual.events import Event, InputEvent, Key, Paste
from textual.filter import LineFilter
from textual.reactive import reactive
from textual.screen import Screen
from textual.worker import WorkerFailed

from timeline.inert import inert
from timeline.store import StoreError
from tui.actions import BY_BINDING, CHANGING, use_keys
from tui.ahead import read_ahead
from tui.ascii_lines import AsciiLines
from tui.inert_lines import InertLines
from tui.inputs import Inputs
from tui.opening import Opening, Shown
from tui.places import Place, keep_place, new_place
from tui.preferences import preferences
from tui.proposing import Proposing
from tui.screens.view import View
from tui.session import Session
from tui.typed_ahead import TypedAhead
from tui.widgets.status_line import Level, Report

if TYPE_CHECKING:
    from textual.actions import ActionParseResult
    from textual.dom import DOMNode

    from timeline.collection import Timeline
    from tui.importing import Importing

SHORT = 2_000_000
"""Bytes of a timeline up to which it is read at once; a longer one when there is a screen to look at."""
PASSING = frozenset({Level.DONE, Level.PLAIN})
"""Reports that are of one key alone."""
READ = 5
"""Seconds in which a warning or an error is read; after that the next key takes it away too."""
SETTLE = 0.2
"""Seconds within which the changes of a running import are shown together."""


class TimelineApp(App[StoreError]):
    """What screens ask of the app, but for the ways between them. `run` returns why it can't be opened or left tidy."""

    report: reactive[Report] = reactive(Report(""))
    """What the person was told last."""
    progress: reactive[str] = reactive("")
    """How the reading goes."""

    ends_with = 0
    """The status with which it ends as nobody is there any more, or the system wants it; 0 while it goes on."""

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
        self._told_at = 0.0
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
        """Open a long timeline, and say so if nothing can be changed; then read what the person may want next."""
        self._opening.begin()
        self.run_worker(read_ahead(), group="ahead", exit_on_error=False)

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
        self._told_at = time.monotonic()
        self.report = report

    def change(self, make: Callable[[], str | None], *, nothing: str = "", hint: str = "u undo") -> None:
        """Make a change, tell what was done, and show the timeline as it is then."""
        if self.ends_with:
            return
        try:
            says = make()
        except StoreError as refused:
            self.tell(Report(str(refused), Level.ERROR))
            self.sync()  # of several changes the first may have been made
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

    @property
    def _importer(self) -> "Importing":
        from tui.importing import Importing  # noqa: PLC0415

        if self._importing is None:
            self._importing = Importing(self.session, self.inputs, self.sync_soon, self.tell)
        return self._importing

    async def on_event(self, event: Event) -> None:
        """Give nobody a key or a click that comes when the app is closing and its screens are gone.

        What was told of the last key goes with the next; warnings and errors stay until there was time to read them.
        """
        if (self.screen_stack and not self.ends_with) or not isinstance(event, InputEvent):
            if isinstance(event, Key | Paste) and self.screen_stack and not event.is_forwarded:
                await self._typed_ahead.take(event)
            else:
                await super().on_event(event)

    async def _give(self, event: Key | Paste) -> None:
        is_read = self.report.level in PASSING or time.monotonic() - self._told_at >= READ
        if isinstance(event, Key) and is_read and self.report.says:
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
