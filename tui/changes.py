"""What a person asks to be changed."""

from typing import NamedTuple

from timeline.edits import ACCEPTED, EditKind
from timeline.entry import Entry


class Change(NamedTuple):
    """A fact that a person wants to be another."""

    kind: EditKind
    value: str
    """Empty gives back what was read."""
    part: str = ""


def reviewed(entry: Entry, value: str) -> list[tuple[str, Change]]:
    """What accepting or rejecting an event changes; accepted, a date that a person gave has no doubt in it."""
    changes = [(entry.id, Change(EditKind.REVIEW, value))]
    if value == ACCEPTED and entry.dated_by_person and "?" in entry.when.edtf:
        changes.append((entry.id, Change(EditKind.DATE, entry.when.edtf.replace("?", ""))))
    return changes
