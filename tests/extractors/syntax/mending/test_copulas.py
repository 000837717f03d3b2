"""A *was* is what the words that it stands with make of it."""

from extractors.syntax.relations import Relation
from extractors.syntax.schemes import read_tree
from tests.extractors.parses.notation import parsed


def test_nothing_is_done_to_the_subject_of_an_adjective() -> None:
    tree = read_tree(parsed("She:PRP:nsubj:pass:glad was:VBD:aux:pass:glad glad:JJ:root"))
    assert tree.relations == [Relation.SUBJECT, Relation.ROOT, Relation.PREDICATE]


def test_a_was_on_a_preposition_is_the_auxiliary_of_the_participle_behind_it() -> None:
    tree = read_tree(
        parsed(
            "It:PRP:nsubj:pass:said was:VBD:cop:on on:IN:case:Friday Friday:NNP:obl:said said:VBN:root to:TO:mark:be "
            "be:VB:xcomp:said"
        )
    )
    assert (tree.heads[1], tree.relations[1]) == (4, Relation.PASSIVE_AUXILIARY)


def test_what_is_somebodys_is_a_noun() -> None:
    tree = read_tree(
        parsed("It:PRP:nsubj:making was:VBD:cop:making Marr:NNP:nsubj:making 's:POS:case:Marr making:VBG:root")
    )
    assert (tree.tags[4], tree.relations[4], tree.relations[2]) == ("NN", Relation.PREDICATE, Relation.POSSESSOR)


def test_a_participle_like_its_present_behind_a_passive_auxiliary_is_no_quality() -> None:
    tree = read_tree(parsed("Nine:CD:nsubj:pass:shut were:VBD:aux:pass:shut shut:JJ:root"))
    assert (tree.tags[2], tree.relations[1]) == ("VBN", Relation.PASSIVE_AUXILIARY)


def test_a_firm_called_by_its_owner_is_no_owner_of_what_it_is() -> None:
    tree = read_tree(
        parsed("Marr:NNP:nsubj:full 's:POS:case:Marr was:VBD:cop:full full:JJ:root all:DT:det:day day:NN:obl:full")
    )
    assert (tree.heads[0], tree.relations[0]) == (2, Relation.SUBJECT)
