"""Of a damaged file each row that is whole is kept, before the damage and behind it, and what is not is told."""

import random
import re
import shutil
from pathlib import Path

import pytest

from tests.timeline.builders import MONDAY, by_metadata, person, reading
from timeline.edits import EditKind
from timeline.store import Store
from timeline.store.repairing import Repaired, repair
from timeline.store.whole_rows import rows_in

STORIES = [
    reading(
        f"Ann Lee left Oslund on Saturday {number}.",
        f"A ferry sank off Corran on Friday {number}.",
        f"The court heard the owner of it {number}.",
        published=by_metadata(MONDAY),
        actors=[person("Ann Lee")],
        name=f"story {number}",
    )
    for number in range(8)
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "story.json"
    with Store.open(path) as store:
        for story in STORIES:
            store.add(story)
        for number, story in enumerate(STORIES):
            store.edit(EditKind.NOTE, story.events[1].id, f"note {number}")
    shutil.rmtree(path.with_name("story.json.kept"), ignore_errors=True)
    return path


def repaired(path: Path, content: bytes) -> Repaired:
    for one in path.parent.glob("story.json.*"):
        shutil.rmtree(one) if one.is_dir() else one.unlink()
    path.write_bytes(content)
    return repair(path)


def told(path: Path) -> set[str]:
    with Store.open(path) as store:
        return {one.id for extraction in store.extractions() for one in extraction.assertions}


def untouched(content: bytes, start: int, end: int) -> set[str]:
    """The assertions of which no byte is touched, nor one of their article, of an actor, or of a table's name."""
    rows = [(row.start(), row.end(), row[1].decode()) for row in re.finditer(rb'(?m)^  "([^"]+)": \{.*$', content)]
    hit = {key.split("/")[0] for first, last, key in rows if first <= end and start <= last}
    whole = {one.id: one.article for story in STORIES for one in story.assertions}
    return {name for name, article in whole.items() if article not in hit}


@pytest.mark.parametrize("kind", ["zeros", "cut out", "a line break in it"])
def test_what_is_not_touched_is_kept_wherever_the_damage_is(path: Path, kind: str) -> None:
    content = path.read_bytes()
    chance = random.Random(kind)
    for _ in range(40):
        start = chance.randrange(len(content) - 200)
        end = start + chance.randrange(1, 120)
        instead = {"zeros": bytes(end - start), "cut out": b"", "a line break in it": b"\n"}[kind]
        result = repaired(path, content[:start] + instead + content[end:])
        assert untouched(content, start, end) <= told(path), (start, end)
        assert result.articles >= len(STORIES) - 2


def test_of_a_file_that_breaks_off_what_stands_before_is_kept_corrections_first(path: Path) -> None:
    content = path.read_bytes()
    articles = content.index(b'"articles"')
    for share in range(1, 10):
        result = repaired(path, content[: articles + (len(content) - articles) * share // 10])
        assert result.edits == len(STORIES)
        assert any("breaks off" in one.says for one in result.lost)
    assert len(told(path)) > 2 * len(STORIES)


def test_articles_without_events_are_told_and_have_them_again_when_they_are_added(path: Path) -> None:
    content = path.read_bytes()
    result = repaired(path, content[: content.index(b'"assertions"')])
    assert [one.says for one in result.lost if one.table == "articles"] == ["none of its events is left"] * len(STORIES)
    with Store.open(path) as store:
        for story in STORIES:
            store.add(story)
        assert sorted(entry.note for entry in store.timeline.entries if entry.note) == [f"note {n}" for n in range(8)]


def test_a_lost_line_break_takes_no_row_with_it(path: Path) -> None:
    content = path.read_bytes()
    at = content.index(b"},\n", content.index(b'"assertions"'))
    repaired(path, content[: at + 1] + b"??" + content[at + 3 :])
    assert told(path) == {one.id for story in STORIES for one in story.assertions}


def test_a_whole_file_has_nothing_that_is_lost(path: Path) -> None:
    lost: list[object] = []
    rows_in(path.read_bytes(), lost)  # type: ignore[arg-type]
    assert lost == []
