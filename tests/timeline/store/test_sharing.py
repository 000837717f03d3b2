from pathlib import Path

import msgspec

from tests.timeline.builders import MONDAY, by_metadata, person, reading
from timeline.model import Article, Assertion
from timeline.store import Store
from timeline.store.sharing import Shared

ACTORS = [person("Silva")]
STORIES = [
    reading(
        f"Silva spoke Friday {n}.", f"Silva left Friday {n}.", published=by_metadata(MONDAY), actors=ACTORS, name=f"{n}"
    )
    for n in range(2)
]


def test_what_many_events_have_alike_is_in_memory_once(tmp_path: Path) -> None:
    with Store.open(tmp_path / "story.json") as store:
        for story in STORIES:
            store.add(story)
    with Store.open(tmp_path / "story.json", read_only=True) as store:
        assertions = [one for extraction in store.extractions() for one in extraction.assertions]
        assert len(assertions) == 4
        for field in ("when", "participants"):
            assert len({id(getattr(one, field)) for one in assertions}) == 1
        times = [time for extraction in store.extractions() for time in extraction.article.time_expressions]
        assert len({id(time.meaning) for time in times}) == len({id(time.direction) for time in times}) == 1
        assert len({id(actor) for extraction in store.extractions() for actor in extraction.actors}) == 1
        for extraction in store.extractions():
            assert {id(event.id) for event in extraction.events} == {id(one.event) for one in extraction.assertions}


def test_a_record_stays_equal_to_what_was_decoded() -> None:
    shared = Shared()
    for story in STORIES * 2:
        for kind, records in ((Assertion, story.assertions), (Article, [story.article])):
            for record in records:
                again = msgspec.json.decode(msgspec.json.encode(record), type=kind)
                assert shared.record(again) == record
