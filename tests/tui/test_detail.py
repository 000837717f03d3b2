"""The page of an event."""

from msgspec.structs import replace

from tests.timeline.builders import person, reading
from timeline.collection import Timeline
from timeline.model import Participant, Polarity, Role
from tui.detail import detail


def test_who_takes_part_in_two_ways_is_named_once() -> None:
    hale, orr = person("Ines Hale"), person("Sam Orr")
    read = reading("Hale sued Orr.", actors=[hale, orr])
    roles = [(hale, Role.AGENT), (orr, Role.TARGET), (hale, Role.SPEAKER)]
    told = replace(read.assertions[0], participants=tuple(Participant(one.id, role) for one, role in roles))
    empty = Timeline.build(articles=[], actors=[], sources=[], events=[], assertions=[], edits=[])
    timeline = empty.with_articles([replace(read, assertions=(told,))])
    blocks = detail(timeline.entries[0], timeline, 80, plain=True)
    (who,) = [block.text.plain for block in blocks if block.label == "WHO"]
    assert who == "Ines Hale (acts, says it), Sam Orr (acted against)"


def test_that_it_did_not_happen_is_not_said_of_a_title_that_says_so() -> None:
    empty = Timeline.build(articles=[], actors=[], sources=[], events=[], assertions=[], edits=[])
    for title, is_told in (("The ferry sank.", True), ("The ferry never sailed.", False)):
        timeline = empty.with_articles([reading(title, polarity=Polarity.NEGATIVE)])
        told = "\n".join(block.text.plain for block in detail(timeline.entries[0], timeline, 80, plain=True))
        assert ("did not happen" in told) is is_told
