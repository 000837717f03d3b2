"""What speaks for it that two mentions of an edited article tell of one event, and how much.

Each way of comparing them gives one of a few outcomes. How often each is the outcome for pairs that are right, and for
pairs that aren't, was counted (`benchmarks/edited_articles.py`); its weight is how many times more often, in powers of
two (after Fellegi and Sunter 1969). docs/corrections.md has the counts.
"""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from timeline.versions.alike_verbs import are_opposites
from timeline.versions.telling import Telling


class Verb(Enum):
    """How the verbs of two mentions compare."""

    SAME = "same"
    AKIN = "akin"
    NAMED = "named"
    """That of one is a word of the other's sentence: *fined*, *imposed a fine*."""
    OTHER = "other"
    OPPOSITE = "opposite"


class Words(Enum):
    """How many words two sentences share, besides verbs, names, dates and figures."""

    ALL = "all"
    """All of the one that has fewer, three or more."""
    ALL_OF_TWO = "all of two"
    ALL_OF_ONE = "all of one"
    MOST = "most"
    FEW = "few"
    NO_OTHERS = "no others"
    """One of them has no such words."""
    NONE = "none"


class Dates(Enum):
    """How their dates compare."""

    SAME = "same"
    MAYBE = "maybe"
    """The same, but not sure."""
    UNKNOWN = "unknown"
    MAYBE_OTHER = "maybe other"
    OTHER = "other"


class Figures(Enum):
    """How the numbers in their sentences compare."""

    SAME = "same"
    NEAR = "near"
    """As one that was brought up to date may be."""
    UNKNOWN = "unknown"
    OTHER = "other"


class Actors(Enum):
    """How many of their actors are the same."""

    ALL = "all"
    SOME = "some"
    UNKNOWN = "unknown"
    OTHERS = "others"


_NEAR = 1.6
"""A figure that was brought up to date is at most so many times as great, or as small."""


def verbs(one: Telling, other: Telling) -> Verb:
    """Compare their verbs."""
    if one.verbs & other.verbs or one.trigger & other.trigger:
        return Verb.SAME
    if one.families & other.families:
        return Verb.AKIN
    if are_opposites(one.verbs, other.verbs):
        return Verb.OPPOSITE
    return Verb.NAMED if one.trigger & other.words or other.trigger & one.words else Verb.OTHER


def words(one: Telling, other: Telling) -> Words:
    """Compare the other words of their sentences."""
    names = one.names & other.names
    mine, theirs = one.words - names, other.words - names
    shared, fewer = len(mine & theirs), min(len(mine), len(theirs))
    if not fewer:
        return Words.NO_OTHERS
    if shared == fewer:
        return (Words.ALL_OF_ONE, Words.ALL_OF_TWO, Words.ALL)[min(shared, 3) - 1]
    return Words.NONE if not shared else Words.MOST if shared * 2 >= fewer and shared > 1 else Words.FEW


def dates(one: Telling, other: Telling) -> Dates:
    """Compare when they are."""
    if not one.date or not other.date:
        return Dates.UNKNOWN
    are_sure = one.is_sure and other.is_sure
    if one.date == other.date:
        return Dates.SAME if are_sure else Dates.MAYBE
    return Dates.OTHER if are_sure else Dates.MAYBE_OTHER


def figures(one: Telling, other: Telling) -> Figures:
    """Compare the numbers in their sentences."""
    if not one.figures or not other.figures:
        return Figures.UNKNOWN
    if one.figures & other.figures:
        return Figures.SAME
    near = any(_is_near(mine, theirs) for mine in one.figures for theirs in other.figures)
    return Figures.NEAR if near else Figures.OTHER


def _is_near(one: str, other: str) -> bool:
    try:
        less, more = sorted((float(one), float(other)))
    except ValueError:
        return False
    return 0 < more <= less * _NEAR


def actors(one: Telling, other: Telling) -> Actors:
    """Compare who takes part; a name that has the other in it is the same."""
    if not one.actors or not other.actors:
        return Actors.UNKNOWN
    shared = sum(any(mine <= theirs or theirs <= mine for theirs in other.actors) for mine in one.actors)
    if not shared:
        return Actors.OTHERS
    return Actors.ALL if shared == max(len(one.actors), len(other.actors)) else Actors.SOME


WAYS: Sequence[Callable[[Telling, Telling], Enum]] = (verbs, words, dates, figures, actors)
"""The ways of comparing two mentions."""


class Weight(NamedTuple):
    """Of an outcome, in powers of two."""

    likely: float
    """That it speaks for a pair rather than any other of the article."""
    same: float
    """That it speaks for one event rather than another that is told in its place."""


_WEIGHTS: Mapping[Enum, Weight] = {
    Verb.SAME: Weight(6.0, 2.0),
    Verb.AKIN: Weight(4.5, 5.0),
    Verb.NAMED: Weight(2.0, 2.0),
    Verb.OTHER: Weight(-3.5, -3.5),
    Verb.OPPOSITE: Weight(-4.0, -8.0),
    Words.ALL: Weight(8.0, 3.0),
    Words.ALL_OF_TWO: Weight(7.0, 1.5),
    Words.ALL_OF_ONE: Weight(6.0, 1.0),
    Words.MOST: Weight(3.0, -1.0),
    Words.FEW: Weight(1.0, -2.0),
    Words.NO_OTHERS: Weight(3.5, -0.5),
    Words.NONE: Weight(-4.5, -3.0),
    Dates.SAME: Weight(7.5, 1.5),
    Dates.MAYBE: Weight(0.5, 0.0),
    Dates.UNKNOWN: Weight(-0.5, 0.5),
    Dates.MAYBE_OTHER: Weight(-2.0, -1.5),
    Dates.OTHER: Weight(-6.0, -5.0),
    Figures.SAME: Weight(6.5, 2.0),
    Figures.NEAR: Weight(2.5, 2.5),
    Figures.UNKNOWN: Weight(-0.5, 0.0),
    Figures.OTHER: Weight(-3.5, -2.0),
    Actors.ALL: Weight(4.5, 0.0),
    Actors.SOME: Weight(1.0, 0.0),
    Actors.UNKNOWN: Weight(-0.5, 0.0),
    Actors.OTHERS: Weight(-3.0, 0.0),
}
_CONTRADICTED = Weight(-1.0, -1.0)
"""Of what did happen, and what did not."""


def likeness(one: Telling, other: Telling) -> float:
    """How much speaks for it that two mentions are a pair rather than any two of an article."""
    return sum(_WEIGHTS[way(one, other)].likely for way in WAYS) + _contradicted(one, other).likely


def sameness(one: Telling, other: Telling) -> float:
    """How much speaks for it that two mentions tell of one event, where another may be told in its place."""
    return sum(_WEIGHTS[way(one, other)].same for way in WAYS) + _contradicted(one, other).same


def _contradicted(one: Telling, other: Telling) -> Weight:
    return _CONTRADICTED if one.is_denied is not other.is_denied else Weight(0.0, 0.0)
