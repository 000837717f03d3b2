"""Dates that people count from another day: `yesterday`, `last friday`, `3 weeks ago`, `+1w`, `past week`.

The day they count from is the caller's, and each reading says which it was.
"""

import datetime as dt
import re
from collections.abc import Mapping

from timeline.dates.calendar_names import SEASON_NUMBERS, WEEKDAYS
from timeline.dates.calendar_words import TypedDate
from timeline.dates.edtf import describe_edtf
from timeline.dates.periods import shift
from timeline.dates.resolve import resolve
from timeline.dates.resolving.context import Context
from timeline.meanings import Meaning
from timeline.meanings.composed import Nth
from timeline.meanings.counted import Period, Shift, Trailing, Weekday
from timeline.meanings.named import Season
from timeline.meanings.units import Unit
from timeline.model import Basis, Direction, Published, Sense

_DAYS = {
    "the day before yesterday": -2,
    "day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
    "day after tomorrow": 2,
}
_WHICH = {"last": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
_COUNTS: Mapping[str, int] = {word: number for number, word in enumerate(_NUMBERS, 1)} | {
    "a": 1,
    "an": 1,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
}
_LETTERS = {"d": Unit.DAY, "w": Unit.WEEK, "m": Unit.MONTH, "y": Unit.YEAR}
_UNITS = {str(unit): unit for unit in Unit if unit not in (Unit.SECOND, Unit.MINUTE, Unit.HOUR)}

_WEEKDAY = f"(?P<weekday>{'|'.join(WEEKDAYS)})"
_UNIT = f"(?P<unit>{'|'.join(_UNITS)}|fortnight)"
_COUNT = rf"(?P<count>[0-9]{{1,4}}|{'|'.join(_COUNTS)})"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?:the )?(?P<day>{'|'.join(_DAYS)})",
        r"(?P<sign>[+-])(?P<figures>[0-9]{1,4})(?P<letter>[dwmy])",
        rf"(?:the )?(?:(?P<which>{'|'.join(_WHICH)}) |on )?{_WEEKDAY}",
        rf"{_WEEKDAY} (?P<week>last|this|next) week",
        rf"(?:the )?(?P<which>{'|'.join(_WHICH)}) (?P<season>{'|'.join(SEASON_NUMBERS)})",
        rf"(?:the )?(?P<which>{'|'.join(_WHICH)}) {_UNIT}",
        rf"{_COUNT} {_UNIT}s? (?P<back>ago)",
        rf"in {_COUNT} {_UNIT}s?",
        rf"{_COUNT} {_UNIT}s? (?P<ahead>from now|hence)",
        rf"(?:in |within )?(?:the )?(?P<way>last|past|next|coming) {_COUNT} {_UNIT}s?",
        rf"(?:in |within )?(?:the )?(?P<way>past) {_UNIT}",
    )
)


def read_counted(typed: str, anchor: dt.date | None) -> TypedDate | None:
    """A date that is counted from `anchor`; None when `typed`, in lower case and with single spaces, is none.

    Raises:
        ValueError: it needs an anchor and has none, or it lies outside the calendar.
    """
    match = next((found for form in _FORMS if (found := form.fullmatch(typed))), None)
    if match is None:
        return None
    if anchor is None:
        raise ValueError(f"“{typed}” needs a date to count from")
    edtf = _edtf({name: value for name, value in match.groupdict().items() if value}, anchor)
    if not edtf:
        raise ValueError(f"“{typed}” lies outside the calendar, counted from {anchor.isoformat()}")
    return TypedDate(edtf, "counted", f"counted from {describe_edtf(anchor.isoformat())}")


def _edtf(parts: Mapping[str, str], anchor: dt.date) -> str:
    if "letter" in parts:
        count = int(parts["sign"] + parts["figures"])
        try:
            return shift(anchor, count, _LETTERS[parts["letter"]]).isoformat()
        except OverflowError:
            return ""
    # A bare *friday* is the last one; *this friday* is that of the week.
    direction = Direction(Sense.EITHER if parts.get("which") == "this" else Sense.PAST)
    return resolve(_meaning(parts), Context(Published(anchor, Basis.PERSON), direction)).edtf


def _meaning(parts: Mapping[str, str]) -> Meaning:
    if "day" in parts:
        return Period(Unit.DAY, _DAYS[parts["day"]])
    offset = _WHICH.get(parts.get("which", ""))
    if "week" in parts:
        return Nth(1, Period(Unit.WEEK, _WHICH[parts["week"]]), weekday=WEEKDAYS[parts["weekday"]])
    if "weekday" in parts:
        return Weekday(WEEKDAYS[parts["weekday"]], offset)
    if "season" in parts:
        return Season(SEASON_NUMBERS[parts["season"]], offset=offset)
    unit, size = (Unit.WEEK, 2) if parts["unit"] == "fortnight" else (_UNITS[parts["unit"]], 1)
    if offset is not None:
        return Period(unit, offset * size)
    written = parts.get("count", "one")
    count = size * (_COUNTS.get(written) or int(written))
    if "way" in parts:
        return Trailing(-count if parts["way"] in ("last", "past") else count, unit)
    return Shift(-count if "back" in parts else count, unit)
