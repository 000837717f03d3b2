"""What stands close behind a verb of saying is of the saying."""

import pytest

from extractors.syntax.clauses import read_syntax
from tests.extractors.parses.notation import parsed

SUNK = "It:PRP:nsubj:sank sank:VBD:ccomp:said ,:,:punct:sank she:PRP:nsubj:said said:VBD:root"


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        (f"{SUNK} on:IN:case:Friday Friday:NNP:obl:sank", "friday", "said"),
        (f"{SUNK} at:IN:case:sea sea:NN:obl:sank on:IN:case:Friday Friday:NNP:obl:sank", "friday", "said"),
        (f"{SUNK} ,:,:punct:sank on:IN:case:Friday Friday:NNP:obl:sank", "friday", "sank"),
        (
            "She:PRP:nsubj:said said:VBD:root last:JJ:amod:week week:NN:obl:left it:PRP:nsubj:left "
            "had:VBD:aux:left left:VBN:ccomp:said",
            "week",
            "said",
        ),
        (
            "She:PRP:nsubj:says says/say:VBZ:root in:IN:case:May May:NNP:obl:leave it:PRP:nsubj:leave "
            "will:MD:aux:leave leave:VB:ccomp:says",
            "may",
            "leave",
        ),
        (
            "She:PRP:nsubj:said said:VBD:root that:IN:mark:left in:IN:case:May May:NNP:obl:left it:PRP:nsubj:left "
            "had:VBD:aux:left left:VBN:ccomp:said",
            "may",
            "left",
        ),
    ],
)
def test_what_stands_right_behind_who_says_so_is_of_the_saying(text: str, word: str, head: str) -> None:
    tree = read_syntax(parsed(text.replace("said:VBD", "said/say:VBD"))).tree
    assert tree.lowers[tree.heads[tree.lowers.index(word)]] == head
