"""What is tagged a preposition, and stands before a noun, belongs to that and not to the verb."""

import pytest

from extractors.syntax.clauses import read_syntax
from extractors.syntax.relations import Relation
from tests.extractors.parses.notation import parsed


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
