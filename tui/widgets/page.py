"""Text to read: blocks with a hanging label, wrapped to the width, scrolled by the same keys as a list."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from tui.actions import Area, bindings

LABEL = "bold $primary"
LABEL_WIDTH = 8
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


class Page(ScrollView, can_focus=True):
    """Blocks of text. Wrapped once per width, painted line by line."""

    DEFAULT_CSS = """
    Page { height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; scrollbar-gutter: stable; padding: 0 1; }
    """
    BINDINGS = bindings(Area.MOTION)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._blocks: Sequence[Block] = ()
        self._lines: list[Strip] = []
        self._starts: list[int] = []

    def show(self, blocks: Sequence[Block]) -> None:
        """Show `blocks` from the top."""
        self._blocks = blocks
        self._wrap()
        self.scroll_to(y=0, animate=False, immediate=True)

    def replace(self, blocks: Sequence[Block]) -> None:
        """Show `blocks` where the page is scrolled to."""
        self._blocks = blocks
        self._wrap()

    def scroll_to_text(self, block: int, offset: int) -> None:
        """Bring a character of a block into the upper third of the view."""
        if block < len(self._starts):
            before = self._blocks[block].text[:offset].wrap(self._text_width(self._blocks[block]))
            line = self._starts[block] + max(0, len(before) - 1)
            self.scroll_to(y=max(0, line - self.size.height // 3), animate=False, immediate=True)

    def on_resize(self) -> None:
        """Wrap to the new width."""
        self._wrap()

    def notify_style_update(self) -> None:
        """Paint in the new colours."""
        super().notify_style_update()
        self._wrap()

    def render_line(self, y: int) -> Strip:
        """One line of the view."""
        line = y + self.scroll_offset.y
        width = self.size.width
        if line >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        return self._lines[line].adjust_cell_length(width, self.rich_style).apply_offsets(0, line)

    def _text_width(self, block: Block) -> int:
        return max(
            8, min(self.scrollable_content_region.width, READABLE) - (LABEL_WIDTH if block.label or block.indent else 0)
        )

    def _wrap(self) -> None:
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
                labels = [
                    Content.styled(block.label.ljust(LABEL_WIDTH), LABEL),
                    *[Content.blank(LABEL_WIDTH)] * len(strips),
                ]
                gutters = [Visual.to_strips(self, each, LABEL_WIDTH, 1, style)[0] for each in labels]
                strips = [Strip.join(pair) for pair in zip(gutters, strips, strict=False)]
            self._lines.extend(strips)
        self.virtual_size = Size(0, len(self._lines))
        self.refresh()

    def _scroll_by(self, lines: int) -> None:
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, immediate=True)

    def action_down(self) -> None:
        """A line down."""
        self._scroll_by(1)

    def action_up(self) -> None:
        """A line up."""
        self._scroll_by(-1)

    def action_first(self) -> None:
        """To the beginning."""
        self.scroll_to(y=0, animate=False, immediate=True)

    def action_last(self) -> None:
        """To the end."""
        self.scroll_to(y=len(self._lines), animate=False, immediate=True)

    def action_half_down(self) -> None:
        """Half a page down."""
        self._scroll_by(max(1, self.size.height // 2))

    def action_half_up(self) -> None:
        """Half a page up."""
        self._scroll_by(-max(1, self.size.height // 2))

    def action_page_down(self) -> None:
        """A page down."""
        self._scroll_by(max(1, self.size.height - 1))

    def action_page_up(self) -> None:
        """A page up."""
        self._scroll_by(-max(1, self.size.height - 1))
