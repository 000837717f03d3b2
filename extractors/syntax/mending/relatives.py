"""A clause that only a noun can have, on something else.

*Fined the firm for which he had worked*: behind a noun, a preposition with *which* opens no clause that somebody says.
*Discredits a report by the bank saying he left*: of a report and what stands right behind it, the report says it.
*Ferries that were late left*: a name of one is no subject of *were*; a noun is, though a sentence begins with it.
"""

from extractors.lexicons import nouns, verbs
from extractors.syntax.mending.word_classes import NOUNS, starts_sentence
from extractors.syntax.relations import Relation
from extractors.syntax.trees import Tree

_WHICH = frozenset("which whom".split())
_TAKEN = frozenset({Relation.COMPLEMENT, Relation.ADVERBIAL, Relation.PARATAXIS, Relation.CONJUNCT})
_OF_MANY = frozenset("were are have".split())
_WITHIN = frozenset({Relation.NOUN_MODIFIER, Relation.ADNOMINAL})
_HIGHEST = 4
"""Steps from the last word of a noun phrase up to its noun."""


def return_relatives(tree: Tree) -> None:
    """Hang such a clause on its noun; looks at a few words for each *which*, *that* and *saying*."""
    for at in range(1, len(tree) - 1):
        if tree.lowers[at] in _WHICH and at > 1:
            _return(tree, at)
        elif tree.lowers[at] == "that" and tree.tags[at - 1] == "NNP" and starts_sentence(tree, at - 1):
            if tree.lowers[at + 1] in _OF_MANY and tree.lowers[at - 1].endswith("s"):
                tree.tags[at - 1], tree.pos[at - 1] = "NNS", "NOUN"
        elif tree.tags[at] == "VBG" and tree.relations[at] is Relation.ADVERBIAL:
            _return_saying(tree, at)


def _return_saying(tree: Tree, saying: int) -> None:
    noun = saying - 1
    if tree.tags[noun] not in NOUNS or tree.lemma_in(saying, verbs.reporting()) is None:
        return
    for _ in range(_HIGHEST):
        row = nouns.nouns().get(tree.lemmas[noun])
        if row is not None and row.medium and tree.can_hang(saying, noun):
            tree.heads[saying], tree.relations[saying] = noun, Relation.ADNOMINAL
            return
        if tree.relations[noun] not in _WITHIN:
            return
        noun = tree.heads[noun]


def _return(tree: Tree, which: int) -> None:
    noun, case, verb = which - 2, which - 1, tree.heads[which]
    opens = tree.tags[case] == "IN" and tree.tags[noun] in NOUNS and tree.is_verb(verb) and verb > which
    if opens and tree.relations[verb] in _TAKEN and tree.heads[verb] != noun and tree.can_hang(verb, noun):
        tree.heads[verb], tree.relations[verb] = noun, Relation.RELATIVE
