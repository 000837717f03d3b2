"""Dates as the list shows them: a year, a short label and a mark, printed once per day."""

import datetime as dt
from typing import NamedTuple

import msgspec

from timeline.collection import Entry, Timeline
from timeline.dates.day_numbers import date_of, year_month_day
from timeline.dates.edtf import (
    BOUND_WORDS,
    MONTHS,
    WEEKDAYS,
    bounding_date,
    describe,
    describe_edtf,
    describe_year,
    members,
    parse,
    span_of,
)
from timeline.when import Bound, Precision, When

FUZZY = "~"
INTERVAL = "–"
UNSURE = "?"

_FUZZY = frozenset(
    {
        Precision.MONTH,
        Precision.MONTHS,
        Precision.SEASON,
        Precision.QUARTER,
        Precision.YEAR,
        Precision.YEARS,
        Precision.DECADE,
        Precision.CENTURY,
    }
)


def today() -> dt.date:
    """The day where the person is: `date:yesterday` in a filter counts from it, and nothing else does."""
    return dt.datetime.now().astimezone().date()


def read_date(text: str) -> str:
    """The EDTF of a date in a filter, counted from today where it counts. Raises ValueError."""
    from extractors.typed_dates.reading import read_in_haste  # noqa: PLC0415 (few filters need it)

    now = today()
    edtf = read_in_haste(text, now)
    if text.strip().lower().startswith("since ") and edtf.endswith("/..") and (parse(edtf).earliest or now) > now:
        return read_in_haste(text, now - dt.timedelta(days=365))  # since a day that is over: of the year before
    return edtf


def day_in_words(number: int) -> str:
    """The day of that number without its weekday: `26 Jan 2019`."""
    year, month, day = year_month_day(number)
    return f"{day} {MONTHS[month - 1]} {describe_year(year)}"


def middle_of(when: When) -> dt.date | None:
    """The day in the middle of a time, from which a date without a year is counted beside it; None if it is open."""
    first, last = when.earliest or when.latest, when.latest or when.earliest
    return None if first is None or last is None else first + (last - first) / 2


class DateLabel(NamedTuple):
    """How a date is written in the list."""

    year: str
    """Four digits, printed where the year changes; empty when `text` says it all."""
    text: str
    """`25 Jan Fri`, `21–27 Jan`, `May`; empty for a whole year."""
    mark: str
    """`?` more than one date is possible, `~` coarser than a day, `–` over several days if `text` doesn’t say so."""


def label(when: When, expression: str = "") -> DateLabel:
    """How `when` is written; `expression` is the article's own words, shown while the date is open."""
    if when.is_open:
        return DateLabel("", f"“{expression}”" if expression else "undated", UNSURE if expression else "")
    if when.bound is not None:
        return _bounded(when, when.bound)
    first, last = when.earliest, when.latest
    if any(number is not None and date_of(number) is None for number in span_of(when)):
        return DateLabel("", describe(when), _mark(when))
    if first is None or last is None:
        return _open_sided(first, last, when)
    text, mark = _within_year(first, last, when), _mark(when)
    return DateLabel(f"{first.year:04}", text, "" if mark == INTERVAL and INTERVAL in text else mark)


def _bounded(when: When, bound: Bound) -> DateLabel:
    """`before 5 May` of its year, `by 1790`: the words name a day or a year that the event's own is not."""
    edtf, mark = members(when.edtf)[0], UNSURE if when.is_uncertain else ""
    if bound is Bound.BETWEEN:
        within = msgspec.structs.replace(when, bound=None, candidates=())
        inner = label(within)
        years = inner.text.startswith("to ")
        return DateLabel(
            "" if years else inner.year, f"betw. {inner.year}–{inner.text[3:]}" if years else inner.text, mark
        )
    named = bounding_date(edtf, bound)
    span = parse(named)
    day = span.earliest
    if day is None or span.precision not in (Precision.DAY, Precision.MONTH, Precision.YEAR):
        return DateLabel("", f"{BOUND_WORDS[bound]} {describe_edtf(named)}", mark)
    said = {Precision.DAY: f" {day.day} {MONTHS[day.month - 1]}", Precision.MONTH: f" {MONTHS[day.month - 1]}"}
    return DateLabel(f"{day.year:04}", f"{BOUND_WORDS[bound]}{said.get(span.precision, '')}", mark)


def _open_sided(first: dt.date | None, last: dt.date | None, when: When) -> DateLabel:
    day = first or last
    mark = UNSURE if when.is_uncertain else INTERVAL
    if day is None:
        return DateLabel("", describe(when), mark)
    side = "since" if first else "until"
    if when.precision in (Precision.DAY, Precision.TIME):
        return DateLabel(f"{day.year:04}", f"{side} {day.day} {MONTHS[day.month - 1]}", mark)
    if when.precision is Precision.MONTH:
        return DateLabel(f"{day.year:04}", f"{side} {MONTHS[day.month - 1]}", mark)
    if when.precision is Precision.YEAR:
        return DateLabel(f"{day.year:04}", side, mark)
    return DateLabel("", describe_edtf(members(when.edtf)[0]), mark)


def _within_year(first: dt.date, last: dt.date, when: When) -> str:
    month = MONTHS[first.month - 1]
    if first == last:
        return f"{first.day:02} {month} {WEEKDAYS[first.weekday()]}"
    if when.precision is Precision.YEAR and first.year == last.year:
        return ""
    if when.precision is Precision.MONTH and (first.year, first.month) == (last.year, last.month):
        return month
    if when.precision in (Precision.QUARTER, Precision.SEASON):
        return describe_edtf(members(when.edtf)[0]).removesuffix(f" {first.year}")
    if first.year != last.year:
        return f"to {last.year}" if when.precision in _FUZZY else f"{month}–{MONTHS[last.month - 1]}"
    if first.month == last.month:
        return f"{first.day:02}–{last.day:02} {month}"
    if when.precision in _FUZZY:
        return f"{month}–{MONTHS[last.month - 1]}"
    return f"{first.day}{month}–{last.day}{MONTHS[last.month - 1]}"


def within_month(when: When, year: int, month: int) -> str:
    """How `when` is written below a heading that names the month it starts in, or, if `month` is 0, the year.

    `25 Fri`, `21–27`, `28Jan–3Feb`, `since 9`, `by 12`, `by Jan`; empty for all of the month or the year.
    """
    told = label(when)
    first, last = (date_of(number) for number in span_of(when))
    if when.bound is not None and when.bound is not Bound.BETWEEN:
        day = told.text.removesuffix(f" {MONTHS[month - 1]}") if month else told.text
        return day if " " in day else told.text if " " in told.text else f"{told.text} {told.year}"
    if first is None or last is None:
        side = first or last
        return told.text.removesuffix(f" {MONTHS[side.month - 1]}") if side is not None else ""
    if first == last:
        return f"{first.day:02} {WEEKDAYS[first.weekday()]}"
    if not month or when.precision in _FUZZY:
        whole = {Precision.YEAR: not month, Precision.MONTH: bool(month)}
        return "" if whole.get(when.precision) and "/" not in when.edtf else _coarse(when, year, last)
    if (last.year, last.month) == (year, month):
        return f"{first.day:02}–{last.day:02}"
    return f"{first.day}{MONTHS[first.month - 1]}–{last.day}{MONTHS[last.month - 1]}"


def _coarse(when: When, year: int, last: dt.date) -> str:
    """`summer`, `to Mar`, `to 1999`: of a time that is longer than the month or the year of its heading."""
    if when.precision is Precision.SEASON:
        return describe_edtf(members(when.edtf)[0]).removesuffix(f" {year}")
    return f"to {MONTHS[last.month - 1]}" if last.year == year else f"to {last.year}"


def _mark(when: When) -> str:
    if when.is_uncertain and (len(when.candidates) > 1 or "?" in when.edtf or "%" in when.edtf):
        return UNSURE
    if "~" in when.edtf or when.precision in _FUZZY:
        return FUZZY
    return INTERVAL if when.earliest != when.latest else ""


def expression_of(entry: Entry, timeline: Timeline) -> str:
    """The words of the article that date an event; empty when it has none."""
    lead = entry.assertions[0]
    article = timeline.articles.get(lead.article)
    if article is None or lead.time is None:
        return ""
    return " ".join(article.time_expressions[lead.time].text.split())


def is_unsure(entry: Entry) -> bool:
    """Whether a person should look at the event's date: it is open, or more than one is possible."""
    return entry.when.is_open or entry.when.is_uncertain
