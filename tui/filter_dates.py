"""Dates in a filter: those without a year are of the years that the timeline tells of."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress

from timeline.collection import Timeline
from timeline.dates.day_numbers import date_of
from timeline.dates.edtf import parse
from tui.dates import read_date, today
from tui.density import Days, Window, counted, dense_part

_MOST_YEARS = 50
"""Of so many, those with the most events, a day without a year is looked for: it takes a millisecond each."""
_NO_YEAR = "has no year"
"""What the reader of typed dates says of them, where it has no day to count from."""
_MIDSUMMER = (7, 1)
"""From this day of a year each month of it is nearer than that of another."""


class FilterDates:
    """Reads the dates of a filter of one timeline, each once."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self._known: dict[str, str] = {}

    def read(self, text: str) -> str:
        """The EDTF of a date; of `mar` all of March that there is something in. Raises ValueError.

        Where no year is told, a single day, month or season is that of any year; a time from or to one is counted from
        the middle of what most of the timeline tells of.
        """
        if text not in self._known:
            self._known[text] = self._read(text)
        return self._known[text]

    def _read(self, text: str) -> str:
        from extractors.typed_dates.reading import read_in_haste  # noqa: PLC0415 (few filters need it)

        def in_years(years: Iterable[int]) -> Iterator[str]:
            for year in years:
                with suppress(ValueError):  # not each year has a 29 February
                    yield read_in_haste(text, today().replace(year, *_MIDSUMMER))

        try:
            return read_in_haste(text, None)
        except ValueError as refused:
            story = dense_part(self._spans)
            ends = story and (date_of(story.first), date_of(story.last))
            if _NO_YEAR not in str(refused) or not story or not ends or not ends[0] or not ends[1]:
                return read_date(text)
        near = sorted({year + by for year in (ends[0].year, ends[1].year) for by in (-1, 0, 1)})
        nearest = min(in_years(near), key=lambda edtf: _far_from(edtf, story), default="")
        if "/" in nearest:
            return nearest
        found = sorted({edtf for edtf in in_years(self._years) if self._tells_of(edtf)})
        return f"[{','.join(found)}]" if len(found) > 1 else "".join(found) or nearest or read_date(text)

    @property
    def _spans(self) -> Counter[Days]:
        return counted(self.timeline.entries)

    @property
    def _years(self) -> Iterable[int]:
        """Those in which something begins or ends, if they are many, those with the most of it."""
        years = Counter[int]()
        for span, count in self._spans.items():
            for year in {date.year for date in map(date_of, span) if date is not None}:
                years[year] += count
        return [year for year, _ in years.most_common(_MOST_YEARS)]

    def _tells_of(self, edtf: str) -> bool:
        """Whether something begins or ends in a time."""
        days = parse(edtf)
        first, last = days.first, days.last
        return (
            first is not None and last is not None and any(first <= end <= last for span in self._spans for end in span)
        )


def _far_from(edtf: str, story: Window) -> tuple[bool, int]:
    """How far a time from one day, or to one, is from a story: first whether it leaves all of it out."""
    days = parse(edtf)
    apart = (days.first or story.first) > story.last or (days.last or story.last) < story.first
    ends = [day for day in (days.first, days.last) if day is not None]
    return apart, sum(max(0, story.first - day, day - story.last) for day in ends)
