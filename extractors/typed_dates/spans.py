"""Bounds and spans of typed dates: `<06/15/1997`, `since 2018`, `21..27 jan 2019`, `2012 - now`, `between … and …`.

`before` and `after` leave out the day, month or year that is named: who types `after 2018` means 2019 and later. An
hour is an instant, up to which or from which on it is.
"""

import re
from collections.abc import Callable

from extractors.typed_dates.typed import TypedDate
from timeline.dates.edtf import beside, parse

Read = Callable[[str], TypedDate]
"""Reads a part of what was typed."""

_BEFORE, _AFTER, _BY, _FROM = "before", "after", "by", "from"
_WORDS = {
    _BEFORE: ("<", "before", "prior to", "earlier than", "pre", "pre-"),
    _AFTER: (">", "after", "later than", "post", "post-"),
    _BY: (
        *("<=", "=<", "≤", "by", "to", "until", "till", "up to", "through", "on or before", "not after"),
        *("no later than", "not later than"),
    ),
    _FROM: (
        *(">=", "=>", "≥", "from", "since", "as of", "starting", "on or after", "not before"),
        *("no earlier than", "not earlier than"),
    ),
}
_SIDES = {word: side for side, words in _WORDS.items() for word in words}
ENDS = (*_WORDS[_BEFORE], *_WORDS[_BY])
"""Words before the last of a time: *before*, *until*."""
STARTS = (*_WORDS[_AFTER], *_WORDS[_FROM])
"""Words before the first of it: *after*, *since*."""
_LEADS = "|".join(re.escape(word) for word in sorted(_SIDES, key=len, reverse=True))
_BOUND = re.compile(rf"(?P<word>{_LEADS})(?P<space> ?)(?P<date>.+)")
_FROM_ON = re.compile(r"(?:from )?(?P<date>.+?)(?: on| onwards?| and later| or later|\+)")
_OR_EARLIER = re.compile(r"(?P<date>.+?) (?:and|or) earlier")
_SPAN = re.compile(
    r"(?:from )?(?P<start>.*?)(?: ?\.\.\.? ?| ?[–—] ?| - | to | through | until )(?P<end>.*)"
    r"|between (?P<low>.+) and (?P<high>.+)"
    r"|(?P<first>[^/]*[a-z0-9]{3}[^/]*) ?/ ?(?P<last>[^/]*[a-z0-9]{3}[^/]*)"
)
_HYPHEN = re.compile(
    r"^((?:from )?(?:[a-z]+ )?[0-9]{1,2})-(?=[0-9]{1,2}\b(?![-/.]))"  # jan 21-27 2019
    r"|^((?:from )?[0-9]{4})[-–—](?=[0-9]{4}$|now$|present$|today$)"  # 1914-1918
    r"|^((?:from )?[a-z]{3,9}(?: [0-9]{4})?)-(?=[a-z]{3,9}(?: [0-9]{4})?$)"  # jan-mar 2019
)
_SHORT_YEARS = re.compile(r"([0-9]{2})([0-9]{2})[-–—/]([0-9]{2})")
"""`1943-45`, `2023/24`: a month would have been read as one."""


def has_sides(words: str) -> bool:
    """Whether words are a bound, a span or an alternative: an hour that stands in them is that of one side alone."""
    return " or " in words or any(form.fullmatch(words) for form in (_FROM_ON, _OR_EARLIER, _BOUND, _SPAN))


def read_bound(words: str, read: Read) -> TypedDate | None:
    """A bound on one side; None where the words have none, or have two."""
    if found := _FROM_ON.fullmatch(words):
        side, rule, inner = _FROM, "from-on", found["date"]
    elif found := _OR_EARLIER.fullmatch(words):
        side, rule, inner = _BY, "by", found["date"]
    elif (found := _BOUND.fullmatch(words)) and (found["space"] or not found["word"][-1].isalpha()):
        side, rule, inner = _SIDES[found["word"]], found["word"].replace(" ", "-"), found["date"]
        if _SPAN.fullmatch(words) and side not in (_BEFORE, _AFTER):
            return None
    else:
        return None
    named = read(inner)
    span = parse(named.edtf)
    if span.first is None or span.last is None or "[" in named.edtf:
        raise ValueError(f"“{words}” has no single date to start or end at")
    mark = named.edtf[-1] if named.edtf[-1] in "?~%" else ""
    plain = re.sub("[?~%]", "", named.edtf)
    before, after = (plain, plain) if "T" in plain else (beside(plain, -1), beside(plain, 1))
    edtf = {
        _BEFORE: f"../{before}{mark}",
        _AFTER: f"{after}{mark}/..",
        _BY: f"../{_edge(named.edtf, last=True)}",
        _FROM: f"{_edge(named.edtf, last=False)}/..",
    }[side]
    return TypedDate(edtf, rule if rule.replace("-", "").isalpha() else side, named.because)


def read_span(words: str, read: Read) -> TypedDate | None:
    """`21..27 jan 2019`, `from may to june 2018`, `jan 21-27 2019`, `2019-01-21..`, `2012/now`, `1943-45`."""
    if (years := _SHORT_YEARS.fullmatch(words)) and int(years[3]) > int(years[2]):
        words = f"{years[1]}{years[2]}..{years[1]}{years[3]}"
    match = _SPAN.fullmatch(_HYPHEN.sub(_dotted, re.sub(" to date$", " to now", words)))
    if not match:
        return None
    start, end = _share(
        match["start"] or match["low"] or match["first"] or "", match["end"] or match["high"] or match["last"] or ""
    )
    if not start and not end:
        raise ValueError(f"“{words}” has neither a start nor an end")
    first, last = (read(side.strip()) if side else None for side in (start, end))
    edges = []
    for side, reading in enumerate((first, last)):
        span = parse(reading.edtf) if reading else None
        day = span and (span.last if side else span.first)
        if reading and (day is None or "[" in reading.edtf):
            raise ValueError(f"“{words}” has no single date to start or end at")
        edges.append(_edge(reading.edtf, last=bool(side)) if reading else "..")
    because = next((side.because for side in (last, first) if side and side.because), "")
    return TypedDate("/".join(edges), "range", because)


def read_either(words: str, read: Read) -> TypedDate | None:
    """`2019 or 2020`, `may or june 2019`: one of the two, the first the likelier."""
    start, either, end = words.partition(" or ")
    if not either:
        return None
    first, last = (read(side) for side in _share(start, end))
    if "[" in first.edtf + last.edtf:
        raise ValueError(f"“{words}”: write more than two dates as a set, [2019,2020,2021]")
    return TypedDate(f"[{first.edtf},{last.edtf}]", "either", first.because or last.because)


def _edge(edtf: str, *, last: bool) -> str:
    """What an interval can start or end at: the date itself, or the first or last date of an interval."""
    return edtf.split("/")[-1 if last else 0]


def _dotted(hyphen: re.Match[str]) -> str:
    return f"{hyphen[1] or hyphen[2] or hyphen[3]}.."


def _share(start: str, end: str) -> tuple[str, str]:
    """Both ends written out: `21..27 jan 2019` and `jan 21..27 2019` name the month and the year once."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", start) and re.fullmatch(r"\d\d", end):
        return start, start[:8] + end
    if re.fullmatch(r"\d{4}-\d\d", start) and re.fullmatch(r"\d\d", end):
        return start, start[:5] + end
    if re.fullmatch(r"\d{1,2}(?: \d{4})?", end) and (month := re.fullmatch(r"([a-z]+) \d{1,2}", start)):
        end = f"{month[1]} {end}"
    if re.fullmatch(r"\d{1,2}", start) and (rest := re.fullmatch(r"\d{1,2}( [a-z]+(?: \d{4})?)", end)):
        start += rest[1]
    if (era := re.search(r"\d( ?(?:bce?|b\.c\.?))$", end)) and re.fullmatch(r"[\d,]+", start):
        start += era[1]
    if not re.search(r"\d{4}", start) and re.search("[a-z]", start) and (year := re.search(r" \d{4}$", end)):
        start += year[0]
    return start, end
