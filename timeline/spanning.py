"""Spans from one dated option to another."""

import datetime as dt
from collections.abc import Callable

import msgspec

from timeline.context import Context
from timeline.edtf import parse
from timeline.meaning import Meaning, Range
from timeline.model import Sense
from timeline.placing import Option

Find = Callable[[Meaning, Context], tuple[Option, ...]]
"""Gives the dates that a meaning may have."""


def between(meaning: Range, context: Context, start: Option, end: Option, find: Find) -> Option | None:
    """From one date to another; of two that cross, the far end is looked for from the near one.

    None where they cross all the same, or the one has no start and the other no end.
    """
    if _first(start) > _last(end):
        start, end = _uncrossed(meaning, context, start, end, find)
        if _first(start) > _last(end):
            return None
    first, last = start.edtf.split("/")[0], end.edtf.split("/")[-1]
    if first == last == "..":
        return None
    return Option(f"{first}/{last}", f"{start.timex}/{end.timex}", f"{start.because} to {end.because}")


def _uncrossed(meaning: Range, context: Context, start: Option, end: Option, find: Find) -> tuple[Option, Option]:
    """`from Friday to Tuesday`, told on a Monday: Tuesday is sought from Friday on, or Friday back from Tuesday."""
    assert meaning.start is not None
    assert meaning.end is not None
    if context.published is None:
        return start, end
    past = context.direction.sense is Sense.PAST or _last(end) < context.published.date
    near = _last(end) if past else _first(start)
    moved = Context(
        msgspec.structs.replace(context.published, date=near),
        msgspec.structs.replace(context.direction, sense=Sense.PAST if past else Sense.FUTURE),
    )
    found = find(meaning.start if past else meaning.end, moved)
    if not found:
        return start, end
    return (found[0], end) if past else (start, found[0])


def _first(option: Option) -> dt.date:
    return parse(option.edtf).earliest or dt.date.min


def _last(option: Option) -> dt.date:
    return parse(option.edtf).latest or dt.date.max


def open_sided(option: Option, *, opens_at_end: bool) -> Option | None:
    """From its start on, or up to its end; None where that side is open itself."""
    start, _, end = option.edtf.partition("/")
    kept = start if opens_at_end else end or start
    if kept == "..":
        return None
    return msgspec.structs.replace(option, edtf=f"{kept}/.." if opens_at_end else f"../{kept}")
