"""Single dates in the words and figures people type: `26 jan 2019`, `28/01/2019`, `spring 2019`, `sat`, `+1w`.

`timeline.typed_dates` composes them. Each reader gives None when the text has not its form, and raises ValueError,
with a reason for the person who typed it, when it has the form but is no date.
"""

import datetime as dt
import re

import msgspec

from timeline.calendar_names import MONTHS, WEEKDAY_NAMES, figures
from timeline.edtf import describe_edtf, parse

_WEEKDAYS = {name[:length]: i for i, name in enumerate(WEEKDAY_NAMES) for length in (3, 4, 5, len(name))}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

_MONTH = f"(?P<month>{'|'.join(MONTHS)})"
_WEEKDAY = f"(?P<weekday>{'|'.join(_WEEKDAYS)})"
_DAY = r"(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_NAMED = tuple(
    re.compile(rf"(?:{_WEEKDAY} )?{form}")
    for form in (
        rf"{_DAY}(?: of)? {_MONTH}(?: {_YEAR})?",
        rf"{_MONTH} {_DAY}(?: {_YEAR})?",
        rf"{_MONTH}(?: (?:of )?{_YEAR})?",
        rf"{_YEAR} {_MONTH}(?: {_DAY})?",
    )
)
_UNITS = {"d": "day", "w": "week", "m": "month", "y": "year"}
_PHRASE = re.compile(
    r"today|yesterday|tomorrow|(?:last|this|next) (?P<unit>week|month|year)"
    r"|in \w+ (?P<ahead>day|week|month|year)s?|\w+ (?P<back>day|week|month|year)s? ago"
)


class Reading(msgspec.Struct, frozen=True):
    """What was understood: an EDTF string, the rule that read it, and what it was counted from, if anything."""

    edtf: str
    rule: str
    because: str = ""


class SlowToReadError(ValueError):
    """It takes dateparser to read this, and that up to a second to start; whoever was in a hurry can ask again."""


def read_point(typed: str, anchor: dt.date | None, *, quick: bool = False) -> Reading | None:
    """One date in words or figures; None when `typed`, in lower case and with single spaces, is none.

    Raises:
        SlowToReadError: `quick` is set, and it is not read quickly.
        ValueError: It is not in the calendar, could be two dates, or needs an anchor and has none.
    """
    return (
        _read_named(typed, anchor)
        or _read_figures(typed)
        or _read_grouping(typed)
        or _read_weekday(typed, anchor)
        or _read_shift(typed, anchor, quick)
        or _read_phrase(typed, anchor, quick)
    )


def _read_named(typed: str, anchor: dt.date | None) -> Reading | None:
    match = next((found for form in _NAMED if (found := form.fullmatch(typed))), None)
    if not match:
        return None
    parts = match.groupdict()
    month, day = f"{MONTHS[parts['month']]:02}", parts.get("day")
    rest = f"{month}-{int(day):02}" if day else month
    if parts.get("year"):
        reading = Reading(f"{parts['year']}-{rest}", "named-date")
    elif anchor:
        because = f"it has no year: the nearest to {describe_edtf(anchor.isoformat())}"
        reading = Reading(_nearest(typed, rest, anchor), "named-date", because)
    else:
        raise ValueError(f"“{typed}” has no year, and there is no date to count from")
    if parts["weekday"]:
        _check_weekday(typed, parts["weekday"], reading.edtf)
    return reading


def _nearest(typed: str, rest: str, anchor: dt.date) -> str:
    """The `YYYY-MM[-DD]` nearest to `anchor` of all that end in `rest`; the earlier of two."""
    found = []
    for year in range(max(anchor.year - 8, 1), anchor.year + 9):  # 29 February can be eight years away
        try:
            span = parse(f"{year:04}-{rest}")
        except ValueError:
            continue
        if span.earliest and span.latest:
            away = max((span.earliest - anchor).days, (anchor - span.latest).days, 0)
            found.append((away, f"{year:04}-{rest}"))
    if not found:
        raise ValueError(f"“{typed}” is not in the calendar")
    return min(found)[1]


def _check_weekday(typed: str, weekday: str, edtf: str) -> None:
    span = parse(edtf)
    if span.earliest is None or span.earliest != span.latest:
        raise ValueError(f"“{typed}” has a weekday but no day")
    if span.earliest.weekday() != _WEEKDAYS[weekday]:
        named = WEEKDAY_NAMES[span.earliest.weekday()].title()
        raise ValueError(f"“{typed}” contradicts itself: {edtf} is a {named}")


def _read_figures(typed: str) -> Reading | None:
    if re.fullmatch(r"\d{8}", typed):
        return Reading(f"{typed[:4]}-{typed[4:6]}-{typed[6:]}", "figures")
    if re.fullmatch(r"\d{4}([./-])\d{1,2}(\1\d{1,2})?", typed):
        year, *rest = re.split(r"[./-]", typed)
        return Reading("-".join([year, *(f"{int(part):02}" for part in rest)]), "figures")
    if match := re.fullmatch(r"(\d{1,2})[./-](\d{4})", typed):
        return Reading(f"{match[2]}-{int(match[1]):02}", "figures")
    if match := re.fullmatch(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})", typed):
        return Reading(_day_and_month(typed, int(match[1]), int(match[3]), int(match[4])), "figures")
    if re.fullmatch(r"\d{1,2}([./-])\d{1,2}(\1(\d{2})?)?", typed):
        raise ValueError(f"“{typed}” needs its year in four figures")
    return None


def _day_and_month(typed: str, first: int, second: int, year: int) -> str:
    """The only reading of `first/second/year`; months come first in American dates, days in others."""
    found = [day.isoformat() for day in reversed(figures(first, second, year))]
    if not found:
        raise ValueError(f"“{typed}” is not in the calendar")
    if len(found) > 1:
        first_words, second_words = map(describe_edtf, found)
        raise ValueError(f"“{typed}” could be {first_words} or {second_words}: write the month as a word")
    return found[0]


def _read_grouping(typed: str) -> Reading | None:
    if match := re.fullmatch(rf"({'|'.join(_SEASONS)})(?: of)? (\d{{4}})", typed):
        return Reading(f"{match[2]}-{_SEASONS[match[1]]}", "season")
    if match := re.fullmatch(r"(?:q([1-4]) (\d{4})|(\d{4})[ -]q([1-4]))", typed):
        return Reading(f"{match[2] or match[3]}-{32 + int(match[1] or match[4])}", "quarter")
    if match := re.fullmatch(r"(?:the )?(\d{3})0['’]?s", typed):
        return Reading(f"{match[1]}X", "decade")
    return None


def _read_weekday(typed: str, anchor: dt.date | None) -> Reading | None:
    match = re.fullmatch(rf"(?:(?P<which>last|next|on) )?{_WEEKDAY}", typed)
    if not match:
        return None
    day = _needed(typed, anchor)
    ahead = (_WEEKDAYS[match["weekday"]] - day.weekday()) % 7
    days, words = {
        "next": (ahead or 7, "the first after"),
        "last": (ahead - 7, "the last before"),
    }.get(match["which"], (ahead - 7 if ahead else 0, "the last up to"))
    return Reading(_moved(typed, day, days).isoformat(), "weekday", f"{words} {describe_edtf(day.isoformat())}")


def _read_shift(typed: str, anchor: dt.date | None, quick: bool) -> Reading | None:
    match = re.fullmatch(r"(?P<sign>[+-])(?P<count>\d{1,4})(?P<unit>[dwmy])", typed)
    if not match:
        return None
    count = f"{match['count']} {_UNITS[match['unit']]}s"
    phrase = f"in {count}" if match["sign"] == "+" else f"{count} ago"
    day = _needed(typed, anchor)
    return Reading(_counted_to(phrase, day, quick).isoformat(), "shift", _counted(day))


def _read_phrase(typed: str, anchor: dt.date | None, quick: bool) -> Reading | None:
    match = _PHRASE.fullmatch(typed)
    if not match:
        return None
    origin = _needed(typed, anchor)
    day = _counted_to(typed, origin, quick)
    match match["unit"] or match["ahead"] or match["back"]:
        case "week":
            monday = _moved(typed, day, -day.weekday())
            edtf = f"{monday.isoformat()}/{_moved(typed, monday, 6).isoformat()}"
        case "month":
            edtf = day.isoformat()[:7]
        case "year":
            edtf = day.isoformat()[:4]
        case _:
            edtf = day.isoformat()
    return Reading(edtf, "phrase", _counted(origin))


def _counted_to(phrase: str, anchor: dt.date, quick: bool) -> dt.date:
    if quick:
        raise SlowToReadError(phrase)
    from timeline.other_dates import read_phrase  # noqa: PLC0415 (dateparser takes 0.1 s to import)

    return read_phrase(phrase, anchor)


def _needed(typed: str, anchor: dt.date | None) -> dt.date:
    if anchor is None:
        raise ValueError(f"“{typed}” needs a date to count from")
    return anchor


def _counted(anchor: dt.date) -> str:
    return f"counted from {describe_edtf(anchor.isoformat())}"


def _moved(typed: str, day: dt.date, days: int) -> dt.date:
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        raise ValueError(f"“{typed}” lies outside the calendar") from None
