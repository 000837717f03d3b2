"""The time expressions of a doc, each with those that it counts from."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import msgspec
from spacy.tokens import Doc

from extractors import discourse, histories
from extractors.attributions import attributions
from extractors.paragraphs import paragraphs
from extractors.sentences import sentences
from extractors.time_records import time_expressions
from timeline.model import Attribution, TimeExpression

_NEAR_CUE = 12
"""Characters between a cue and the time that dates the saying: `said on Friday`."""


def linked_times(doc: Doc) -> tuple[TimeExpression, ...]:
    """The records of a doc, with what each counts from: the story, and where it is known who says what, the saying."""
    said = attributions(doc)
    starts = [sentence.start_char for sentence in sentences(doc)]
    dated = histories.with_story_years(doc.text, _with_speech(time_expressions(doc), said), starts)
    return discourse.with_told(doc.text, dated, said, starts, [doc[start].idx for start, _ in paragraphs(doc)])


def _with_speech(expressions: Sequence[TimeExpression], said: Sequence[Attribution]) -> list[TimeExpression]:
    """Each expression inside what somebody says with the expression that dates the saying, if there is one."""
    starts, ends = [one.start for one in expressions], [one.end for one in expressions]
    settled = list(expressions)
    for attribution in said:
        runs = [(bisect_left(starts, start), bisect_right(ends, end)) for start, end in attribution.content]
        cue_end = attribution.cue[0][1]
        near = range(bisect_left(starts, cue_end), bisect_right(starts, cue_end + _NEAR_CUE))
        dating = next((at for at in near if not any(first <= at < last for first, last in runs)), None)
        if dating is not None:
            for first, last in runs:
                settled[first:last] = [msgspec.structs.replace(one, spoken=dating) for one in settled[first:last]]
    return settled
