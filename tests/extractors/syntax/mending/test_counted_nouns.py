"""What is counted is the noun."""

from extractors.syntax.schemes import read_tree
from tests.extractors.parses.notation import parsed


def test_a_number_before_an_adjective_and_a_noun_of_many_counts_the_noun() -> None:
    tree = read_tree(parsed("nine:CD:nummod:grey grey:JJ:amod:gulls gulls:NNS:nsubj:left left:VBD:root"))
    assert tree.heads[0] == 2


def test_a_number_before_a_noun_of_one_stays_with_its_adjective() -> None:
    tree = read_tree(parsed("nine:CD:nummod:old old:JJ:amod:gull gull:NN:nsubj:left left:VBD:root"))
    assert tree.heads[0] == 1
