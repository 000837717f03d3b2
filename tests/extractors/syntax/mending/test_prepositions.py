"""A preposition holds the noun that it stands before, and no verb."""

import pytest

from extractors.syntax.clauses import read_syntax
from extractors.syntax.relations import Relation
from extractors.syntax.schemes import read_tree
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


@pytest.mark.parametrize(
    ("tag", "relation", "place"),
    [("IN", Relation.CASE, Relation.OBLIQUE), ("RP", Relation.PARTICLE, Relation.OBJECT)],
)
def test_only_what_is_tagged_a_particle_is_one(tag: str, relation: Relation, place: Relation) -> None:
    tree = read_syntax(
        parsed(
            f"Crews:NNS:nsubj:turned turned:VBD:root over:{tag}:compound:prt:turned old:JJ:amod:rafts "
            "rafts:NNS:obj:turned"
        )
    ).tree
    assert (tree.relations[2], tree.relations[4]) == (relation, place)


def test_a_particle_before_no_noun_stays_one() -> None:
    tree = read_syntax(parsed("Crews:NNS:nsubj:gave gave:VBD:root up:IN:compound:prt:gave early:RB:advmod:gave")).tree
    assert tree.relations[2] is Relation.PARTICLE


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
