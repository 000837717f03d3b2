"""What no rule gives a time has the likeliest of those told near, and none where signs are against it."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from spacy.tokens import Doc

from extractors.events import events
from extractors.events.component import read_by_rule
from extractors.events.context.event_context import read_event_context
from extractors.events.scenes.likely_times import _likeliest
from extractors.events.scenes.story_times import StoryTimes
from extractors.events.scenes.time_network import TimeNetwork
from timeline.model import Tie

Read = Callable[[str], Doc]

WRITTEN = Path(__file__).parents[4] / "benchmarks" / "written"
"""Articles of our own."""


@pytest.mark.parametrize(
    ("text", "trigger", "time"),
    [
        (
            "The firm told of a loss on Tuesday. Its shares, hit by it, dropped 9 percent, wiping out the gains.",
            "wiping",
            "Tuesday",
        ),
    ],
)
def test_what_no_rule_dates_has_the_likeliest_time_told_near(read: Read, text: str, trigger: str, time: str) -> None:
    doc = read(text)
    found = {doc[one.trigger[0]].text: one for one in events(doc)}[trigger]
    assert found.tie is Tie.SCENE
    assert found.time is not None
    assert doc.spans["time_expressions"][found.time].text == time


def test_in_an_article_what_is_told_of_a_night_has_its_time_where_no_rule_knows_it(read: Read) -> None:
    doc = read((WRITTEN / "court.txt").read_text(encoding="utf-8"))
    by_rule = {one.trigger: one for one in read_by_rule(read_event_context(doc))[0]}
    (went,) = (
        one
        for one in events(doc)
        if doc[one.trigger[0]].text == "went" and "bed" in doc[one.clause[0] : one.clause[1]].text
    )
    assert by_rule[went.trigger[0]].time is None
    assert went.time is not None
    assert doc.spans["time_expressions"][went.time].text == "the night of Friday, November 13, 1981"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The ferry sank on Saturday. It had been repaired in a hurry.", "repaired"),
        ("Kesk was jailed on Friday for robbing a bank.", "robbing"),
        ("Rask Hall opened on Saturday in honour of a man who drowned there.", "drowned"),
        ("Lind told reporters on Tuesday that the harbour would close.", "close"),
        ("The talks were moved to tomorrow. Half of the papers were found in a boot.", "found"),
        ("Rask said he saw her in 1981. The mayor denied it.", "denied"),
        ("Kesk was born in 1920 and studied law in Corran.", "studied"),
        ("The show ran until 1973. Kesk painted dogs.", "painted"),
        ("It was cold. The talks were moved to next Monday.", "moved"),
    ],
)
def test_no_time_is_given_that_signs_speak_against(read: Read, text: str, trigger: str) -> None:
    doc = read(text)
    one = next(one for one in events(doc) if doc[one.trigger[0]].text == trigger)
    assert one.time is None


def test_times_are_offered_nearest_first_each_day_once_and_none_of_what_is_to_come_for_what_is_past(read: Read) -> None:
    text = "Olm voted on Sunday.\n\nRask left on Monday, Lind won on Sunday; Bo votes tomorrow.\n\nCritics mocked her."
    context = read_event_context(read(text))
    candidates, _ = read_by_rule(context)
    story = StoryTimes(context, candidates)
    one = next(one for one in candidates if context.doc[one.trigger].text == "mocked")
    assert [context.times[time].text for time in story.offered(one)] == ["Sunday", "Monday"]


def test_what_a_rule_puts_into_a_scene_is_offered_its_time_beside_the_others(read: Read) -> None:
    context = read_event_context(read("Olm voted on Friday.\n\nThe ferry sank on Saturday. Nine passengers drowned."))
    candidates, _ = read_by_rule(context)
    story = StoryTimes(context, candidates)
    one = next(one for one in candidates if context.doc[one.trigger].text == "drowned")
    assert story.is_of_scene(one)
    assert [context.times[time].text for time in story.offered(one)] == ["Saturday", "Friday"]


def test_a_time_is_taken_for_that_of_a_scene_or_for_none_only_where_it_is_clearly_likelier() -> None:
    assert _likeliest([1, 2, None], [0.3, 0.6, 0.1], by_rule=1) == 1
    assert _likeliest([1, 2, None], [0.15, 0.75, 0.1], by_rule=1) == 2
    assert _likeliest([1, 2, None], [0.5, 0.1, 0.4], by_rule=None) is None
    assert _likeliest([1, 2, None], [0.65, 0.05, 0.3], by_rule=None) == 1


def test_a_scene_of_the_rules_is_left_for_another_time_and_never_for_none() -> None:
    assert _likeliest([1, 2, None], [0.1, 0.2, 0.7], by_rule=1) == 1


def test_what_stands_behind_a_past_perfect_or_in_a_relative_clause_is_offered_the_times_beside_it(read: Read) -> None:
    text = "Olm voted on Sunday.\n\nLind, who had mocked her, left on Monday."
    context = read_event_context(read(text))
    candidates, apart = read_by_rule(context)
    story = StoryTimes(context, candidates, apart)
    one = next(one for one in candidates if context.doc[one.trigger].text == "mocked")
    assert [context.times[time].text for time in story.offered(one)] == ["Monday", "Sunday"]


def test_what_is_told_of_the_life_of_the_dead_is_offered_none(read: Read) -> None:
    context = read_event_context(read("Mia Kesk died at home on Saturday. She rescued dogs from a fire."))
    candidates, apart = read_by_rule(context)
    story = StoryTimes(context, candidates, apart)
    one = next(one for one in candidates if context.doc[one.trigger].text == "rescued")
    assert story.offered(one) == []


def test_what_has_a_time_by_its_own_words_is_offered_none(read: Read) -> None:
    context = read_event_context(read("Olm voted on Sunday. Rask left on Monday."))
    candidates, _ = read_by_rule(context)
    assert [StoryTimes(context, candidates).offered(one) for one in candidates] == [[], []]


def test_times_far_before_an_event_are_out_of_sight_however_long_the_text(read: Read) -> None:
    text = f"Olm voted on Sunday.\n\n{'The sky over the old town is blue and wide. ' * 60}\n\nCritics mocked her."
    context = read_event_context(read(text))
    candidates, _ = read_by_rule(context)
    story = StoryTimes(context, candidates)
    one = next(one for one in candidates if context.doc[one.trigger].text == "mocked")
    assert story.offered(one) == []


def test_the_chances_of_all_choices_add_up_to_one_and_grow_with_what_speaks_for_them() -> None:
    zeros = np.zeros((1, 1), dtype=np.float32)
    flat = np.zeros(1, dtype=np.float32)
    arrays = {"event": zeros, "time": zeros, "event_bias": flat, "time_bias": flat, "none": flat, "hidden_bias": flat}
    arrays |= {"hidden": np.zeros((1, 3), np.float32), "out": flat, "features": np.zeros((2, 1), np.float32)}
    network = TimeNetwork(arrays | {"weights": np.array([1, -1], np.float32)}, ["near", "far"])
    of_near, of_far, of_none = network.chances(flat, np.zeros((2, 1), np.float32), [["near"], ["far"], ["unheard"]])
    assert of_near + of_far + of_none == pytest.approx(1)
    assert of_near > of_none > of_far
