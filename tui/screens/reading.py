"""Adding articles: what to read, and how it goes; esc hides the dialog and the reading goes on."""

import datetime as dt
import os
import shlex
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from glob import glob
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from tui.inputs import Inputs, Item, State
from tui.publication_days import read_publication_day
from tui.screens.dialog import Dialog, labelled, line
from tui.screens.typed_date import read_beside
from tui.widgets.fitting import fit
from tui.widgets.line_input import LineInput
from tui.widgets.path_input import PathInput
from tui.widgets.row_list import RowList

_NAMED = 12
"""So many names are told of those that a path could go on with."""


@dataclass(frozen=True)
class Wanted:
    """What a person wants read."""

    origins: tuple[str, ...]
    published: dt.date | None
    publisher: str


def split_origins(text: str) -> tuple[str, ...]:
    """Paths and addresses as typed or pasted: apart by spaces or lines, quoted as in a shell where they have spaces."""
    try:
        origins = shlex.split(text)
    except ValueError:
        origins = text.split()
    return tuple(path for origin in origins for path in _files_of(os.path.expanduser(origin)))  # noqa: PTH111 (it may be an address)


def _files_of(origin: str) -> list[str]:
    """The files that a pattern such as `*.txt` means, as in a shell; what is there, or no pattern, means itself."""
    if "://" in origin or os.path.lexists(origin):
        return [origin]
    return sorted(glob(origin)) or [origin]  # noqa: PTH207 - an origin is text: as it was typed it is shown again


class ItemList(RowList[Item]):
    """Inputs and what became of them."""

    def row_id(self, row: Item) -> str:
        """The job, and its path or address."""
        return f"{row.job}:{row.origin}"

    def render_row(self, index: int, width: int, *, top: bool) -> Iterable[Segment]:  # noqa: ARG002
        """State, input, what was found or why not."""
        item = self._rows[index]
        style = self.style("rows--mark" if item.state is State.FAILED else "rows--accent")
        yield Segment(f" {item.state.value} ", style)
        name = self._name_width(width)
        yield Segment(fit(_tail(item.origin, name), name) + " ")
        yield Segment(fit(item.says, max(8, width - 4 - name)), self.style("rows--dim"))

    def cuts(self, item: Item) -> bool:
        """Whether its line has no room for all of it."""
        width = self.size.width - 1
        name = self._name_width(width)
        return cell_len(item.origin) > name or cell_len(item.says) > width - 4 - name

    def _name_width(self, width: int) -> int:
        return max(8, (width - 4) * 2 // 5)


class ReadingDialog(Dialog[None]):
    """Fields above, progress below."""

    DEFAULT_CSS = """
    ReadingDialog ItemList { height: auto; max-height: 12; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "read", "Read", show=False, priority=True),
        Binding("ctrl+x", "stop", "Stop reading", show=False, priority=True),
    ]

    class Asked(Message):
        """The person wants something read."""

        def __init__(self, wanted: Wanted) -> None:
            super().__init__()
            self.wanted = wanted

    class Stopped(Message):
        """The person wants the reading to stop."""

    def __init__(self, inputs: Inputs) -> None:
        super().__init__("Import", "enter read · tab complete, next · ctrl+x stop · esc hide, reading goes on")
        self._inputs = inputs
        self._origins = PathInput(placeholder="files, folders, web addresses; tab completes", compact=True)
        self._date = LineInput(placeholder="of publication, where an article does not tell it (optional)", compact=True)
        self._publisher = LineInput(placeholder="where an article does not tell it (optional)", compact=True)
        self._says = line()
        self._items = ItemList()
        self._whole = line(style="$secondary")
        """All that is told of the input under the cursor, where its line has no room for it."""
        self._progress = ""
        """What is told of it; empty while something else is."""
        self._asked: tuple[str, ...] = ()
        """What was typed, until the reading has ended."""

    def fields(self) -> list[Widget]:
        """What, date, outlet, progress."""
        return [
            labelled("read", self._origins),
            labelled("date", self._date),
            labelled("outlet", self._publisher),
            self._says,
            self._items,
            self._whole,
        ]

    def on_mount(self) -> None:
        """Start typing."""
        self._origins.focus()
        self.sync()
        self.set_interval(1, self._go_on)

    def _go_on(self) -> None:
        """Tell how long nothing more was read."""
        if self._progress and self._inputs.progress != self._progress:
            self._tell_progress()

    def _tell_progress(self) -> None:
        self._tell(self._inputs.progress)
        self._progress = self._inputs.progress

    def sync(self) -> None:
        """Show how the reading goes now."""
        items = self._inputs.listed
        self._items.display = bool(items)
        self._items.show(items)
        if self._inputs.reading is not None:
            self._items.move_to(items.index(self._inputs.items[self._inputs.reading.key]))
        self._tell_progress()
        if self._asked and not (self._inputs.running or self._inputs.waiting):
            self._give_back()
        self.call_after_refresh(self._show_whole)

    def _give_back(self) -> None:
        """What is not there was mistyped: it stands in its field again, to be corrected."""
        failed = {item.origin for item in self._inputs.listed if item.state is State.FAILED}
        wrong = [origin for origin in self._asked if origin in failed and not os.path.lexists(origin)]
        self._asked = ()
        if wrong and not self._origins.value:
            with self.prevent(Input.Changed):
                self._origins.value = shlex.join(wrong)
            self._origins.cursor_position = len(self._origins.value)

    @on(PathInput.Several)
    def _show_several(self, event: PathInput.Several) -> None:
        more = len(event.names) - _NAMED
        self._tell("  ".join(event.names[:_NAMED]) + (f"  and {more} more" if more > 0 else ""))

    @on(RowList.Moved)
    def _show_whole(self) -> None:
        item = self._items.row
        self._whole.display = item is not None and self._items.cuts(item)
        if item is not None:
            self._whole.update(Content(f"{item.origin}: {item.says}"))

    @on(Input.Changed)
    def _typed(self) -> None:
        self._tell("")

    def action_read(self) -> None:
        """Have it read."""
        from extractors.typed_dates.reading import SlowToReadError  # noqa: PLC0415

        origins = split_origins(self._origins.value)
        if not origins:
            self._fail("type or paste what to read")
            return
        date = self._date.value.strip()
        try:
            self._ask(origins, read_publication_day(date, quick=True) if date else None)
        except SlowToReadError:
            self._tell("reading the date…")
            self.run_worker(partial(self._ask_later, origins, date), group="date", exclusive=True)  # type: ignore[arg-type]  # it knows partials
        except ValueError as wrong:
            self._fail(str(wrong))

    async def _ask_later(self, origins: tuple[str, ...], date: str) -> None:
        try:
            self._ask(origins, await read_beside(lambda: read_publication_day(date)))
        except ValueError as wrong:
            self._fail(str(wrong))

    def _ask(self, origins: tuple[str, ...], published: dt.date | None) -> None:
        self._asked += origins
        self.post_message(self.Asked(Wanted(origins, published, self._publisher.value.strip())))
        with self.prevent(Input.Changed):
            self._origins.value = ""

    def action_stop(self) -> None:
        """Stop reading; what was read stays."""
        self.post_message(self.Stopped())

    def _tell(self, text: str) -> None:
        self._progress = ""
        self._says.update(Content.styled(text, "$text-accent"))

    def _fail(self, why: str) -> None:
        self._progress = ""
        self._says.update(Content.styled(f"✗ {why}", "$text-error"))


def _tail(origin: str, width: int) -> str:
    return origin if len(origin) <= width else "…" + origin[-(width - 1) :]
