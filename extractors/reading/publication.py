"""The publication date: from the person, the metadata, the address, the dateline, or a line such as “Updated …”.

In that order, and otherwise unknown: never today, never the time stamp of a file. Only a stamp in UTC gives way to the
day that the page prints or its address names, where that is the day beside it: late in the evening a newsroom's day and
that of UTC are two.
"""

import datetime as dt
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from extractors.reading.document import Document, Stated
from extractors.reading.mastheads import day_beside_an_outlet
from extractors.reading.written_dates import CLOCK, DATE, LABEL, TIME, WEEKDAY, date_of
from timeline.dates.calendar_names import MONTHS, day_of
from timeline.model import Basis, Published

_TOP = 8
"""So many lines from the top may hold the dateline or the line with the date."""
_BOTTOM = 6
"""So many from the bottom may hold it."""
_LONGEST_LINE = 160
"""Characters: a longer line tells of more than the day of publication."""

_IN_PATH = re.compile(
    r"(?<!\d)(?:"
    r"(?P<year>(?:1[89]|20)\d\d)(?P<mark>[/_-])(?P<month>\d\d?|[a-z]{3})(?P=mark)(?P<day>\d\d?)"
    r"|(?P<year_8>19[89]\d|20[0-4]\d)(?P<month_8>\d\d)(?P<day_8>\d\d)"
    r")(?!\d)",
    re.IGNORECASE,
)

_NAME = r"(?:(?-i:[A-Z])[\w.'’-]*+|\([^)\n]{2,40}\)|de|del|la|el|of|and)"

_DATELINE = re.compile(
    rf"""
    (?-i:[A-Z][A-Z.'’-]{{2,}}+) (?:(?:,\ *|\ +){_NAME}){{0,6}}? ,?\ *    # CARACAS, Venezuela
    {WEEKDAY}? (?P<date>{DATE}),?\ *{WEEKDAY}?                          # Jan. 28, 2019
    (?:\([^)\n]{{2,40}}\)|/[^/\n]{{2,40}}/)?\ *                           # (AP)
    (?:--?|[–—:])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DATE_FIRST = re.compile(
    rf"""
    {WEEKDAY}? (?P<date>{DATE}),?\ *                                    # August 27, 2018
    (?:\((?-i:[A-Z])[^)\n]{{1,40}}\)|/(?-i:[A-Z])[^/\n]{{1,40}}/)\ *       # (CARACAS)
    (?:--?|[–—:])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_IN_BRACKETS = re.compile(
    rf"(?-i:[A-Z])[\w'’-]{{2,20}}+ (?:,?\ (?-i:[A-Z])[\w'’-]{{1,20}}+){{0,3}} \ \((?P<date>{DATE})\)\ ?(?:--?|[–—])",
    re.VERBOSE | re.IGNORECASE,
)
"""`Oslund (28 January 2019) –`."""
_LABELLED = re.compile(
    rf"""
    (?:^|[|•·–—;]\ *|(?<=\d)\ +|(?<=[ap]m\b)\ +|(?<=[ap]\.m\.)\ +) (?P<label>{LABEL}) \ *(?:on\b|at\b)? \ *[:|–—-]?\ *
    (?:{TIME},?\ *(?:on\ +)?)? {WEEKDAY}? (?P<date>{DATE})
    (?={CLOCK}?,?\ *{TIME}?\ *(?:$|[|•·–—;(]|by\b|{LABEL}))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ALONE = re.compile(
    rf"(?:{TIME},?\ *)? {WEEKDAY}? (?P<date>{DATE}) {CLOCK}? ,?\ *(?:[-–—|]\ *)?{TIME}?",
    re.VERBOSE | re.IGNORECASE,
)

_AT_A_PLACE = re.compile(
    rf"""
    (?-i:[A-Z])[\w.'’&-]* (?:\ (?:of|the|and|(?-i:[A-Z])[\w.'’&-]*)){{0,5}} ,\ +    # Oslund, or The Oslund Post,
    {WEEKDAY}? (?P<date>{DATE}) ,?\ *{TIME}?
    """,
    re.VERBOSE | re.IGNORECASE,
)


def publication(document: Document, person: dt.date | None = None) -> Published | None:
    """The date from which an article's relative dates are counted, and what it rests on; None when it is unknown."""
    if person:
        return Published(person, Basis.PERSON)
    if document.published:
        local = _local_day(document, document.published) if document.published.in_utc else None
        return local or Published(document.published.date, Basis.METADATA, document.published.field)
    if document.dateless:
        return None
    return in_address(document.url) or in_text(document.text) or _updated(document)


def _local_day(document: Document, stated: Stated) -> Published | None:
    """The day beside that of a stamp in UTC, where the page prints it or its address names it."""
    for found in (in_text(document.text), in_address(document.url)):
        if found and abs((found.date - stated.date).days) == 1:
            return found
    return None


def in_address(address: str) -> Published | None:
    """The date in an address's path: `/2019/01/28/`, `/2019-01-28-`, `/20190128`, `/2019/jan/28/`."""
    try:
        path = urlsplit(address).path
    except ValueError:
        return None
    for match in _IN_PATH.finditer(path):
        year, month, number = (match[part] or match[f"{part}_8"] for part in ("year", "month", "day"))
        if date := day_of(int(year), MONTHS.get(month.lower()) or int(month.isdigit() and month), int(number)):
            return Published(date, Basis.URL, match[0])
    return None


def in_text(text: str) -> Published | None:
    """The date in the dateline, or in a line near the top or the bottom that says when the text was published."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return _dateline(lines[:_TOP]) or _line(lines) or _beside_an_outlet(text)


def _dateline(lines: list[str]) -> Published | None:
    for line in lines:
        top = line[:_LONGEST_LINE]
        match = _DATELINE.match(top) or _DATE_FIRST.match(top) or _IN_BRACKETS.match(top)
        if match and (date := date_of(match)):
            return Published(date, Basis.DATELINE, match[0].strip())
    return None


def _beside_an_outlet(text: str) -> Published | None:
    found = day_beside_an_outlet(text)
    return Published(found[0], Basis.DATELINE, found[1]) if found else None


def _line(lines: list[str]) -> Published | None:
    stated = sorted(_stated(lines), key=lambda found: found[0])
    return stated[0][1] if stated else None


def _stated(lines: list[str]) -> Iterator[tuple[int, Published]]:
    """Lines with a date, and how far each is to be believed after the others."""
    edges = lines if len(lines) <= _TOP + _BOTTOM else lines[:_TOP] + lines[-_BOTTOM:]
    for line in edges:
        if len(line) > _LONGEST_LINE:
            continue
        for match in _LABELLED.finditer(line):
            if date := date_of(match):
                later = match["label"].lower().endswith(("updated", "modified"))
                yield int(later), Published(date, Basis.UPDATED, line)
    for line in edges:
        placed = _AT_A_PLACE.fullmatch(line) if len(line) <= _LONGEST_LINE else None
        if placed and (date := date_of(placed)):
            yield 2, Published(date, Basis.DATELINE, line)
    alone = list(_alone(lines))
    if len({date for _, date in alone}) == 1 and alone[0][0] < _TOP:  # several are the headings of a chronology
        yield 2, Published(alone[0][1], Basis.UPDATED, lines[alone[0][0]])


def _alone(lines: list[str]) -> Iterator[tuple[int, dt.date]]:
    """Numbers of the lines that hold nothing but a date, and the date."""
    for number, line in enumerate(lines):
        match = _ALONE.fullmatch(line) if len(line) <= _LONGEST_LINE else None
        if match and (date := date_of(match)):
            yield number, date


def _updated(document: Document) -> Published | None:
    if not document.updated:
        return None
    return Published(document.updated.date, Basis.UPDATED, document.updated.field)
