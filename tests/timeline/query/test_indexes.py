"""That an index finds what a look at each event finds, whatever was corrected since it was made."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.timeline.builders import MONDAY, by_metadata, person, reading
from tests.timeline.test_collection import build, edit
from timeline import blocks
from timeline.collection import Timeline
from timeline.edits import Edit, EditKind
from timeline.logs.log import Log
from timeline.query import parse

PEOPLE = [person("Guaidó", "Juan", titles=["President"]), person("Silva")]
POOL = [
    reading("Silva defected Saturday.", "Guaidó spoke\nFriday.", published=by_metadata(MONDAY), actors=PEOPLE),
    reading("Silva slept last week.", "Nobody came.", published=by_metadata(MONDAY), publisher="AFP", actors=PEOPLE),
    reading("Guaidó left Friday.", "It rained today.", actors=PEOPLE, speaker="Silva", name="weather"),
    reading("Silva will speak today.", published=by_metadata(MONDAY.replace(month=3)), title="Unrest", actors=PEOPLE),
]
EVENTS = [event.id for one in POOL for event in one.events]
ARTICLES = [one.article.id for one in POOL]
SOURCES = sorted({source.id for one in POOL for source in one.sources})
EVENT, ARTICLE, SOURCE, ACTOR = map(st.sampled_from, (EVENTS, ARTICLES, SOURCES, ["guaido", "silva"]))
DATES = st.sampled_from(
    ["2019-01-26", "2019", "[2019-02-02,2017]", "-0043", "2018-12/..", "../2019-01", "2019-01/2019-02"]
)
WORDS = st.sampled_from(["silva", "rained", "a note"])


def made(kind: EditKind, target: st.SearchStrategy[str], value: st.SearchStrategy[str]) -> st.SearchStrategy[Edit]:
    return st.builds(edit, kind=st.just(kind), target=target, value=value | st.just(""))


EDITS = st.one_of(
    made(EditKind.DATE, EVENT, DATES),
    made(EditKind.NOTE, EVENT, WORDS),
    made(EditKind.TITLE, EVENT, WORDS),
    made(EditKind.SOURCE, EVENT, WORDS),
    made(EditKind.HIDE, EVENT, st.just("yes")),
    made(EditKind.STATUS, EVENT, st.just("planned")),
    made(EditKind.JOIN, EVENT, EVENT),
    made(EditKind.ORDER, EVENT, EVENT.map("after {}".format)),
    made(EditKind.PUBLISHED, ARTICLE, st.just("2018-02-03")),
    made(EditKind.REMOVE, ARTICLE, st.just("yes")),
    made(EditKind.OUTLET, ARTICLE, WORDS),
    made(EditKind.ACTOR_NAME, ACTOR, WORDS),
    made(EditKind.ACTOR_JOIN, ACTOR, ACTOR),
    made(EditKind.SOURCE_NAME, SOURCE, WORDS),
    made(EditKind.SOURCE_JOIN, SOURCE, SOURCE),
)
TERMS = st.sampled_from(
    [
        *(
            "silva",
            '"spoke friday"',
            '"a note"',
            "ed|ain",
            "-silva",
            "is:planned",
            "is:undated",
            "is:hidden",
            "is:edited",
        ),
        *("actor:juan", "actor:silva|president", "-actor:silva", "said:silva", "source:afp", "source:unrest|weather"),
        *("date:2019-01", "date:2019-01-24..25", "date:2017", "date:..2018", "date:2019-02..", "date:2017|2019-03"),
        *(
            "date:-0043",
            "-date:2019",
            "-is:uncertain",
            "is:edited",
            "(actor:guaido or date:2019-03)",
            "-(silva date:2019)",
        ),
    ]
)
QUERIES = st.lists(TERMS, min_size=1, max_size=3).map(" ".join)


def assert_found_as_by_looking_at_each(query: str, timeline: Timeline, anew: Timeline) -> None:
    asked = parse(query)
    expected = tuple(entry for entry in anew.entries if asked.matches(entry, anew))
    assert asked.select(timeline) == expected


@given(st.lists(st.tuples(EDITS, QUERIES), max_size=6), QUERIES, st.integers(0, len(POOL)), st.integers(1, 4))
def test_an_index_finds_what_looking_at_each_event_does_whatever_was_corrected(
    steps: Sequence[tuple[Edit, str]], last: str, split: int, size: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "_SIZE", size)
        timeline, before = build(POOL[:split]), build(POOL[:split])
        log: list[Edit] = []
        versions = [(timeline, last)]
        for number, (one, query) in enumerate(steps, 1):
            log.append(replace(one, number=number))
            timeline = timeline.with_edits(Log(log), one.target)
            assert_found_as_by_looking_at_each(query, timeline, build(POOL[:split], log))
            versions.append((timeline, query))
        timeline = timeline.with_articles(POOL[split:])
        assert_found_as_by_looking_at_each(last, timeline, build(POOL, log))
        assert_found_as_by_looking_at_each(last, versions[0][0], before)


@given(st.lists(st.lists(EDITS, min_size=1, max_size=4), max_size=3), st.integers(1, 4))
def test_corrections_that_are_made_together_come_to_the_same_as_if_built_anew(
    steps: Sequence[Sequence[Edit]], size: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "_SIZE", size)
        timeline = build(POOL)
        log: list[Edit] = []
        for step in steps:
            log += [replace(one, number=number) for number, one in enumerate(step, len(log) + 1)]
            timeline = timeline.with_edits(Log(log), *{one.target for one in step})
        undone = [replace(one, undone=one.number > len(log) // 2) for one in log]
        back = timeline.with_edits(Log(undone), *{one.target for one in log})
        for made, anew in ((timeline, build(POOL, log)), (back, build(POOL, undone))):
            for part in ("entries", "articles", "actors", "sources", "orphans", "conflicts"):
                assert getattr(made, part) == getattr(anew, part)


@given(st.lists(EDITS, max_size=6))
def test_actors_and_sources_have_the_same_events_after_corrections_as_if_built_anew(edits: Sequence[Edit]) -> None:
    timeline = build(POOL)
    log: list[Edit] = []
    for number, one in enumerate(edits, 1):
        assert [timeline.of_actor(actor) for actor in timeline.actors]
        assert [timeline.of_source(source) for source in timeline.sources]
        log.append(replace(one, number=number))
        timeline = timeline.with_edits(Log(log), one.target)
    anew = build(POOL, log)
    for actor in anew.actors:
        assert timeline.of_actor(actor) == anew.of_actor(actor)
    for source in anew.sources:
        assert timeline.of_source(source) == anew.of_source(source)
