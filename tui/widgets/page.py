"""Text to read: blocks with a hanging label, wrapped to the width, scrolled by the same keys as a list."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.geometry import Region
from textual.reactive import reactive
from textual.selection import Selection
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from tui.actions import Area, bindings

LABEL = "bold $primary"
FAINT = "$secondary"
WARNING = "$text-warning"
"""Styles of what a page says by the way, and of what a person should look at."""
LABEL_WIDTH = 8
"""Cells of the label before a field: `article` and a space."""
WHEEL = 3
"""Lines that the mouse wheel scrolls."""
READABLE = 88
"""The longest line that is good to read, in cells."""


class Block(NamedTuple):
    """A paragraph of a page."""

    text: Content
    label: str = ""
    """Stands in a column of its own, left of the text."""
    gap: bool = False
    """Whether an empty line comes before it."""
    indent: bool = False
    """Whether it lines up with labelled text."""


class Page(Widget, can_focus=True):
    """Blocks of text. Wrapped once per width, painted line by line.

    It scrolls by itself: Textual's scrolling lays out the whole screen whenever the length of the text changes, which
    here is at every step of the cursor in the list beside it.
    """

    DEFAULT_CSS = """
    Page { height: 1fr; padding: 0 1; }
    """
    BINDINGS = bindings(Area.MOTION)

    top: reactive[int] = reactive(0)
    """The line at the top of the view."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._blocks: Sequence[Block] = ()
        self._lines: list[Strip] = []
        self._starts: list[int] = []
        self._labels: dict[str, tuple[Strip, Strip]] = {}
        self._kept_ground: Style | None = None
        self.set_reactive(Page.auto_links, False)  # there are none, and they would be looked for in each line

    @property
    def lines(self) -> Sequence[Strip]:
        """The text as it is wrapped."""
        return self._lines

    def show(self, blocks: Sequence[Block]) -> None:
        """Show `blocks` from the top, painting only the lines that are others: over ssh a whole page is slow."""
        before = self._lines[self.top :]
        self._blocks = blocks
        self._lay_out()
        self.set_reactive(Page.top, 0)
        width, height = self.size
        for y in range(height):
            if y == height - 1 or before[y : y + 1] != self._lines[y : y + 1]:
                self.refresh(Region(0, y, width, 1))

    def replace(self, blocks: Sequence[Block]) -> None:
        """Show `blocks` where the page is scrolled to."""
        self._blocks = blocks
        self._wrap()

    def scroll_to_text(self, block: int, offset: int) -> None:
        """Bring a character of a block into the upper third of the view."""
        if block < len(self._starts):
            before = self._blocks[block].text[:offset].wrap(self._text_width(self._blocks[block]))
            self.top = self._starts[block] + max(0, len(before) - 1) - self.size.height // 3

    def show_text(self, block: int, offset: int) -> None:
        """Bring a character of a block into view, if it is not."""
        if block < len(self._starts):
            before = self._blocks[block].text[:offset].wrap(self._text_width(self._blocks[block]))
            line = self._starts[block] + max(0, len(before) - 1)
            if not self.top <= line < self.top + self.size.height - 1:
                self.top = line - self.size.height // 3

    @property
    def block_in_view(self) -> int:
        """The first block that begins in view, or the last one."""
        return next((at for at, start in enumerate(self._starts) if start >= self.top), max(0, len(self._starts) - 1))

    def validate_top(self, top: int) -> int:
        """Keep the view within the text."""
        return max(0, min(top, len(self._lines) - self.size.height))

    def on_resize(self) -> None:
        """Wrap to the new width."""
        self._wrap()

    def notify_style_update(self) -> None:
        """Paint in the new colours."""
        super().notify_style_update()
        self._labels.clear()
        self._kept_ground = None
        self._wrap()

    def render_line(self, y: int) -> Strip:
        """One line of the view; the last one says how many more there are."""
        line = y + self.top
        width, height = self.size
        if line >= len(self._lines):
            return Strip.blank(width, self._ground)
        strip = self._selected(self._lines[line], line).adjust_cell_length(width, self._ground)
        below = len(self._lines) - self.top - height
        if below > 0 and y == height - 1:
            more = f" ↓ {below + 1} more"
            strip = Strip.join([strip.crop(0, max(0, width - len(more))), self._faint(more)])
        return strip.apply_offsets(0, line)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text that was selected with the mouse."""
        return selection.extract("\n".join(line.text.rstrip() for line in self._lines)), "\n"

    def _selected(self, strip: Strip, line: int) -> Strip:
        span = self.text_selection.get_span(line) if self.text_selection is not None else None
        if span is None:
            return strip
        start, end = span[0], strip.cell_length if span[1] == -1 else min(span[1], strip.cell_length)
        style = self.screen.get_component_rich_style("screen--selection")
        before, chosen, after = strip.crop(0, start), strip.crop(start, end), strip.crop(end)
        recoloured = Strip([Segment(each.text, (each.style or style) + style) for each in chosen])
        return Strip.join([before, recoloured, after])

    def _faint(self, text: str) -> Strip:
        return Visual.to_strips(self, Content.styled(text, "$secondary"), len(text), 1, self.visual_style)[0]

    @property
    def text_width(self) -> int:
        """Cells of a line that is labelled."""
        return max(8, min(self.content_size.width, READABLE) - LABEL_WIDTH)

    def _text_width(self, block: Block) -> int:
        width = min(self.size.width, READABLE)
        return max(8, width - (LABEL_WIDTH if block.label or block.indent else 0))

    def _wrap(self) -> None:
        self._lay_out()
        self.top = self.validate_top(self.top)
        self.refresh()

    def _lay_out(self) -> None:
        self._lines, self._starts = [], []
        if not self.size.width:
            return
        style = self.visual_style
        for block in self._blocks:
            if block.gap:
                self._lines.append(Strip.blank(0))
            self._starts.append(len(self._lines))
            strips = Visual.to_strips(self, block.text, self._text_width(block), None, style)
            if block.label or block.indent:
                first, below = self._label(block.label)
                strips = [Strip.join((below if number else first, strip)) for number, strip in enumerate(strips)]
            self._lines.extend(strips)

    @property
    def _ground(self) -> Style:
        """The style of blank cells; kept, as Textual asks all that the page stands in for it."""
        if self._kept_ground is None:
            self._kept_ground = self.rich_style
        return self._kept_ground

    def _label(self, label: str) -> tuple[Strip, Strip]:
        """A label, and the blank below it; they are the same on every page."""
        if label not in self._labels:
            both = Content.styled(label.ljust(LABEL_WIDTH), LABEL), Content.blank(LABEL_WIDTH)
            first, below = (Visual.to_strips(self, each, LABEL_WIDTH, 1, self.visual_style)[0] for each in both)
            self._labels[label] = first, below
        return self._labels[label]

    def on_mouse_scroll_down(self) -> None:
        """Some lines down."""
        self.top += WHEEL

    def on_mouse_scroll_up(self) -> None:
        """Some lines up."""
        self.top -= WHEEL

    def action_down(self) -> None:
        """A line down."""
        self.top += 1

    def action_up(self) -> None:
        """A line up."""
        self.top -= 1

    def action_first(self) -> None:
        """To the beginning."""
        self.top = 0

    def action_last(self) -> None:
        """To the end."""
        self.top = len(self._lines)

    def action_half_down(self) -> None:
        """Half a page down."""
        self.top += max(1, self.size.height // 2)

    def action_half_up(self) -> None:
        """Half a page up."""
        self.top -= max(1, self.size.height // 2)

    def action_page_down(self) -> None:
        """A page down."""
        self.top += max(1, self.size.height - 1)

    def action_page_up(self) -> None:
        """A page up."""
        self.top -= max(1, self.size.height - 1)
