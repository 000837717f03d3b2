"""What two people correct differently, as a page tells it."""

from collections.abc import Iterable

from textual.content import Content

from timeline.collection import Timeline
from timeline.history import sentence
from timeline.logs.conflicts import Conflict
from tui.widgets.page import FAINT, WARNING, Block


def dispute_blocks(conflicts: Iterable[Conflict], timeline: Timeline) -> list[Block]:
    """Each with what either said, and the key that settles it."""
    blocks: list[Block] = []
    for conflict in conflicts:
        for at, edit in enumerate(conflict.edits):
            in_force = " (in force)" if edit is conflict.edits[-1] else ""
            said = Content.styled(f"{sentence(edit, timeline)}{in_force}", WARNING)
            blocks.append(Block(said, "" if at else "DISPUTE", indent=bool(at)))
    if blocks:
        blocks.append(Block(Content.styled("= settles it", FAINT), indent=True))
    return blocks
