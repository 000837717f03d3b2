"""What only ties something known to a scene is no line beside it."""

from collections.abc import Callable

from spacy.tokens import Doc

from extractors.events import events

Read = Callable[[str], Doc]


def triggers(doc: Doc) -> list[str]:
    return [doc[event.trigger[0]].text for event in events(doc)]


def test_that_something_known_came_after_a_scene_is_told_by_the_scene(read: Read) -> None:
    assert triggers(read("The move came after two sailors drowned.")) == ["drowned"]


def test_what_comes_at_a_time_or_is_new_is_a_line(read: Read) -> None:
    assert "came" in triggers(read("A ban on fishing came after two sailors drowned."))
    assert "came" in triggers(read("The ban came on Monday after two sailors drowned."))
