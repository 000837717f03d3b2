"""Letters to a paper, and what its readers post: each ends in a paragraph that is nothing but who signs it.

*The bridge was built by us all.* and below it *Rosa Lind.* or *@rosalind*. Several must be signed so: one name alone
may be that of a photographer.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from extractors.attributions.speech_context import AttributionCandidate, SourcePhrase, SpeechContext
from extractors.sentences.paragraphs import paragraphs
from extractors.syntax.phrases import Range

_FEWEST = 3
_SHORTEST, _LONGEST = 2, 5
"""Tokens of a name that signs."""


def signed_letters(context: SpeechContext) -> Iterator[AttributionCandidate]:
    """The attributions of what readers write, where it is printed one below the other."""
    told = Counter(context.tree.lowers)
    bounds = [run for start, end in paragraphs(context.doc) if (run := context.extents.trimmed(start, end))]
    signed = [number for number, run in enumerate(bounds) if number and _signs(context, run, told)]
    if len(signed) < _FEWEST or _is_heading(context, bounds, signed[-1]):
        return
    for number in signed:
        start, end = bounds[number]
        first = number
        while first and _tells(context, bounds[first - 1]) and not (_is_handle(context, start) and first < number):
            first -= 1
        if first < number:
            content = bounds[first][0], bounds[number - 1][1]
            yield AttributionCandidate(SourcePhrase((start, end), (start, end)), (start, end), (content,))


def _is_heading(context: SpeechContext, bounds: Sequence[Range], last: int) -> bool:
    """Whether a text follows the last name too: then each is the heading of what stands below it."""
    person = not _is_handle(context, bounds[last][0])
    return person and last + 1 < len(bounds) and _tells(context, bounds[last + 1])


def _signs(context: SpeechContext, run: Range, told: Mapping[str, int]) -> bool:
    """Whether a paragraph is nothing but the name of an account, or of a person whom nothing else in the text names."""
    start, end = run
    if _is_handle(context, start):
        return end - start == 1
    named = all(context.doc[at].ent_type_ == "PERSON" for at in range(start, end))
    return named and _SHORTEST <= end - start <= _LONGEST and told[context.tree.lowers[end - 1]] == 1


def _is_handle(context: SpeechContext, at: int) -> bool:
    return context.doc[at].text.startswith("@")


def _tells(context: SpeechContext, run: Range) -> bool:
    """Whether a paragraph has a sentence, unlike the place that somebody writes from and a heading."""
    return any(at in context.syntax.clauses for at in range(*run))
