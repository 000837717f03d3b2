"""Days in one form: *5th Mar. 2018* is parsed as *March 5, 2018*, and *left Monday* as *left on Monday*."""

import re
from collections.abc import Sequence

from extractors.plain_setting.words import ADDED, Word, before
from timeline.dates.calendar_names import MONTH_NAMES, MONTHS, WEEKDAY_NAMES

_DAY = re.compile(r"(?P<day>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_NAMES = frozenset(name.title() for name in MONTH_NAMES)
_WEEKDAYS = frozenset(name.title() for name in WEEKDAY_NAMES)
_PARTS = frozenset("morning afternoon evening night".split())
_JOINING = frozenset("and or to through until - – /".split())
"""Before a day: what joins it to another of its month, *5 and 6 March*."""
_GOES_ON = frozenset(
    '. , ; : ? ! " ) – that at in to for after before when as and but from by with about during near over the a an his '
    "her its their of he she they it while because if who which where following \n\n".split(" ")
)
"""After a weekday: what shows that it is no part of a longer name, *the Monday meeting*."""
_GOVERNS = frozenset(
    "on last next this every each the a an by until till since before after from to through of for late early and or "
    "between any one that both during over past coming following previous another first second third other mid no per "
    "as day than versus vs via into midday good black palm easter bloody super ash holy cyber whit boxing ruby his her "
    "its their called".split()
)
"""Before a weekday: what already says how it belongs to the sentence, or makes it another name."""
_BE = frozenset("is was are were be been being".split())


def with_plain_days(words: Sequence[Word]) -> list[Word]:
    """Words with their days in one form."""
    if not any(word.text in _WEEKDAYS or _month(word.text) for word in words):
        return list(words)
    return _with_on(_in_american_order(words))


def _in_american_order(words: Sequence[Word]) -> list[Word]:
    made: list[Word] = []
    at = 0
    while at < len(words):
        word, last, next_ = words[at], _text(words, at - 1), _text(words, at + 1)
        month, day = _month(word.text), _DAY.fullmatch(word.text)
        if month and (_DAY.fullmatch(next_) or _DAY.fullmatch(last)):
            made.append(word._replace(text=month))
        elif day and _month(next_) and last not in _JOINING and not _DAY.fullmatch(_text(words, at + 2)):
            made += _turned(words[at]._replace(text=day["day"]), words[at + 1], _text(words, at + 2))
            at += 1
        elif day and made and made[-1].text in _NAMES and made[-1].at == word.at - 1:
            made.append(word._replace(text=day["day"]))
        else:
            made.append(word)
        at += 1
    return made


def _turned(day: Word, month: Word, after: str) -> list[Word]:
    """*March 5* for *5 March*, and a comma before a year."""
    first = Word(_month(month.text), month.at, True, day.start)
    second = Word(day.text, day.at, month.space, month.start)
    if _YEAR.fullmatch(after):
        return [first, second._replace(space=False), Word(",", ADDED, True, month.start)]
    return [first, second]


def _with_on(words: Sequence[Word]) -> list[Word]:
    made: list[Word] = []
    for at, word in enumerate(words):
        made += before(word, "on") if word.text in _WEEKDAYS and _is_bare(words, at) else [word]
    return made


def _is_bare(words: Sequence[Word], at: int) -> bool:
    """Whether a weekday tells when something is without a preposition: *he left Monday*."""
    last = _text(words, at - 1).lower()
    end = at + 2 if _text(words, at + 1) in _PARTS else at + 1
    after = _text(words, end)
    if not last.isalpha() or last in _GOVERNS or (after == "to" and _text(words, end + 1) in _WEEKDAYS):
        return False
    verb = after.endswith("ed") and after.islower()
    return verb or (after in _GOES_ON and last not in _BE)


def _month(text: str) -> str:
    """The whole name of a month that is written with a capital, in short or not; else nothing."""
    number = MONTHS.get(text.removesuffix(".").lower()) if text[:1].isupper() else None
    return "" if number is None else MONTH_NAMES[number - 1].title()


def _text(words: Sequence[Word], at: int) -> str:
    return words[at].text if 0 <= at < len(words) else ""
