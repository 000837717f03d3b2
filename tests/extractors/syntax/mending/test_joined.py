"""What an *and* or *but* joins to nothing is one more verb."""

from extractors.syntax.relations import Relation
from extractors.syntax.schemes import read_tree
from tests.extractors.parses.notation import parsed


def test_a_past_behind_and_is_no_quality_of_the_noun_behind_it() -> None:
    tree = read_tree(
        parsed(
            "It:PRP:nsubj:stayed stayed:VBD:root in:IN:case:port port:NN:obl:stayed and:CC:cc:carried "
            "carried:VBN:amod:coal coal:NN:obl:stayed for:IN:case:years years:NNS:obl:stayed"
        )
    )
    assert [(tree.heads[at], tree.relations[at]) for at in (5, 6, 8)] == [
        (1, Relation.CONJUNCT),
        (5, Relation.OBJECT),
        (5, Relation.OBLIQUE),
    ]


def test_two_qualities_joined_by_and_stay_qualities() -> None:
    tree = read_tree(
        parsed(
            "It:PRP:nsubj:sold sold:VBD:root dried:VBN:amod:fish and:CC:cc:salted salted:VBN:amod:fish fish:NN:obj:sold"
        )
    )
    assert (tree.heads[4], tree.relations[4]) == (5, Relation.MODIFIER)


def test_a_clause_behind_but_and_because_is_joined_to_the_verb_before_it() -> None:
    tree = read_tree(
        parsed(
            "It:PRP:nsubj:closed closed:VBD:root for:IN:case:repairs repairs:NNS:obl:closed but:CC:cc:left "
            "also:RB:advmod:left because:IN:mark:left she:PRP:nsubj:left left:VBD:advcl:closed"
        )
    )
    assert (tree.heads[8], tree.relations[8]) == (1, Relation.CONJUNCT)
