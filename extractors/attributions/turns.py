"""Turns of an interview: who answers, by the labels that its paragraphs begin with.

*((Rosa Lind))  We left*, *Rosa Lind: We left*, *RL: We left*, *Q: … A: …*, also *RL We left* where other paragraphs
have marks. A label counts where it opens several paragraphs. Who mostly asks is the paper, whose words are its own.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from extractors.attributions.speech_context import AttributionCandidate, SourcePhrase, SpeechContext
from extractors.sentences.paragraphs import paragraphs
from extractors.syntax.phrases import Range

_LONGEST_LABEL = 6
"""Tokens."""
_FEWEST = 2
"""Paragraphs that a label must open; one in capitals, among others, need open no more than one."""
_INITIALS = (2, 3)
"""Letters."""
_ANSWERS = frozenset(("A", "Answer"))


class _Turn(msgspec.Struct, frozen=True):
    label: str
    name: Range
    mark: Range
    start: int
    end: int
    """Of what is said, with the paragraphs that follow up to the next label."""
    asks: bool


def answers(context: SpeechContext) -> tuple[list[AttributionCandidate], list[Range]]:
    """The answers of an interview as attributions, and all its turns."""
    found = list(_turns(context))
    counts = Counter(turn.label for turn in found)
    asked = Counter(turn.label for turn in found if turn.asks)
    kept = [turn for turn in found if counts[turn.label] >= _FEWEST or (len(found) > _FEWEST and turn.label.isupper())]
    asking = {label for label in asked if 2 * asked[label] >= counts[label]}
    if not asking or all(turn.label in asking for turn in kept):
        return [], []
    named = _most_named(context, kept[0].start)
    candidates = []
    for turn in kept:
        content = context.extents.trimmed(turn.start, turn.end)
        name = named if turn.label in _ANSWERS else turn.name
        if turn.label not in asking and content is not None and name is not None:
            candidates.append(AttributionCandidate(SourcePhrase(name, name), turn.mark, (content,)))
    return candidates, [(turn.start, turn.end) for turn in kept]


def _turns(context: SpeechContext) -> Iterator[_Turn]:
    bounds = paragraphs(context.doc)
    labels = [_label(context, start, end) for start, end in bounds]
    marked = {label[0] for label in labels if label is not None}
    if len(marked) < _FEWEST and not any(context.doc[end - 1].text == "?" for _, end in bounds):
        return
    labels = [
        label or (_initials(context, *bound) if marked else None) for label, bound in zip(labels, bounds, strict=True)
    ]
    opening = [n for n, label in enumerate(labels) if label is not None]
    for n, after in zip(opening, [*opening[1:], opening[-1] + 1] if opening else [], strict=True):
        label = labels[n]
        if label is not None:
            text, name, start = label
            last = next(at for at in range(bounds[n][1] - 1, start - 2, -1) if not context.doc[at].is_space)
            yield _Turn(text, name, (start - 1, start), start, bounds[after - 1][1], context.doc[last].text == "?")


def _label(context: SpeechContext, start: int, end: int) -> tuple[str, Range, int] | None:
    """The label that opens a paragraph, with its name and where what is said begins; also in a quotation."""
    doc = context.doc
    while start < end and (doc[start].is_space or doc[start].is_quote):
        start += 1
    first = start
    while first < end and doc[first].text in ("(", "(("):
        first += 1
    last = next((at for at in range(first, min(end, first + _LONGEST_LABEL)) if doc[at].text in (")", "))", ":")), -1)
    if last <= first or not all(doc[at].text[0].isupper() for at in range(first, last)):
        return None
    after = last + 1
    while after < end and doc[after].text in (")", "))", ":"):
        after += 1
    bracketed = first > start and doc[first:after].text.count(")") > 1
    colon = doc[after - 1].text == ":" and first == start
    follows = after < end and not doc[after].is_quote
    return (doc[first:last].text, (first, last), after) if (bracketed or colon) and follows else None


def _initials(context: SpeechContext, start: int, end: int) -> tuple[str, Range, int] | None:
    """*RL We left*: initials alone."""
    doc = context.doc
    while start < end and doc[start].is_space:
        start += 1
    if start + 1 >= end or not doc[start].text.isalpha() or not doc[start].text.isupper():
        return None
    capital = doc[start + 1].text[0].isupper()
    return (doc[start].text, (start, start + 1), start + 1) if len(doc[start]) in _INITIALS and capital else None


def _most_named(context: SpeechContext, before: int) -> Range | None:
    """The person named more often than others before the first turn."""
    people = [entity for entity in context.doc[:before].ents if entity.label_ == "PERSON"]
    ranked = Counter(entity.text.split()[-1] for entity in people).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    first = next(entity for entity in people if entity.text.split()[-1] == ranked[0][0])
    return first.start, first.end


def own_words(
    context: SpeechContext, candidates: Sequence[AttributionCandidate], turns: Sequence[Range]
) -> list[AttributionCandidate]:
    """Those candidates that are no *I think* of who takes a turn, which they vouch for anyway."""
    inside = {at for start, end in turns for at in range(start, end)}
    return [one for one in candidates if one.cue[0] not in inside or _is_third(context, one)]


def _is_third(context: SpeechContext, one: AttributionCandidate) -> bool:
    words = () if one.source is None else context.tree.lowers[slice(*one.source.name)]
    return bool(words) and not {"i", "we", "you", "me", "us", "one"} & set(words)
