"""The time expressions of a doc, each with those that it counts from."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import itemgetter

import msgspec
from spacy.tokens import Doc

from extractors import discourse, histories, quotations
from extractors.anchoring.linking import with_events
from extractors.attributions import attributions
from extractors.event_records import events
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
    dated = histories.with_story_years(doc.text, _with_speech(doc, time_expressions(doc), said), starts)
    linked = with_events(doc, dated)
    return discourse.with_told(doc.text, linked, said, starts, [doc[start].idx for start, _ in paragraphs(doc)])


def _with_speech(doc: Doc, expressions: Sequence[TimeExpression], said: Sequence[Attribution]) -> list[TimeExpression]:
    """Each expression inside what somebody says with the expression that dates the saying, if there is one."""
    starts, ends = [one.start for one in expressions], [one.end for one in expressions]
    quoted = sorted((span.start_char, span.end_char) for span in doc.spans.get(quotations.KEY, ()))
    timed = sorted((doc[one.trigger[0]].idx, one.time) for one in events(doc) if one.time is not None)
    settled = list(expressions)
    for attribution in said:
        runs = [(bisect_left(starts, start), bisect_right(ends, end)) for start, end in attribution.content]
        dating = _dating(attribution, starts, timed, runs)
        if dating is None:
            continue
        for at in (at for first, last in runs for at in range(first, last)):
            mark = bisect_right(quoted, starts[at], key=itemgetter(0)) - 1
            verbatim = mark >= 0 and starts[at] < quoted[mark][1]
            settled[at] = msgspec.structs.replace(settled[at], spoken=dating, verbatim=verbatim)
    return settled


def _dating(
    attribution: Attribution, starts: Sequence[int], timed: Sequence[tuple[int, int]], runs: Sequence[tuple[int, int]]
) -> int | None:
    """The time of a saying: behind its cue, or the one that dates its verb, *in a letter dated 10 May she wrote*."""
    cue_start, cue_end = attribution.cue[0]
    near = range(bisect_left(starts, cue_end), bisect_right(starts, cue_end + _NEAR_CUE))
    of_verb = [time for _, time in timed[bisect_left(timed, (cue_start, 0)) : bisect_left(timed, (cue_end, 0))]]
    return next((at for at in (*near, *of_verb) if not any(first <= at < last for first, last in runs)), None)
