"""How often dates that were read in the same way are right, as measured on news dated by hand.

Each expression that was given a time belongs to one kind, by its meaning and by how that was resolved. How many of a
kind were right is counted by `make calibrate` and kept in `data/calibration.toml`; nothing of it is stored with an
article, so that a new date has a new confidence.
"""

from functools import cache

import msgspec

from timeline.meanings.base import DateKind
from timeline.model import Article, Assertion, Tie, TimeExpression
from timeline.when import When

PRIOR = 10
"""So many cases of the overall rate are added to each kind, so that a kind of few cases stays close to it."""

FEW = 30
"""A kind with fewer cases says so."""


class Confidence(msgspec.Struct, frozen=True):
    """How often an expression of its kind is read right."""

    kind: DateKind
    rate: float
    """Between 0 and 1; of several dates that of the first."""

    def says(self, when: When) -> str:
        """`read right 93 times in 100 in news dated by hand (weekday, direction settled)`."""
        read = "the first is right" if when.candidates else "read right"
        few = ", few cases" if measured()[self.kind][1] < FEW else ""
        return f"{read} {100 * self.rate:.0f} times in 100 in news dated by hand ({self.kind}{few})"


def of_assertion(assertion: Assertion, article: Article) -> Confidence | None:
    """Of the date that is read for an assertion; None where no words of its own gave one."""
    if assertion.time is None or assertion.tie is not Tie.OWN:
        return None
    return confidence(article.time_expressions[assertion.time], assertion.when)


def confidence(found: TimeExpression, when: When) -> Confidence | None:
    """Of the time that an expression was given; None where it stays open."""
    kind = kind_of(found, when)
    return None if kind is None else Confidence(kind, round(rate(measured(), kind), 3))


@cache
def measured() -> dict[DateKind, tuple[int, int]]:
    """Of each kind, how many were right, and of how many."""
    import tomllib  # noqa: PLC0415 - not before a date is looked at
    from importlib.resources import files  # noqa: PLC0415

    counts = tomllib.loads((files("dateline_data") / "calibration.toml").read_text(encoding="utf-8"))
    return {kind: (counts[kind][0], counts[kind][1]) for kind in DateKind}


def rate(counts: dict[DateKind, tuple[int, int]], kind: DateKind) -> float:
    """The share of right ones, drawn to that of all kinds: (right + PRIOR · overall) / (of + PRIOR)."""
    overall = sum(right for right, _ in counts.values()) / sum(of for _, of in counts.values())
    right, of = counts[kind]
    return (right + PRIOR * overall) / (of + PRIOR)


def kind_of(found: TimeExpression, when: When) -> DateKind | None:
    """How a time was read; None where it stays open, and for a bound, which no corpus has marked by hand."""
    if when.bound is not None:
        return None
    if when.is_open:
        return found.meaning.placeless_kind()
    if found.told is not None or found.event is not None:
        return DateKind.STORY
    return found.meaning.kind_of_several() if when.candidates else found.meaning.kind()
