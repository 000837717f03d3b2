"""Spans from one dated option to another."""

import datetime as dt
from collections.abc import Callable

import msgspec

from timeline.dates.edtf import parse
from timeline.dates.phrases import NAMED
from timeline.dates.resolving.context import Context
from timeline.dates.resolving.options import Option
from timeline.meanings import Meaning
from timeline.meanings.composed import Range
from timeline.model import Sense

Find = Callable[[Meaning, Context], tuple[Option, ...]]
"""Gives the dates that a meaning may have."""


def between(meaning: Range, context: Context, start: Option, end: Option, find: Find) -> Option | None:
    """From one date to another; of two that cross, the far end is looked for from the near one.

    None where they cross all the same, or the one has no start and the other no end.
    """
    if _crosses(start, end):
        start, end = _uncrossed(meaning, context, start, end, find)
        if _crosses(start, end):
            return None
    first, last = start.edtf.split("/")[0], end.edtf.split("/")[-1]
    if first == last == "..":
        return None
    return Option(f"{first}/{last}", f"{start.timex}/{end.timex}", _reasons(start.because, end.because))


def _reasons(start: str, end: str) -> str:
    """Of both ends, what they share said once: `the last May to July before publication`."""
    if start == end:
        return start
    first, last = start.split(), end.split()
    tail = _same(first[::-1], last[::-1])
    head = _same(first[:-tail], last[:-tail]) if tail > 1 else 0
    if not head:
        return f"from {start} to {end}".replace(NAMED, "the date that is named")
    return " ".join([*first[:-tail], "to", *last[head:]])


def _same(first: list[str], last: list[str]) -> int:
    """How many words they begin with alike."""
    pairs = zip(first, last, strict=False)
    return next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(first), len(last)))


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
    try:
        found = find(meaning.start if past else meaning.end, moved)
    except (OverflowError, ValueError):  # there the calendar ends
        found = ()
    if not found:
        return start, end
    counted = msgspec.structs.replace(found[0], because=found[0].because.replace("publication", "the other end"))
    return (counted, end) if past else (start, counted)


def _crosses(start: Option, end: Option) -> bool:
    first, last = parse(start.edtf).first, parse(end.edtf).last
    return first is not None and last is not None and first > last


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
