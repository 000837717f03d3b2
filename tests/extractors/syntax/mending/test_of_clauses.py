"""What *of* opens is of the adjective before it."""

from extractors.syntax.relations import Relation
from extractors.syntax.schemes import read_tree
from tests.extractors.parses.notation import parsed


def test_a_clause_with_of_right_behind_an_adjective_is_of_the_adjective() -> None:
    doc = parsed(
        "She:PRP:nsubj:came came:VBD:root clear:JJ:advmod:came of:IN:mark:losing losing:VBG:advcl:came "
        "it:PRP:obj:losing"
    )
    tree = read_tree(doc)
    assert (tree.heads[4], tree.relations[2]) == (2, Relation.PREDICATE)


def test_a_clause_with_of_behind_whom_it_is_about_stays_on_the_verb() -> None:
    doc = parsed("She:PRP:nsubj:cured cured:VBD:root him:PRP:obj:cured of:IN:mark:lying lying:VBG:advcl:cured")
    assert read_tree(doc).heads[4] == 1
