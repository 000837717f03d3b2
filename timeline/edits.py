"""Corrections by a person: a log kept apart from what was extracted, applied over it, and undone one by one.

An edit remembers which edit was the last to hold when it was made. The log is thereby a tree: undoing walks towards
its root, redoing along the youngest branch, and an edit made after an undo starts a new branch without a trace of the
old one being lost.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from timeline.dates import edtf

YES = "yes"

MOST = 2**53
"""The largest number of an edit: more are no whole numbers for every program that reads JSON."""


class EditKind(StrEnum):
    """What an edit changes; `value` of the edit is described with each."""

    STAR = "star"
    """An event is marked; value `yes`, or empty to unmark it."""
    HIDE = "hide"
    """An event leaves the list and the exports; value `yes`, or empty to bring it back."""
    DATE = "date"
    """An event's date; value an EDTF string, or empty for the date that was read."""
    NOTE = "note"
    """A person's note on an event; value the text, empty for none."""
    PUBLISHED = "published"
    """An article's publication date, from which all its relative dates are resolved anew; value an ISO date, or empty
    for an unknown one."""
    REMOVE = "remove"
    """An article leaves the timeline with its events; value `yes`, or empty to bring it back."""

    MERGE = "merge"
    """Another timeline was merged into this one; its target is what that was called, its value what came of it."""


ON_ARTICLES = frozenset({EditKind.PUBLISHED, EditKind.REMOVE})
"""Kinds whose target is an article; the target of all others but `merge` is an event."""


class Edit(msgspec.Struct, frozen=True, kw_only=True):
    """One correction. The last one of a kind on a target that is not undone holds."""

    number: Annotated[int, Meta(ge=1, le=MOST)]
    """Counts up from 1 in the order the edits were made."""
    kind: EditKind
    target: str
    """Id of the event, or of the article for `published` and `remove`."""
    value: str
    at: str = ""
    """When it was made (ISO 8601, UTC), later than any before it in its log; never for exports."""
    author: str = ""
    """Who made it, as they call themselves; empty where nobody said. For the history alone too."""
    before: str = ""
    """What was in force when it was made, in the form of `value`; empty as well where an earlier version made it."""
    undone: bool = False
    after: Annotated[int, Meta(ge=0, le=MOST)] = 0
    """Number of the edit that was the last to hold when this one was made; 0 for none."""
    turns: Annotated[int, Meta(ge=0, le=MOST)] = 0
    """How often it was taken back or made again. Of one edit in two logs the one with more turns says if it holds."""
    replaces: tuple[str, ...] | None = None
    """Ids of the edits of its kind on its target that were known when it was made, but those that these replace; None
    where an earlier version made it (`timeline/logs/identity.py`)."""


def checked_value(kind: EditKind, value: str) -> str:
    """`value` as it is kept in the log.

    Raises:
        ValueError: no such value for this kind of edit; the message says why.
    """
    value = value.strip()
    value.encode()  # half a surrogate pair is no text that can be kept
    match kind:
        case EditKind.STAR | EditKind.HIDE | EditKind.REMOVE if value not in ("", YES):
            raise ValueError(f"“{value}” is neither “{YES}” nor empty")
        case EditKind.DATE if value:
            edtf.parse(value)
        case EditKind.PUBLISHED if value:
            return _day(value).isoformat()
    return value


def _day(value: str) -> dt.date:
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise ValueError(f"“{value}” is not a day such as 2019-01-28") from None


def holding(edits: Iterable[Edit]) -> Mapping[str, Mapping[EditKind, Edit]]:
    """By target and kind, the edits that hold."""
    held: dict[str, dict[EditKind, Edit]] = {}
    for edit in edits:
        if not edit.undone:
            held.setdefault(edit.target, {})[edit.kind] = edit
    return held


def last_holding(log: Sequence[Edit]) -> Edit | None:
    """The edit that an undo takes back."""
    return next((edit for edit in reversed(log) if not edit.undone), None)


def next_redone(log: Sequence[Edit]) -> Edit | None:
    """The edit that a redo makes hold again."""
    last = last_holding(log)
    base = last.number if last else 0
    return next((edit for edit in reversed(log) if edit.undone and edit.after == base), None)
