"""What makes an edit the same in two logs, and the order of edits that is the same in all of them.

A number says where an edit stands in one log; in another it may stand elsewhere. So an edit is known by what was done,
by whom and when, and edits stand in the order of their times. In a log every edit is later than the one before it, by a
thousandth of a second if the clock says otherwise.
"""

import datetime as dt
import re
from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from timeline.edits import Edit
from timeline.model import content_id

_OF_ONE_LOG = frozenset({"number", "after", "undone", "turns", "replaces"})
"""Fields that say how an edit stands in a log, and not what it is."""

_INSTANT = dt.timedelta(milliseconds=1)
LONG_AGO = "0001-01-01T00:00:00+00:00"
"""When an edit was made of which nobody knows."""

_TIME = re.compile(r"[0-8]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?\+00:00", re.ASCII)
"""Of such times the earlier is the lesser as text too, and an instant later there always is another."""

Register = tuple[str, str, str]
"""What an edit sets: of all that are not undone, the last one of a register holds."""


def is_time(text: str) -> bool:
    """Whether it is a time as an edit has it.

    >>> is_time("2019-01-28T09:30:00.250+00:00"), is_time("2019-02-30T09:30:00+00:00")
    (True, False)
    """
    try:
        return _TIME.fullmatch(text) is not None and dt.datetime.fromisoformat(text) is not None
    except ValueError:
        return False


def edit_id(edit: Edit) -> str:
    """The id of an edit, the same in each log that has it."""
    said = {name: value for name, value in msgspec.structs.asdict(edit).items() if value and name not in _OF_ONE_LOG}
    return content_id("edit", msgspec.json.encode(said, order="sorted").decode())


def register_of(edit: Edit) -> Register:
    """What it sets."""
    return edit.target, edit.kind, edit.part


def turns_of(edit: Edit) -> int:
    """How often it was taken back or made again."""
    return max(edit.turns, int(edit.undone))


def time_after(last: Edit | None) -> str:
    """The time of an edit that is made now, later than the `last` one of its log."""
    now = dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")
    return _later_than(last.at, now) if last else now


def instant_after(time: str) -> str:
    """The next time after one that an edit can have."""
    return _later_than(time, "")


def in_order(log: Iterable[Edit]) -> tuple[Edit, ...]:
    """A log, in the order of its numbers, with the times and what each edit replaces as this version keeps them.

    Earlier versions counted seconds and did not keep what an edit replaces, which is the one before it. What comes of
    a log does not depend on what is added to it later, and stays as it is when it comes here again.
    """
    ordered: list[Edit] = []
    last: dict[Register, Edit] = {}
    for edit in log:
        now = edit
        if not now.at or (ordered and not _stands_after(now, ordered[-1])):
            now = replace(now, at=_later_than(ordered[-1].at if ordered else LONG_AGO, now.at))
        register = register_of(now)
        if now.replaces is None:
            before = last.get(register)
            now = replace(now, replaces=(edit_id(before),) if before else ())
        last[register] = now
        ordered.append(now)
    return tuple(ordered)


def heads(edits: Iterable[Edit]) -> dict[str, Edit]:
    """By id, those of the edits of one register that no other of them replaces."""
    by_id = {edit_id(edit): edit for edit in edits}
    if len(by_id) > 1:
        for edit in tuple(by_id.values()):
            for name in edit.replaces or ():
                by_id.pop(name, None)
    return by_id


def _stands_after(edit: Edit, other: Edit) -> bool:
    return edit.at > other.at or (edit.at == other.at and edit_id(edit) > edit_id(other))


def _later_than(time: str, wanted: str) -> str:
    """`wanted`, or an instant after `time` if that is later."""
    if wanted > time:
        return wanted
    return (dt.datetime.fromisoformat(time) + _INSTANT).isoformat(timespec="milliseconds")
