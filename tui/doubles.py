"""What an event may be one happening with, as a page tells it, and wherein the two differ."""

from collections.abc import Sequence

from textual.content import Content

from timeline.accounts import Figure, clashes_of
from timeline.collection import Entry, Timeline
from timeline.dates.edtf import describe
from timeline.publishing import publisher_of
from timeline.quoting import quoted
from tui.widgets.page import FAINT, WARNING, Block

_MOST = 3
"""Lines that are told of."""


def double_blocks(entry: Entry, others: Sequence[Entry], timeline: Timeline) -> list[Block]:
    """Each line that may tell of the same, with the figures that differ, and what one can do."""
    blocks: list[Block] = []
    for other in others[:_MOST]:
        told, first = _told(entry, other, timeline), not blocks
        blocks.append(Block(told, "PERHAPS" if first else "", gap=first, indent=not first))
    if len(others) > _MOST:
        blocks.append(Block(Content.styled(f"and {len(others) - _MOST} more", FAINT), indent=True))
    if blocks:
        says = "m joins them; a says that this is an event by itself; M lists all such"
        blocks.append(Block(Content.styled(says, FAINT), indent=True))
    return blocks


def double_line(entry: Entry, others: Sequence[Entry], timeline: Timeline) -> list[Block]:
    """The same in a line, for where there are few; nothing where there is nothing to tell."""
    if not others:
        return []
    told = Content.assemble("≈ perhaps ", _told(entry, others[0], timeline))
    return [Block(Content.assemble(told, ("  m joins them, a says it is one by itself", FAINT)))]


def _told(entry: Entry, other: Entry, timeline: Timeline) -> Content:
    """Its title, where and for when it is told, and what differs."""
    outlet = publisher_of(timeline.article_of(other.lead), timeline)
    differ = "; ".join(f"{_shown(ours)} here, {_shown(its)} there" for ours, its in clashes_of(entry, other, timeline))
    day = "" if describe(other.when) == describe(entry.when) else f", {describe(other.when)}"
    return Content.assemble(
        f"one with {quoted(other.title)}",
        (f" of {outlet}{day}", FAINT),
        (f"  ≠ {differ}" if differ else "", WARNING),
    )


def _shown(figure: Figure) -> str:
    return f"{figure.number} {figure.of}".strip()
