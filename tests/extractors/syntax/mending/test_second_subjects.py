"""What stands behind a verb of saying is no subject of what is said before it."""

from extractors.syntax.relations import Relation
from extractors.syntax.schemes import read_tree
from tests.extractors.parses.notation import parsed


def test_a_second_subject_behind_who_says_so_is_of_who_does() -> None:
    doc = parsed(
        "Shops:NNS:nsubj:shut shut:VBD:ccomp:said ,:,:punct:said said/say:VBD:root Corran:NNP:nsubj:shut "
        "Lind:NNP:nsubj:said"
    )
    tree = read_tree(doc)
    assert (tree.heads[4], tree.relations[4]) == (5, Relation.COMPOUND)


def test_a_second_subject_is_who_says_so_where_nobody_else_does() -> None:
    doc = parsed("Shops:NNS:nsubj:shut shut:VBD:ccomp:said ,:,:punct:said said/say:VBD:root Lind:NNP:nsubj:shut")
    tree = read_tree(doc)
    assert (tree.heads[4], tree.relations[4]) == (3, Relation.SUBJECT)
