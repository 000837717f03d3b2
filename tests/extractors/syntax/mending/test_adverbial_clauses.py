"""What tells when, why or how is nothing that is said."""

import pytest

from extractors.syntax.relations import Relation
from extractors.syntax.schemes import read_tree
from tests.extractors.parses.notation import parsed


@pytest.mark.parametrize(
    ("mark", "relation"),
    [
        ("as", Relation.ADVERBIAL),
        ("while", Relation.ADVERBIAL),
        ("because", Relation.ADVERBIAL),
        ("that", Relation.COMPLEMENT),
        ("whether", Relation.COMPLEMENT),
    ],
)
def test_a_clause_is_what_its_mark_says(mark: str, relation: Relation) -> None:
    doc = parsed(
        f"He:PRP:nsubj:told told:VBD:root it:PRP:obj:told {mark}:IN:mark:rang bells:NNS:nsubj:rang rang:VBD:ccomp:told"
    )
    assert read_tree(doc).relations[5] is relation


def test_a_participle_alone_before_a_sentence_is_nothing_that_is_said() -> None:
    doc = parsed("Pressed:VBN:ccomp:said ,:,:punct:Pressed Lind:NNP:nsubj:said said:VBD:root no:UH:obj:said")
    assert read_tree(doc).relations[0] is Relation.ADVERBIAL


def test_what_one_goes_on_to_is_what_one_does() -> None:
    doc = parsed(
        "Lind:NNP:nsubj:moved moved:VBD:root on:RB:advmod:moved to:TO:mark:win win:VB:advcl:moved it:PRP:obj:win"
    )
    assert read_tree(doc).relations[4] is Relation.OPEN_COMPLEMENT
