"""A time that is one already has no clause to say which it is."""

import pytest

from extractors.syntax.clauses import read_syntax
from extractors.syntax.relations import Relation
from tests.extractors.parses.notation import parsed

CLAUSE = "she:PRP:nsubj:sold had:VBD:aux:sold sold:VBN:acl:relcl:week it:PRP:obj:sold .:.:punct:week"


def test_what_stands_behind_the_next_week_is_the_sentence() -> None:
    tree = read_syntax(parsed(f"The:DT:det:week next:JJ:amod:week week:NN:root {CLAUSE}")).tree
    assert (tree.heads[5], tree.heads[2], tree.relations[2]) == (5, 5, Relation.OBLIQUE)


@pytest.mark.parametrize(
    "text",
    [
        f"The:DT:det:week first:JJ:amod:week week:NN:root {CLAUSE}",
        f"The:DT:det:week next:JJ:amod:week week:NN:root that:WDT:obj:sold {CLAUSE}",
        f"The:DT:det:week next:JJ:amod:week week:NN:root {CLAUSE.removesuffix('.:.:punct:week')}",
    ],
)
def test_a_clause_that_says_which_week_it_was_stays_with_it(text: str) -> None:
    tree = read_syntax(parsed(text)).tree
    assert tree.heads[2] == 2
