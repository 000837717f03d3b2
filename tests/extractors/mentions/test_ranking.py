"""Of several that may be meant the likeliest is taken, by weights that were learned."""

import pytest

from extractors.log_linear import Weights, chances_of
from extractors.mentions.ranking import Ranker, learned

RANKER = Ranker({"it": Weights(sure=0.7, features={"subject": 1.0, "object": -1.0, "none": -0.5, "none rains": 4.0})})


def test_chances_add_up_to_one_and_grow_with_the_weights() -> None:
    chances = chances_of({"subject": 1.0}, [["subject", "of no weight"], ["object"], ["none"]])
    assert sum(chances) == pytest.approx(1.0)
    assert chances[0] > chances[1] == chances[2]


def test_the_likeliest_is_taken_and_is_sure_from_the_learned_chance_on() -> None:
    found = RANKER.likeliest("it", 5, [4, 2], [["object"], ["subject"], ["none"]])
    assert found is not None
    assert (found.place, found.sure) == (1, True)
    open_ = RANKER.likeliest("it", 5, [4, 2], [["subject"], ["subject"], ["none"]])
    assert open_ is not None
    assert (open_.place, open_.sure) == (0, False)


def test_nothing_is_taken_where_it_is_far_likelier_that_none_is_meant() -> None:
    assert RANKER.likeliest("it", 5, [4], [["subject"], ["none", "none rains"]]) is None


def test_the_weights_that_ship_are_of_the_three_kinds_of_pronouns() -> None:
    assert set(learned()) == {"he, she", "it", "they"}
    assert all(0.5 <= weights.sure < 1 and weights.features for weights in learned().values())
