"""Contradiction: who tells the same in different ways, where the article says that they do."""

from collections.abc import Iterator, Mapping, Sequence

from extractors.attributions import DocAttribution
from extractors.lexicons import modifiers, nouns, verbs
from extractors.syntax.clauses import Clause, Syntax
from extractors.syntax.phrases import Range

Mentions = Mapping[int, tuple[str, Range]]
"""For each token of a name its actor and the whole name."""


def contradicting(syntax: Syntax, mentions: Mentions, sayings: Sequence[DocAttribution]) -> Iterator[str]:
    """The speakers, by name, who tell it otherwise, and those whom they contradict.

    *Lind gave a different account*: she and each one who speaks of her and of whom she speaks.
    """
    named = {one.actor: one.speaker for one in sayings if one.actor and one.speaker}
    spoken_of: dict[str, set[str]] = {}
    for one in sayings:
        runs = (mentions[at][0] for run in one.content for at in range(*run) if at in mentions)
        spoken_of.setdefault(one.actor, set()).update(runs)
    for clause in syntax.clauses.values():
        teller = clause.understood_subject
        actor = mentions[teller][0] if teller is not None and teller in mentions else ""
        if actor not in named or not _differs(syntax, clause):
            continue
        for other, speaker in named.items():
            if other != actor and other in spoken_of[actor] and actor in spoken_of[other]:
                yield from (named[actor], speaker)


def _differs(syntax: Syntax, clause: Clause) -> bool:
    """*Gave another account*, *contradicted that version*."""
    tree = syntax.tree
    accounts = [at for at in clause.objects if tree.lemmas[at] in nouns.accounts()]
    if tree.lemma_in(clause.verb, verbs.contradicting()) is not None:
        return bool(accounts)
    return any(tree.lowers[child] in modifiers.differing() for at in accounts for child in tree.children[at])
