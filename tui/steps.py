"""From where the log of corrections stands to one of them: how often to take back, or to make again."""

from collections.abc import Sequence
from typing import NamedTuple

from timeline.edits import Edit, is_one_step


class Steps(NamedTuple):
    """One of the two is 0; both are where the log stands there. What was made together is one step."""

    undos: int = 0
    redos: int = 0


def steps_to(number: int, log: Sequence[Edit]) -> Steps | None:
    """What makes the edit of this number the last one that holds, with what was made together with it.

    None where redoing goes another way.

    Undoing takes back the last that holds. Redoing follows the youngest branch: what was taken back before another
    change was made is not on it.
    """
    by_number = {edit.number: edit for edit in log}
    wanted = by_number.get(number)
    if wanted is not None and not wanted.undone:
        later = [edit for edit in log if edit.number > number and not edit.undone]
        return Steps(undos=_count([wanted, *later]) - 1)
    at = max((edit.number for edit in log if not edit.undone), default=0)
    youngest = {edit.after: edit.number for edit in log if edit.undone}
    way: list[Edit] = []
    while at != number and at in youngest and len(way) < len(log):
        at = youngest[at]
        way.append(by_number[at])
    return Steps(redos=_count(way)) if at == number else None


def _count(edits: Sequence[Edit]) -> int:
    """How many steps these are, which were made one after the other."""
    return sum(1 for at, edit in enumerate(edits) if at == 0 or not is_one_step(edits[at - 1], edit))
