"""Timelines that somebody sent, or changed, or that lie beside a journal that is none of theirs."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given

from tests.fuzz.amount import tried
from tests.fuzz.harmless import assert_plain
from tests.fuzz.hostile import PAYLOADS
from tests.fuzz.sandbox import ENDS, End, Sandbox, dateline, sandbox
from tests.fuzz.tampering import filled, good, ids, journals, timelines
from timeline.edits import EditKind
from timeline.store import Store, StoreError


@pytest.fixture(scope="module")
def place() -> Iterator[Sandbox]:
    with sandbox() as made:
        yield made


def put(place: Sandbox, data: bytes, journal: bytes = b"") -> None:
    """Make it the timeline, in the state in which a killed program left it if there is a journal."""
    place.timeline.unlink(missing_ok=True)
    place.timeline.write_bytes(data)
    beside = place.timeline.with_name(f"{place.timeline.name}.journal")
    beside.unlink(missing_ok=True)
    if journal:
        beside.write_bytes(journal)


def use(place: Sandbox) -> End:
    """Do with the timeline what the commands can do; if it is refused, that must leave it as it was."""
    was = place.files()
    with place.untouched():
        if dateline("list").status:
            told = [dateline("export"), dateline("show", ids()[0]), dateline("undo")]
            assert all(one.status == 1 and not one.out and one.err for one in told)
            assert place.files() == was
            return "refused"
        listed = dateline("list", "--json", "is:hidden or -is:hidden").out
        for event in json.loads(listed)["events"][::4]:
            assert dateline("show", event["id"]).status in (0, 1)
        assert not dateline("export", "-f", "csv", newline=b"\r\n").status
        assert not dateline("export", "-f", "markdown").status
        edit()
    return "seen to the end"


def edit() -> None:
    """Accept it as it is, correct and take back, as a person would in the app."""
    with Store.open(Path(os.environ["DATELINE_TIMELINE"]), accept=True) as store:
        articles, entries = tuple(store.timeline.articles), store.timeline.entries
        for entry in entries[:2]:
            store.edit(EditKind.DATE, entry.id, "2019-01-26")
            store.edit(EditKind.NOTE, entry.id, "seen")
        for article in articles:
            for day in ("2020-02-29", "", "9999-12-31"):
                store.edit(EditKind.PUBLISHED, article, day)
        while store.undo():
            pass
        assert len(store.timeline.articles) >= len(articles)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_timeline_with_hostile_texts_commands_nothing(place: Sandbox, payload: str) -> None:
    put(place, filled(PAYLOADS[payload]))
    assert use(place) in ENDS


def test_a_timeline_of_harmless_texts_is_used_to_the_end(place: Sandbox) -> None:
    put(place, filled(" [bold]x[/bold] \u2019"), b"")
    assert use(place) == "seen to the end"
    put(place, *good())
    assert use(place) == "seen to the end"


@tried(150)
@given(timelines())
@example(b"[" * 100_000)
@example(b'{"a":' * 100_000)
@example(b"")
@example(b"null")
@example(b'{"meta":{"timeline":{"revision":0,"schema":1}}}')
def test_a_tampered_timeline_is_used_to_the_end_or_refused_in_words(place: Sandbox, data: bytes) -> None:
    put(place, data)
    assert use(place) in ENDS


@tried(60)
@given(journals())
def test_a_tampered_journal_is_used_to_the_end_or_refused_in_words(place: Sandbox, journal: bytes) -> None:
    put(place, good().timeline, journal)
    assert use(place) in ENDS


@tried(150)
@given(timelines())
def test_why_a_timeline_is_refused_is_told_without_what_is_in_it_being_obeyed(place: Sandbox, data: bytes) -> None:
    put(place, data)
    try:
        Store.open(place.timeline, read_only=True)
    except StoreError as refused:
        said = str(refused)
    else:
        return
    assert_plain(said)
    assert place.timeline.name in said
