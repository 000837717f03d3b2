"""As which event of a later reading an earlier one is recognised, and when nobody can tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from timeline.correcting.recognising import likeness, recognised
from timeline.mentions import Mention

TEXT = "The ferry Merel sank off Oslund on Saturday. Police arrested the owner. Police arrested the captain."


def mention(sentence: str, trigger: str, *actors: str, article: str = "a", date: str = "") -> Mention:
    """One in the text above, or, for another article, in one that has other words around it."""
    start = max(0, TEXT.find(sentence))
    at = start + sentence.index(trigger)
    return Mention(
        event=f"{article}-{at}",
        article=article,
        title=sentence.rstrip("."),
        trigger=trigger,
        sentence=sentence,
        actors=actors,
        date=date,
        at=(at, at + len(trigger)),
        clause=(start, start + len(sentence)),
        place=at / len(TEXT),
    )


SANK = mention("The ferry Merel sank off Oslund on Saturday.", "sank", "merel", date="2019-01-26")
OWNER = mention("Police arrested the owner.", "arrested", "police", "the owner")
CAPTAIN = mention("Police arrested the captain.", "arrested", "police", "the captain")
BEFORE = {one.event: one for one in (SANK, OWNER, CAPTAIN)}


def found(lost: Mention, *after: Mention) -> str | None:
    return recognised({lost.event: lost}, BEFORE, {one.event: one for one in after}).get(lost.event)


def test_a_trigger_that_moved_within_its_clause_is_the_same_event() -> None:
    moved = mention(SANK.sentence, "off", "merel", date="2019-01-26")
    assert found(SANK, moved, OWNER, CAPTAIN) == moved.event


@pytest.mark.parametrize(
    "sentence",
    [
        "On Saturday the ferry Merel went down off Oslund.",
        "The Merel sank near Oslund.",
        "The ferry Merel sank.",
    ],
)
def test_a_rephrased_sentence_is_the_same_event(sentence: str) -> None:
    trigger = "went" if "went" in sentence else "sank"
    again = mention(sentence, trigger, "merel", article="b")
    other = mention("Divers looked for the wreck.", "looked", "divers", article="b")
    assert found(SANK, again, other) == again.event


def test_what_came_in_the_place_of_another_event_is_not_that() -> None:
    assert found(SANK, mention("The mayor visited Oslund on Saturday.", "visited", "mayor", article="b")) is None
    assert found(OWNER, mention("Police questioned witnesses.", "questioned", "police", article="b")) is None


def test_with_another_verb_the_rest_must_leave_no_doubt() -> None:
    released = mention("Police released the owner.", "released", "police", "the owner", article="b")
    assert found(OWNER, released) is None
    longer = "Police {} the owner of the ferry, Tom Orr, in Corran."
    seized = mention(longer.format("arrested"), "arrested", "police", "tom orr", date="2019-01-28")
    held = mention(longer.format("detained"), "detained", "police", "tom orr", article="b", date="2019-01-28")
    assert found(seized, held) == held.event
    assert found(seized, replace(held, date="2019-01-30")) is None


def test_where_two_are_as_like_nobody_can_tell() -> None:
    one, other = (mention("Police arrested a man.", "arrested", "police", article=article) for article in "bc")
    assert found(OWNER, one, replace(other, article="b")) is None


def test_what_is_more_like_another_event_of_before_is_left_to_that() -> None:
    again = mention("Police arrested the captain of it.", "arrested", "police", "the captain", article="b")
    assert found(OWNER, again) is None
    assert found(CAPTAIN, again) == again.event


def test_what_did_not_happen_is_not_what_happened() -> None:
    denied = replace(mention("The ferry Merel sank.", "sank", article="b"), is_denied=True)
    assert likeness(SANK, denied) < likeness(SANK, replace(denied, is_denied=False)) * 0.7


WORDS = st.sampled_from(["ferry", "sank", "police", "arrested", "owner", "captain", "spoke", "Oslund"])
MENTIONS = st.lists(WORDS, min_size=1, max_size=5).map(lambda words: mention(" ".join(words), words[0], article="b"))


@given(st.lists(MENTIONS, max_size=6, unique_by=lambda one: one.sentence), st.lists(MENTIONS, max_size=6))
def test_no_two_events_are_recognised_as_one_and_none_as_one_of_before(
    before: list[Mention], after: list[Mention]
) -> None:
    earlier = {f"old {number}": one for number, one in enumerate(before)}
    later = {**dict(list(earlier.items())[:2]), **{f"new {number}": one for number, one in enumerate(after)}}
    same = recognised({key: one for key, one in earlier.items() if key not in later}, earlier, later)
    assert len(set(same.values())) == len(same)
    assert not set(same.values()) & earlier.keys()


@given(MENTIONS, MENTIONS)
def test_likeness_is_the_same_both_ways_and_whole_for_the_same(one: Mention, other: Mention) -> None:
    assert likeness(one, other) == pytest.approx(likeness(other, one))
    assert likeness(one, one) == pytest.approx(1.0)
    assert 0 <= likeness(one, other) <= 1
