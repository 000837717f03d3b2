"""A preposition holds the noun that it stands before."""

import pytest

from extractors.syntax.clauses import read_syntax
from extractors.syntax.relations import Relation
from tests.extractors.parses.notation import parsed


@pytest.mark.parametrize(
    ("text", "preposition", "noun"),
    [
        ("We:PRP:nsubj:wait wait:VBP:root until:IN:case:late late:JJ:amod:May May:NNP:obl:wait", "until", "may"),
        (
            "Days:NNS:obl:fled after:IN:mark:fled the:DT:det:flooding flooding:VBG:advcl:fled we:PRP:nsubj:fled "
            "fled:VBD:root",
            "after",
            "flooding",
        ),
        ("They:PRP:nsubj:met met:VBD:root on:RP:advmod:met Friday:NNP:obl:met", "on", "friday"),
    ],
)
def test_a_preposition_holds_the_noun_behind_it(text: str, preposition: str, noun: str) -> None:
    tree = read_syntax(parsed(text)).tree
    at = tree.lowers.index(preposition)
    assert (tree.lowers[tree.heads[at]], tree.relations[at]) == (noun, Relation.CASE)
    assert tree.relations[tree.heads[at]] is Relation.OBLIQUE


def test_of_two_subjects_the_one_with_a_preposition_is_none() -> None:
    doc = parsed(
        "After:IN:case:raid the:DT:det:raid raid:NN:nsubj:shut clubs:NNS:nsubj:shut shut:VBD:root .:.:punct:shut"
    )
    syntax = read_syntax(doc)
    assert syntax.clauses[4].subject == 3
    assert syntax.tree.relations[2] is Relation.OBLIQUE


def test_a_gerund_with_an_object_stays_a_verb() -> None:
    doc = parsed(
        "Days:NNS:obl:fled after:IN:mark:robbing the:DT:det:robbing robbing:VBG:advcl:fled banks:NNS:obj:robbing "
        "he:PRP:nsubj:fled fled:VBD:root"
    )
    assert read_syntax(doc).tree.tags[3] == "VBG"


def test_an_article_is_the_subject_of_nothing() -> None:
    doc = parsed(
        "Days:NNS:obl:fled after:IN:mark:sinking the:DT:nsubj:sinking sinking:VBG:advcl:fled he:PRP:nsubj:fled "
        "fled:VBD:root"
    )
    tree = read_syntax(doc).tree
    assert (tree.tags[3], tree.relations[2], tree.relations[3]) == ("NN", Relation.MODIFIER, Relation.OBLIQUE)
