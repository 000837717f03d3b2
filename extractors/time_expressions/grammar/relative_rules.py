"""Rules for times that count from publication or from what was told: `last week`, `this May`, `that day`, `tonight`."""

from extractors.time_expressions.grammar.building import (
    INSTANTS,
    NO_NOUN,
    after,
    amount,
    as_word,
    before,
    follows,
    lasting,
    made,
    number,
    of_day,
    piece,
    qualifies,
    said,
    unit,
    whole,
)
from extractors.time_expressions.grammar.composition import Built, Run, Words, layer, rule
from extractors.time_expressions.grammar.pieces import Kind
from extractors.time_expressions.grammar.wording import listed
from timeline.meanings.composed import PartOfDay
from timeline.meanings.counted import MonthOf, OfStory, Period, Shift, Trailing, Weekday
from timeline.meanings.named import Season
from timeline.meanings.placeless import Duration, Vague
from timeline.meanings.units import Anchor, DayPart, Reference, Unit

_FROM_THE_STORY = frozenset("previous prior preceding following".split())
_CALENDAR_UNITS = (Unit.QUARTER, Unit.WEEKEND)


def _period(run: Run, words: Words) -> Built:
    """`last week`; with an article (`the last week`) the stretch next to publication."""
    relative = piece(run, "relative")
    assert relative is not None
    last, offset, word = unit(run[-1]), number(relative), said(run[-2], words)
    if last in INSTANTS or (words[run[-1].start].text.istitle() and run[0].start > 0):
        return None
    if word in _FROM_THE_STORY:
        return made(Shift(offset, last, Anchor.NARRATIVE))
    article = run[0].kind == "the"
    if not article:
        past = word == "past" and run[0].kind == "relative" and last is not Unit.WEEKEND
        return lasting(Trailing(-1, last)) if past and relative is run[-2] else made(Period(last, number(run[-2])))
    if word == "next" and last is Unit.DAY:
        return made(Shift(offset, last, Anchor.NARRATIVE))
    if not offset:
        return made(Period(last, 0)) if word == "current" else None
    return made(Period(last, offset)) if last in _CALENDAR_UNITS else lasting(Trailing(offset, last))


_BEFORE_A_VERB = frozenset("to could would will may might can should must".split())
"""Before the verb *last*: *is expected to last six weeks*."""


def _stretch(run: Run, words: Words) -> Built:
    """`the last two years`, `the next three days`, `this past decade`."""
    held, offset = amount(run[-1]), number(run[-2])
    word = said(run[-2], words)
    if word == "this" or (word in _FROM_THE_STORY and held.count is None):
        return None
    if word == "last" and run[0].kind == "relative" and before(run, words) in _BEFORE_A_VERB:
        return None
    if held.count is None:
        return lasting(Duration(held.unit))
    count = whole(held.count)
    if not offset or count is None:
        return None
    return lasting(Trailing(offset * count, held.unit))


def _vague_stretch(run: Run, words: Words) -> Built:
    """`recent years`, `the coming weeks`, `past months`."""
    word, only = said(run[-2], words), unit(run[-1])
    if only in INSTANTS or only is Unit.SECOND:
        return None
    if word in ("coming", "upcoming"):
        return made(Vague(Reference.FUTURE))
    return lasting(Duration(only)) if word in ("recent", "past", "previous", "last", "next") else None


def _latest(run: Run, words: Words) -> Built:
    """`the latest quarter`, `the current quarter`."""
    only = unit(run[-1])
    return made(Period(only, -1)) if only in (Unit.QUARTER, Unit.WEEK, Unit.MONTH, Unit.YEAR) else None


def _ahead(run: Run, words: Words) -> Built:
    """`the weeks ahead`, `the year ahead`."""
    only = unit(piece(run, "unit", "units"))
    if piece(run, "units"):
        return lasting(Duration(only))
    return lasting(Trailing(1, only)) if only not in INSTANTS else None


def _relative_name(run: Run, words: Words) -> Built:
    """`last Friday`, `next May`, `this past summer`."""
    offset, which = number(run[-2]), number(run[-1])
    if said(run[-2], words) == "following" and run[0].kind != "the":  # after: *following Wednesday's leak*
        return None
    told = said(run[-2], words) in _FROM_THE_STORY
    anchor = Anchor.NARRATIVE if told or (run[0].kind == "the" and offset > 0) else Anchor.PUBLICATION
    if anchor is Anchor.NARRATIVE and run[-1].kind != "weekday":
        season = run[-1].kind == "season"
        return made(OfStory(offset, None if season else which, which if season else None))
    match run[-1].kind:
        case "weekday":
            return made(Weekday(which, offset, anchor))
        case "season":
            return made(Season(which, offset=offset))
        case _:
            return made(MonthOf(which, offset))


def _relative_date(run: Run, words: Words) -> Built:
    """`this Saturday, April 25`, `next January 3`."""
    return "time", run[-1].value


def _relative_part(run: Run, words: Words) -> Built:
    """`last night`, `this morning`."""
    part, word = run[-1].value, said(run[-2], words)
    assert isinstance(part, DayPart)
    if word not in ("last", "this") or (word == "last" and part not in (DayPart.NIGHT, DayPart.EVENING)):
        return None
    return of_day(PartOfDay(part, Period(Unit.DAY, number(run[-2]))))


def _day_offset(run: Run, words: Words) -> Built:
    """`yesterday`; with a verb in the present `today` is the present age: *what today moves us*."""
    word, next_ = said(run[0], words), after(run, words)
    if word == "today":
        present = next_ is not None and next_.text.islower() and next_.lower.endswith("s")
        if (present and before(run, words) in ("what", "who", "which", "that")) or (
            next_ is not None and next_.kind == "'s" and before(run, words) in ("in", "of", "for", "by")
        ):
            return made(Vague(Reference.PRESENT)) if present else as_word(run, words)
        shown = next_ is not None and (next_.text in ("Show", "FM") or next_.lower in ("programme", "program"))
        named = words[run[0].start].text.istitle() and shown
        return as_word(run, words) if named else made(Period(Unit.DAY, 0))
    return made(Period(Unit.DAY, number(run[0])))


def _beyond(run: Run, words: Words) -> Built:
    """`the day before yesterday`, `the day after tomorrow`."""
    way = -1 if run[2].kind == "before" else 1
    return (
        made(Period(Unit.DAY, number(run[-1]) + way)) if unit(run[1]) is Unit.DAY and number(run[-1]) == way else None
    )


_NAMED: frozenset[Kind] = frozenset(
    ("weekday", "month", "month_ambiguous", "season", "unit", "units", "daypart", "number", "year")
)


def _before_last(run: Run, words: Words) -> Built:
    """`the week before last`; not `the week before last Christmas`."""
    only, next_ = unit(run[1]), after(run, words)
    named = next_ is not None and (next_.kind in _NAMED or next_.text.istitle())
    if said(run[-1], words) != "last" or named or only not in (Unit.WEEK, Unit.WEEKEND, Unit.MONTH, Unit.YEAR):
        return None
    return made(Period(only, -2))


def _tonight(run: Run, words: Words) -> Built:
    """`tonight`, and `overnight`, which is the night before publication."""
    offset = number(run[0])
    if offset and follows(run, words) in listed("overnight_thing"):
        return None
    return of_day(PartOfDay(DayPart.NIGHT, Period(Unit.DAY, offset)))


def _told(run: Run, words: Words) -> Built:
    """`that day`, `the same month`: they count from what was told."""
    only = unit(piece(run, "unit"))
    if only in INSTANTS or only is Unit.HOUR:
        return None
    named = words[run[-1].start].text.istitle()
    return None if named else made(Shift(0, only, Anchor.NARRATIVE))


def _told_part(run: Run, words: Words) -> Built:
    """`that night`, `the same evening`, `in the morning`; not `during the morning session`."""
    if run[0].kind == "during" and qualifies(run, words):
        return None
    part = run[-1].value
    assert isinstance(part, DayPart)
    return of_day(PartOfDay(part, Shift(0, Unit.DAY, Anchor.NARRATIVE)))


def _part_beside(run: Run, words: Words) -> Built:
    """`the night before`, `the morning after the attack`: they count from what was told, or from what follows."""
    part = run[1].value
    assert isinstance(part, DayPart)
    way = -1 if run[-1].kind == "before" else 1
    return of_day(PartOfDay(part, Shift(way, Unit.DAY, Anchor.NARRATIVE)))


def _that_time(run: Run, words: Words) -> Built:
    """`at the time`, `at that time`: when what was told of happened; not *at the time of the crash*."""
    return None if follows(run, words) in ("of", "when", "that", "-") else made(Vague(Reference.PAST))


_SUBJECTS = frozenset("he she it they we i you the his her their".split())


def _told_after_that(run: Run, words: Words) -> Built:
    """`the year after that`; not `the year after that war`."""
    only, next_ = unit(run[1]), after(run, words)
    ends = next_ is None or not next_.text[:1].isalnum() or next_.lower in _SUBJECTS
    if not ends or only in INSTANTS or only is Unit.HOUR:
        return None
    return made(Shift(-1 if run[2].kind == "before" else 1, only, Anchor.NARRATIVE))


def _amount_after_that(run: Run, words: Words) -> Built:
    """`six years after that`; not `six years after that war`."""
    held, next_ = amount(run[0]), after(run, words)
    ends = next_ is None or not next_.text[:1].isalnum() or next_.lower in NO_NOUN | _SUBJECTS
    count = whole(held.count)
    if not ends or count is None or held.hedge is not None or held.unit in INSTANTS:
        return None
    return made(Shift(-count if run[1].kind == "before" else count, held.unit, Anchor.NARRATIVE))


def _told_name(run: Run, words: Words) -> Built:
    """`that summer`, `that May`."""
    which = number(run[-1])
    if run[-1].kind == "season":
        return made(OfStory(0, season=which)) if follows(run, words) != "of" else None
    return made(OfStory(0, month=which))


_MONTHS: tuple[Kind, ...] = ("month", "month_ambiguous")


_LED = frozenset("in for during of over by through until throughout within this from".split())


def _the_unit(run: Run, words: Words) -> Built:
    """`the quarter`, `the year`: those that are told of; `for the year ended March 31` is a length."""
    only, word = unit(run[-1]), words[run[-1].start]
    if word.text.istitle() or follows(run, words) in ("-", "before", "after") or word.lower == "second":
        return None
    if only is Unit.WEEKEND:
        return made(Period(Unit.WEEKEND, None))
    if only is Unit.YEAR:
        to_month = follows(run, words) == "to" and (then := after(run, words, 2)) is not None and then.kind in _MONTHS
        if to_month or follows(run, words) in ("ended", "ending"):
            return lasting(Duration(Unit.YEAR, 1))
        return made(Shift(0, Unit.YEAR, Anchor.NARRATIVE)) if before(run, words) in _LED else None
    if only is Unit.QUARTER:
        return made(Shift(0, Unit.QUARTER, Anchor.NARRATIVE)) if follows(run, words) != "of" else None
    if only in (Unit.WEEK, Unit.MONTH):
        led = before(run, words) in _LED or follows(run, words) in ("'s", "’s")
        return made(Shift(0, only, Anchor.NARRATIVE)) if led and follows(run, words) != "of" else None
    led = only is Unit.DAY and before(run, words) in ("in", "for") and before(run, words, 2) in ("later", "earlier")
    return made(Shift(0, Unit.DAY, Anchor.NARRATIVE)) if led else None


PERIODS = layer(
    "counted from publication",
    rule("period", "relative unit", _period, "last week"),
    rule("period", "the relative unit", _period, "the past week"),
    rule("latest", "the? latest unit", _latest, "the latest quarter"),
    rule("vague-stretch", "the? relative|recent units", _vague_stretch, "in recent years"),
    rule("ahead", "the unit|units ahead", _ahead, "the weeks ahead"),
    rule("relative-part", "relative daypart", _relative_part, "last night"),
    rule("relative-name", "relative weekday|month|season", _relative_name, "last Friday"),
    rule("relative-name", "relative relative weekday|month|season", _relative_name, "this past Friday"),
    rule("relative-name", "the relative weekday|month|season", _relative_name, "the previous Friday"),
    rule("told-name", "that month|season", _told_name, "that summer"),
    rule("relative-date", "relative relative? date", _relative_date, "next January 3"),
    rule("relative-date", "relative relative? weekday ,? the? date", _relative_date, "this Saturday, April 25"),
    rule("beyond", "the unit before|after day_offset", _beyond, "the day before yesterday"),
    rule("before-last", "the unit before relative", _before_last, "the week before last"),
    rule("day-offset", "day_offset", _day_offset, "yesterday"),
    rule("tonight", "tonight", _tonight, "tonight"),
    rule("stretch", "the relative amount", _stretch, "the last two years"),
    rule("stretch", "relative relative? amount", _stretch, "next two months"),
)
THAT_TIME = "that-time"
"""Id of the rule for a time that is said to be that of the story."""

TOLD = layer(
    "counted from the story",
    rule("told", "that unit", _told, "that day"),
    rule("told", "the same unit", _told, "the same day"),
    rule("told", "that same unit", _told, "that same day"),
    rule("told-next", "amount|one before|after that", _amount_after_that, "six years after that"),
    rule("told-next", "the unit before|after that", _told_after_that, "the year after that"),
    rule("told-part", "that daypart", _told_part, "that night"),
    rule("told-part", "the same daypart", _told_part, "the same evening"),
    rule("told-part-beside", "the daypart before|after", _part_beside, "the night before"),
    rule(THAT_TIME, "at the|that time_word", _that_time, "at the time"),
    rule("told-part", "in|during [ the daypart ]", _told_part, "during the night"),
    rule("told-unit", "the unit", _the_unit, "later in the day"),
)
