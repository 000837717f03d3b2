"""What was still to come at a time that its sentence names: `they said in 2010 they would build it in five months`.

It counts from the year that is named there, and not from publication; where that is too coarse to count from, it stays
open. Nothing of this depends on the publication date.
"""

from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from timeline.meanings.counted import Shift
from timeline.meanings.named import CalendarDate
from timeline.meanings.units import Anchor
from timeline.model import Sense, TimeExpression


def with_promises(expressions: Sequence[TimeExpression], sentences: Sequence[int]) -> tuple[TimeExpression, ...]:
    """Each `in five months` that lay ahead of a year named before it in its sentence as counted from there.

    Args:
        expressions: in the order of the text.
        sentences: where each sentence starts, in characters.
    """
    settled: list[TimeExpression] = []
    year: int | None = None
    for one in expressions:
        sentence = bisect_right(sentences, one.start)
        match one.meaning:
            case CalendarDate(year=int()):
                year = sentence
            case Shift(count, unit, Anchor.PUBLICATION) if count > 0 and year == sentence and _was_ahead(one):
                one = msgspec.structs.replace(one, meaning=Shift(count, unit, Anchor.NARRATIVE))  # noqa: PLW2901 - the same
            case _:
                pass
        settled.append(one)
    return tuple(settled)


def _was_ahead(one: TimeExpression) -> bool:
    return one.direction.sense is Sense.EITHER and one.direction.likelier is Sense.FUTURE
