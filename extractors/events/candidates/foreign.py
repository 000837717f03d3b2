"""Sentences in another language within an English article: quotations in the original tell nothing a second time."""

from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.context.event_context import EventContext

_ENGLISH = frozenset(
    "the of and to in a an is was were are be for on by that with at as he she it his her they their has had have will"
    " from this not but who which said".split()
)
_OTHER = frozenset(
    "de la le les el los las que en des du et est der die und das den dem ein eine une una un il della di del cet cette"
    " je nous vous pour dans sur avec por para con como más não uma com os na nie się jest og som på det och att ist"
    " mit von zu auf nicht".split()
)
"""Small words of other languages, without those that English has as well."""
_NEAR = 12
"""Words around a verb that are looked at: a translation may follow in the same sentence."""
_FEWEST = 3
"""So many of them, and more than English ones, make words another language's."""


def without_foreign(context: EventContext, candidates: list[EventCandidate]) -> list[EventCandidate]:
    """What is told in English."""
    return [one for one in candidates if not _is_foreign(context, one.trigger)]


def _is_foreign(context: EventContext, at: int) -> bool:
    start, end = context.sentence(at)
    words = context.tree.lowers[max(start, at - _NEAR) : min(end, at + _NEAR)]
    other = sum(word in _OTHER for word in words)
    return other >= _FEWEST and other > sum(word in _ENGLISH for word in words)
