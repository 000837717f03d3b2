"""How fine a time is, of days as much as of a day."""

from timeline.meanings import Meaning
from timeline.meanings.composed import Range
from timeline.meanings.units import Unit


def fineness(meaning: Meaning) -> Unit | None:
    """The unit that a time fills; of a span with both its ends, *from 15 to 17 March*, that of the first."""
    closed = isinstance(meaning, Range) and meaning.start is not None and meaning.end is not None
    return meaning.parts()[0].fineness() if closed else meaning.fineness()
