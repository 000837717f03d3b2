"""Behind what bounds a sentence *was* stands before the subject of its participle."""

from extractors.syntax.clauses import read_syntax
from extractors.syntax.relations import Relation
from tests.extractors.parses.notation import parsed


def test_whoever_is_taken_for_what_somebody_was_is_the_subject_of_what_was_done() -> None:
    doc = parsed(
        "Not:RB:root until:IN:mark:gates June:NNP:obl:gates were:VBD:cop:gates the:DT:det:gates "
        "gates:NNS:parataxis:Not opened/open:VBN:acl:gates .:.:punct:gates"
    )
    syntax = read_syntax(doc)
    (clause,) = syntax.clauses.values()
    assert (clause.verb, clause.relation, clause.subject, clause.negation, clause.passive) == (
        6,
        Relation.ROOT,
        5,
        0,
        True,
    )
    assert (syntax.tree.heads[1], syntax.tree.relations[1], syntax.tree.heads[2]) == (2, Relation.CASE, 6)
