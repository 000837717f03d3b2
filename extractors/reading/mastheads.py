"""What stands over an article in plain text: headline, outlet and day on the first lines, in any order.

A line is an outlet only where it is called so (*Source: …*), or where its words tell it (`outlet_names.py`) and it
stands beside the date, a label or the byline. Two outlets are none: nobody can say which is meant.
"""

import datetime as dt
import re
from collections.abc import Iterator

import msgspec

from extractors.reading.outlet_names import is_name, is_outlet
from extractors.reading.written_dates import CLOCK, DATE, LABEL, TIME, WEEKDAY, date_of
from timeline.paragraphs import is_credit

_MOST_LINES = 8
_LONGEST = 140
"""Characters of a line that stands over an article."""
_LINES_OF_HEADLINE = 2
_FEWEST_WORDS = 3
"""A headline found by its place alone has so many words; fewer may name a section."""

_END_MARKS = (".", ":", ";", ",")
_MARKS_OF_WORDS_TOLD = ("!", "?", "”", '"')
"""A line with such an end is a headline only above the date, not below it, where the story may have begun."""
_BEGINNINGS = "“‘\"'(«$£€"
"""What a headline begins with besides a letter or a figure; other marks begin the rows of a list or a legend."""
_BETWEEN = re.compile(r" *[|·•] *| +[-–—]{1,2} +")
_PAGE = re.compile(r"(?:pages?|pp?\.) ?[A-Z]?\d{1,3}(?:[-–]\d{1,3})?", re.IGNORECASE)
_DAY = rf"(?:{LABEL}\ *(?:on\b)?\ *[:–—-]?\ *)?(?:{TIME},?\ *)?{WEEKDAY}?(?P<date>{DATE}){CLOCK}?,?\ *{TIME}?"
_DATED = tuple(
    re.compile(pattern, re.VERBOSE | re.IGNORECASE)
    for pattern in (
        _DAY,
        rf"(?P<name>[^\n]+),?\ +(?:on\ +)?{_DAY}",
        rf"(?P<name>[^\n]+?),?\ +(?:on\ +)?{_DAY}",
        rf"{_DAY},?\ +(?P<name>[^\n]+)",
    )
)
_OUTLET = re.compile(
    r"(?P<label>source|outlet|publisher|publication|newspaper|paper|web ?site) *: *|(?:first )?published (?:in|by) ",
    re.IGNORECASE,
)
_HEADLINE = re.compile(r"(?:headline|title) *: *(?P<words>[^\n]+)", re.IGNORECASE)
_AUTHOR = re.compile(r"(?:author|authors|byline|by|writer|reporter) *: *[^\n]+", re.IGNORECASE)
_BYLINE = re.compile(
    r"(?i:by) (?P<names>[A-ZÀ-Þ][\w.'’-]*(?:(?:,| and| de| van| von)? [A-ZÀ-Þ][\w.'’-]*)*)"
    r"(?P<rest>(?:, | for | of | in )[^\n]+)?"
)
_OF_BYLINE = re.compile(r", | for | of | in ")
_DATELINE = re.compile(r"[A-Z][A-Z.'’ -]{2,30}(?:, [^—–\n]{2,40})?(?: \([^)\n]{2,40}\))? (?:--?|[–—]) ")


class Masthead(msgspec.Struct, frozen=True):
    """What the first lines of a text say of it; empty where they do not."""

    title: str = ""
    outlet: str = ""


class _Line(msgspec.Struct):
    """A line near the top, and what it holds."""

    words: str
    alone: bool
    """Whether a blank line follows, or the end."""
    outlet: str = ""
    title: str = ""
    credit: bool = False
    """Whether it says nothing of the story."""
    day: dt.date | None = None
    anchor: bool = False
    """Whether it holds a date, a label or a byline."""


def masthead(text: str, title: str = "") -> Masthead:
    """What stands over a text.

    Args:
        text: The text; its first lines are looked at.
        title: Its headline where that is known already; kept unless it is the outlet and another headline follows.
    """
    lines = list(_head(text))
    start = next((number for number, line in enumerate(lines) if line.anchor), None)
    if start is None:
        return Masthead(title or _over_dateline(text, lines))
    while start and lines[start - 1].credit:
        start -= 1
    stop = start
    while stop < len(lines) and lines[stop].credit:
        stop += 1
    if len(lines[:start]) > _LINES_OF_HEADLINE + 1:
        return Masthead(title)
    return _put_together(lines[:start], lines[start:stop], lines[stop : stop + 1], title)


def day_beside_an_outlet(text: str) -> tuple[dt.date, str] | None:
    """The day on a line over a text that holds an outlet too, *The Oslund Post | 12 March 2024*, and the line."""
    return next(((line.day, line.words) for line in _head(text) if line.credit and line.outlet and line.day), None)


def _put_together(above: list[_Line], block: list[_Line], below: list[_Line], title: str) -> Masthead:
    first, *headline = above or block
    of_it = [first, *block] if above and first.outlet else block
    names = {line.outlet for line in of_it if line.outlet}
    found = next((line.title for line in block if line.title), "")
    found = (
        found
        or _title_above(headline if above and first.outlet else above)
        or ("" if above else _title_below(block, below))
    )
    if found and (not title or any(title == line.words for line in of_it)):
        return Masthead(found, _only(names))
    if not above and first.outlet == first.words:
        names.discard(first.outlet)  # with no other headline over the story it may be that
    return Masthead(title, _only(names))


def _only(names: set[str]) -> str:
    return names.pop() if len(names) == 1 else ""


def _title_above(lines: list[_Line]) -> str:
    """The first of the lines above the block; where it goes on in small letters in the next, both."""
    if not lines or not _is_title(lines[0].words):
        return ""
    first, *rest = lines
    if rest and not first.alone and rest[0].words[0].islower():
        both = f"{first.words} {rest[0].words}"
        return both if _is_title(both) else ""
    return first.words


def _title_below(block: list[_Line], below: list[_Line]) -> str:
    """The line below these lines: at once, or after a blank line where they name the outlet too."""
    line = below[0] if below else None
    if not line or not line.alone or line.outlet or (block[-1].alone and not any(each.outlet for each in block)):
        return ""
    return line.words if _is_a_headline_below(line.words) else ""


def _over_dateline(text: str, lines: list[_Line]) -> str:
    """The first line where the next begins as agencies do, with a place and a dash."""
    rows = text.lstrip().split("\n", 2)
    over = len(rows) > 1 and bool(lines) and _DATELINE.match(rows[1].strip()) and not _DATELINE.match(lines[0].words)
    return lines[0].words if over and _is_title(lines[0].words) else ""


def _is_title(words: str) -> bool:
    begins = words[0].isalnum() or words[0] in _BEGINNINGS
    return begins and len(words) <= _LONGEST and not words.endswith(_END_MARKS) and not _DATELINE.match(words)


def _is_a_headline_below(words: str) -> bool:
    return _is_title(words) and _has_words(words) and not words.endswith(_MARKS_OF_WORDS_TOLD)


def _has_words(words: str) -> bool:
    return len(words.split()) >= _FEWEST_WORDS


def _head(text: str) -> Iterator[_Line]:
    """The first lines, up to one that tells the story."""
    rows = [row.strip() for row in text.split("\n", 4 * _MOST_LINES)[: 4 * _MOST_LINES]]
    found = 0
    for number, row in enumerate(rows):
        if not row:
            continue
        line = _read(row, alone=not "".join(rows[number + 1 : number + 2]))
        if found == _MOST_LINES or len(row) > _LONGEST or (row.endswith(".") and not line.credit):
            return
        found += 1
        yield line


def _read(row: str, *, alone: bool) -> _Line:
    line = _Line(row, alone)
    row = " ".join(row.split())
    if heading := _HEADLINE.fullmatch(row):
        line.title, line.credit, line.anchor = heading["words"], True, True
        return line
    outlets, others = set[str](), list[str]()
    parts = [part.strip() for part in _BETWEEN.split(row) if part.strip() and not _PAGE.fullmatch(part.strip())]
    for part in parts:
        day, name = _dated(part)
        line.day = line.day or day
        label = _OUTLET.match(name)
        name = name[label.end() :].strip() if label else name
        if label and is_name(name) and (is_outlet(name) or label["label"]):
            outlets.add(name)
            line.anchor = True
        elif named := _of_byline(name):
            outlets |= named - {""}
            line.anchor = True
        elif name and is_outlet(name):
            outlets.add(name)
        elif name and not (day and is_credit(part)):
            others.append(name)
    line.outlet = outlets.pop() if len(outlets) == 1 and len(others) <= 1 else ""
    line.anchor = line.anchor or line.day is not None
    line.credit = not others or (line.day is not None and bool(line.outlet) and alone)
    if others and not line.credit:
        line.outlet, line.anchor = "", False
    elif others and len(parts) > 2 and _is_title(others[0]) and _has_words(others[0]):
        line.title = others[0]
    return line


def _dated(part: str) -> tuple[dt.date | None, str]:
    """The day that a part of a line states, and what else it holds."""
    for pattern in _DATED:
        match = pattern.fullmatch(part)
        day = date_of(match) if match else None
        name = (match.groupdict().get("name") or "").strip(" ,").removesuffix(" on") if match else ""
        label = _OUTLET.match(name)
        if day and (not name or is_outlet(name) or label or _BYLINE.fullmatch(name)):
            return day, name
    return (None, part)


def _of_byline(part: str) -> set[str]:
    """The outlet that a byline names, or nothing by name; no member where the part is no byline."""
    if _AUTHOR.fullmatch(part):
        return {""}
    byline = _BYLINE.fullmatch(part)
    if not byline:
        return set()
    return {next((name for name in _OF_BYLINE.split(part[3:]) if is_outlet(name)), "")}
