"""A word gets the tag that its form, or the words it goes with, leave it."""

import pytest

from extractors.syntax.clauses import read_syntax
from tests.extractors.parses.notation import parsed


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("Sales:NNS:nsubj:grew grew:VBZ:root", "grew", "VBD"),
        ("Sales:NNS:nsubj:grow grow:VBP:root", "grow", "VBP"),
        ("It:PRP:nsubj:old was:VBZ:cop:old old:JJ:root", "was", "VBD"),
        ("A:DT:det:dog dog:NN:nsubj:lay lay:VBP:root there:RB:advmod:lay", "lay", "VBD"),
        ("Dogs:NNS:nsubj:lay lay:VBP:root eggs:NNS:obj:lay", "lay", "VBP"),
        ("Lind:NNP:nsubj:hit and:CC:cc:Rask Rask:NNP:conj:Lind hit:VBP:root it:PRP:obj:hit", "hit", "VBP"),
        ("She:PRP:nsubj:hit did:VBD:aux:hit not:RB:advmod:hit hit:VBP:root it:PRP:obj:hit", "hit", "VBP"),
        ("It:PRP:nsubj:sold was:VBD:auxpass:sold sold:VBD:root", "sold", "VBN"),
        ("It:PRP:nsubj:peak is:VBZ:cop:peak the:DT:det:peak steepest:JJ:amod:peak peak:NN:root", "steepest", "JJS"),
        ("It:PRP:nsubj:sank sank:VBD:root on:IN:case:Sunday Sunday:CD:obl:sank", "sunday", "NNP"),
        ("An:DT:det:man honest:JJ:amod:man man:NN:root", "honest", "JJ"),
    ],
)
def test_a_tag_is_one_that_the_form_of_a_word_can_have(text: str, word: str, tag: str) -> None:
    tree = read_syntax(parsed(text)).tree
    assert tree.tags[tree.lowers.index(word)] == tag


def test_a_participle_behind_was_is_done_to_its_subject() -> None:
    doc = parsed("The:DT:det:mill mill:NN:nsubj:repaired was:VBD:cop:repaired repaired:VBN:root")
    (clause,) = read_syntax(doc).clauses.values()
    assert (clause.verb, clause.subject, clause.passive) == (3, 1, True)


def test_is_before_a_clause_of_its_own_is_no_auxiliary_of_it() -> None:
    doc = parsed(
        "The:DT:det:hope hope:NN:nsubj:sunk is:VBZ:cop:sunk that:IN:mark:sunk it:PRP:nsubj:sunk has:VBZ:aux:sunk "
        "sunk:VBN:root"
    )
    clauses = read_syntax(doc).clauses
    assert [(clauses[at].subject, clauses[at].passive) for at in (2, 6)] == [(1, False), (4, False)]
