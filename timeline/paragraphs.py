"""Where the paragraphs of a text are: a blank line parts them; line ends do where the text has no blank line.

Near the top and the bottom a line that says who wrote the text, or when it was published, is a paragraph of its own.
"""

import re
from collections.abc import Iterator

from timeline.model import Span

_BLANK_LINES = re.compile(r"\n\s*\n")
_LINE_END = re.compile("\n")
_EDGE = 3
"""Paragraphs from the top and from the bottom among which such lines are looked for."""
_LONGEST = 90
"""Characters of such a line."""

_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DAY = rf"""
    (?: \d\d?(?:st|nd|rd|th)?\ +(?:{_MONTHS})[a-z]*\.?,?\ +\d{{4}}
      | (?:{_MONTHS})[a-z]*\.?\ +\d\d?,\ +\d{{4}} | \d{{4}}-\d\d-\d\d
      | \d\d?(?:/\d\d?/|\.\d\d?\.)\d{{4}} )
"""
_PARTED = r"(?: \ *[|·•–—]\ * | \ +--?\ + )"
_PAGE = r"(?: (?:page|pages|p\.|pp\.)\ ?[A-Z]?\d{1,3}(?:[-–]\d{1,3})? )"
_NAME = r"(?: (?-i:[A-Z])[\w.'’&-]* (?:\ (?:of|the|and|(?-i:[A-Z])[\w.'’&-]*)){0,5} )"
_CREDIT = re.compile(
    rf"""
    (?: (?:first|last|originally)\ +)? (?:published|updated|posted|modified)\b [^\n]{{0,30}}? {_DAY} [^\n.]{{0,30}}
    | by \ +(?-i:[A-Z])[\w.'’-]+ (?:(?:,|\ and|\ de|\ van|\ von)?\ +(?-i:[A-Z])[\w.'’-]*){{1,5}}   # By Rosa Lind
    | (?: {_NAME} (?:,?\ + | {_PARTED}) )?   # Oslund Post,
      (?: {_PAGE} (?:,?\ + | {_PARTED}) )?
      (?: (?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\.?,?\ + )?
      {_DAY}
      (?: ,?\ +(?:at\ +)?\d\d?[:.]\d\d [^\n]{{0,12}} )?
      (?: (?:,\ + | {_PARTED}) {_NAME} )?  # | Oslund Post
      (?: (?:,?\ + | {_PARTED}) {_PAGE} )?  # - page 3
    | (?:source|outlet|publisher|publication|newspaper) \ *:\ * {_NAME}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NAME_ALONE = re.compile(_NAME, re.VERBOSE)
_NARROWEST = 60
"""Characters of a column: a line that its next line's first word would have brought there may go on in it."""


def is_credit(line: str) -> bool:
    """Whether a line says nothing but who wrote a text, or where and when it was published."""
    return len(line) <= _LONGEST and _CREDIT.fullmatch(line.strip()) is not None


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of a text, without the blank lines between them."""
    separator = _BLANK_LINES if _BLANK_LINES.search(text.strip()) else _LINE_END
    spans, start = [], 0
    for gap in separator.finditer(text):
        spans.append((start, gap.start()))
        start = gap.end()
    spans.append((start, len(text)))
    found = [(a, b) for a, b in spans if text[a:b].strip()]
    if separator is _LINE_END:
        return found
    inside = found[_EDGE:-_EDGE] if len(found) > 2 * _EDGE else []
    edges = [found[:_EDGE], found[-_EDGE:]] if inside else [found]
    first, *last = ([one for span in edge for one in _parted(text, span)] for edge in edges)
    return [*first, *inside, *(one for edge in last for one in edge)]


def _parted(text: str, span: Span) -> Iterator[Span]:
    """A paragraph without the lines that are none of its own, and these."""
    start, end = span
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        if stop - at <= _LONGEST and (is_credit(text[at:stop]) or _names_the_outlet(text, at, stop)):
            if text[start:at].strip():
                yield start, start + len(text[start:at].rstrip())
            yield at, stop
            start = min(stop + 1, end)
        at = stop + 1
    if text[start:end].strip():
        yield start, end


def _names_the_outlet(text: str, at: int, stop: int) -> bool:
    """Whether a line holds but a name, between a headline that does not go on in it and the line with the day."""
    line, above = text[at:stop].strip(), text[:at].rstrip("\n").rpartition("\n")[2]
    if not above.strip() or not _NAME_ALONE.fullmatch(line) or not is_credit(text[stop + 1 :].partition("\n")[0]):
        return False
    return line.startswith("The ") or len(above) + 1 + len(line.partition(" ")[0]) < _NARROWEST
