import random

from hypothesis import given
from hypothesis import strategies as st

from timeline.versions.alignment import Alignment
from timeline.versions.resemblance import SAME_ADDRESS, resemblance, runs

WORDS = st.sampled_from("the old mill burned down on Friday . ! and nobody knew \n why it did".split(" "))
TEXTS = st.lists(WORDS, min_size=1, max_size=60).map(" ".join)


@given(TEXTS)
def test_each_place_of_a_text_is_its_own(text: str) -> None:
    alignment = Alignment(text, text)
    assert alignment.changed == 0
    assert [alignment.place((at, at)) for at in range(len(text))] == list(range(len(text)))


@given(TEXTS, TEXTS, TEXTS)
def test_what_is_put_before_and_behind_moves_all_by_as_much(text: str, before: str, behind: str) -> None:
    marked = f"Here it begins. {text} Here it ends."
    later = f"{before}\n{marked}\n{behind}"
    alignment = Alignment(marked, later)
    for mark in ("Here it begins", "Here it ends"):
        place = alignment.place((marked.index(mark), 0))
        assert place is not None
        assert later[place:].startswith(mark)


@given(TEXTS, TEXTS)
def test_a_place_lies_within_the_later_text(one: str, other: str) -> None:
    alignment = Alignment(one, other)
    places = [alignment.place((at, at)) for at in range(len(one))]
    assert all(place is None or 0 <= place < len(other) for place in places)


def test_a_word_that_took_the_place_of_another_stands_at_its_place() -> None:
    old, new = "Silva left on Friday. Orr stayed.", "Silva resigned on Friday. Orr stayed."
    alignment = Alignment(old, new)
    assert alignment.place((old.index("left"), 0)) == new.index("resigned")
    assert alignment.place((old.index("stayed"), 0)) == new.index("stayed")
    assert alignment.changed == 1


def test_a_stretch_too_long_to_compare_is_left_out_in_no_time() -> None:
    chance = random.Random(1)
    one, other = (" ".join(chance.choice("abcdefgh") for _ in range(20_000)) for _ in range(2))
    assert Alignment(one, other).place((100, 101)) is None


@given(st.lists(st.sampled_from([f"word{number}" for number in range(500)]), min_size=12, max_size=200), st.data())
def test_a_text_with_one_word_changed_is_of_the_same_article(words: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(words) - 1))
    changed = [*words[:at], "another", *words[at + 1 :]]
    distinct = [f"{word}-{number}" for number, word in enumerate(words)]
    del distinct[at]
    assert resemblance(runs(" ".join(words)), runs(" ".join(words))) == 1
    share = resemblance(runs(" ".join(words)), runs(" ".join(changed)))
    assert share >= SAME_ADDRESS or len(runs(" ".join(words))) < 10
