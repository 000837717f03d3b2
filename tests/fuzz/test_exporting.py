"""What leaves a timeline of hostile texts, in every form."""

import csv
import io
import json
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.fuzz.amount import tried
from tests.fuzz.harmless import assert_plain
from tests.fuzz.hostile import PAYLOADS, short_texts
from tests.fuzz.sandbox import Sandbox, dateline, sandbox
from tests.fuzz.tampering import at, fill, filled, good, ids, places
from tests.tui.demo import HARBOUR, UNDATED
from timeline.collection import Timeline
from timeline.dates.edtf import parse
from timeline.edits import Edit, EditKind
from timeline.export import FORMATS, export
from timeline.export.spreadsheet import COLUMNS
from timeline.export.timeml import write_timeml
from timeline.model import Extraction


def hostile(*payloads: str) -> Timeline:
    """Two articles with `payloads` behind their texts, as if no wall stood before this one.

    But for halves of surrogate pairs: reading takes them out, no timeline with them is decoded, no edit takes them.
    """
    found = []
    texts = [text.encode("utf-8", "ignore").decode() for text in payloads]
    for extraction in (HARBOUR, UNDATED):
        tree = msgspec.to_builtins(extraction)
        fill(tree, texts)
        found.append(msgspec.convert(tree, Extraction))
    notes = (Edit(number=1, kind=EditKind.NOTE, target=HARBOUR.events[0].id, value=texts[0]),)
    return Timeline.build(
        articles=[one.article for one in found],
        actors=[actor for one in found for actor in one.actors],
        sources=[source for one in found for source in one.sources],
        events=[event for one in found for event in one.events],
        assertions=[assertion for one in found for assertion in one.assertions],
        edits=notes,
    )


def check_json(text: str) -> None:
    tree: Any = json.loads(text)
    for place in places(tree):
        if place[-1] == "edtf" and at(tree, place):
            parse(at(tree, place))


def check_csv(text: str) -> None:
    table = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert all(len(row) == len(COLUMNS) for row in table)
    formulas = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
    assert not [cell for row in table for cell in row if cell.lstrip().startswith(formulas)]


def check_markdown(text: str) -> None:
    for token in MarkdownIt("commonmark").parse(text):
        for one in (token, *(token.children or ())):
            assert not one.type.startswith(("html", "image", "fence", "code", "hr", "table", "blockquote"))
            target = str(one.attrs.get("href", "http://"))
            assert target.startswith(("http://", "https://"))


CHECKS = {"json": check_json, "csv": check_csv, "markdown": check_markdown}


def assert_exports_are_sound(timeline: Timeline) -> None:
    for name in FORMATS:
        text = export(timeline, timeline.entries, name)
        assert_plain(text.replace("\r\n", "\n") if name == "csv" else text)
        CHECKS.get(name, str)(text)
    for article in timeline.articles.values():
        text = write_timeml(article)
        assert_plain(text)
        ElementTree.fromstring(text)  # noqa: S314 (ours)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_form_of_export_carries_a_command_a_formula_or_markup(payload: str) -> None:
    assert_exports_are_sound(hostile(PAYLOADS[payload]))


@tried(80)
@given(st.lists(short_texts, min_size=1, max_size=7))
def test_whatever_the_texts_every_form_of_export_is_sound(payloads: list[str]) -> None:
    assert_exports_are_sound(hostile(*payloads))


@pytest.fixture
def place() -> Iterator[Sandbox]:
    with sandbox() as made:
        made.timeline.write_bytes(good().timeline)
        yield made


def targets(place: Sandbox) -> list[Path]:
    """Where an export must not go: what is there already, under its own name or another."""
    kept, work = place.timeline, place.work
    victim = place.home / "victim"
    victim.write_text("mine\n")
    (place.home / "folder").mkdir()
    (work / "link.md").symlink_to(victim)
    (work / "dangling.md").symlink_to(place.home / "not there")
    (work / "link to a folder").symlink_to(place.home / "folder")
    (work / "hard.md").hardlink_to(victim)
    (work / "kept").symlink_to(kept.parent)
    lock = kept.with_name(f"{kept.name}.lock")
    return [
        victim,
        work / "notes.md",
        work / "link.md",
        work / "dangling.md",
        work / "hard.md",
        place.home / "folder",
        *(kept.with_name(f"{kept.name}{part}") for part in ("", ".journal", ".lock")),
        *(work / "kept" / f"{kept.name}{part}" for part in ("", ".journal")),
        work / ".." / "kept" / "story.json.journal",
        lock,
    ]


@pytest.mark.parametrize("form", ["markdown", "json", "csv"])
def test_an_export_overwrites_nothing_unasked_and_never_the_timeline(place: Sandbox, form: str) -> None:
    for target in targets(place):
        before = place.files()
        dateline("export", "-f", form, "-o", str(target))
        assert place.files() == before, target


def test_an_export_forced_on_a_file_changes_this_file_alone(place: Sandbox) -> None:
    for target in targets(place):
        before = place.files()
        dateline("export", "-f", "json", "--force", "-o", str(target))
        after = place.files()
        same = {path for path in after if after[path] == before.get(path)}
        named = target.relative_to(place.root).as_posix() if ".." not in target.parts else ""
        own = {"work/notes.md", "home/victim"} & {named}
        linked = {"work/hard.md"} if target.name in ("hard.md", "victim") else set()
        assert before.keys() - same <= own | linked, target


def test_an_export_makes_the_file_that_was_asked_for_and_no_other(place: Sandbox) -> None:
    for form, style in FORMATS.items():
        with place.untouched(f"work/new{style.suffix}"):
            assert dateline("export", "-f", form, "-o", f"new{style.suffix}").status == 0


def test_timeml_files_stay_in_their_folder_whatever_the_articles_are_called(place: Sandbox) -> None:
    names = [text.encode("utf-8", "replace").decode() for text in (*PAYLOADS.values(), "..", ".", "/etc/passwd", "C:x")]
    rows = [{"id": f"{way}{name}", "text": "The ferry sank on Saturday."} for name in names for way in ("", "../")]
    lines = "\n".join(map(json.dumps, rows)).encode()
    before = place.files()
    told = dateline("extract", "-", "--jsonl", "-f", "timeml", "-o", "out", stdin=lines)
    assert told.status == 0
    made = place.changed(before)
    assert "work/out" in made
    assert len(made) == len(rows) + 1
    assert all(path.rpartition("/")[0] == "work/out" for path in made - {"work/out"})
    for path in made:
        assert_plain(path)


def test_export_of_a_hostile_timeline_goes_where_it_is_told(place: Sandbox) -> None:
    for payload, form in product(("path", "format", "options"), FORMATS):
        place.timeline.write_bytes(filled(PAYLOADS[payload]))
        with place.untouched():
            dateline("export", "-f", form, newline=b"\r\n")
            dateline("show", ids()[0])


def test_the_temporary_folder_is_left_empty(place: Sandbox) -> None:
    dateline("export")
    assert not list(Path(tempfile.gettempdir()).glob("dateline-*.md"))
    assert not list((place.root / "temporary").iterdir())
