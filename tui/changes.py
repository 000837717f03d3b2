"""What a person asks to be changed."""

from typing import NamedTuple

from timeline.edits import EditKind


class Change(NamedTuple):
    """A fact that a person wants to be another."""

    kind: EditKind
    value: str
    """Empty gives back what was read."""
    part: str = ""
