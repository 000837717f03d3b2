import random

from hypothesis import given
from hypothesis import strategies as st

from timeline.versions.changed_words import changed_words
from timeline.versions.resemblance import SAME_ADDRESS, resemblance, runs

WORDS = st.sampled_from("the old mill burned down on Friday . ! and nobody knew \n why it did".split(" "))
TEXTS = st.lists(WORDS, min_size=1, max_size=60).map(" ".join)


@given(TEXTS)
def test_nothing_is_changed_between_a_text_and_itself(text: str) -> None:
    assert changed_words(text, text) == 0


@given(TEXTS, TEXTS)
def test_no_more_is_changed_than_there_is(one: str, other: str) -> None:
    assert changed_words(one, other) <= len(one.split()) + len(other.split()) + one.count(".") + other.count(".")


def test_a_word_that_took_the_place_of_another_is_one_word_changed() -> None:
    assert changed_words("Silva left on Friday. Orr stayed.", "Silva resigned on Friday. Orr stayed.") == 1


def test_a_stretch_too_long_to_compare_counts_whole_in_no_time() -> None:
    chance = random.Random(1)
    one, other = (" ".join(chance.choice("abcdefgh") for _ in range(20_000)) for _ in range(2))
    assert changed_words(one, other) == 20_000


@given(st.lists(st.sampled_from([f"word{number}" for number in range(500)]), min_size=12, max_size=200), st.data())
def test_a_text_with_one_word_changed_is_of_the_same_article(words: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(words) - 1))
    changed = [*words[:at], "another", *words[at + 1 :]]
    distinct = [f"{word}-{number}" for number, word in enumerate(words)]
    del distinct[at]
    assert resemblance(runs(" ".join(words)), runs(" ".join(words))) == 1
    share = resemblance(runs(" ".join(words)), runs(" ".join(changed)))
    assert share >= SAME_ADDRESS or len(runs(" ".join(words))) < 10
