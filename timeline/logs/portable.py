"""A log without numbers, which mean something else in each: edits by id, each with the id of what it was made after."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from timeline.edits import Edit
from timeline.logs.identity import edit_id

Row = Mapping[str, Any]
"""The fields of an edit that say something, without its number; `after` is an id."""


_ALWAYS = frozenset({"target", "value"})
"""Fields that an edit can't be without, even if they say nothing."""


def portable(log: Iterable[Edit]) -> dict[str, Row]:
    """By id and in its order, the edits of a log."""
    names: dict[int, str] = {}
    rows: dict[str, Row] = {}
    for edit in log:
        names[edit.number] = edit_id(edit)
        own = msgspec.to_builtins(edit) | {"replaces": list(edit.replaces or ())}  # as JSON has it
        fields = {key: value for key, value in own.items() if (value or key in _ALWAYS) and key != "number"}
        if edit.after:
            fields["after"] = names[edit.after]
        rows[names[edit.number]] = fields
    return rows


def numbered(rows: Mapping[str, Row]) -> dict[str, Edit]:
    """The log of these edits, in the order of their times, each by what it was called; of two that are the same, one.

    Raises:
        msgspec.ValidationError: a row is no edit.
    """
    read = {name: edit_of(row) for name, row in rows.items()}
    ids = {name: edit_id(edit) for name, edit in read.items()}
    by_id = {ids[name]: name for name in read}
    order = sorted(by_id, key=lambda one: (read[by_id[one]].at, one))
    numbers = {one: number for number, one in enumerate(order, 1)}
    return {
        by_id[one]: msgspec.structs.replace(
            read[by_id[one]],
            number=numbers[one],
            after=_earlier(numbers, ids.get(rows[by_id[one]].get("after", ""), ""), numbers[one]),
            replaces=tuple(sorted(ids.get(name, name) for name in read[by_id[one]].replaces or ())),
        )
        for one in order
    }


def edit_of(row: Row) -> Edit:
    """The edit of a row, without its place in a log.

    Raises:
        msgspec.ValidationError: it is none.
    """
    msgspec.convert({"after": row.get("after", "")}, type=_After)
    return msgspec.convert({**row, "number": 1, "after": 0}, type=Edit)


class _After(msgspec.Struct):
    after: str


def _earlier(numbers: Mapping[str, int], name: str, than: int) -> int:
    number = numbers.get(name, 0)
    return number if number < than else 0
