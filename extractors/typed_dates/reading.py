"""Dates as people type them: `26 jan 2019`, `<06/15/1997`, `21..27 jan 2019`, `~1943`, `2012 - now`, `44 bc`, `+1w`.

A text is EDTF, or figures (`figures.py`), or words that the grammar of articles reads (`words.py`), or one of these
with a bound, a span (`spans.py`), a doubt or an hour around it. Nothing is filled in silently: what could be two dates
is refused, however it is wrapped; a date without a year, and one that counts from another, is read against the anchor
that the caller names, never against today, and the derivation says so.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable

from extractors.typed_dates.figures import read_figures, refuse_two_readings
from extractors.typed_dates.spans import has_sides, read_bound, read_either, read_span
from extractors.typed_dates.typed import SlowToReadError, TypedDate
from extractors.typed_dates.words import read_words
from timeline.dates.calendar_names import WEEKDAY_NAMES, WEEKDAYS
from timeline.dates.edtf import describe_edtf, members, normal, parse
from timeline.when import Candidate, Precision, Step, When

__all__ = ["LONGEST", "SlowToReadError", "read_day", "read_in_haste", "read_typed_date"]

LONGEST = 100
"""Characters; no date is longer, and each character is read into one more nested date at most."""

_EDTF = re.compile(r"[\dXWTZYSE:+./~?%\[\]{}, -]*\d[\dXWTZYSE:+./~?%\[\]{}, -]*")
_ABOUT = re.compile(
    r"(?:~ ?|c(?=[0-9])|(?:on or about|on or around|about|around|circa|approximately|approx|roughly|ca|c) )(?P<date>.+)"
)
_HOUR = re.compile(
    r"(?P<date>.+?)(?:,? (?:at )?|t)(?P<hour>[0-9]{1,2})"
    r"(?::(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\.[0-9]+)?)?)? ?(?P<half>[ap]\.?m)?\.?"
    r" ?(?P<zone>z|utc|gmt|[+-][0-9]{2}:?[0-9]{2})?"
)
_NO_DATES = frozenset("tbd tba tbc unknown undated n.d n.d. nd n/a na none ? ??".split())
_NAME = re.compile(r"[^\W\d_]{3}|[^\W\d_a-zA-Z]|\d:\d")
"""What dateparser is asked for: a word of some length (short ones are months in one language or another) or an hour."""
_IN_A_DAY = re.compile(r"#\s?[0-9]+$")


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

    >>> read_typed_date("since 26 jan 2019", anchor=None).edtf
    '2019-01-26/..'
    >>> read_typed_date("3 weeks ago", anchor=dt.date(2019, 1, 30)).edtf
    '2019-01-07/2019-01-13'
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


def _clean(text: str) -> str:
    """On one line, without control characters, in the figures of ASCII, and without what it is wrapped in."""
    plain = unicodedata.normalize("NFKC", "".join(" " if unicodedata.category(c) == "Cc" else c for c in text))
    line = " ".join("".join(str(unicodedata.decimal(c, c)) for c in plain).split())
    while len(line) > 1 and (line[0], line[-1]) in {("(", ")"), ('"', '"'), ("“", "”")}:
        line = line[1:-1].strip()
    return line


def _candidates(edtf: str) -> tuple[Candidate, ...]:
    options = [(option, parse(option)) for option in members(edtf)]
    if len(options) == 1:
        return ()
    return tuple(
        Candidate(edtf=option, earliest=span.earliest, latest=span.latest, because="you typed it")
        for option, span in options
    )


def _read(typed: str, anchor: dt.date | None, quick: bool) -> TypedDate:
    def read(part: str) -> TypedDate:
        return _read(part, anchor, quick)

    words = " ".join(re.sub(r",(?!\d{3}\b(?!,))|(?<=[a-z])\.(?!\.|[a-z])", " ", typed.casefold()).split())
    _refuse_by_name(typed, words)
    refuse_two_readings(typed)
    try:
        return TypedDate(normal(typed), "edtf")
    except ValueError as error:
        refused = error
    readers: tuple[Callable[[], TypedDate | None], ...] = (
        lambda: _read_now(words, anchor),
        lambda: read_figures(words, anchor),
        lambda: None if has_sides(words) else _read_hour(words, read),
        lambda: read_words(words, anchor),
        lambda: _read_about(words, read),
        lambda: read_bound(words, read),
        lambda: read_span(words, read),
        lambda: read_either(words, read),
    )
    if found := next((found for reader in readers if (found := reader())), None):
        parse(found.edtf)
        if "T" in found.edtf and _ABOUT.fullmatch(words):
            raise ValueError(_no_mark(words, "~"))
        return found
    if not typed or (_EDTF.fullmatch(typed.upper()) and ":" not in typed):
        raise refused
    if words.removeprefix("the ").startswith("week of "):
        raise ValueError(f"“{typed}”: the week of one certain day can be read, as in week of 26 jan 2019")
    # Asked for before dateparser is, which takes a second to look at all languages.
    if not re.search(r"\d{4}", typed) or not _NAME.search(typed):
        raise ValueError(f"“{typed}” is no date that we can read; give its year in four figures, as in 26 jan 2019")
    if quick:
        raise SlowToReadError(typed)
    from extractors.typed_dates.other_dates import read_full_date  # noqa: PLC0415 (dateparser takes 0.1 s to import)

    return TypedDate(_on_weekday(typed, words, read_full_date(typed)), "dateparser")


def _on_weekday(typed: str, words: str, edtf: str) -> str:
    """The date, if it is on the day of the week that stands in it; dateparser doesn't look."""
    day = parse(edtf).earliest
    said = {WEEKDAYS[word] for word in re.findall("[a-z]+", words) if word in WEEKDAYS}
    if said and day is not None and said != {day.weekday()}:
        named = WEEKDAY_NAMES[day.weekday()].title()
        raise ValueError(f"“{typed}” contradicts itself: {edtf} is a {named}")
    return edtf


def _refuse_by_name(typed: str, words: str) -> None:
    """Refuse what other programs take for a date, or beside one, and say what to do instead."""
    if words in _NO_DATES:
        raise ValueError(
            f"“{typed}” is no date that we can read: leave the event undated, or type what is known, as 2019"
        )
    if order := _IN_A_DAY.search(words):
        raise ValueError(
            f"“{order[0]}”, an order within a day, is not kept: type the date alone, or with its hour, 2019-01-26 14:00"
        )


def _read_now(words: str, anchor: dt.date | None) -> TypedDate | None:
    """`now`, where a span ends: the anchor, and never the clock."""
    if words not in ("now", "present", "the present", "today"):
        return None
    if anchor is None:
        raise ValueError(f"“{words}” needs a date to count from")
    return TypedDate(anchor.isoformat(), "now", f"“{words}” is {describe_edtf(anchor.isoformat())}")


def _read_about(words: str, read: Callable[[str], TypedDate]) -> TypedDate | None:
    """`~1943`, `about may 2018`, `26 jan 2019?`, `44 bc~`."""
    match = _ABOUT.fullmatch(words)
    if not match and not words.endswith(("?", "~")):
        return None
    inner = read(match["date"] if match else words[:-1].strip())
    mark = "~" if match else words[-1]
    if any(sign in inner.edtf for sign in "/[?~%T"):
        raise ValueError(_no_mark(words, mark))
    return TypedDate(inner.edtf + mark, "about" if mark == "~" else "uncertain", inner.because)


def _no_mark(words: str, mark: str) -> str:
    return f"“{words}”: only a single day, month or year can be marked “{mark}”"


def _read_hour(words: str, read: Callable[[str], TypedDate]) -> TypedDate | None:
    """`26 jan 2019 10:30`, `yesterday at 9 am`, `2019-01-26t10:00:00.000z`."""
    match = _HOUR.fullmatch(words)
    if match is None or not (match["minute"] or match["half"]):
        return None
    inner = read(match["date"])
    if parse(inner.edtf).precision is not Precision.DAY or not inner.edtf[-1].isdigit():
        raise ValueError(f"“{words}”: an hour can be told of one certain day alone")
    hour = int(match["hour"])
    if match["half"]:
        if not 1 <= hour <= 12:
            raise ValueError(f"“{words}” has no such hour")
        hour = hour % 12 + 12 * match["half"].startswith("p")
    zone = match["zone"] or ""
    if zone.isalpha():
        zone = "+00:00"
    elif zone and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    edtf = f"{inner.edtf}T{hour:02}:{match['minute'] or '00'}:{match['second'] or '00'}{zone}"
    return TypedDate(normal(edtf), "hour", inner.because)
