"""A damaged timeline is refused when it is opened, with the row, the field and what is wrong, and left as it is."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from tests.timeline.builders import MONDAY, by_metadata, person, reading
from tests.timeline.store.chaining import chained
from timeline.edits import EditKind
from timeline.meanings.composed import Range
from timeline.meanings.named import CalendarDate
from timeline.model import Attribution, TimeExpression
from timeline.store import Store, StoreError
from timeline.store.snapshot import SCHEMA

Tables = dict[str, dict[str, Any]]

ANN = person("Ann Lee")
BASE = reading(
    "Ann Lee left on Saturday.",
    "Ann Lee met Orr on Friday.",
    published=by_metadata(MONDAY),
    speaker="Orr",
    actors=[ANN],
)
STORY = replace(
    BASE,
    article=replace(BASE.article, attributions=(Attribution(((0, 7),), ((8, 12),), ((0, 24),), "Ann Lee", ANN.id),)),
)
OTHER = reading("It rained today.")
ARTICLE = STORY.article.id
FIRST = min(STORY.assertions, key=lambda assertion: assertion.id)
KEY = f"{ARTICLE}/{FIRST.id}"
EVENT = f"{ARTICLE}/{FIRST.event}"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "story.json"
    with Store.open(path) as store:
        store.add(STORY)
        store.add(OTHER)
        store.edit(EditKind.NOTE, FIRST.event, "ask her")
        store.edit(EditKind.STAR, FIRST.event, "yes")
    return path


def written(path: Path, tables: Tables) -> bytes:
    path.write_text(json.dumps(tables))
    return path.read_bytes()


def refusal(path: Path) -> str:
    """Why it is not opened, for reading or for writing; it stays as it is, with no lock."""
    before, there = path.read_bytes(), sorted(path.parent.iterdir())
    reasons = set()
    for read_only in (True, False):
        with pytest.raises(StoreError) as refused:
            Store.open(path, read_only=read_only)
        reasons.add(str(refused.value))
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == there
    (reason,) = reasons
    assert reason.startswith((f"{path} ", f"{path}.journal "))
    return reason


Break = Callable[[Tables], object]


def in_assertion(**fields: object) -> Break:
    return lambda tables: tables["assertions"][KEY].update(fields)


def in_time(**fields: object) -> Break:
    return lambda tables: tables["articles"][ARTICLE]["time_expressions"][0].update(fields)


def in_second_time(**fields: object) -> Break:
    return lambda tables: tables["articles"][ARTICLE]["time_expressions"][1].update(fields)


def in_when(**fields: object) -> Break:
    return lambda tables: tables["assertions"][KEY]["when"].update(fields)


def in_attribution(**fields: object) -> Break:
    return lambda tables: tables["articles"][ARTICLE]["attributions"][0].update(fields)


def in_edit(**fields: object) -> Break:
    return lambda tables: tables["edits"]["2"].update(fields)


def meaning(**fields: object) -> Break:
    return in_time(meaning=fields)


def nested(depth: int) -> Break:
    value: dict[str, object] = {"means": "weekday", "day": 5}
    for _ in range(depth):
        value = {"means": "part", "edge": "START", "base": value}
    return in_time(meaning=value)


def moved(table: str, key: str, to: str) -> Break:
    return lambda tables: tables[table].update({to: tables[table].pop(key)})


@pytest.mark.parametrize(
    ("damage", "place", "says"),
    [
        # References
        (in_assertion(source="gone"), f"assertions, row “{KEY}”, source", "there is no source “gone”"),
        (in_assertion(event="gone"), f"assertions, row “{KEY}”, event", "no event “gone” of this article"),
        (in_assertion(article="gone"), f"assertions, row “{KEY}”, article", "unlike its key"),
        (in_assertion(time=7), f"assertions, row “{KEY}”, time", "there is no time expression “7”"),
        (in_assertion(time=-1), f"assertions, row “{KEY}”, time", "it should be 0 at least"),
        (in_assertion(attribution=1), f"assertions, row “{KEY}”, attribution", "there is no attribution “1”"),
        (
            in_assertion(participants=[{"actor": "gone", "role": "agent"}]),
            f"assertions, row “{KEY}”, participants",
            "there is no actor “gone”",
        ),
        (lambda t: t["assertions"].pop(KEY), f"events, row “{EVENT}”, assertions", f"no assertion “{FIRST.id}”"),
        (lambda t: t["events"].pop(EVENT), f"assertions, row “{KEY}”, event", "no event"),
        (lambda t: t["events"][EVENT].update(assertions=[]), f"events, row “{EVENT}”, assertions", "at least one"),
        (lambda t: t["events"][EVENT]["assertions"].append("gone"), f"events, row “{EVENT}”", "no assertion “gone”"),
        (
            lambda t: t["events"][EVENT]["assertions"].append(FIRST.id),
            f"events, row “{EVENT}”",
            "not for this event alone",
        ),
        (lambda t: t["articles"].pop(ARTICLE), f"actors, row “{ARTICLE}/…”", "there is no article of this id"),
        (lambda t: t["sources"][f"{ARTICLE}/orr"].update(actor="gone"), "sources, row", "there is no actor “gone”"),
        (in_attribution(actor="gone"), f"articles, row “{ARTICLE}”, attributions[0].actor", "no actor “gone”"),
        # Keys
        (moved("assertions", KEY, "x"), "assertions, row “x”, id", "unlike the key of its row"),
        (moved("articles", ARTICLE, "x/y"), "articles, row “x/y”, id", "unlike the key of its row"),
        (moved("edits", "2", "5"), "edits, row “5”, number", "it is 2, unlike the key"),
        # Places in the text
        (
            in_assertion(evidence=[0, 9_000]),
            f"assertions, row “{KEY}”, evidence",
            "0 to 9000 is no stretch of the text",
        ),
        (in_assertion(clause=[5, 2]), f"assertions, row “{KEY}”, clause", "5 to 2 is no stretch"),
        (in_assertion(trigger=[-2, 2]), f"assertions, row “{KEY}”, trigger[0]", "it should be 0 at least"),
        (in_attribution(cue=[[0, 900]]), f"articles, row “{ARTICLE}”, attributions[0].cue", "0 to 900"),
        (in_time(end=900), "time_expressions[0].text", "not what stands at its place"),
        (in_time(start=0, end=8), "time_expressions[0].text", "not what stands at its place"),
        # What a time counts from
        (in_time(told={"expression": 0}), "time_expressions[0].told.expression", "no earlier time expression 0"),
        (in_second_time(told={"expression": 1}), "time_expressions[1].told.expression", "no earlier time expression 1"),
        (in_time(spoken=9), "time_expressions[0].spoken", "there is no time expression 9"),
        (in_time(event={"text": "it", "expression": 9}), "[0].event.expression", "there is no time expression 9"),
        (in_time(event={"text": "it", "expression": -1}), "[0].event.expression", "it should be 0 at least"),
        # Dates
        (in_when(edtf="2019-02-30"), f"assertions, row “{KEY}”, when.edtf", "not in the calendar"),
        (in_when(edtf="9999-W52"), f"assertions, row “{KEY}”, when.edtf", "not in the calendar"),
        (in_when(edtf="soon"), f"assertions, row “{KEY}”, when.edtf", "is not a date such as"),
        (in_when(edtf=" 2019"), f"assertions, row “{KEY}”, when.edtf", "has spaces around it"),
        (in_when(edtf=""), f"assertions, row “{KEY}”, when.edtf", "it is empty, yet there are days"),
        (in_when(earliest="2018-01-01"), f"assertions, row “{KEY}”, when.earliest", "are not those of “2019-01-2"),
        (in_when(latest=None), f"assertions, row “{KEY}”, when.earliest", "are not those of"),
        (in_when(precision="year"), f"assertions, row “{KEY}”, when.earliest", "are not those of"),
        (in_when(earliest="0000-01-01"), f"assertions, row “{KEY}”, when.earliest", "no day of the calendar"),
        (in_when(earliest="10000-01-01"), f"assertions, row “{KEY}”, when.earliest", "no day of the calendar"),
        (in_when(edtf="[2019,2020]"), f"assertions, row “{KEY}”, when", "are not those of"),
        (
            in_when(candidates=[{"edtf": "2019", "earliest": None, "latest": None, "because": ""}]),
            f"assertions, row “{KEY}”, when.candidates",
            "they are not the members",
        ),
        (in_assertion(time=None), f"assertions, row “{KEY}”, when", "a date that no words give"),
        # Meanings that no date can be found of
        (meaning(means="weekday", day=7), "time_expressions[0].meaning.day", "it should be 6 at most"),
        (meaning(means="date", month=13), "time_expressions[0].meaning.month", "it should be 12 at most"),
        (meaning(means="date", day=32), "time_expressions[0].meaning.day", "it should be 31 at most"),
        (meaning(means="date"), "time_expressions[0].meaning", "it needs a year, a month or a day"),
        (meaning(means="date", year=2019, day=5), "time_expressions[0].meaning", "it needs a month"),
        (meaning(means="date", years=-1, day=5), "time_expressions[0].meaning", "it needs a month"),
        (meaning(means="season", number=25), "time_expressions[0].meaning.number", "it should be 24 at most"),
        (meaning(means="year-part", number=1), "time_expressions[0].meaning.number", "it should be 33 at least"),
        (meaning(means="of-story", offset=1), "time_expressions[0].meaning", "it needs a month or a season"),
        (meaning(means="range"), "time_expressions[0].meaning", "it needs a start or an end"),
        (meaning(means="shift", count=10**400, unit="day"), "[0].meaning.count", "10000000000000000 at most"),
        (meaning(means="duration", count=-1, unit="day"), "[0].meaning.count", "at least"),
        (meaning(means="recurring", month=0, unit="day"), "[0].meaning.month", "it should be 1 at least"),
        (meaning(means="fortnight"), "time_expressions[0].meaning.means", "“fortnight” is none of the values"),
        (meaning(day=5), "time_expressions[0].meaning", "it lacks the field “means”"),
        (
            meaning(means="one-of", options=[{"means": "part", "edge": "MID", "base": {"means": "range"}}]),
            "time_expressions[0].meaning",
            "it needs a start or an end",
        ),
        (
            meaning(means="one-of", options=[{"means": "weekday", "day": 5}] * 40),
            "time_expressions[0].meaning",
            "nested too deeply, or too large",
        ),
        (nested(9), "time_expressions[0].meaning", "nested too deeply, or too large"),
        (nested(200), "time_expressions[0].meaning", "nested too deeply, or too large"),
        # Edits
        (in_edit(kind="rename"), "edits, row “2”, kind", "“rename” is none of the values it may have"),
        (in_edit(kind="date", value="soon"), "edits, row “2”, value", "is not a date such as"),
        (in_edit(kind="date", value="9999-W52"), "edits, row “2”, value", "not in the calendar"),
        (in_edit(kind="published", value="20190128"), "edits, row “2”, value", "would be kept as “2019-01-28”"),
        (in_edit(kind="status", value="sure"), "edits, row “2”, value", "“sure” is neither “occurred”"),
        (in_edit(kind="order", value="beside x"), "edits, row “2”, value", "is not “before” or “after” and an event"),
        (in_edit(kind="title", value="two  spaces"), "edits, row “2”, value", "would be kept as “two spaces”"),
        (in_edit(kind="event", value="{}"), "edits, row “2”, value", "it is no event: "),
        (in_edit(kind="event", value='{"title":"x","date":"soon"}'), "edits, row “2”, value", "is not a date such as"),
        (in_edit(kind="event", value='{"title": "x"}'), "edits, row “2”, value", "would be kept as"),
        (in_edit(kind="lost", value="[]"), "edits, row “2”, value", "it is no mention of an event"),
        (in_edit(kind="tag", value="yes"), "edits, row “2”, part", "needs a part of its target"),
        (in_edit(kind="tag", value="yes", part="Tag"), "edits, row “2”, part", "would be kept as “tag”"),
        (in_edit(part="tag"), "edits, row “2”, part", "has no part of its target"),
        (in_edit(value="perhaps"), "edits, row “2”, value", "“perhaps” is neither"),
        (in_edit(after=2), "edits, row “2”, after", "there is no earlier edit 2"),
        (lambda t: t["edits"].pop("1"), "edits, row “2”, after", "there is no earlier edit 1"),
        (in_edit(after=-1), "edits, row “2”, after", "it should be 0 at least"),
        (in_edit(number=2**64), "edits, row “2”, number", "it should be 9007199254740992 at most"),
        # Types
        (in_assertion(title=5), f"assertions, row “{KEY}”, title", "there is a whole number where text belongs"),
        (in_assertion(time=0.5), f"assertions, row “{KEY}”, time", "a number where a whole number or nothing belongs"),
        (in_assertion(when=[]), f"assertions, row “{KEY}”, when", "there is a list where a record belongs"),
        (in_assertion(clause=[1]), f"assertions, row “{KEY}”, clause", "the list should have 2 members"),
        (in_assertion(status="done"), f"assertions, row “{KEY}”, status", "“done” is none of the values"),
        (lambda t: t["assertions"][KEY].pop("title"), f"assertions, row “{KEY}”", "it lacks the field “title”"),
        (lambda t: t["assertions"].update({KEY: None}), f"assertions, row “{KEY}”", "nothing where a record belongs"),
    ],
)
def test_what_is_damaged_is_named(path: Path, damage: Break, place: str, says: str) -> None:
    tables = json.loads(path.read_bytes())
    damage(tables)
    written(path, tables)
    reason = refusal(path)
    assert "is damaged: " in reason
    assert place in reason
    assert says in reason
    assert "dateline repair -t" in reason


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (lambda t: t.update(events=[]), "no timeline, or is damaged (events: there is a list where a record belongs)"),
        (lambda t: t.update(events=None), "(events: there is nothing where a record belongs)"),
        (lambda t: t.pop("meta"), "is JSON, but no timeline"),
        (
            lambda t: t["meta"]["timeline"].update(schema=SCHEMA + 1),
            f"written by another version of dateline (its schema is {SCHEMA + 1}",
        ),
        (lambda t: t["meta"]["timeline"].pop("revision"), "(meta: it lacks the field “revision”)"),
        (lambda t: t["meta"]["timeline"].update(revision=-1), "(meta, revision: it should be 0 at least)"),
        (
            lambda t: t["meta"]["timeline"].update(revision=2**60),
            "(meta, revision: it should be 9007199254740992 at most)",
        ),
    ],
)
def test_a_file_that_is_no_timeline_says_what_it_lacks(path: Path, damage: Break, says: str) -> None:
    tables = json.loads(path.read_bytes())
    damage(tables)
    written(path, tables)
    assert says in refusal(path)


@pytest.mark.parametrize("depth", [900, 5_000, 200_000])
@pytest.mark.parametrize("opening", ["[", '{"means":"part","edge":"MID","base":'])
def test_nesting_of_any_depth_is_refused(path: Path, depth: int, opening: str) -> None:
    closing = "]" if opening == "[" else "}"
    inner = '{"means":"weekday","day":5}'
    deep = f"{opening * depth}{inner}{closing * depth}"
    content = path.read_text().replace(json.dumps({"day": 5, "means": "weekday"}, separators=(",", ":")), deep, 1)
    assert deep in content
    path.write_text(content)
    assert "nested too deeply" in refusal(path) or "there is a list where a record belongs" in refusal(path)


def test_a_row_or_a_table_that_stands_twice_is_refused_however_the_file_is_laid_out(path: Path) -> None:
    content = path.read_text()
    lines = content.splitlines()
    row = next(line for line in lines if KEY in line)
    path.write_text(content.replace(row, f"{row.removesuffix(',')},\n{row}", 1))
    assert f"the key “{KEY}” stands twice" in refusal(path)
    path.write_text(content.replace(row, f"{row.removesuffix(',')},{row}", 1).replace("\n", " "))
    assert f"the key “{KEY}” stands twice" in refusal(path)
    path.write_text(content.replace('"events": {', '"edits": {}, "events": {', 1))
    assert "the key “edits” stands twice" in refusal(path)


def test_a_file_that_an_editor_has_laid_out_anew_is_opened(path: Path) -> None:
    with Store.open(path, read_only=True) as store:
        entries = store.timeline.entries
    for indent in (None, 4):
        path.write_text(json.dumps(json.loads(path.read_bytes()), indent=indent))
        with Store.open(path, read_only=True) as store:
            assert store.timeline.entries == entries


def test_an_edit_of_what_is_gone_is_no_damage(path: Path) -> None:
    tables = json.loads(path.read_bytes())
    tables["edits"]["2"]["target"] = "gone"
    written(path, tables)
    with Store.open(path, read_only=True) as store:
        assert [edit.target for edit in store.timeline.orphans] == ["gone"]


def test_a_note_that_was_rewritten_in_an_editor_is_no_damage(path: Path) -> None:
    tables = json.loads(path.read_bytes())
    tables["edits"]["1"]["value"] = "ask her again\n"
    written(path, tables)
    with Store.open(path, read_only=True) as store:
        assert store.timeline.entry(FIRST.event).note.strip() == "ask her again"


def test_two_articles_with_an_assertion_of_one_id_are_refused(path: Path) -> None:
    tables = json.loads(path.read_bytes())
    (event,) = [event.id for event in OTHER.events]
    (assertion,) = OTHER.assertions
    row = tables["assertions"].pop(f"{OTHER.article.id}/{assertion.id}")
    tables["assertions"][f"{OTHER.article.id}/{FIRST.id}"] = {**row, "id": FIRST.id}
    tables["events"][f"{OTHER.article.id}/{event}"]["assertions"] = [FIRST.id]
    written(path, tables)
    assert "another article has one of this id" in refusal(path)


def journal(path: Path, header: dict[str, object], *changes: dict[str, object]) -> None:
    content = chained(path.read_bytes(), (json.dumps(change).encode() for change in changes), **header)
    path.with_name("story.json.journal").write_bytes(content)


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (({"schema": SCHEMA + 1}, {}), "story.json.journal was written by another version of dateline"),
        (({"continues": None}, {}), "(line 1, continues: there is nothing where a whole number belongs)"),
        (({"continues": "x"}, {}), "(line 1, continues: there is text where a whole number belongs)"),
        (({}, {}, {"put": []}), "(line 3, put: there is a list where a record belongs)"),
        (({}, {"put": {"assertions": {KEY: {}}}}), f"damaged: assertions, row “{KEY}”: it lacks"),
        (({}, {"drop": {"events": [EVENT]}}), f"damaged: assertions, row “{KEY}”, event: no event"),
    ],
)
def test_a_damaged_journal_is_refused_and_stays(path: Path, lines: tuple[Any, ...], says: str) -> None:
    assert json.loads(path.read_bytes())["meta"]["timeline"]["revision"] == 4
    journal(path, *lines)
    before = path.with_name("story.json.journal").read_bytes()
    assert says in refusal(path)
    assert path.with_name("story.json.journal").read_bytes() == before


def test_what_a_message_quotes_is_short_and_commands_no_terminal(path: Path) -> None:
    tables = json.loads(path.read_bytes())
    tables["assertions"]["x\x1b[31m\u202e" + "y" * 100_000] = tables["assertions"].pop(KEY)
    written(path, tables)
    reason = refusal(path)
    assert len(reason) < 1_000
    assert reason.isprintable()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"source": "gone"}, "there is no source “gone”"),
        ({"evidence": (0, 900)}, "0 to 900 is no stretch"),
        ({"title": "half \ud800"}, "surrogates not allowed"),
    ],
)
def test_what_could_not_be_opened_again_is_not_added(path: Path, change: dict[str, Any], says: str) -> None:
    fresh = replace(STORY, extractor="en-2", assertions=(replace(FIRST, **change), *_others()))
    before = path.read_bytes()
    with Store.open(path) as store:
        with pytest.raises(ValueError, match=says):
            store.add(fresh)
        assert store.timeline.entry(FIRST.event).title == FIRST.title
    assert path.read_bytes() == before


def test_an_article_with_an_assertion_of_another_is_not_added(path: Path) -> None:
    (assertion,) = OTHER.assertions
    clash = replace(
        OTHER,
        extractor="en-2",
        assertions=(replace(assertion, id=FIRST.id),),
        events=(replace(OTHER.events[0], assertions=(FIRST.id,)),),
    )
    with Store.open(path) as store, pytest.raises(ValueError, match="another article has one of this id"):
        store.add(clash)


@pytest.mark.parametrize("meant", [CalendarDate(2019, 13), CalendarDate(), Range(), CalendarDate(10**17)])
def test_a_meaning_that_no_date_can_be_found_of_is_not_added(path: Path, meant: CalendarDate | Range) -> None:
    first, *others = STORY.article.time_expressions
    broken: TimeExpression = replace(first, meaning=meant)
    article = replace(STORY.article, time_expressions=(broken, *others))
    with Store.open(path) as store, pytest.raises(ValueError, match="meaning"):
        store.add(replace(STORY, article=article, extractor="en-2"))


def _others() -> tuple[Any, ...]:
    return tuple(assertion for assertion in STORY.assertions if assertion.id != FIRST.id)
