"""How likely an editor keeps a branch of a sentence in its title: what speaks for it, and the network that was learned.

Learned by `training.title_branches` from titles that readers gave to lines. The network is of the same kind as those of
events: a branch is told by the vectors of the word by which it hangs and of the word it hangs on, to which each named
feature adds.
"""

from collections.abc import Collection, Iterator, Sequence

from extractors.encoder.component import word_vectors
from extractors.encoder.encoder import Vectors
from extractors.events.context.event_context import EventContext
from extractors.events.event_network import event_network
from extractors.events.titles.branches import is_apart
from extractors.events.titles.drafts import Draft
from extractors.events.titles.sparable import Branch
from extractors.syntax.relations import Relation

BRANCHES = "title_branches"
"""The folder of `data`."""
_OPENING = frozenset("IN TO WDT WP WRB CC RB RP DT VBG VBN".split())
_LENGTHS = (1, 2, 3, 4, 6, 9, 14)
"""Words of a branch, as they are told apart."""
_WIDTHS = (80, 90, 100, 120, 150)
"""Characters of a draft, likewise."""
_SHARES = (10, 20, 35, 50)
"""Hundredths of a draft's words, likewise."""
_HIGHEST = 6
"""Words up to the verb of the title that are counted."""


class BranchChances:
    """How likely the branches of one doc are kept."""

    def __init__(self, context: EventContext, told: Collection[int]) -> None:
        """Args: the doc; the words that have a line of their own."""
        self.context, self.told = context, frozenset(told)
        self._first: dict[str, int] = {}
        for at, lemma in enumerate(context.tree.lemmas):
            self._first.setdefault(lemma, at)

    def chances(self, draft: Draft, branches: Sequence[Branch]) -> list[float]:
        """How likely each of some branches of a draft is kept."""
        if not branches:
            return []
        named = [list(self.features(draft, one)) for one in branches]
        found: list[float] = event_network(BRANCHES).chances(*self.vectors(branches), named).tolist()
        return found

    def vectors(self, branches: Sequence[Branch]) -> tuple[Vectors, Vectors]:
        """What the encoder says of the words by which branches hang, and of those they hang on."""
        known = word_vectors(self.context.doc)
        return known[[one.at for one in branches]], known[[self.context.tree.heads[one.at] for one in branches]]

    def features(self, draft: Draft, branch: Branch) -> Iterator[str]:
        """What speaks for a branch or against it, in words; the weights of `data/title_branches` are kept by them."""
        context, tree, at, words = self.context, self.context.tree, branch.at, branch.words
        head, first = tree.heads[at], min(words)
        relation, above = tree.relations[at], tree.relations[head]
        opens = tree.lowers[first] if tree.tags[first] in _OPENING else "-"
        yield "any"
        yield f"kind: {branch.kind}"
        yield f"{relation} on {above}"
        yield f"{relation} on {tree.pos[head]}"
        yield f"{relation} with {opens}"
        yield f"tag: {tree.tags[at]}"
        yield f"name: {context.doc[at].ent_type_ or 'none'}"
        yield f"words: {_among(len(words), _LENGTHS)}"
        yield f"depth: {self._depth(head, draft)}"
        yield f"characters of all: {_among(sum(len(tree.lowers[one]) + 1 for one in draft.words), _WIDTHS)}"
        yield f"share of all: {_among(100 * len(words) // len(draft.words), _SHARES)}"
        article = next((tree.lowers[one] for one in tree.children[head] if tree.tags[one] in ("DT", "PRP$")), "none")
        yield f"article above: {article}"
        known = {
            "named": any(tree.pos[one] == "PROPN" for one in words),
            "figure": any(tree.tags[one] == "CD" for one in words),
            "time": not context.timed.isdisjoint(words),
            "quoted": bool(context.quoted[at]),
            "apart": is_apart(context, words),
            "somebody": any(one in context.mentions for one in words),
            "before its verb": first < draft.top,
            "last": draft.words[-1] in words,
            "a line of its own": not self.told.isdisjoint(words),
            "told before": self._first[tree.lemmas[at]] < draft.bounds[0],
            "head told before": self._first[tree.lemmas[head]] < draft.bounds[0],
            "of the spine": head in draft.fixed,
            "of the subject": head == draft.subject,
            "of several": sum(tree.relations[one] is relation for one in tree.children[head]) > 1,
            "clause": at in context.syntax.clauses,
            "passive": above is Relation.PASSIVE_SUBJECT
            or (head in context.syntax.clauses and context.syntax.clauses[head].passive),
        }
        yield from (name for name, holds in known.items() if holds)

    def _depth(self, at: int, draft: Draft) -> int:
        depth = 0
        while at not in draft.fixed and depth < _HIGHEST and self.context.tree.heads[at] != at:
            at, depth = self.context.tree.heads[at], depth + 1
        return depth


def _among(number: int, bounds: Sequence[int]) -> str:
    return next((f"to {bound}" for bound in bounds if number <= bound), "more")
