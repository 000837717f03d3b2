"""Releases: who has put out what is cited, as the words behind it tell."""

from extractors.attributions.speech_context import SpeechContext
from extractors.lexicons import verbs
from extractors.syntax.relations import NOUN_CLAUSES

FIGURES = frozenset("data datum figure record statistic".split())
"""What is no text, and speaks for whoever released it."""
_RELATIVE = frozenset("who that which".split())


def released_by(context: SpeechContext, medium: int) -> int | None:
    """*A statement released by the court*, *figures that the bank released*."""
    tree = context.tree
    below = (context.syntax.clauses.get(at) for at in tree.children[medium] if at > medium)
    for one in below:
        if one is not None and one.agent is not None:
            return one.agent
        if one is None or one.subject is None or one.relation not in NOUN_CLAUSES:
            continue
        if tree.lemmas[one.verb] in verbs.publishing() and tree.lowers[one.subject] not in _RELATIVE:
            return one.subject
    return None
