"""Typed dates in words, read by the grammar that reads articles: `26 jan 2019`, `first monday of may 2019`, `q3`.

What a person types is all date, so that the grammar has to take all of it; lower case will do, and a word that leads to
a date in a sentence is put before it where it takes one, as in *(in) spring*. A date that has no year is the nearest,
and a weekday the last one; both say so.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

import msgspec

from extractors.time_expressions.grammar.english import find_times
from extractors.time_expressions.grammar.pieces import Piece, Time
from extractors.time_expressions.grammar.wording import Wording, wording
from extractors.typed_dates.figures import full_year
from extractors.typed_dates.typed import TypedDate
from timeline.dates.calendar_names import MONTH_NAMES, MONTHS, WEEKDAY_NAMES, WEEKDAYS
from timeline.dates.edtf import describe_edtf, parse
from timeline.dates.resolve import resolve
from timeline.dates.resolving.context import Context
from timeline.meanings import Meaning
from timeline.meanings.composed import OneOf, PartOfPeriod, UnitOf
from timeline.meanings.counted import Weekday
from timeline.meanings.named import CalendarDate
from timeline.meanings.units import Edge
from timeline.model import Basis, Direction, Published, Sense
from timeline.when import When

_OR = " or "
_TOKEN = re.compile(r"\d{1,3}(?:,\d{3})+|['’]s\b|['’]?[^\s,()'’]+|[,()'’]")
_ERA = re.compile(r"(?<=\d)(?=(?:bce?|ad|ce)\b)|(?<=\bad)(?=\d)")
_ERAS = frozenset("bc b.c b.c. bce b.c.e b.c.e. ad a.d a.d. ce c.e c.e.".split())
_LEADS = frozenset("on in at during dated".split())
"""Words that lead to a date and change nothing in it."""
_CARRIERS = ("the", "in", "on")
"""Words that the grammar wants before some dates."""
_LED = {"from": "from-to", "between": "between"}
"""Words that are part of a rule though not of its expression, and the rule."""
_SHORT_YEAR = re.compile(r"(?:['’]|(?<=[a-z]-))(\d\d)\b(?!s)")


def read_words(typed: str, anchor: dt.date | None) -> TypedDate | None:
    """A date in words; None when `typed`, in lower case and with single spaces, is none.

    Raises:
        ValueError: it is not in the calendar, contradicts itself, could be two dates, or needs a day to count from.
    """
    words = _TOKEN.findall(_ERA.sub(" ", typed))
    plain = words[1:] if words[:1] and words[0] in _LEADS else words
    for tried in (words, plain, *([carrier, *plain] for carrier in _CARRIERS)):
        piece = _whole(tried)
        if piece is not None:
            for short in _SHORT_YEAR.findall(typed):
                full_year(short)
            assert isinstance(piece.value, Time)
            return _dated(typed, piece.value.meaning, piece.rules[-1], anchor)
    return None


def _whole(words: Sequence[str]) -> Piece | None:
    """What the grammar makes of all words but one that leads to them; None where it leaves another out."""
    written = [one for at, word in enumerate(words) for one in _written(word, first=not at).words]
    found = find_times([Wording((one,), tells_time=True) for one in written])
    if len(found) != 1 or found[0].end != len(written):
        return None
    left = [one.lower for one in written[: found[0].start]]
    if not left or (len(left) == 1 and left[0] in (*_LEADS, "the")):
        return found[0]
    return found[0] if len(left) == 1 and _LED.get(left[0]) in found[0].rules[-1:] else None


def _written(word: str, *, first: bool) -> Wording:
    """A word as an article writes it: names in full and with a capital, as what comes first; eras in capitals."""
    plain = word.rstrip(".")
    if plain in WEEKDAYS:
        return wording(WEEKDAY_NAMES[WEEKDAYS[plain]].title())
    if plain in MONTHS:
        return wording(MONTH_NAMES[MONTHS[plain] - 1].title())
    if word in _ERAS or re.fullmatch(r"h[12]|[12]h|fy\d+", word):
        return wording(word.upper())
    if re.fullmatch(r"[a-z0-9]+(?:[-–—/][a-z0-9]+)+", word):
        return wording("".join(_capital(part) for part in re.split(r"([-–—/])", word)))
    return wording(word.capitalize() if first and word != "the" else _capital(word))


def _capital(word: str) -> str:
    """With a capital, if it is nothing without."""
    named = MONTHS.get(word)
    if named is not None:
        return MONTH_NAMES[named - 1].title()
    if word in WEEKDAYS:
        return WEEKDAY_NAMES[WEEKDAYS[word]].title()
    plain = wording(word).words
    return word.capitalize() if len(plain) == 1 and plain[0].is_of("word") else word


def _dated(typed: str, meaning: Meaning, rule: str, anchor: dt.date | None) -> TypedDate:
    _refuse(typed, meaning, anchor)
    if isinstance(meaning, CalendarDate) and meaning.month is not None:
        meaning = msgspec.structs.replace(meaning, weekday=None)  # checked, and not what the year is looked for by
    absolute = resolve(meaning, Context())
    if not absolute.is_open:
        return TypedDate(_certain(typed, absolute), rule)
    if anchor is None:
        no_year = meaning.is_bare() and not _is_last(meaning)
        raise ValueError(_why_open(typed, absolute, None, "has no year, and" if no_year else "needs"))
    bare = meaning.is_bare()
    direction = Direction(Sense.PAST if _is_last(meaning) else Sense.EITHER)
    when = resolve(meaning, Context(Published(anchor, Basis.PERSON), direction))
    if when.is_open:
        raise ValueError(_why_open(typed, when, anchor))
    said = describe_edtf(anchor.isoformat())
    if _OR in typed.lower():
        return TypedDate(when.edtf, rule, f"counted from {said}")
    nearest = bare and direction.sense is Sense.EITHER
    return TypedDate(
        _nearest(when, anchor), rule, f"it has no year: the nearest to {said}" if nearest else f"counted from {said}"
    )


def _parts(meaning: Meaning) -> Iterator[Meaning]:
    yield meaning
    for part in meaning.parts():
        yield from _parts(part)


def _is_last(meaning: Meaning) -> bool:
    """Whether it has a bare weekday, which is the last one: *this friday* is that of the week."""
    return any(isinstance(part, Weekday) and part.offset is None for part in _parts(meaning))


def _certain(typed: str, when: When) -> str:
    if when.candidates and _OR not in typed.lower():  # *2019 or 2020* is meant to be two
        both = " or ".join(describe_edtf(candidate.edtf) for candidate in when.candidates)
        raise ValueError(f"“{typed}” could be {both}: write it in full")
    return when.edtf


def _nearest(when: When, anchor: dt.date) -> str:
    """The nearest to `anchor` of the dates that are possible; the earlier of two."""

    def away(edtf: str) -> int:
        span = parse(edtf)
        first, last, day = span.first, span.last, anchor.toordinal()
        return max(first - day if first is not None else 0, day - last if last is not None else 0, 0)

    dates = [candidate.edtf for candidate in when.candidates] or [when.edtf]
    return min(sorted(dates), key=away)


def _refuse(typed: str, meaning: Meaning, anchor: dt.date | None) -> None:
    """Refuse what the grammar reads in an article though its words don't hold together, and what could be two dates."""
    context = Context(Published(anchor, Basis.PERSON) if anchor else None)
    for part in _parts(meaning):
        match part:
            case OneOf(options) if _OR not in typed.lower():
                days = dict.fromkeys(describe_edtf(found) for one in options if (found := resolve(one, context).edtf))
                if len(days) > 1:
                    raise ValueError(f"“{typed}” could be {' or '.join(days)}: write it in full")
            case CalendarDate(month=int(), day=int(), weekday=int() as weekday):
                _check_weekday(typed, part, weekday, context)
            case PartOfPeriod(Edge.START | Edge.MID | Edge.END, base):
                whole = resolve(base, context)
                if not whole.is_open and resolve(part, context).edtf == whole.edtf:
                    raise ValueError(f"“{typed}” is no part of a month, a year or a longer time")
            case UnitOf(_, base):
                whole = resolve(base, context)
                if not whole.is_open and (whole.earliest is None or whole.earliest != whole.latest):
                    raise ValueError(f"“{typed}”: the week of one certain day can be read")


def _check_weekday(typed: str, date: CalendarDate, weekday: int, context: Context) -> None:
    when = resolve(msgspec.structs.replace(date, weekday=None), context)
    if when.is_open:
        return
    assert context.published is not None or date.year is not None
    edtf = when.edtf if date.year is not None or context.published is None else _nearest(when, context.published.date)
    day = parse(edtf).earliest
    if day is not None and day.weekday() != weekday:
        named = WEEKDAY_NAMES[day.weekday()].title()
        raise ValueError(f"“{typed}” contradicts itself: {edtf} is a {named}")


def _why_open(typed: str, when: When, anchor: dt.date | None, lacks: str = "") -> str:
    rules = {step.rule: step.says for step in when.derivation}
    if "no-such-day" in rules:
        return f"“{typed}” is not in the calendar: that month has no such day"
    if "outside-calendar" in rules:
        return f"“{typed}” lies outside the calendar" + (f", counted from {anchor.isoformat()}" if anchor else "")
    if "holiday" in rules:
        return f"“{typed}”: the day of that name in that year is not known"
    if said := rules.get("duration") or rules.get("recurring") or rules.get("vague"):
        return f"“{typed}” is no date that we can read, but {said}: type a day, a month or a year"
    if anchor is None:
        return f"“{typed}” {lacks} {'there is no' if lacks.endswith('and') else 'a'} date to count from"
    return f"“{typed}” {when.derivation[-1].says if when.derivation else 'is no date that we can read'}"
