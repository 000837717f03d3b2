"""What is compared of a mention, to know it in a text that was edited: a mention taken to pieces once."""

import re
from typing import NamedTuple, Self

from timeline.mentions import Mention
from timeline.model import fold
from timeline.versions.alike_verbs import families_of, verbs_of

_WORD = re.compile(r"\d[\d.,:]*\d|\w+")
_STEM = 5
"""Of so many letters words are taken for one, inflected or not."""
_SMALL = frozenset(
    "a about across after all also an and any are around as at be been before behind being between but by did do "
    "does down during early for from had has have he her his in into is it its late later least more most near "
    "nearly no nobody not of off on one only or other others out over s she since so some than that the their "
    "them there they this to towards under until up was were when where which while who will with without would".split()
)
"""Words that sentences have in common whatever they tell."""
_MONTHS = frozenset("january february march april may june july august september october november december".split())
_OF_DATES = _MONTHS | frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow last next day week month "
    "year hour hours minute minutes days weeks months years morning evening night noon midnight".split()
)
"""Words whose meaning is in the date."""
_OPEN = re.compile(r"\.\.|\[")
"""In a date that is no day or span, but a bound or a choice."""
_YEAR = re.compile(r"(1[5-9]|20)\d\d")
_COUNTED = {
    word: str(number)
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split(),
        start=2,
    )
}
"""Figures in words; *one* is seldom one."""


class Telling(NamedTuple):
    """A mention, as it is compared."""

    sentence: str
    verbs: frozenset[str]
    families: frozenset[int]
    """The rows of verbs that mean the same in which one of its verbs stands."""
    trigger: frozenset[str]
    """Stems of its trigger."""
    words: frozenset[str]
    """Stems of its sentence that say something, but its trigger, dates and figures."""
    figures: frozenset[str]
    actors: tuple[frozenset[str], ...]
    """Words of each name."""
    names: frozenset[str]
    """Stems of all of them."""
    date: str
    is_sure: bool
    """Whether its date is its own, and one day or span of them."""
    is_denied: bool

    @classmethod
    def of(cls, mention: Mention) -> Self:
        """The one of a mention."""
        trigger, sentence = _words(mention.trigger), _words(mention.sentence)
        behind = sentence[sentence.index(trigger[-1]) + 1 :] if trigger and trigger[-1] in sentence else []
        verbs = verbs_of(trigger, behind)
        names = [frozenset(word for word in _words(name) if _says_something(word)) for name in mention.actors]
        return cls(
            sentence=mention.sentence,
            verbs=verbs,
            families=families_of(verbs),
            trigger=frozenset(_stem(word) for word in trigger if word not in _SMALL),
            words=frozenset(_stem(word) for word in sentence if _says_something(word) and word not in trigger),
            figures=frozenset(_figures(sentence)),
            actors=tuple(name for name in names if name),
            names=frozenset(_stem(word) for name in names for word in name),
            date=mention.date.rstrip("?"),
            is_sure=bool(mention.date) and not mention.date.endswith("?") and not _OPEN.search(mention.date),
            is_denied=mention.is_denied,
        )


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _stem(word: str) -> str:
    return (f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s"))[:_STEM]


def _says_something(word: str) -> bool:
    return word not in _SMALL and word not in _OF_DATES and word not in _COUNTED and not word[0].isdigit()


def _figures(words: list[str]) -> list[str]:
    """Numbers, but those of dates."""
    return [
        _COUNTED.get(word, word.replace(",", ""))
        for at, word in enumerate(words)
        if (word in _COUNTED or (word[0].isdigit() and not _YEAR.fullmatch(word)))
        and not {*words[max(0, at - 1) : at], *words[at + 1 : at + 2]} & _MONTHS
    ]
