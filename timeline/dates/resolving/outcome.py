"""What resolving a meaning comes to: dates and steps."""

import msgspec

from timeline.dates.resolving import derivation
from timeline.dates.resolving.context import Context, NarrativeTime
from timeline.dates.resolving.options import Option
from timeline.meanings import Meaning
from timeline.when import Step


class Outcome(msgspec.Struct, frozen=True):
    """The dates that a meaning may have, likelier first; none when it stays open."""

    options: tuple[Option, ...] = ()
    timex: str = ""
    steps: tuple[Step, ...] = ()


def kept(rule: str, value: str, says: str) -> Outcome:
    """No date: a TIMEX3 value, and why it stays at that."""
    return Outcome((), value, (Step(rule, says),))


def placed(rule: str, options: tuple[Option, ...], context: Context, *, directed: bool = False) -> Outcome:
    """Options found from the publication date, or from the day of speaking."""
    return Outcome(options, options[0].timex, derivation.placed(rule, options, context, directed=directed))


def from_told(options: tuple[Option, ...], told: NarrativeTime, way: str) -> Outcome:
    """Options found from a time told of before."""
    return Outcome(options, options[0].timex, derivation.told(options, told, way))


def unanchored(meaning: Meaning) -> Outcome:
    """Open for want of a publication date."""
    says = "stays open: the article has no publication date to count from"
    return kept("unanchored", meaning.unplaced(), says)
