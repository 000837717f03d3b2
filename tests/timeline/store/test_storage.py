import json
import stat
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from tinydb import where
from tinydb.table import Document

from timeline.store.database import TimelineDatabase
from timeline.store.disk import StoreError
from timeline.store.journal import Change
from timeline.store.notices import notices
from timeline.store.reading_journal import read_journal
from timeline.store.snapshot import SCHEMA, DamageError
from timeline.store.storage import JournaledStorage


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "story.json"


def put(**rows: str) -> Change:
    return Change(put={"notes": {key: {"text": text} for key, text in rows.items()}})


def notes(path: Path) -> dict[str, str]:
    tables = JournaledStorage(path).read() or {}
    return {key: row["text"] for key, row in tables.get("notes", {}).items()}


def journal(path: Path) -> Path:
    return path.with_name(path.name + ".journal")


def changed(path: Path, *changes: Change) -> None:
    """The file with its journal, as a kill leaves them."""
    storage = JournaledStorage(path)
    for change in changes:
        storage.append(change)
    storage.close()


def test_a_change_is_in_the_journal_when_it_is_acknowledged(path: Path) -> None:
    storage = JournaledStorage(path)
    storage.append(put(a="one"))
    storage.append(put(b="two", a="three"))
    storage.append(Change(drop={"notes": ["b"]}))
    assert notes(path) == {"a": "three"}
    storage.close()


def test_at_rest_there_is_one_plain_file_in_order(path: Path) -> None:
    storage = JournaledStorage(path)
    storage.append(put(b="Guaidó", a="“one”"))
    storage.compact()
    assert [file.name for file in path.parent.iterdir()] == ["story.json"]
    checksum = json.loads(path.read_bytes())["meta"]["timeline"]["checksum"]
    assert path.read_text(encoding="utf-8") == (
        '{\n "notes": {\n  "a": {"text":"“one”"},\n  "b": {"text":"Guaidó"}\n },\n'
        f' "meta": {{\n  "timeline": {{"checksum":"{checksum}","revision":1,"schema":{SCHEMA}}}\n }}\n}}\n'
    )


def test_the_file_does_not_depend_on_when_it_was_compacted(tmp_path: Path) -> None:
    contents = set()
    for often in (True, False):
        storage = JournaledStorage(tmp_path / f"{often}.json")
        for key in "cab":
            storage.append(put(**{key: key}))
            if often:
                storage.compact()
        storage.compact()
        contents.add(storage.path.read_bytes())
    assert len(contents) == 1


def test_compacting_with_no_change_leaves_the_file_alone(path: Path) -> None:
    changed(path, put(a="one"))
    JournaledStorage(path).compact()
    before = path.stat().st_ino
    JournaledStorage(path).compact()
    assert path.stat().st_ino == before


def test_a_journal_left_behind_is_not_replayed_onto_the_newer_snapshot(path: Path) -> None:
    changed(path, put(a="old"))
    left_behind = journal(path).read_bytes()
    storage = JournaledStorage(path)
    storage.append(put(a="new"))
    storage.compact()
    journal(path).write_bytes(left_behind)
    assert notes(path) == {"a": "new"}
    changed(path, put(b="more"))
    assert notes(path) == {"a": "new", "b": "more"}


def test_a_journal_cut_short_anywhere_is_torn_and_keeps_each_change_that_is_whole(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline.store.storage._PAUSE", 0)
    changed(path, put(a="one"), put(b="two"))
    whole = journal(path).read_bytes()
    ends = [place + 1 for place, byte in enumerate(whole) if byte == 0x0A]
    for size in range(len(whole) - 1):
        journal(path).write_bytes(whole[:size])
        state = JournaledStorage(path).load()
        assert state.journal is not None
        assert state.journal.is_torn
        rows = sorted((state.tables or {}).get("notes", {}))
        assert rows == ["a", "b"][: max(0, sum(end <= size + 1 for end in ends) - 1)]
    journal(path).write_bytes(whole[: ends[1] + 5])
    changed(path, put(c="three"))
    assert notes(path) == {"a": "one", "c": "three"}


class _Watched:
    """An open file; of each write it keeps what a kill would leave behind that came when so many bytes were written."""

    def __init__(self, file: BinaryIO, path: Path) -> None:
        self._file = file
        self._path = path
        self.left: list[bytes] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def write(self, content: bytes) -> int:
        before, place = self._path.read_bytes(), self._file.tell()
        self.left = [before[:place] + content[:size] + before[place + size :] for size in range(len(content))]
        return self._file.write(content)


def test_a_kill_in_the_middle_of_a_write_leaves_each_change_before_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline.store.storage._PAUSE", 0)
    storage = JournaledStorage(path)
    storage.append(put(a="one"))
    file = storage._journal._file
    assert file is not None
    watched = _Watched(file, journal(path))
    monkeypatch.setattr(storage._journal, "_file", watched)
    storage.append(put(b="two"))
    storage.close()
    assert len(watched.left) > 100
    for left in watched.left:
        journal(path).write_bytes(left)
        assert notes(path).get("a") == "one"


def test_blocks_that_never_came_to_the_disk_are_torn(path: Path) -> None:
    changed(path, put(a="one"), put(b="two"))
    whole = journal(path).read_bytes()
    last = whole.index(b'"number":2')
    for torn in (whole[:last] + b"\0" * 11 + b"\n", whole[:last] + b"\0" * 4096, whole + b"\0" * 4096):
        journal(path).write_bytes(torn)
        state = JournaledStorage(path).load()
        assert state.journal is not None
        assert state.journal.is_torn
        assert "a" in (state.tables or {})["notes"]


def test_a_journal_with_zeros_in_its_last_change_is_told_of_and_kept_beside_what_could_be_read(path: Path) -> None:
    changed(path, put(a="one"), put(b="two" * 1_000))
    left = bytearray(journal(path).read_bytes())
    place = left.index(b"two") // 512 * 512 + 512
    left[place : place + 512] = b"\0" * 512
    journal(path).write_bytes(left)
    told = list(notices(path, JournaledStorage(path).load()))
    assert len(told) == 1
    assert "or a failing disk one that was whole" in told[0]
    assert "not been acknowledged" not in told[0]
    changed(path, put(c="three"))
    kept = path.with_name(f"{path.name}.rescued-1.torn")
    assert kept.read_bytes() == left
    assert kept.name in told[0]
    assert notes(path) == {"a": "one", "c": "three"}


def test_a_reader_waits_for_who_writes_on_a_busy_machine(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changed(path, put(a="one"), put(b="two"))
    whole = journal(path).read_bytes()
    journal(path).write_bytes(whole[: whole.index(b'{"ends"') - 9])  # the old end was cut off, and nothing written yet
    pauses: list[float] = []

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 3:
            journal(path).write_bytes(whole)

    monkeypatch.setattr("timeline.store.storage.time.sleep", pause)
    state = JournaledStorage(path).load()
    assert state.journal is not None
    assert not state.journal.is_torn


def test_what_somebody_wrote_behind_the_end_is_damage(path: Path) -> None:
    changed(path, put(a="one"), put(b="two"))
    for more in (b"x", b"x\n", b"\0x", b"\n"):
        with pytest.raises(DamageError, match="damaged"):
            read_journal(journal(path).read_bytes() + more)


def test_each_flipped_bit_of_a_journal_is_damage(path: Path) -> None:
    changed(path, put(a="one"), put(b="two"))
    whole = journal(path).read_bytes()
    for place in range(len(whole)):
        for bit in range(8):
            flipped = bytearray(whole)
            flipped[place] ^= 1 << bit
            with pytest.raises(DamageError, match="line"):
                read_journal(bytes(flipped))


def test_a_change_taken_out_put_twice_or_moved_is_damage(path: Path) -> None:
    changed(path, put(a="one"), put(b="two"), put(c="three"), put(d="four"))
    header, first, second, third, fourth, end = journal(path).read_bytes().splitlines(keepends=True)
    for lines in (
        (header, first, third, fourth, end),
        (header, second, third, fourth, end),
        (header, first, second, third, end),
        (header, first, first, second, third, fourth, end),
        (header, second, first, third, fourth, end),
        (header, first, second, third, fourth, end, end),
        (header, end),
    ):
        with pytest.raises(DamageError, match="does not"):
            read_journal(b"".join(lines))


def test_damage_inside_the_journal_is_an_error_that_names_the_file(path: Path) -> None:
    changed(path, put(a="one"), put(b="two"))
    content = journal(path).read_bytes()
    journal(path).write_bytes(content.replace(b"one", b"onf"))
    with pytest.raises(StoreError, match=r"story\.json\.journal is .*damaged \(line 2 of 4"):
        JournaledStorage(path).read()


def test_a_flipped_bit_in_each_byte_of_a_snapshot_is_refused_or_known(path: Path) -> None:
    changed(path, put(a="one two", b="three"))
    JournaledStorage(path).compact()
    whole = path.read_bytes()
    for place in range(len(whole)):
        for bit in (place % 8, (place + 3) % 8):
            flipped = bytearray(whole)
            flipped[place] ^= 1 << bit
            path.write_bytes(flipped)
            with suppress(StoreError):
                assert not JournaledStorage(path).load().is_as_written or notes(path) == {"a": "one two", "b": "three"}


def test_a_snapshot_that_is_only_laid_out_anew_is_as_written(path: Path) -> None:
    changed(path, put(a="Guaidó", b="three"))
    JournaledStorage(path).compact()
    tables = json.loads(path.read_bytes())
    path.write_text(json.dumps(tables, indent=4))
    assert JournaledStorage(path).load().is_as_written
    tables["notes"]["a"]["text"] = "Guaido"
    path.write_text(json.dumps(tables, indent=4))
    assert not JournaledStorage(path).load().is_as_written


def test_a_journal_of_another_state_is_kept_aside(path: Path) -> None:
    changed(path, put(a="one"))
    changed(path, put(b="mine"))
    mine = journal(path).read_bytes()
    JournaledStorage(path).compact()
    path.unlink()
    changed(path, put(a="theirs"), put(b="theirs"), put(c="theirs"))
    JournaledStorage(path).compact()
    journal(path).write_bytes(mine)
    assert JournaledStorage(path).load().is_apart
    changed(path, put(d="more"))
    assert notes(path) == {"a": "theirs", "b": "theirs", "c": "theirs", "d": "more"}
    assert path.with_name("story.json.rescued-1.journal").read_bytes() == mine


def test_a_backup_put_in_place_of_a_newer_file_is_an_error(path: Path) -> None:
    changed(path, put(a="one"))
    JournaledStorage(path).compact()
    backup = path.read_bytes()
    changed(path, put(b="two"))
    JournaledStorage(path).compact()
    changed(path, put(c="three"))
    path.write_bytes(backup)
    with pytest.raises(StoreError, match="older than the journal beside it"):
        JournaledStorage(path).read()
    path.unlink()
    with pytest.raises(StoreError, match="older than the journal beside it"):
        JournaledStorage(path).read()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "damaged"),
        (b"not JSON", "damaged"),
        (b"\x00" * 100, "damaged"),
        (b"[1, 2]", "is no timeline"),
        (b'{"a": 1}', "is no timeline"),
        (b'{"_default": {"1": {"a": 1}}}', "is JSON, but no timeline"),
        (b'{"meta": {"timeline": {"revision": 1, "schema": %d}}}' % (SCHEMA + 1), "another version of dateline"),
        (b'{"meta": {"timeline": {"revision": "x", "schema": 1}}}', "damaged"),
        (b'{"meta": {"timeline": {"revision": 1, "schema": 1}}, "notes": {"a": {"text": "\xff"}}}', "damaged"),
        (b'{"meta": {"timeline": {"revision": 1, "schema": 1}}, "notes": {"a": ', "truncated"),
    ],
)
def test_a_file_that_is_no_timeline_is_named_and_left_alone(path: Path, content: bytes, reason: str) -> None:
    path.write_bytes(content)
    with pytest.raises(StoreError, match=reason) as refused:
        JournaledStorage(path).read()
    assert str(path) in str(refused.value)
    assert path.read_bytes() == content


def test_permissions_of_the_file_are_kept_and_the_journal_shares_them(path: Path) -> None:
    changed(path, put(a="one"))
    JournaledStorage(path).compact()
    path.chmod(0o640)
    changed(path, put(b="two"))
    assert stat.S_IMODE(journal(path).stat().st_mode) == 0o640
    JournaledStorage(path).compact()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_symbolic_link_stays_one_and_its_target_is_written(tmp_path: Path) -> None:
    target = tmp_path / "disk" / "real.json"
    target.parent.mkdir()
    link = tmp_path / "link.json"
    link.symlink_to(target)
    storage = JournaledStorage(link)
    storage.append(put(a="one"))
    storage.compact()
    assert link.is_symlink()
    assert notes(target) == {"a": "one"}
    assert [file.name for file in target.parent.iterdir()] == ["real.json"]


def test_links_that_lead_in_a_circle_are_an_error(path: Path) -> None:
    path.symlink_to(path)
    with pytest.raises(StoreError, match=r"story\.json cannot be"):
        JournaledStorage(path).read()


def test_a_leftover_of_a_killed_snapshot_does_no_harm(path: Path) -> None:
    changed(path, put(a="one"))
    path.with_name("story.json.new").write_bytes(path.read_bytes()[:-20])
    JournaledStorage(path).compact()
    assert notes(path) == {"a": "one"}
    assert [file.name for file in path.parent.iterdir()] == ["story.json"]


@pytest.mark.parametrize("size", [40, 512, 2_000, 3_000])
def test_a_leftover_whose_first_block_never_came_to_the_disk_does_no_harm(path: Path, size: int) -> None:
    changed(path, put(a="one"))
    path.with_name("story.json.new").write_bytes((bytes(512) + b"what was written of the rest" * 100)[:size])
    JournaledStorage(path).compact()
    assert notes(path) == {"a": "one"}
    assert [file.name for file in path.parent.iterdir()] == ["story.json"]


def test_the_file_is_an_ordinary_tinydb_database(path: Path) -> None:
    changed(path, put(a="one", b="two"))
    with TimelineDatabase(path) as database:
        assert database.tables() == {"notes", "meta"}
        found = database.table("notes").search(where("text") == "two")
        assert [document.doc_id for document in found] == ["b"]
        database.table("notes").insert(Document({"text": "three"}, doc_id="c"))  # type: ignore[arg-type]
        database.table("notes").remove(doc_ids=["a"])
    assert notes(path) == {"b": "two", "c": "three"}
    assert json.loads(path.read_text())["meta"]["timeline"].items() >= {"revision": 3, "schema": SCHEMA}.items()
    changed(path, put(d="four"))
    assert notes(path) == {"b": "two", "c": "three", "d": "four"}
