"""Terms that compare: how fine a date is, how often such dates are right, how many articles tell of it."""

import operator
import re
from collections.abc import Callable
from typing import NamedTuple

from timeline.collection import Entry, Timeline
from timeline.correcting.notebook import NOTEBOOK
from timeline.query.terms import Term, Test
from timeline.when import Precision

Compare = Callable[[float, float], bool]
_SIGNS: dict[str, Compare] = {
    "<=": operator.le,
    ">=": operator.ge,
    "<": operator.lt,
    ">": operator.gt,
    "=": operator.eq,
    "": operator.eq,
}
_COMPARED = re.compile(r"(<=|>=|<|>|=|)(.+)")
_ORDER = {precision: place for place, precision in enumerate(Precision)}


class Bound(NamedTuple):
    """`<=week`, `>2`: a sign and what is compared with."""

    sign: str
    value: str

    def holds(self, one: float, other: float) -> bool:
        """Whether one stands to the other as the sign says."""
        return _SIGNS[self.sign](one, other)

    def __str__(self) -> str:
        return f"{self.sign or '='} {self.value}"


def _bound(text: str) -> Bound:
    match = _COMPARED.fullmatch(text.strip())
    assert match is not None, "a value is never empty"
    return Bound(match[1], match[2].strip())


def as_fine(text: str) -> Term:
    """Its date is a day, a month …; `<=week` is a week or finer. Raises ValueError."""
    bound = _bound(text.lower())
    if bound.value not in _ORDER:
        raise ValueError(f"“{bound.value}” is not one of {', '.join(Precision)}")
    asked = _ORDER[Precision(bound.value)]
    return Term(f"precision {bound}", lambda _: lambda entry: bound.holds(_ORDER[entry.when.precision], asked))


def trusted(text: str) -> Term:
    """So often dates that are read in its way are right, of 1; what a person answers for is 1. Raises ValueError."""
    bound = _bound(text)
    asked = _number(bound.value)

    def test(timeline: Timeline) -> Test:
        def is_so(entry: Entry) -> bool:
            if entry.date_stands:
                return bound.holds(1, asked)
            confidence = timeline.confidence_of(entry)
            return confidence is not None and bound.holds(confidence.rate, asked)

        return is_so

    return Term(f"trust {bound}", test, cost=2)


def seen(text: str) -> Term:
    """So many articles tell of it. Raises ValueError."""
    bound = _bound(text)
    asked = _number(bound.value)
    return Term(
        f"seen {bound}",
        lambda _: (
            lambda entry: bound.holds(len({assertion.article for assertion in entry.assertions} - {NOTEBOOK}), asked)
        ),
    )


def _number(text: str) -> float:
    try:
        number = float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    except ValueError:
        raise ValueError(f"“{text}” is no number") from None
    if not 0 <= number <= 1_000_000:
        raise ValueError(f"“{text}” is no number from 0 on")
    return number
