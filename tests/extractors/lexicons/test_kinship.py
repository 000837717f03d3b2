"""Words of one family, in whatever form they stand."""

import pytest

from extractors.lexicons.inflections import bases
from extractors.lexicons.kinship import families


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("sank", "sink"),
        ("sunk", "sink"),
        ("broken", "break"),
        ("given", "give"),
        ("fallen", "fall"),
        ("killed", "kill"),
        ("resigning", "resign"),
        ("banned", "ban"),
        ("robberies", "robbery"),
        ("buried", "bury"),
        ("dying", "die"),
        ("crashes", "crash"),
        ("sink", "sink"),
    ],
)
def test_the_base_of_a_form_is_among_those_that_it_may_have(form: str, base: str) -> None:
    assert base in bases(form)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("resigned", "resignation"),
        ("Sank", "sinking"),
        ("quake", "quakes"),
        ("arrested", "arrest"),
        ("killing", "died"),
    ],
)
def test_words_of_one_family_are_known_as_such(one: str, other: str) -> None:
    assert families(one) & families(other)


@pytest.mark.parametrize(("one", "other"), [("resigned", "arrested"), ("sank", "sang"), ("wounded", "died")])
def test_words_of_two_families_are_told_apart(one: str, other: str) -> None:
    assert not families(one) & families(other)


@pytest.mark.parametrize("word", ["said", "was", "told", "had", ""])
def test_what_is_said_in_every_story_is_of_no_family(word: str) -> None:
    assert not families(word)
