"""The margin of an article: when what a paragraph tells of was."""

import datetime as dt
from collections.abc import Iterable

from timeline.dates.edtf import MONTHS
from timeline.model import Article, Assertion, Span
from timeline.when import Precision, When

_DAYS = frozenset({Precision.TIME, Precision.DAY, Precision.DAYS, Precision.WEEK})


def margin(span: Span, told: Iterable[tuple[Assertion, When]], article: Article) -> str:
    """The date of the first dated event of a paragraph, rather no bound, in seven cells; empty without any.

    `told` is what the article says, each with when that is by now.
    """
    inside = [when for one, when in told if span[0] <= one.trigger[0] < span[1] and not when.is_open]
    inside.sort(key=lambda when: when.bound is not None)  # `by 11 Mar` is no day, where another event has one
    when = next(iter(inside), None)
    return "" if when is None else short(when, article.published.date.year if article.published else None)


def short(when: When, year: int | None) -> str:
    """`11 Mar` of the year of publication, `Mar ’16` of another, `2016`; empty outside Python's calendar."""
    day: dt.date | None = when.earliest or when.latest
    if day is None:
        return ""
    if when.precision in _DAYS and day.year == year:
        return f"{day.day} {MONTHS[day.month - 1]}"
    if when.precision in _DAYS or when.precision is Precision.MONTH:
        return f"{MONTHS[day.month - 1]} ’{day.year % 100:02}"
    return f"{day.year}"
