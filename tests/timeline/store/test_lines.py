"""A timeline as lines, and back."""

import json
import re
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timeline.builders import MONDAY, by_metadata, person, reading
from timeline.edits import EditKind
from timeline.model import Extraction
from timeline.store import Store
from timeline.store.contents import Contents
from timeline.store.lines import LineError, contents_of, lines_of
from timeline.store.merging import merged

ARTICLES = [
    reading(
        f"Silva left the {place} on Saturday.",
        "Orr spoke\x85 on Friday.",
        published=by_metadata(MONDAY),
        actors=[person("Silva"), person("Orr")],
        speaker="Orr",
        name=place,
    )
    for place in ("harbour", "mill", "bridge")
]
EVENTS = [event.id for article in ARTICLES for event in article.events]
CHANGES = st.one_of(
    st.sampled_from(ARTICLES),
    st.tuples(st.sampled_from([EditKind.NOTE, EditKind.STAR]), st.sampled_from(EVENTS), st.sampled_from(["yes", ""])),
    st.sampled_from(["undo", "redo"]),
)


def made(path: Path, changes: list[object]) -> Contents:
    path.unlink(missing_ok=True)
    with Store.open(path) as store:
        for change in changes:
            if isinstance(change, Extraction):
                store.add(change)
                store.remember(change.article.name, [change.article.id])
            elif isinstance(change, tuple):
                if store.timeline.knows(change[0], change[1]):
                    store.edit(*change)
            else:
                getattr(store, str(change))()
        return store.contents()


def written(contents: Contents) -> bytes:
    return "".join(lines_of(contents)).encode()


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    path = tmp_path_factory.mktemp("lines") / "story.json"
    notes: list[object] = [(EditKind.NOTE, event, "a note") for event in EVENTS]
    return written(made(path, [*ARTICLES, *notes, "undo"])).decode().splitlines(keepends=True)


@settings(max_examples=30, deadline=None)
@given(changes=st.lists(CHANGES, max_size=12))
def test_a_timeline_is_the_same_after_a_way_through_lines(
    tmp_path_factory: pytest.TempPathFactory, changes: list[object]
) -> None:
    path = tmp_path_factory.getbasetemp() / "through-lines.json"
    contents = made(path, changes)
    text = written(contents)
    again = contents_of(text)
    assert again.rows() == contents.rows()
    assert written(again) == text
    path.unlink(missing_ok=True)
    with Store.open(path) as store:
        store.take(again)
    with Store.open(path, read_only=True) as store:
        assert store.contents().rows() == contents.rows()


def test_what_stands_together_belongs_together(lines: list[str]) -> None:
    records = [json.loads(line) for line in lines]
    assert records[0] == {"table": "meta", "key": "timeline", "row": {"schema": records[0]["row"]["schema"]}}
    tables = [record["table"] for record in records[1:-3]]
    assert tables == 3 * [
        "articles",
        *2 * ["edits"],
        *2 * ["sources"],
        *2 * ["actors"],
        *2 * ["events"],
        *2 * ["assertions"],
    ]
    articles = [record["key"] for record in records if record["table"] == "articles"]
    assert articles == sorted(articles)
    assert [record["table"] for record in records[-3:]] == 3 * ["inputs"]


def test_lines_hold_nothing_that_a_terminal_obeys(lines: list[str]) -> None:
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", "".join(lines))
    assert "\\u0085" in "".join(lines)


def test_a_correction_more_is_a_line_more_and_changes_no_other(tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    with Store.open(path) as store:
        for article in ARTICLES:
            store.add(article)
        for event in EVENTS[1:]:
            store.edit(EditKind.NOTE, event, "a note")
        before = list(lines_of(store.contents()))
        store.edit(EditKind.NOTE, EVENTS[0], "a note")
        after = list(lines_of(store.contents()))
    (more,) = set(after) - set(before)
    assert [line for line in after if line != more] == before


def test_lines_are_read_in_any_order_with_blank_ones_between(lines: list[str]) -> None:
    shuffled = "\n".join(reversed(lines))
    assert contents_of(shuffled.encode()).rows() == contents_of("".join(lines).encode()).rows()


def test_of_an_edit_in_two_states_the_one_with_more_turns_is_read(lines: list[str]) -> None:
    at, undone = next((at, line) for at, line in enumerate(lines) if '"undone":true' in line)
    before = undone.replace('"turns":1,', "").replace('"undone":true,', "")
    assert before != undone
    for both in ([undone, before], [before, undone]):
        contents = contents_of("".join([*lines[:at], *both, *lines[at + 1 :]]).encode())
        assert contents.rows() == contents_of("".join(lines).encode()).rows()


@pytest.mark.parametrize(
    ("damage", "line", "says"),
    [
        (lambda lines: ["not JSON\n", *lines], 1, "malformed"),
        (lambda lines: [*lines[:4], lines[4][:-20] + "\n", *lines[5:]], 5, "truncated"),
        (lambda lines: [*lines[:3], "<<<<<<< ours\n", *lines[3:]], 4, "git left a conflict"),
        (
            lambda lines: [
                *lines,
                lines[1].replace("harbour", "HARBOUR").replace("mill", "MILL").replace("bridge", "B"),
            ],
            0,
            "has another of the same record",
        ),
        (lambda lines: lines[1:], 1, "this is no timeline in lines"),
        (lambda lines: [re.sub(r'"schema":\d+', '"schema":99', lines[0]), *lines[1:]], 1, "newer dateline"),
        (lambda lines: [line for at, line in enumerate(lines) if at not in (4, 5)], 0, "there is no source"),
        (lambda lines: [line.replace('"kind":"note"', '"kind":"burn"') for line in lines], 3, "“burn” is none"),
        (
            lambda lines: [re.sub(r'"at":"[^"]+"', '"at":"soon"', line) for line in lines],
            3,
            "the time when it was made",
        ),
    ],
)
def test_damage_is_named_with_its_line(lines: list[str], damage: object, line: int, says: str) -> None:
    assert callable(damage)
    with pytest.raises(LineError, match=says) as refused:
        contents_of("".join(damage(lines)).encode())
    number = int(re.match(r"line (\d+): ", str(refused.value))[1])  # type: ignore[index]
    assert line in (0, number)


def test_git_merges_the_lines_of_two_people_to_those_of_the_merged_timeline(tmp_path: Path) -> None:
    begun = made(tmp_path / "begun.json", [*ARTICLES[:2]])
    with Store.open(tmp_path / "ann.json") as store:
        store.take(begun)
        store.edit(EditKind.NOTE, EVENTS[0], "hers")
        store.add(ARTICLES[2])
        ann = store.contents()
    with Store.open(tmp_path / "ben.json") as store:
        store.take(begun)
        store.edit(EditKind.STAR, EVENTS[2], "yes")
        ben = store.contents()
    for name, contents in (("begun", begun), ("ann", ann), ("ben", ben)):
        (tmp_path / f"{name}.jsonl").write_bytes(written(contents))
    merge = ["git", "merge-file", "--stdout", "ann.jsonl", "begun.jsonl", "ben.jsonl"]
    git = subprocess.run(merge, cwd=tmp_path, capture_output=True, check=True)
    assert git.stdout == written(merged(ann, ben))


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_field_that_is_anything_else_is_refused_with_its_line_or_can_be_merged(
    lines: list[str], data: st.DataObject
) -> None:
    records = [json.loads(line) for line in lines]
    at = data.draw(st.integers(0, len(records) - 1))
    field = data.draw(st.sampled_from(sorted(records[at]["row"])))
    records[at]["row"][field] = data.draw(st.sampled_from([None, "", [], {}, -1, 2**70, "soon", ["a"], {"a": 1}, True]))
    try:
        contents = contents_of("\n".join(map(json.dumps, records)).encode())
    except LineError:
        return
    assert written(merged(contents_of("".join(lines).encode()), contents))
