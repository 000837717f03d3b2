"""Two logs as one, the same whoever merges: each edit once, in the order of their times.

Of an edit that both have, the state that was turned more often counts. Merges are steps of one log alone, and are not
taken over from the other.
"""

from collections.abc import Mapping

from timeline.edits import EditKind
from timeline.logs.portable import Row


def merged_rows(mine: Mapping[str, Row], theirs: Mapping[str, Row]) -> dict[str, Row]:
    """By id, the edits of both logs; the merges of mine alone."""
    rows = dict(mine)
    for name, row in theirs.items():
        if row["kind"] == EditKind.MERGE:
            continue
        known = rows.get(name)
        if known is None:
            rows[name] = {**row, "after": _after(row, theirs)}
        elif _turned(row) > _turned(known):
            rows[name] = {**known, "undone": row.get("undone", False), "turns": row.get("turns", 0)}
    return rows


def _after(row: Row, rows: Mapping[str, Row]) -> str:
    """The edit that it was made after, merges left out."""
    name: str = row.get("after", "")
    while name in rows and rows[name]["kind"] == EditKind.MERGE:
        name = rows[name].get("after", "")
    return name


def _turned(row: Row) -> tuple[int, bool]:
    undone = bool(row.get("undone"))
    return max(row.get("turns", 0), int(undone)), undone
