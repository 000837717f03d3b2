"""Writing the timeline to a file: what is previewed is what is written."""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from timeline.collection import Entry, Timeline
from timeline.counts import counted
from timeline.export import FORMATS, Format
from tui.screens.dialog import Dialog, labelled, line
from tui.widgets.choice import Choice
from tui.widgets.line_input import LineInput
from tui.widgets.page import Block, Page
from tui.writing import InTheWayError, check_place, write_whole

PREVIEWED = 40
"""Lines in the preview."""

WRITTEN_AHEAD = 2_000
"""Events that are written for the preview at most; of a longer list it is the beginning; its file takes a while."""

WRITTEN_AT_ONCE = 200
"""And of so many no key waits."""


class ExportDialog(Dialog[str]):
    """Format, scope, path; returns what was written, in words."""

    DEFAULT_CSS = """
    ExportDialog Page { height: 12; border-top: solid $panel; }
    ExportDialog.-short Page { height: 4; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "save", "Write", show=False, priority=True)]

    def __init__(
        self, timeline: Timeline, filtered: Sequence[Entry] | None, stem: str, marked: Sequence[Entry] = ()
    ) -> None:
        """Of a timeline: what is listed of it, where a list of events is in view, what is marked, or all."""
        super().__init__("Export", "enter write · tab next field · ←→ choose · esc cancel")
        everything = [entry for entry in timeline.entries if not entry.left_out]
        self._timeline = timeline
        scopes = {"what the list shows": filtered, "marked": marked or None, "all": everything}
        offered = {name: entries for name, entries in scopes.items() if entries is not None}
        self._scopes: tuple[Sequence[Entry], ...] = tuple(offered.values())
        self._stem = f"{stem}-chronology"
        self._format = Choice([form.label for form in FORMATS.values()])
        self._scope = Choice([f"{name}: {len(entries):,}" for name, entries in offered.items()])
        self._notes = Choice(("left out", "below their events"))
        self._notes_row = labelled("notes", self._notes)
        self._path = LineInput(f"{self._stem}.md", compact=True)
        self._says = line()
        self._preview = Page()
        self._preview.can_focus = False
        self._replace: Path | None = None
        self._is_writing = False

    def fields(self) -> list[Widget]:
        """Path, what is wrong with it, format, scope, notes where the format asks for them, preview."""
        return [
            labelled("to", self._path),
            self._says,
            labelled("as", self._format),
            labelled("what", self._scope),
            self._notes_row,
            self._preview,
        ]

    def on_mount(self) -> None:
        """Start with the path, as what is typed first goes there."""
        self._path.focus()
        self._show_preview()

    @property
    def _form(self) -> Format:
        return list(FORMATS.values())[self._format.chosen]

    @on(Choice.Changed)
    def _show_preview(self) -> None:
        if self._path.value in {f"{self._stem}{form.suffix}" for form in FORMATS.values()}:
            self._path.value = f"{self._stem}{self._form.suffix}"
        self._notes_row.display = self._form.asks_for_notes
        entries = self._scopes[self._scope.chosen][:WRITTEN_AHEAD]
        self.workers.cancel_group(self, "preview")
        if len(entries) <= WRITTEN_AT_ONCE:
            self._show_beginning(self._written(entries))
        else:
            self.run_worker(self._preview_long(entries), group="preview", exclusive=True)

    async def _preview_long(self, entries: Sequence[Entry]) -> None:
        """What takes a part of a second, beside the keys."""
        form, notes = self._form, self._notes.chosen == 1
        self._show_beginning(await asyncio.to_thread(form.write, self._timeline, entries, notes=notes))

    def _show_beginning(self, text: str) -> None:
        self._preview.show([Block(Content(each)) for each in text.splitlines()[:PREVIEWED]])

    def _written(self, entries: Sequence[Entry]) -> str:
        return self._form.write(self._timeline, entries, notes=self._notes.chosen == 1)

    @on(Input.Changed)
    def _path_changed(self) -> None:
        self._replace = None
        self._says.update("")

    def action_save(self) -> None:
        """Write; over a file that is there already only when enter is pressed twice, and never over a timeline."""
        if not self._path.value.strip():
            self._fail("type a path")
            return
        path = Path(self._path.value.strip()).expanduser()
        if other := self._other_format(path):
            self._fail(f"{path.name} would hold {self._form.label}: choose {other.label}, or another name")
            return
        asked, entries = self._replace == path, self._scopes[self._scope.chosen]
        if len(entries) <= WRITTEN_AHEAD:
            with self._told(path, entries):
                check_place(path, replace=asked, files_only=True)
                write_whole(path, self._written(entries), replace=asked, files_only=True)
        elif not self._is_writing:
            self._is_writing = True
            self.run_worker(self._write_long(path, entries, replace=asked), exit_on_error=False)

    async def _write_long(self, path: Path, entries: Sequence[Entry], *, replace: bool) -> None:
        """What takes seconds, beside the keys; who leaves before it is there has nothing written."""
        with self._told(path, entries):
            check_place(path, replace=replace, files_only=True)
            self._says.update(Content.styled("writing…", "$text-accent"))
            text = await asyncio.to_thread(self._form.write, self._timeline, entries, notes=self._notes.chosen == 1)
            write_whole(path, text, replace=replace, files_only=True)
        self._is_writing = False

    @contextmanager
    def _told(self, path: Path, entries: Sequence[Entry]) -> Iterator[None]:
        """Say that it was written, and close; or why it could not be."""
        try:
            yield
        except InTheWayError as there:
            self._replace = path if there.replaceable else None
            self._fail(f"{path}: {there.strerror}{': enter again replaces it' if there.replaceable else ''}")
        except OSError as wrong:
            self._fail(f"not written: {wrong.strerror or wrong}: {path}")
        else:
            self.dismiss(f"wrote {counted(len(entries), 'event', grouped=True)} to {path}")

    def _other_format(self, path: Path) -> Format | None:
        """The format that the name speaks for, if it is not the one chosen."""
        return next((form for form in FORMATS.values() if form.suffix == path.suffix != self._form.suffix), None)

    def _fail(self, why: str) -> None:
        self._says.update(Content.styled(f"✗ {why}", "$text-error"))
