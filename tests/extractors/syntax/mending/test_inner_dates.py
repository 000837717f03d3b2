"""A date behind what a time is counted from is the date of that."""

import pytest

from extractors.syntax.clauses import read_syntax
from tests.extractors.parses.notation import parsed


@pytest.mark.parametrize(
    ("text", "head"),
    [
        (
            "It:PRP:nsubj:shut shut:VBD:root a:DT:det:week week:NN:obl:shut before:IN:case:fair "
            "its:PRP$:poss:fair fair:NN:obl:shut in:IN:case:June June:NNP:obl:shut",
            "fair",
        ),
        (
            "It:PRP:nsubj:shut shut:VBD:root on:IN:case:eve the:DT:det:eve eve:NN:obl:shut of:IN:case:fair "
            "fair:NN:nmod:eve on:IN:case:June June:NNP:obl:shut",
            "fair",
        ),
        (
            "It:PRP:nsubj:shut shut:VBD:root after:IN:case:fair its:PRP$:poss:fair fair:NN:obl:shut in:IN:case:June "
            "June:NNP:obl:shut",
            "shut",
        ),
    ],
)
def test_a_date_behind_what_a_time_is_counted_from_is_of_that(text: str, head: str) -> None:
    tree = read_syntax(parsed(text)).tree
    assert tree.lowers[tree.heads[tree.lowers.index("june")]] == head
