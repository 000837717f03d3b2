"""Paragraphs that tell nothing but a time: headings and rows of a chronology, and lines that say when a text appeared.

*4 May 1926* over a paragraph, and *1926:* or *4 May 1926 |* at its beginning, date what is told there without a time of
its own. One date alone on a line dates nothing: that is the day of the article.
"""

from collections.abc import Iterator
from itertools import pairwise

import msgspec

from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.context.event_context import EventContext
from extractors.syntax.embedding import AHEAD
from extractors.syntax.phrases import Range
from extractors.syntax.tenses import Modality, Tense
from extractors.verb_groups import VerbGroup

_FEWEST_HEADINGS = 2
"""So many dates alone on a line make a chronology."""
_ROW_MARKS = frozenset(": | – — -".split())
_LABELS = frozenset("first last originally published updated posted modified publication date on at".split())


def without_by_lines(context: EventContext, candidates: list[EventCandidate]) -> list[EventCandidate]:
    """What is told anywhere but in a line such as *Published: Friday, 8 March 2019*."""
    lines = [paragraph for paragraph in context.paragraphs if _is_by_line(context, paragraph)]
    return [one for one in candidates if not any(start <= one.trigger < end for start, end in lines)]


def _is_by_line(context: EventContext, paragraph: Range) -> bool:
    at, end = paragraph
    labels = times = 0
    while at < end:
        token = context.doc[at]
        if at in context.time_starts:
            times += 1
            at = context.time_starts[at]
            continue
        if token.lower_ in _LABELS:
            labels += 1
        elif not (token.is_punct or token.is_space or token.text == "|"):
            return False
        at += 1
    return bool(labels and times)


def under_headings(context: EventContext, candidates: list[EventCandidate]) -> list[EventCandidate]:
    """What is told, with the time of its heading or row where it has none of its own."""
    spans = list(_dated(context))
    return [_placed(context, one, spans) if one.time is None and spans else one for one in candidates]


def _placed(context: EventContext, one: EventCandidate, spans: list[tuple[Range, int]]) -> EventCandidate:
    group = context.groups.get(one.verb)
    if group is not None and (_lies_ahead(group)):
        return one  # what lies ahead of a day is not of that day
    time = next((number for (start, end), number in spans if start <= one.trigger < end), None)
    return one if time is None else msgspec.structs.replace(one, time=time)


def _lies_ahead(group: VerbGroup) -> bool:
    return group.tense is Tense.FUTURE or group.modality is not Modality.INDICATIVE or group.embeds in AHEAD


def _dated(context: EventContext) -> Iterator[tuple[Range, int]]:
    """Token ranges under a date heading, and within a row that a date begins, with the index of that date."""
    numbers = context.times_by_start
    paragraphs = context.paragraphs
    headings = {start: numbers[start] for start, end in paragraphs if _is_date(context, numbers, start, end)}
    for start, end in paragraphs:
        if start in numbers and start not in headings:
            after = context.time_starts[start]
            if after < end and context.doc[after].text in _ROW_MARKS:
                yield (after, end), numbers[start]
    if len(headings) < _FEWEST_HEADINGS:
        return
    starts = [*headings, len(context.doc)]
    for start, following in pairwise(starts):
        yield (start, following), headings[start]


def _is_date(context: EventContext, numbers: dict[int, int], start: int, end: int) -> bool:
    """Whether a paragraph is one time expression and no more than a mark after it."""
    return start in numbers and all(
        token.is_punct or token.is_space for token in context.doc[context.time_starts[start] : end]
    )
