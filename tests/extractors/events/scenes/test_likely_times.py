"""What no rule gives a time has the likeliest of those told near, and none where signs are against it."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.events import events
from extractors.events.component import read_by_rule
from extractors.events.context.event_context import read_event_context
from extractors.events.scenes.likely_times import Choices
from timeline.model import Tie

Read = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "trigger", "time"),
    [
        (
            "The firm told of a loss on Tuesday. Its shares, hit by it, dropped 9 percent, wiping out the gains.",
            "wiping",
            "Tuesday",
        ),
        ("Prices rose in March. Bread cost 9 percent more, driven by the drought.", "driven", "March"),
    ],
)
def test_what_no_rule_dates_has_the_likeliest_time_told_near(read: Read, text: str, trigger: str, time: str) -> None:
    doc = read(text)
    found = {doc[one.trigger[0]].text: one for one in events(doc)}[trigger]
    assert found.tie is Tie.SCENE
    assert found.time is not None
    assert doc.spans["time_expressions"][found.time].text == time


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
def test_no_time_is_offered_that_signs_speak_against(read: Read, text: str, trigger: str) -> None:
    context = read_event_context(read(text))
    candidates, _ = read_by_rule(context)
    choices = Choices(context, candidates)
    one = next(one for one in candidates if context.doc[one.trigger].text == trigger)
    assert one.time is None
    assert not choices.options(one)


def test_times_are_offered_nearest_first_and_from_no_farther_than_two_paragraphs(read: Read) -> None:
    far = "\n\nThe sun shone.\n\nThe sky was blue."
    text = f"Olm voted on Sunday.{far}\n\nRask left on Monday and Lind won on Tuesday.\n\nCritics mocked her."
    context = read_event_context(read(text))
    candidates, _ = read_by_rule(context)
    choices = Choices(context, candidates)
    one = next(one for one in candidates if context.doc[one.trigger].text == "mocked")
    offered = [context.times[dated.time].text for dated in choices.options(one) if dated.time is not None]
    assert offered == ["Tuesday", "Monday"]
