"""Whatever is joined to what, each assertion is told in one line, at once and when the timeline is opened again."""

from collections import Counter
from pathlib import Path

import pytest

from tests.timeline.builders import reading, told_together
from timeline.edits import EditKind
from timeline.model import event_id
from timeline.store import Store

TOGETHER = told_together(reading("A ferry sank on Friday.", "The Merel sank.", name="ferry"))
OTHER = reading("A barge sank on Saturday.", "Divers found it.", name="barge")
FERRY, (BARGE, DIVERS) = TOGETHER.events[0].id, (event.id for event in OTHER.events)
MENTION = event_id(TOGETHER.article.id, TOGETHER.assertions[1].trigger)
"""The id that the second sentence of the ferry would have alone."""


def told(store: Store) -> Counter[str]:
    return Counter(one.id for entry in store.timeline.entries for one in entry.assertions)


@pytest.mark.parametrize(
    "joins",
    [
        [(BARGE, FERRY), (DIVERS, MENTION)],
        [(FERRY, BARGE), (DIVERS, MENTION)],
        [(FERRY, BARGE), (DIVERS, MENTION), (MENTION, BARGE)],
    ],
)
def test_what_is_joined_to_a_mention_takes_it_out_of_the_line_that_told_it(
    tmp_path: Path, joins: list[tuple[str, str]]
) -> None:
    path = tmp_path / "story.json"
    with Store.open(path) as store:
        store.add(TOGETHER)
        store.add(OTHER)
        every = dict.fromkeys((one.id for one in (*TOGETHER.assertions, *OTHER.assertions)), 1)
        for target, lead in joins:
            store.edit(EditKind.JOIN, target, lead)
            assert told(store) == every
        lines = store.timeline.entries
        for _ in joins:
            store.undo()
            assert told(store) == every
        for _ in joins:
            store.redo()
            assert told(store) == every
    with Store.open(path) as again:
        assert told(again) == every
        assert again.timeline.entries == lines
