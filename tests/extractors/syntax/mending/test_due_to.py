"""Before a bare verb *due to* tells of what is to come, before a noun why something is so."""

from extractors.syntax.relations import Relation
from extractors.syntax.schemes import read_tree
from tests.extractors.parses.notation import parsed


def test_what_is_due_to_be_done_hangs_on_due_and_that_on_its_noun() -> None:
    tree = read_tree(
        parsed(
            "They:PRP:nsubj:sold sold:VBD:root land:NN:obj:sold ,:,:punct:built due:JJ:mark:built to:TO:fixed:due "
            "be:VB:aux:pass:built built:VBN:advcl:sold on:RP:compound:prt:built"
        )
    )
    found = [(tree.heads[at], tree.relations[at]) for at in (4, 5, 7)]
    assert found == [(2, Relation.ADNOMINAL), (7, Relation.MARKER), (4, Relation.OPEN_COMPLEMENT)]


def test_due_to_before_a_noun_stays_a_preposition() -> None:
    tree = read_tree(
        parsed(
            "They:PRP:nsubj:sold sold:VBD:root land:NN:obj:sold due:JJ:case:debts to:IN:fixed:due debts:NNS:obl:sold"
        )
    )
    assert (tree.heads[3], tree.relations[3]) == (5, Relation.CASE)
