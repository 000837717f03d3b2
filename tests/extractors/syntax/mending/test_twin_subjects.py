"""A verb has one subject: what another is called, or what it is, goes with it."""

import pytest

from extractors.syntax.clauses import read_syntax
from extractors.syntax.relations import SUBJECTS
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
