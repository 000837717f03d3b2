"""Text in so many cells of a terminal, in which a character may need two, and several characters one."""

import unicodedata

from rich.cells import cell_len, set_cell_size

_JOINER = "\u200d"
_SKINS = range(0x1F3FB, 0x1F400)
"""Colours of the person before them."""


def fit(text: str, width: int) -> str:
    """`text` on one line in exactly `width` cells, cut with an ellipsis where it is longer."""
    line = " ".join(text.split())
    if cell_len(line) <= width:
        return set_cell_size(line, max(0, width))
    end = len(set_cell_size(line, max(0, width - 1)).rstrip())
    while end and _is_within(line, end):
        end -= 1
    return set_cell_size(line[:end].rstrip() + "…", max(0, width))


def _is_within(line: str, at: int) -> bool:
    """Whether what a reader takes for one character would be cut there: an accent, or who is joined to a family."""
    after = line[at : at + 1]
    joined = _JOINER in (after, line[at - 1]) or (bool(after) and ord(after) in _SKINS)
    return joined or (bool(after) and unicodedata.category(after) in ("Mn", "Me", "Cf"))
