"""Dates as people type them: `26 jan 2019`, `21..27 jan 2019`, `~1943`, `before may 2018`, `mid-2018`, `sat`, `+1w`.

Nothing is filled in silently. A date without a year, and one that counts from another (`sat`, `3 weeks ago`), is read
against the anchor that the caller names, never against today, and the derivation says so; `03/04/2019` could be two
dates and is refused.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable

from timeline.dates.calendar_words import SlowToReadError, TypedDate, read_point
from timeline.dates.counted_words import read_counted
from timeline.dates.edtf import describe_edtf, members, normal, parse
from timeline.dates.periods import containing
from timeline.dates.resolving.narrowing import part_of
from timeline.dates.resolving.options import Option
from timeline.meanings.units import Edge, Unit
from timeline.when import Candidate, Precision, Step, When

__all__ = ["SlowToReadError", "read_day", "read_typed_date"]

LONGEST = 100
"""Characters; no date is longer, and each character is read into one more nested date at most."""

_Read = Callable[[str], TypedDate]
"""Reads a part of what was typed."""

_EDTF = re.compile(r"[\dXWTZ:+./~?%\[\], -]*\d[\dXWTZ:+./~?%\[\], -]*")
_ABOUT = re.compile(r"(?:~ ?|(?:about|around|circa|ca|c) )(?P<date>.+)")
_BOUND = re.compile(r"(?P<word>since|from|after|before|until|till|up to|by) (?P<date>.+)")
_RANGE = re.compile(
    r"(?:(?:from )?(?P<start>.*?)(?: ?\.\.\.? ?| ?[–—] ?| - | to )(?P<end>.*))"
    r"|between (?P<low>.+) and (?P<high>.+)"
)
_HYPHEN = re.compile(
    r"^((?:from )?(?:[a-z]+ )?[0-9]{1,2})-(?=[0-9]{1,2}\b(?![-/.]))"  # jan 21-27 2019
    r"|^((?:from )?[0-9]{4})[-–—](?=[0-9]{4}$)"  # 1914-1918
    r"|^((?:from )?[a-z]{3,9}(?: [0-9]{4})?)-(?=[a-z]{3,9}(?: [0-9]{4})?$)"  # jan-mar 2019
)
_SHORT_YEARS = re.compile(r"([0-9]{2})([0-9]{2})[-–—](1[3-9]|[2-9][0-9])")
"""`1943-45`: no month."""
_PART = re.compile(
    r"(?:the )?(?:(?P<part>early|mid|late)[ -]|(?P<edge>start|beginning|middle|end) of )(?:the )?(?P<date>.+)"
)
_EDGES = {
    **dict.fromkeys(("early", "start", "beginning"), Edge.START),
    **dict.fromkeys(("mid", "middle"), Edge.MID),
    **dict.fromkeys(("late", "end"), Edge.END),
}
_WEEK_OF = re.compile(r"(?:the )?week of (?:the )?(?P<date>.+)")


def read_typed_date(text: str, *, anchor: dt.date | None, quick: bool = False) -> When:
    """The time that a person typed, as precise as it was typed.

    Args:
        text: An EDTF string or one of the forms above in English; full dates in other languages too.
        anchor: The day that relative forms count from, such as an article's publication date; None if there is none.
        quick: Whether to answer at once, or not at all.

    Raises:
        SlowToReadError: `quick` is set, and only dateparser can tell.
        ValueError: It cannot be read, could be two dates, or needs an anchor and has none; the message says which, for
            the person who typed it.
    """
    typed = _clean(text)
    if len(typed) > LONGEST:
        raise ValueError(f"“{typed[:20]}…” is too long for a date: {len(typed)} characters, {LONGEST} are read")
    reading = _read(typed, anchor, quick)
    span = parse(reading.edtf)
    said = [f"you typed “{typed}”", reading.because, f"read as {describe_edtf(reading.edtf)}"]
    rules = ["typed", reading.rule, reading.rule]
    return When(
        edtf=reading.edtf,
        earliest=span.earliest,
        latest=span.latest,
        precision=span.precision,
        derivation=tuple(Step(rule, words) for rule, words in zip(rules, said, strict=True) if words),
        candidates=_candidates(reading.edtf),
    )


def read_in_haste(text: str, anchor: dt.date | None) -> str:
    """The EDTF of a typed date where nobody can wait, as at each key of a filter.

    Raises:
        ValueError: as `read_typed_date`, or only dateparser can tell.
    """
    try:
        return read_typed_date(text, anchor=anchor, quick=True).edtf
    except SlowToReadError:
        raise ValueError(
            f"“{text.strip()}” is no date that is read here; write it as 26 jan 2019 or 2019-01-26"
        ) from None


def read_day(text: str, *, quick: bool = False) -> dt.date:
    """A full date that a person or a machine wrote: `--date`, an article's publication date.

    Raises:
        SlowToReadError: `quick` is set, and only dateparser can tell.
        ValueError: It is no full date; the message says what is missing.
    """
    when = read_typed_date(text, anchor=None, quick=quick)
    words = describe_edtf(when.edtf)
    if when.is_uncertain or "/" in when.edtf or when.earliest is None:
        raise ValueError(f"“{text.strip()}” is {words}, not one certain day")
    if when.precision not in (Precision.DAY, Precision.TIME):
        missing = "day is" if when.precision == Precision.MONTH else "month and the day are"
        raise ValueError(f"“{text.strip()}” is {words}: the {missing} missing")
    return when.earliest


def _read(typed: str, anchor: dt.date | None, quick: bool) -> TypedDate:
    def read(part: str) -> TypedDate:
        return _read(part, anchor, quick)

    words = " ".join(re.sub(r",|(?<=[a-z])\.(?!\.)", " ", typed.casefold()).split())
    if (years := _SHORT_YEARS.fullmatch(words)) and years[3] > years[2]:
        words = f"{years[1]}{years[2]}..{years[1]}{years[3]}"
    try:
        return TypedDate(normal(typed), "edtf")
    except ValueError as error:
        refused = error
    found = read_counted(words, anchor) or _read_bound(words, read) or _read_about(words, read)
    found = found or _read_part(words, read) or _read_range(words, read) or _read_week_of(words, read)
    if found := found or read_point(words, anchor):
        parse(found.edtf)
        return found
    if not typed or (_EDTF.fullmatch(typed.upper()) and ":" not in typed):
        raise refused
    if not re.search(r"\d{4}", typed):  # asked for before dateparser is, which takes a second to look at all languages
        raise ValueError(f"“{typed}” is no date that we can read; give its year in four figures, as in 26 jan 2019")
    if quick:
        raise SlowToReadError(typed)
    from timeline.dates.other_dates import read_full_date  # noqa: PLC0415 (dateparser takes 0.1 s to import)

    return TypedDate(read_full_date(typed), "dateparser")


def _clean(text: str) -> str:
    """On one line, without control characters, in the figures of ASCII."""
    plain = unicodedata.normalize("NFKC", "".join(" " if unicodedata.category(c) == "Cc" else c for c in text))
    return " ".join("".join(str(unicodedata.decimal(c, c)) for c in plain).split())


def _candidates(edtf: str) -> tuple[Candidate, ...]:
    options = [(option, parse(option)) for option in members(edtf)]
    if len(options) == 1:
        return ()
    return tuple(
        Candidate(edtf=option, earliest=span.earliest, latest=span.latest, because="you typed it")
        for option, span in options
    )


def _read_about(words: str, read: _Read) -> TypedDate | None:
    """`~1943`, `about may 2018`, `26 jan 2019?`."""
    match = _ABOUT.fullmatch(words)
    if not match and not words.endswith("?"):
        return None
    inner = read(match["date"] if match else words[:-1].strip())
    mark = "~" if match else "?"
    if any(sign in inner.edtf for sign in "/[?~%T"):
        raise ValueError(f"“{words}”: only a single day, month or year can be marked “{mark}”")
    return TypedDate(inner.edtf + mark, "about" if match else "uncertain", inner.because)


def _read_part(words: str, read: _Read) -> TypedDate | None:
    """`early march 2019`, `the end of 2018`: about a third of it, never its first or last day."""
    match = _PART.fullmatch(words)
    if not match:
        return None
    whole = read(match["date"])
    part = part_of(Option(whole.edtf, ""), _EDGES[match["part"] or match["edge"]], None).edtf
    if part == whole.edtf or "[" in part:
        raise ValueError(f"“{words}” is no part of a month, a year or a longer time")
    return TypedDate(part, "part", whole.because)


def _read_week_of(words: str, read: _Read) -> TypedDate | None:
    """`week of 21 jan 2019`: from its Monday to its Sunday."""
    match = _WEEK_OF.fullmatch(words)
    if not match:
        return None
    inner = read(match["date"])
    span = parse(inner.edtf)
    if span.earliest is None or span.earliest != span.latest:
        raise ValueError(f"“{words}”: the week of one certain day can be read")
    first, last = containing(span.earliest, Unit.WEEK)
    return TypedDate(f"{first}/{last}", "week", inner.because)


def _read_bound(words: str, read: _Read) -> TypedDate | None:
    """`since 2018`, `before may 2019`: the day, month or year named is left out by `before` and `after`."""
    match = _BOUND.fullmatch(words)
    if not match or _RANGE.fullmatch(words):
        return None
    inner = read(match["date"])
    span = parse(inner.edtf)
    if span.earliest is None or span.latest is None or "[" in inner.edtf:
        raise ValueError(f"“{words}” has no single date to start or end at")
    edtf = {
        "since": f"{_edge(inner.edtf, last=False)}/..",
        "from": f"{_edge(inner.edtf, last=False)}/..",
        "after": f"{_beside(words, inner.edtf, span.latest, 1)}/..",
        "before": f"../{_beside(words, inner.edtf, span.earliest, -1)}",
    }.get(match["word"], f"../{_edge(inner.edtf, last=True)}")
    return TypedDate(edtf, match["word"].replace(" ", "-"), inner.because)


def _edge(edtf: str, *, last: bool) -> str:
    """What an interval can start or end at: the date itself, or the first or last date of an interval."""
    return edtf.split("/")[-1 if last else 0]


def _beside(words: str, edtf: str, day: dt.date, step: int) -> str:
    """The day, month or year next to the one whose last (`step` 1) or first (-1) day is `day`."""
    try:
        beside = (day + dt.timedelta(days=step)).isoformat()
    except OverflowError:
        raise ValueError(f"“{words}” lies outside the calendar") from None
    mark = edtf[-1] if edtf[-1] in "?~%" else ""
    length = {Precision.YEAR: 4, Precision.MONTH: 7}.get(parse(edtf).precision, 10)
    return (beside[:length] if "/" not in edtf else beside) + mark


def _read_range(words: str, read: _Read) -> TypedDate | None:
    """`21..27 jan 2019`, `from may to june 2018`, `jan 21-27 2019`, `2019-01-21..`."""
    match = _RANGE.fullmatch(_HYPHEN.sub(_dotted, words))
    if not match:
        return None
    start, end = _share(match["start"] or match["low"] or "", match["end"] or match["high"] or "")
    if not start and not end:
        raise ValueError(f"“{words}” has neither a start nor an end")
    first = read(start) if start else None
    last = read(end) if end else None
    edges = []
    for side, reading in enumerate((first, last)):
        span = parse(reading.edtf) if reading else None
        day = span and (span.latest if side else span.earliest)
        if reading and (day is None or "[" in reading.edtf):
            raise ValueError(f"“{words}” has no single date to start or end at")
        edges.append(_edge(reading.edtf, last=bool(side)) if reading else "..")
    because = next((side.because for side in (last, first) if side and side.because), "")
    return TypedDate("/".join(edges), "range", because)


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
    if not re.search(r"\d{4}", start) and re.search("[a-z]", start) and (year := re.search(r" \d{4}$", end)):
        start += year[0]
    return start, end
