"""A verb has one subject: what another is called, who says so, and what a preposition holds is none of it."""

import pytest

from extractors.syntax.clauses import read_syntax
from extractors.syntax.relations import SUBJECTS, Relation
from extractors.syntax.schemes import read_tree
from tests.extractors.parses.notation import parsed
from tests.extractors.syntax.mending.reading import subjects


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The:DT:det:tug tug:NN:nsubj:burned Astrid:NNP:nsubj:burned burned:VBD:root", "tug"),
        (
            "Lead:NN:compound:singer singer:NN:nsubj:left Mia:NNP:nsubj:left Kesk:NNP:flat:Mia left:VBD:root",
            "Kesk",
        ),
        ("Storm:NNP:nsubj:grew Otto:NNP:nsubj:grew grew:VBD:root", "Otto"),
        (
            "Keeper:NNP:nsubj:left of:IN:case:Dorra Dorra:NNP:nmod:Keeper Mia:NNP:nsubj:left Kesk:NNP:flat:Mia "
            "left:VBD:root",
            "Kesk",
        ),
    ],
)
def test_a_noun_and_the_name_right_behind_it_are_one_subject(text: str, subject: str) -> None:
    assert list(subjects(text).values()) == [subject]


@pytest.mark.parametrize(
    "text",
    [
        "Who:WP:nsubj:left Monday:NNP:nsubj:left left:VBD:root",
        "The:DT:det:band band:NN:nsubj:left Monday:NNP:nsubj:left left:VBD:root",
        "Lind:NNP:nsubj:left ,:,:punct:left Rask:NNP:nsubj:left left:VBD:root",
    ],
)
def test_a_time_and_what_a_comma_parts_are_no_names_of_it(text: str) -> None:
    doc = parsed(text)
    tree = read_syntax(doc).tree
    assert [at for at, one in enumerate(tree.relations) if one in SUBJECTS] == [
        word.i for word in doc if word.dep_ == "nsubj"
    ]


def test_of_two_subjects_the_one_with_a_preposition_is_none() -> None:
    doc = parsed(
        "After:IN:case:raid the:DT:det:raid raid:NN:nsubj:shut clubs:NNS:nsubj:shut shut:VBD:root .:.:punct:shut"
    )
    syntax = read_syntax(doc)
    assert syntax.clauses[4].subject == 3
    assert syntax.tree.relations[2] is Relation.OBLIQUE


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


def test_what_begins_behind_a_mark_is_of_no_one_who_said_so_before_it() -> None:
    doc = parsed(
        "Shops:NNS:nsubj:shut shut:VBD:ccomp:said ,:,:punct:said said/say:VBD:root Lind:NNP:nsubj:said ,:,:punct:said "
        "but:CC:cc:fears fears:NNS:nsubj:shut"
    )
    assert read_tree(doc).heads[7] == 1
