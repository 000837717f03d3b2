"""A long list in parts: a heading for each month or year, and what lies apart from the story folded away."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from enum import Enum
from typing import Any, NamedTuple

from timeline.collection import Entry
from timeline.dates.day_numbers import year_month_day
from timeline.dates.edtf import MONTHS, describe_year, span_of
from tui.dates import day_in_words
from tui.widgets.headings import Heading

FEW = 5
"""So many lines are not worth folding away, nor a count."""
_LEAST = 8
"""A list that is shorter needs no headings."""
_EACH = 2.5
"""Lines that stand below a heading on average, at least; otherwise the headings would be most of the list."""
_A_MONTH = 31
"""Days."""
_FOLDS = {False: ("▸", "z opens"), True: ("▾", "z folds")}
"""The mark and the hint of what is folded away, and of what was opened."""


class Grain(Enum):
    """What has a heading."""

    MONTH = "month"
    YEAR = "year"
    NONE = "none"


class Sections(NamedTuple):
    """What of a list is shown, with its headings."""

    rows: Sequence[Entry]
    headings: Sequence[Heading]
    grain: Grain


def begins(entry: Entry) -> int | None:
    """The number of the day on which it starts, or is over by; None without a date."""
    if entry.when.is_open:
        return None
    first, last = span_of(entry.when)
    return last if first is None else first


def month_of(entry: Entry) -> tuple[int, int] | None:
    """Year and month in which it starts; the month is 0 of what is longer than a month and starts with the year."""
    when = entry.when
    if (starts := when.earliest) is not None and (ends := when.latest) is not None:
        whole = starts.month == starts.day == 1 and (ends - starts).days > _A_MONTH
        return starts.year, 0 if whole else starts.month
    start = begins(entry)
    if start is None:
        return None
    year, month, day = year_month_day(start)
    first, last = span_of(entry.when)
    whole = first is not None and (month, day) == (1, 1) and (last is None or last - first > _A_MONTH)
    return year, 0 if whole else month


def in_sections(entries: Sequence[Entry], story: int | None, *, opened: bool) -> Sections:
    """Part a list in order of time.

    Args:
        entries: all that is listed, undated ones last.
        story: the day on which the story begins; None to fold nothing away.
        opened: whether a person opened what is folded.
    """
    dated = bisect_left(entries, True, key=lambda entry: entry.when.is_open)
    before = 0 if story is None else bisect_left(entries, story, hi=dated, key=lambda entry: begins(entry) or 0)
    undated = len(entries) - dated
    if not FEW < before < len(entries) - before:
        before = 0
    folds_undated = story is not None and FEW < undated < len(entries) - undated
    runs, grain = _runs(entries, before, dated)
    if opened and before:
        runs = [*_by_grain(entries, 0, before, grain), *runs]
    headings = [Heading(run.row, run.text, run.number) for run in runs]
    first = before if before and not opened else 0
    end = dated if folds_undated and not opened else len(entries)
    headings = [heading._replace(row=heading.row - first) for heading in headings]
    mark, hint = _FOLDS[opened]
    if before and story is not None:
        headings.insert(0, Heading(0, f"{mark} before {day_in_words(story)}", before, hint))
    if folds_undated:
        headings.append(Heading(dated - first, f"{mark} undated", undated, hint))
    elif undated and headings:
        headings.append(Heading(dated - first, "undated", undated))
    rows = entries if (first, end) == (0, len(entries)) else entries[first:end]
    return Sections(rows, headings, grain)


def _runs(entries: Sequence[Entry], start: int, end: int) -> tuple[list[Heading], Grain]:
    """Headings as fine as there is something to stand below them."""
    if end - start >= _LEAST:
        for grain in (Grain.MONTH, Grain.YEAR):
            runs = _by_grain(entries, start, end, grain)
            if len(runs) * _EACH <= end - start:
                return runs, grain
    return [], Grain.NONE


def _by_grain(entries: Sequence[Entry], start: int, end: int, grain: Grain) -> list[Heading]:
    """A heading for each month or year, found by its ends: a long list is not gone through."""
    runs: list[Heading] = []
    while grain is not Grain.NONE and start < end:
        year, month = month_of(entries[start]) or (0, 0)
        if grain is Grain.YEAR:
            stop = _end_of_run(entries, start, end, lambda entry: (month_of(entry) or (0, 0))[0])
            text = describe_year(year)
        else:
            stop = _end_of_run(entries, start, end, month_of)
            text = f"{MONTHS[month - 1]} {describe_year(year)}" if month else describe_year(year)
        runs.append(Heading(start, text, stop - start))
        start = stop
    return runs


def _end_of_run(entries: Sequence[Entry], start: int, end: int, key: Callable[[Entry], Any]) -> int:
    """Where those end that have the key of the first, looked for in steps that grow: runs are short in a long list."""
    here, step = key(entries[start]), 8
    while start + step < end and key(entries[start + step]) == here:
        step *= 2
    return bisect_right(entries, here, start + step // 2 if step > 8 else start, min(end, start + step + 1), key=key)
