"""From where the log of corrections stands to one of them: how often to take back, or to make again."""

from collections.abc import Sequence
from typing import NamedTuple

from timeline.edits import Edit


class Steps(NamedTuple):
    """One of the two is 0; both are where the log stands there."""

    undos: int = 0
    redos: int = 0


def steps_to(number: int, log: Sequence[Edit]) -> Steps | None:
    """What makes the edit of this number the last one that holds; None where redoing goes another way.

    Undoing takes back the last that holds. Redoing follows the youngest branch: what was taken back before another
    change was made is not on it.
    """
    if any(edit.number == number and not edit.undone for edit in log):
        return Steps(undos=sum(1 for edit in log if edit.number > number and not edit.undone))
    at = max((edit.number for edit in log if not edit.undone), default=0)
    youngest = {edit.after: edit.number for edit in log if edit.undone}
    redos = 0
    while at != number and at in youngest and redos < len(log):
        at, redos = youngest[at], redos + 1
    return Steps(redos=redos) if at == number else None
