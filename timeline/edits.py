"""Corrections by a person: a log kept apart from what was extracted, applied over it, and undone one by one.

An edit remembers which edit was the last to hold when it was made. The log is thereby a tree: undoing walks towards
its root, redoing along the youngest branch, and an edit made after an undo starts a new branch without a trace of the
old one being lost.

What an edit sets is named by its target, its kind and, where a target has several of a kind, its part: a tag, an actor
who takes part. The last edit on that which is not undone holds, so that no edit has to know of another.
"""

from collections.abc import Iterable, Iterator, Mapping, Reversible
from typing import Annotated

import msgspec
from msgspec import Meta

from timeline.edit_kinds import (
    ACCEPTED,
    AFTER,
    BEFORE,
    CHANGED,
    NONE,
    ON_ACTORS,
    ON_ARTICLES,
    ON_EVENTS,
    ON_SOURCES,
    PROGRAM,
    REJECTED,
    WITH_PART,
    YES,
    EditKind,
)

__all__ = [
    "ACCEPTED",
    "AFTER",
    "BEFORE",
    "CHANGED",
    "MOST",
    "NONE",
    "ON_ACTORS",
    "ON_ARTICLES",
    "ON_EVENTS",
    "ON_SOURCES",
    "PROGRAM",
    "REJECTED",
    "UNCORRECTED",
    "WITH_PART",
    "YES",
    "Corrections",
    "Edit",
    "EditKind",
    "carried",
    "followed",
    "holding",
    "is_one_step",
    "last_holding",
    "last_step",
    "next_redone",
    "step_redone",
]

MOST = 2**53
"""The largest number of an edit: more are no whole numbers for every program that reads JSON."""


class Edit(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One correction. The last one of a kind and part on a target that is not undone holds."""

    number: Annotated[int, Meta(ge=1, le=MOST)]
    """Counts up from 1 in the order the edits were made."""
    kind: EditKind
    target: str
    """Id of the event, article, actor or source."""
    part: str = ""
    """What of the target is meant, for a kind of which it has several."""
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
    step: str = ""
    """Of edits that were made together, the time of the first of them: one undo takes back all. Empty of one alone."""
    replaces: tuple[str, ...] | None = None
    """Ids of the edits of its kind on its target that were known when it was made, but those that these replace; None
    where an earlier version made it (`timeline/logs/identity.py`)."""


class Corrections:
    """The edits on one target that hold."""

    __slots__ = ("_edits",)

    def __init__(self, edits: Mapping[tuple[EditKind, str], Edit] | None = None) -> None:
        """By kind and part."""
        self._edits = edits or {}

    def __iter__(self) -> Iterator[Edit]:
        return iter(self._edits.values())

    def __bool__(self) -> bool:
        return bool(self._edits)

    def __contains__(self, kind: EditKind) -> bool:
        return (kind, "") in self._edits

    @property
    def kinds(self) -> frozenset[EditKind]:
        """Of which there are edits."""
        return frozenset(kind for kind, _ in self._edits)

    def with_more(self, edits: Mapping[tuple[EditKind, str], Edit]) -> "Corrections":
        """These, and others by kind and part in their place."""
        return Corrections({**self._edits, **edits})

    def get(self, kind: EditKind, part: str = "") -> Edit | None:
        """The edit of a kind, and part, if there is one."""
        return self._edits.get((kind, part))

    def value(self, kind: EditKind, part: str = "") -> str:
        """What it sets; empty where there is none."""
        edit = self._edits.get((kind, part))
        return edit.value if edit else ""

    def parts(self, kind: EditKind) -> dict[str, str]:
        """By part, what the edits of a kind set."""
        return {part: edit.value for (own, part), edit in self._edits.items() if own is kind}


UNCORRECTED = Corrections()


def carried(edits: Iterable[Edit]) -> Mapping[str, str]:
    """By target, as what it was read again: the target for which its edits hold now."""
    to: dict[str, str] = {}
    for edit in edits:
        if edit.kind is EditKind.ATTACH and not edit.undone:
            to.pop(edit.target, None)
            if edit.value and followed(to, edit.value) != edit.target:
                to[edit.target] = edit.value
    return to


def followed(to: Mapping[str, str], target: str) -> str:
    """Where a way that has no circles ends."""
    while target in to:
        target = to[target]
    return target


def holding(edits: Iterable[Edit], to: Mapping[str, str]) -> Mapping[str, Corrections]:
    """By target, the edits that hold; those that were `carried` to another target are found there."""
    held: dict[str, dict[tuple[EditKind, str], Edit]] = {}
    for edit in edits:
        if not edit.undone:
            stays = edit.kind in (EditKind.ATTACH, EditKind.LOST)
            target = edit.target if stays else followed(to, edit.target)
            held.setdefault(target, {})[edit.kind, edit.part] = edit
    return {target: Corrections(own) for target, own in held.items()}


def last_holding(log: Reversible[Edit]) -> Edit | None:
    """The last edit that holds."""
    return next((edit for edit in reversed(log) if not edit.undone), None)


def last_step(log: Reversible[Edit]) -> tuple[Edit, ...]:
    """The edits that an undo takes back, in their order: the last that holds, and those made together with it."""
    taken: list[Edit] = []
    for edit in reversed(log):
        if edit.undone:
            continue
        if taken and not is_one_step(edit, taken[0]):
            break
        taken.append(edit)
    return tuple(reversed(taken))


def step_redone(log: Reversible[Edit]) -> tuple[Edit, ...]:
    """The edits that a redo makes hold again, in their order."""
    last = last_holding(log)
    made: list[Edit] = []
    edit = next_redone(log, last.number if last else 0)
    while edit is not None and (not made or is_one_step(edit, made[0])):
        made.append(edit)
        edit = next_redone(log, edit.number)
    return tuple(made)


def next_redone(log: Reversible[Edit], after: int) -> Edit | None:
    """The edit that was taken back last of those made after another: redoing follows the youngest branch."""
    return next((edit for edit in reversed(log) if edit.undone and edit.after == after), None)


def is_one_step(edit: Edit, other: Edit) -> bool:
    """Whether two edits were made together: by one person, with what dateline found to follow from that."""
    if edit.number == other.number:
        return True
    authors = {edit.author, other.author} - {PROGRAM}
    return edit.step != "" and edit.step == other.step and len(authors) <= 1
