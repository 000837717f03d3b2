"""Rules for parts of days that no day stands before: `at dawn`, `by evening`, `the small hours`, `every morning`."""

import msgspec

from extractors.time_expressions.grammar.building import before, made, meaning, number, of_day, piece, said, unit
from extractors.time_expressions.grammar.composition import Built, Run, Words, layer, rule
from extractors.time_expressions.grammar.pieces import Piece
from extractors.time_expressions.grammar.wording import listed
from timeline.meanings import Meaning
from timeline.meanings.composed import PartOfDay, Range
from timeline.meanings.counted import Period, Shift, Weekday
from timeline.meanings.named import CalendarDate
from timeline.meanings.placeless import Recurring
from timeline.meanings.units import Anchor, DayPart, Unit
from timeline.model import TimexType

_TOLD_DAY = Shift(0, Unit.DAY, Anchor.NARRATIVE)
_TIED_LOOSELY = frozenset("by until till".split())
_FROM_THE_STORY = frozenset("next following previous preceding".split())


def _part(one: Piece | None) -> DayPart:
    assert one is not None
    assert isinstance(one.value, DayPart)
    return one.value


def day_of(base: Meaning) -> Meaning | None:
    """The single day that a meaning is; of several days the first."""
    match base:
        case Weekday() | CalendarDate(day=int()) | Period(Unit.DAY) | Shift(unit=Unit.DAY):
            return base
        case Range(CalendarDate(day=int()) as first, CalendarDate(day=int())):
            return first
        case _:
            return None


def _on_day(run: Run, words: Words) -> Built:
    """`dawn on Thursday`, `mid-morning Tuesday`, `the night of 9-10 November`."""
    day = day_of(meaning(run[-1]))
    return of_day(PartOfDay(_part(piece(run, "daypart")), day)) if day is not None else None


def _overnight(run: Run, words: Words) -> Built:
    """`overnight Sunday`."""
    day = day_of(meaning(run[-1]))
    overnight = said(run[0], words) == "overnight"
    return of_day(PartOfDay(DayPart.NIGHT, day)) if overnight and day is not None else None


def _moment_on_day(run: Run, words: Words) -> Built:
    return _on_day(run, words) if said(run[0], words) in listed("day_moment") else None


def _hours_of(run: Run, words: Words) -> Built:
    """`the early hours of Saturday`, `in the small hours`: before it is morning."""
    hours = piece(run, "units")
    if unit(hours) is not Unit.HOUR:
        return None
    time = piece(run, "time")
    base = meaning(time) if time else _TOLD_DAY
    if isinstance(base, PartOfDay):
        return "time", run[-1].value
    day = day_of(base)
    return of_day(PartOfDay(DayPart.MORNING, day)) if day is not None else None


def _second(run: Run, words: Words) -> Built:
    """`Wednesday morning and evening`."""
    base = meaning(run[0])
    return of_day(PartOfDay(_part(run[-1]), base.base)) if isinstance(base, PartOfDay) else None


def _before_last(run: Run, words: Words) -> Built:
    """`the night before last`."""
    return of_day(PartOfDay(_part(run[1]), Period(Unit.DAY, -2))) if said(run[-1], words) == "last" else None


def _told_next(run: Run, words: Words) -> Built:
    """`the next morning`, `the previous evening`: they count from what was told."""
    if said(run[-2], words) not in _FROM_THE_STORY:
        return None
    return of_day(PartOfDay(_part(run[-1]), Shift(number(run[-2]), Unit.DAY, Anchor.NARRATIVE)))


def _all(run: Run, words: Words) -> Built:
    """`all night`."""
    return of_day(PartOfDay(_part(piece(run, "daypart")), _TOLD_DAY))


def _alone(run: Run, words: Words) -> Built:
    """`at dawn`, `by evening`, `around dawn`; no day is named, and `at night` is any."""
    word = said(run[-1], words)
    if run[0].kind == "hedge" and said(run[0], words) != "around":
        return None
    led = word in listed("day_moment") or said(run[0], words) in _TIED_LOOSELY
    return of_day(PartOfDay(_part(run[-1]), _TOLD_DAY)) if led and word != "night" else None


def _mid(run: Run, words: Words) -> Built:
    """`by mid-morning`."""
    led = before(run, words) in ("by", "until", "in", "at", "since", "from", "around")
    return of_day(PartOfDay(_part(run[-1]), _TOLD_DAY)) if said(run[0], words) == "mid" and led else None


def _every(run: Run, words: Words) -> Built:
    """`every morning`, `Sunday mornings`."""
    weekday = piece(run, "weekday")
    part = _part(piece(run, "daypart", "dayparts"))
    recurring = Recurring(Unit.DAY) if weekday is None else Recurring(Unit.WEEK, number(weekday))
    return made(msgspec.structs.replace(recurring, part=part), TimexType.SET)


DAY_PART_SETS = layer(
    "repeated parts of days",
    rule("every", "every|each weekday? daypart", _every, "every Monday morning"),
    rule("every", "weekday dayparts", _every, "Sunday mornings"),
)
DAY_PARTS = layer(
    "parts of named days",
    rule("day-part", "daypart on time", _moment_on_day, "dawn on Thursday"),
    rule("day-part", "daypart time", _moment_on_day, "sunrise Tuesday"),
    rule("day-part", "edge -? daypart on? time", _on_day, "mid-morning on Tuesday"),
    rule("day-part", "the? daypart of time", _on_day, "the night of May 3"),
    rule("day-part", "time on? time", _overnight, "overnight Sunday"),
    rule("day-part-before-last", "the daypart before relative", _before_last, "the night before last"),
    rule("hours-of-day", "the edge|small|wee units of time", _hours_of, "the early hours of Saturday"),
    rule("told-next-part", "the relative daypart", _told_next, "the next morning"),
)
LONE_PARTS = layer(
    "parts of days alone",
    rule("day-part", "time and|or [ daypart ]", _second, "Wednesday morning and evening"),
    rule("hours-of-day", "in|during [ the edge|small|wee units ]", _hours_of, "during the early hours"),
    rule("part-alone", "at|before|by|until|till|since|hedge [ daypart ]", _alone, "around dawn"),
    rule("part-alone", "edge -? daypart", _mid, "by mid-morning"),
    rule("part-alone", "all daypart long?", _all, "all night"),
)
