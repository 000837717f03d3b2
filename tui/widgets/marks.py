"""Which rows of a list are marked: those marked one by one, and a range that goes along with the cursor."""

from collections.abc import Callable, Iterable


class Marks:
    """Marked rows, by id; a range that goes along, by where it began."""

    def __init__(self, index_of: Callable[[str], int | None]) -> None:
        """For a list that says where the row of an id stands, if it is listed."""
        self._index_of = index_of
        self._kept: set[str] = set()
        self._last = ""
        self._start: tuple[int, str] | None = None

    def __bool__(self) -> bool:
        return bool(self._kept or self._start)

    @property
    def goes_along(self) -> bool:
        """Whether a range reaches from a row to wherever the cursor is."""
        return self._start is not None

    def has(self, index: int, row_id: str, cursor: int) -> bool:
        """Whether a row is marked."""
        return row_id in self._kept or (self._start is not None and index in _between(self._start[0], cursor))

    def toggle(self, row_id: str) -> bool:
        """Mark a row, or unmark it; returns whether it is marked now."""
        self._last = row_id
        self._kept ^= {row_id}
        return row_id in self._kept

    def reach(self, index: int, row_id: str) -> range | None:
        """The rows from the one that was marked last to this one.

        None where none was, or it is this one: then a range begins here, and goes along.
        """
        last = self._index_of(self._last) if self._last in self._kept else None
        if last is None or last == index:
            self._start = index, row_id
            return None
        return _between(last, index)

    def range_to(self, cursor: int) -> range:
        """The rows of the range that goes along."""
        return _between(self._start[0], cursor) if self._start else range(0)

    def keep(self, row_ids: Iterable[str], last: str) -> None:
        """These are marked, `last` as the last of them, and no range goes along."""
        self._kept.update(row_ids)
        self._last, self._start = last, None

    def listed_anew(self) -> None:
        """Rows stand elsewhere now; a range whose first row is not listed any more ends."""
        if self._start is not None:
            index = self._index_of(self._start[1])
            self._start = None if index is None else (index, self._start[1])

    def clear(self) -> None:
        """Leave nothing marked."""
        self._kept.clear()
        self._last, self._start = "", None


def _between(one: int, other: int) -> range:
    return range(min(one, other), max(one, other) + 1)
