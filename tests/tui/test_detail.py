"""The page of an event."""

from msgspec.structs import replace

from tests.timeline.builders import person, reading
from timeline.collection import Timeline
from timeline.model import Participant, Role
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
