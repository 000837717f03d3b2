"""Whether lines are rows of a table, with commas, semicolons or tabs between the cells."""

import csv
from collections.abc import Sequence

_SEPARATORS = "\t,;|"
_FEWEST_ROWS = 3
_FEWEST_CELLS = 3
"""Without a name that says so, fewer lines with as many separators each may be prose."""
_LONGEST_CELL = 60
"""Of a table the usual cell is no longer; of prose the parts between commas may be."""


def is_table(lines: Sequence[str], *, declared: bool = False) -> bool:
    """Whether all lines have the same cells; commas and semicolons of prose have a space behind them.

    Args:
        lines: Of the whole text or of its beginning, none empty.
        declared: Whether its name says that it is one, so that two cells a row are enough.
    """
    return any(_has_rows(lines, separator, declared) for separator in _SEPARATORS)


def _has_rows(lines: Sequence[str], separator: str, declared: bool) -> bool:
    if len(lines) < (1 if declared else _FEWEST_ROWS) or separator not in lines[0]:
        return False
    try:
        rows = list(csv.reader(lines, delimiter=separator, strict=False))
    except csv.Error:
        return False
    width = len(rows[0])
    if width < (2 if declared else _FEWEST_CELLS) or any(len(row) != width for row in rows[:-1]):
        return False
    return declared or (_is_tight(lines, separator) and _is_short(rows))


def _is_tight(lines: Sequence[str], separator: str) -> bool:
    text = "\n".join(lines)
    return separator == "\t" or text.count(f"{separator} ") < 0.2 * text.count(separator)


def _is_short(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the heading and most cells are short, and no column is an indentation."""
    cells = [cell for row in rows for cell in row]
    long = sum(1 for cell in cells if len(cell) > _LONGEST_CELL)
    return all(len(cell) <= _LONGEST_CELL for cell in rows[0]) and long * 2 < len(cells) and any(row[0] for row in rows)
