"""Bounds: from a date that the words name to the days before, after, by or between.

Before and after a day leave the day out. After a month, a year or anything longer begins within it: what came *after
1204* may have come late in that year, as historians have it (terminus post quem), so its own start is the bound.
"""

import datetime as dt
from typing import NamedTuple

import msgspec

from timeline.dates.edtf import beside, day_text, describe_edtf, parse
from timeline.dates.resolving.options import Option
from timeline.model import Published
from timeline.when import Bound, Step, When

SAYS = {
    Bound.BEFORE: "some time before that, as the words say",
    Bound.AFTER: "some time after that, as the words say",
    Bound.BY: "by then, as the words say",
    Bound.FROM: "then or later, as the words say",
    Bound.BETWEEN: "some time between the two, as the words say",
}


def bounded(option: Option, bound: Bound) -> Option | None:
    """What lies before, after, by or between the date of an option; None where that has no such side."""
    span = parse(option.edtf)
    edtf = None
    match bound:
        case Bound.BETWEEN if span.first is not None and span.last is not None:
            edtf = option.edtf
        case Bound.BEFORE if span.first is not None:
            edtf = f"../{beside(option.edtf, -1)}"
        case Bound.BY if span.last is not None:
            edtf = f"../{_side(option.edtf, span.last, last=True)}"
        case Bound.FROM if span.first is not None:
            edtf = f"{_side(option.edtf, span.first, last=False)}/.."
        case Bound.AFTER if span.last is not None and span.last == span.first:
            edtf = f"{beside(option.edtf, 1)}/.."
        case Bound.AFTER if span.first is not None:
            edtf = f"{_side(option.edtf, span.first, last=False)}/.."
    return None if edtf is None else msgspec.structs.replace(option, edtf=edtf)


def is_wholly_ahead(when: When, published: Published | None) -> bool:
    """Whether all of a time lies after publication, whichever of its dates is meant."""
    if published is None or when.edtf.startswith(".."):
        return False
    starts = [one.earliest for one in when.candidates] or [when.earliest]
    return all(start is not None and start > published.date for start in starts)


def is_far_ahead(when: When, published: Published) -> bool:
    """Whether what is to be by a date is all to come, however it is told: *they found that yields fall by 2050*."""
    if when.bound is not Bound.BY or when.candidates:
        return False
    named = parse(when.edtf.partition("/")[2]).earliest
    return named is not None and named > published.date


class Telling(NamedTuple):
    """The moment of telling, and what it is called."""

    day: dt.date
    called: str


def from_telling(when: When, told: Telling) -> When:
    """What is still to come by, before or until a date, from the day of telling on: *will be replaced by March*."""
    if not when.edtf.startswith("../") or when.candidates or when.latest is None or when.latest < told.day:
        return when
    step = Step("bound.ahead", f"from the day of {told.called} on ({_said(told)}), as it lies ahead")
    edtf = f"{told.day}/{when.edtf.removeprefix('../')}"
    precision = parse(edtf).precision
    return msgspec.structs.replace(
        when, edtf=edtf, earliest=told.day, precision=precision, derivation=(*when.derivation, step)
    )


def up_to_telling(when: When, told: Telling) -> When:
    """What has occurred since a day, up to the day of telling: *forty people have been arrested since Sunday*."""
    if not when.edtf.endswith("/..") or when.bound is not None or when.candidates:
        return when
    if when.earliest is None or when.earliest > told.day:
        return when
    step = Step("bound.told", f"up to the day of {told.called} ({_said(told)}), as it has occurred")
    edtf = f"{when.edtf.removesuffix('..')}{told.day}"
    span = parse(edtf)
    return msgspec.structs.replace(
        when, edtf=edtf, latest=told.day, precision=span.precision, derivation=(*when.derivation, step)
    )


def _said(told: Telling) -> str:
    return describe_edtf(told.day.isoformat())


def _side(edtf: str, day: int, *, last: bool) -> str:
    """The first or last date of an interval; of a clock time its day."""
    return day_text(day) if "T" in edtf else edtf.split("/")[-1 if last else 0]
