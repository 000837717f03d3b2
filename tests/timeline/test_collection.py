import datetime as dt
from collections.abc import Iterable, Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.timeline.builders import MONDAY, by_metadata, by_person, person, reading
from timeline.collection import Timeline
from timeline.edits import Edit, EditKind
from timeline.logs.log import Log
from timeline.model import Extraction, Published, Role

GUAIDO = person("Guaido")


def build(extractions: Iterable[Extraction], edits: Iterable[Edit] = ()) -> Timeline:
    extractions = list(extractions)
    return Timeline.build(
        articles=[e.article for e in extractions],
        actors=[a for e in extractions for a in e.actors],
        sources=[s for e in extractions for s in e.sources],
        events=[v for e in extractions for v in e.events],
        assertions=[a for e in extractions for a in e.assertions],
        edits=edits,
    )


def edit(kind: EditKind, target: str, value: str = "yes", number: int = 1) -> Edit:
    return Edit(number=number, kind=kind, target=target, value=value)


def titles(timeline: Timeline) -> list[str]:
    return [entry.title for entry in timeline.entries]


IN_METADATA = by_metadata(MONDAY)


def story(published: Published | None = IN_METADATA) -> Extraction:
    return reading(
        "Someone said nothing.",
        "Silva defected Saturday.",
        "Guaido spoke Friday.",
        "Guaido declared himself president last week.",
        published=published,
        publisher="CNN",
        actors=[GUAIDO],
    )


def event(extraction: Extraction, start: str) -> str:
    return next(a.event for a in extraction.assertions if a.title.startswith(start))


def test_entries_stand_in_order_of_time_with_the_undated_last() -> None:
    assert titles(build([story()])) == [
        "Guaido declared himself president last week",
        "Guaido spoke Friday",
        "Silva defected Saturday",
        "Someone said nothing",
    ]


def test_entries_that_start_on_one_day_stand_longest_first_and_by_the_clock_and_bounds_behind_them() -> None:
    sentences = ["One.", "Two.", "Three.", "Four.", "Five."]
    extraction = reading(*sentences, published=None)
    dates = ["2019-01-01T20:30", "2019-01-01", "2019", "2019-01", "../2019-01-01"]
    edits = [
        edit(EditKind.DATE, one.id, date, number)
        for number, (one, date) in enumerate(zip(extraction.events, dates, strict=True), 1)
    ]
    timeline = build([extraction], edits)
    assert [entry.when.edtf for entry in timeline.entries] == [dates[2], dates[3], dates[1], dates[0], dates[4]]


def test_what_has_an_hour_stands_by_it_also_where_it_stays_open_or_goes_on_into_the_next_day() -> None:
    dates = [
        "2019-01-01/2019-01-05",
        "2019-01-01",
        "2019-01-01T06:40:00",
        "../2019-01-01T09:00:00",
        "2019-01-01T14:15:00/..",
        "2019-01-01T15:00:00/2019-01-01T16:00:00",
        "2019-01-01T22:00:00/2019-01-02T02:00:00",
        "../2019-01-01",
    ]
    extraction = reading(*(f"Event {number}." for number in range(len(dates))), published=None)
    edits = [
        edit(EditKind.DATE, one.id, date, number)
        for number, (one, date) in enumerate(zip(extraction.events, reversed(dates), strict=True), 1)
    ]
    assert [entry.when.edtf for entry in build([extraction], edits).entries] == dates


def test_ties_are_settled_by_the_position_in_the_text() -> None:
    sentences = [f"Event {number}." for number in range(20)]
    assert titles(build([reading(*sentences)])) == [sentence.rstrip(".") for sentence in sentences]


def test_edits_on_an_event_show_in_its_entry() -> None:
    extraction = story()
    target = event(extraction, "Silva")
    edits = [
        edit(EditKind.STAR, target, number=1),
        edit(EditKind.HIDE, target, number=2),
        edit(EditKind.NOTE, target, "check with Reuters", number=3),
        edit(EditKind.DATE, target, "2018-05", number=4),
    ]
    timeline = build([extraction], edits)
    entry = timeline.entry(target)
    assert (entry.starred, entry.hidden, entry.note, entry.dated_by_person) == (True, True, "check with Reuters", True)
    assert (entry.when.edtf, entry.when.earliest) == ("2018-05", dt.date(2018, 5, 1))
    assert timeline.entries[0] is entry


def test_the_last_edit_of_a_kind_that_is_not_undone_holds() -> None:
    extraction = story()
    target = event(extraction, "Silva")
    edits = [
        edit(EditKind.NOTE, target, "first", 1),
        edit(EditKind.NOTE, target, "second", 2),
        replace(edit(EditKind.NOTE, target, "third", 3), undone=True),
    ]
    assert build([extraction], edits).entry(target).note == "second"


def test_a_publication_date_set_later_gives_the_timeline_of_a_reading_with_that_date() -> None:
    undated, dated = story(None), story(by_person(MONDAY))
    timeline = build([undated], [edit(EditKind.PUBLISHED, undated.article.id, "2019-01-28")])
    assert timeline.entries == build([dated]).entries
    assert timeline.articles == build([dated]).articles


def test_an_emptied_publication_date_leaves_everything_relative_open() -> None:
    dated, undated = story(), story(None)
    timeline = build([dated], [edit(EditKind.PUBLISHED, dated.article.id, "")])
    assert timeline.entries == build([undated]).entries


def test_a_date_set_by_a_person_stays_when_its_article_is_dated_anew() -> None:
    extraction = story()
    target = event(extraction, "Silva")
    edits = [
        edit(EditKind.DATE, target, "2019-01-25", 1),
        edit(EditKind.PUBLISHED, extraction.article.id, "2020-06-01", 2),
    ]
    timeline = build([extraction], edits)
    assert timeline.entry(target).when.edtf == "2019-01-25"
    assert timeline.entry(event(extraction, "Guaido spoke")).when.earliest == dt.date(2020, 5, 29)


def test_a_removed_article_takes_its_events_along() -> None:
    one, other = story(), reading("It rained today.", published=by_person(MONDAY))
    timeline = build([one, other], [edit(EditKind.REMOVE, one.article.id)])
    assert titles(timeline) == ["It rained today"]
    assert list(timeline.articles) == [other.article.id]
    assert timeline.orphans == ()


def test_an_edit_without_its_target_is_an_orphan() -> None:
    lost = [edit(EditKind.STAR, "gone", number=1), edit(EditKind.PUBLISHED, "lost", "2019-01-28", 2)]
    undone = replace(edit(EditKind.HIDE, "gone", number=3), undone=True)
    timeline = build([story()], [*lost, undone])
    assert timeline.orphans == tuple(lost)


def test_an_event_that_two_articles_tell_of_has_the_assertions_of_both_in_either_order() -> None:
    one, other = reading("Silva defected.", name="a"), reading("An officer defected.", name="b")
    shared = one.events[0].id
    other = replace(
        other,
        events=(replace(other.events[0], id=shared),),
        assertions=tuple(replace(a, event=shared) for a in other.assertions),
    )
    timeline = build([one, other])
    assert {a.article for a in timeline.entry(shared).assertions} == {one.article.id, other.article.id}
    assert len(timeline.sources_of(timeline.entry(shared))) == 2
    assert timeline.entries == build([other, one]).entries
    removed = build([one, other], [edit(EditKind.REMOVE, one.article.id)])
    assert [a.article for a in removed.entry(shared).assertions] == [other.article.id]


NAMES = st.sampled_from(["Guaido", "Guaidó", "GUAIDO", "Juan Guaidó"])


@given(
    st.lists(st.tuples(NAMES, st.sets(NAMES), st.sets(st.sampled_from(["Mr.", "President"]))), min_size=1), st.randoms()
)
def test_actors_of_one_id_become_one_whichever_came_first(
    names: list[tuple[str, set[str], set[str]]], random: Random
) -> None:
    actors = [replace(person(name, *aliases, titles=ts), id="guaido") for name, aliases, ts in names]
    shuffled = list(actors)
    random.shuffle(shuffled)
    merged = [
        Timeline.build(articles=(), actors=order, sources=(), events=(), assertions=(), edits=()).actors["guaido"]
        for order in (actors, shuffled)
    ]
    assert merged[0] == merged[1]
    assert {merged[0].name, *merged[0].aliases} == {n for a in actors for n in (a.name, *a.aliases)}


def test_the_events_of_an_actor_and_of_a_source_leave_hidden_ones_out() -> None:
    extraction = story()
    hidden = event(extraction, "Guaido spoke")
    timeline = build([extraction], [edit(EditKind.HIDE, hidden)])
    assert [entry.title for entry in timeline.of_actor("guaido")] == ["Guaido declared himself president last week"]
    assert len(timeline.of_source("cnn")) == 3
    assert timeline.of_actor("nobody") == ()


def test_an_entry_leads_back_to_its_sentence_its_article_and_its_source() -> None:
    extraction = story()
    timeline = build([extraction])
    entry = timeline.entry(event(extraction, "Guaido spoke"))
    assert timeline.evidence_of(entry.lead) == "Guaido spoke Friday."
    assert timeline.article_of(entry.lead) == extraction.article
    assert [source.name for source in timeline.sources_of(entry)] == ["CNN"]
    assert [p.role for p in entry.participants] == [Role.AGENT]


def test_an_unknown_event_has_no_entry() -> None:
    with pytest.raises(KeyError):
        build([]).entry("none")


POOL = [
    story(None),
    story(by_metadata(MONDAY)),
    reading("It rained today.", "Guaido slept.", published=by_metadata(MONDAY), actors=[GUAIDO]),
    reading("Guaido left Saturday.", publisher="AFP", actors=[person("Guaido", "Guaidó")]),
]
TARGETS = [*sorted({e.article.id for e in POOL} | {v.id for e in POOL for v in e.events}), "missing"]
EDITS = st.builds(
    edit,
    kind=st.sampled_from([EditKind.STAR, EditKind.HIDE, EditKind.NOTE, EditKind.REMOVE]),
    target=st.sampled_from(TARGETS),
    value=st.sampled_from(["yes", ""]),
) | st.builds(
    edit,
    kind=st.sampled_from([EditKind.DATE, EditKind.PUBLISHED]),
    target=st.sampled_from(TARGETS),
    value=st.sampled_from(["2019-01-25", "2001-02-03", ""]),
)


@given(st.lists(st.sampled_from([1, 2, 3]), unique=True), st.lists(EDITS, max_size=6), st.integers(0, 3))
def test_changing_a_timeline_step_by_step_equals_building_it_anew(
    later: Sequence[int], edits: Sequence[Edit], split: int
) -> None:
    first, rest = [POOL[n] for n in later[:split]], [POOL[n] for n in later[split:]]
    log: list[Edit] = []
    timeline = build(first)
    for number, one in enumerate(edits, 1):
        log.append(replace(one, number=number))
        timeline = timeline.with_edits(Log(log), one.target)
    timeline = timeline.with_articles(rest)
    log = [replace(one, undone=True) if one.number % 2 else one for one in log]
    for one in log:
        timeline = timeline.with_edits(Log(log), one.target)
    anew = build([*first, *rest], log)
    for part in ("entries", "articles", "actors", "sources", "orphans"):
        assert getattr(timeline, part) == getattr(anew, part)
    assert all(timeline.entry(entry.id) is entry for entry in timeline.entries)
