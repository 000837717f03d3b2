"""What parses name in several ways is read in one."""

from extractors.syntax.relations import Relation
from extractors.syntax.schemes import read_tree
from tests.extractors.parses.notation import parsed


def test_be_before_to_is_the_verb_and_what_is_to_be_done_its_complement() -> None:
    doc = parsed("Lind:NNP:nsubj:sail was:VBD:aux:sail to:TO:mark:sail sail:VB:root at:IN:case:noon noon:NN:obl:sail")
    tree = read_tree(doc)
    assert (tree.heads[:4], tree.heads[5]) == ([1, 1, 3, 1], 3)
    assert tree.relations[3] is Relation.OPEN_COMPLEMENT


def test_both_words_of_as_though_open_the_clause() -> None:
    doc = parsed(
        "He:PRP:nsubj:ran ran:VBD:root as:IN:mark:won though:IN:fixed:as he:PRP:nsubj:won had:VBD:aux:won "
        "won:VBN:advcl:ran"
    )
    tree = read_tree(doc)
    assert [(tree.heads[at], tree.relations[at]) for at in (2, 3)] == [(6, Relation.MARKER)] * 2
