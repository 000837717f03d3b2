"""Text in so many cells of a terminal, in which a character may need two, and several characters one."""

from rich.cells import cell_len, set_cell_size


def fit(text: str, width: int) -> str:
    """`text` on one line in exactly `width` cells, cut with an ellipsis where it is longer."""
    line = " ".join(text.split())
    if cell_len(line) <= width:
        return set_cell_size(line, max(0, width))
    return set_cell_size(set_cell_size(line, max(0, width - 1)).rstrip() + "…", max(0, width))
