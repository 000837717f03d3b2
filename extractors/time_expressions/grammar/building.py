"""What the rules share to look at a run of pieces and to say what it means."""

from extractors.time_expressions.grammar.composition import Built, Run, Words
from extractors.time_expressions.grammar.pieces import WORD, Amount, Kind, Piece, Time, Value
from extractors.time_expressions.grammar.wording import Word
from timeline.dates.calendar_names import day_of
from timeline.meanings import Meaning
from timeline.meanings.composed import Bounded, FirstUnits, From, Nth, OneOf, Range, Reaching
from timeline.meanings.counted import Period, Shift, Trailing, Weekday
from timeline.meanings.named import CalendarDate, Happening, Holiday
from timeline.meanings.placeless import Placeless
from timeline.meanings.units import Anchor, Edge, Unit
from timeline.model import TimexType

INSTANTS = (Unit.SECOND, Unit.MINUTE)
"""Units that no date is counted in."""
MOST_WEEKS = 53
"""Weeks that a year can have (ISO 8601): nobody counts further in it."""
LONGEST_MONTH = 31
"""Days: nobody counts further in a month."""
_LEAP_YEAR = 2000
"""One that has every day which any year has."""
NO_NOUN = frozenset(
    "in on at to for of and or but with when where while as after before that which who by because if from through "
    "until is was are were has had will would – - — .".split()
)
"""Words that no noun begins with: before them a number or a day stands by itself."""


def piece(run: Run, *kinds: Kind) -> Piece | None:
    """The first piece of a run that is of one of these kinds."""
    return next((one for one in run if one.is_of(*kinds)), None)


def before(run: Run, words: Words, steps: int = 1) -> str:
    """The word so many steps before a run, in lower case; empty at the start."""
    at = run[0].start - steps
    return words[at].lower if at >= 0 else ""


def after(run: Run, words: Words, steps: int = 1) -> Word | None:
    """The word so many steps after a run."""
    at = run[-1].end + steps - 1
    return words[at] if at < len(words) else None


def follows(run: Run, words: Words) -> str:
    """The word after a run in lower case; empty at the end."""
    word = after(run, words)
    return word.lower if word is not None else ""


def said(one: Piece, words: Words) -> str:
    """The first word of a piece, in lower case."""
    return words[one.start].lower


def made(meaning: Meaning, type: TimexType = TimexType.DATE) -> Built:  # noqa: A002 - TIMEX3's own word
    """A finished time."""
    return "time", Time(meaning, type)


def lasting(meaning: Meaning) -> Built:
    """A finished duration."""
    return made(meaning, TimexType.DURATION)


def of_day(meaning: Meaning) -> Built:
    """A finished time within a day."""
    return made(meaning, TimexType.TIME)


def integer(value: Value) -> int | None:
    """A whole number, if it is one."""
    return value if isinstance(value, int) else None


def number(one: Piece | None) -> int:
    """The whole number that a piece has by its kind."""
    assert one is not None
    assert isinstance(one.value, int)
    return one.value


def unit(one: Piece | None) -> Unit:
    """The unit that a piece has by its kind."""
    assert one is not None
    assert isinstance(one.value, Unit)
    return one.value


def edge(one: Piece | None) -> Edge:
    """The edge that a piece has by its kind."""
    assert one is not None
    assert isinstance(one.value, Edge)
    return one.value


def amount(one: Piece | None) -> Amount:
    """The amount that a piece has by its kind."""
    assert one is not None
    assert isinstance(one.value, Amount)
    return one.value


def meaning(one: Piece | None) -> Meaning:
    """What a finished time means."""
    assert one is not None
    assert isinstance(one.value, Time)
    return one.value.meaning


def whole(count: float | None) -> int | None:
    """A count without a fraction, if it is one."""
    return int(count) if count is not None and float(count).is_integer() else None


def is_placed(one: Piece) -> bool:
    """Whether a time has a place in the calendar, so that a span can begin or end with it."""
    unplaced = Placeless | FirstUnits | Reaching | Range | Bounded | Trailing | OneOf
    return isinstance(one.value, Time) and not isinstance(one.value.meaning, unplaced)


def is_day(base: Meaning) -> bool:
    """Whether a time is as fine as a day, so that it has hours."""
    match base:
        case Shift(_, only, anchor):
            return only is Unit.DAY and anchor is not Anchor.EVENT
        case Period(only) | From(_, only):
            return only is Unit.DAY
        case Nth(weekday=weekday, unit=only):
            return weekday is not None or only is Unit.DAY
        case CalendarDate(day=day):
            return day is not None
        case _:
            return isinstance(base, Weekday | Holiday | Happening)


_PRONOUNS = frozenset("he she it they we i you there his her their its".split())


def qualifies(run: Run, words: Words) -> bool:
    """Whether a noun that follows is qualified: `a Monday meeting`, `a Monday night game`, `the evening rush hour`."""
    next_ = after(run, words)
    if next_ is not None and next_.kind == "daypart":
        next_ = after(run, words, 2)
    if next_ is None:
        return False
    noun = next_.text.isalpha() and next_.kind == WORD and next_.lower not in NO_NOUN | _PRONOUNS
    return noun or next_.is_of("-", "'s")


def keep_last(run: Run, words: Words) -> Built:
    """A time from its last piece, which has all that there is to know."""
    return "time", run[-1].value


def as_word(run: Run, words: Words) -> Built:
    """No time after all."""
    return "word", None


def dated(year: Value, month: Value, day: Value) -> CalendarDate | None:
    """A day by its three numbers, where a leap year has such a day."""
    of_month, of_day_ = integer(month), integer(day)
    if of_day_ is None or of_month is None:
        return None
    return CalendarDate(integer(year), of_month, of_day_) if day_of(_LEAP_YEAR, of_month, of_day_) else None
