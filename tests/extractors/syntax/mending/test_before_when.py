"""What stands before a comma and *when* is no part of the clause behind."""

from extractors.syntax.clauses import read_syntax
from tests.extractors.parses.notation import parsed


def test_what_stands_before_when_is_of_what_the_clause_hangs_on() -> None:
    tree = read_syntax(
        parsed(
            "It:PRP:nsubj:closed closed:VBD:root in:IN:case:2004 2004:CD:obl:flooded ,:,:punct:flooded "
            "when:WRB:advmod:flooded pits:NNS:nsubj:flooded flooded:VBD:advcl:closed"
        )
    ).tree
    assert tree.lowers[tree.heads[tree.lowers.index("2004")]] == "closed"
