"""What is exported overwrites nothing unasked, is written through no link, and never over a timeline."""

import os
import socket
import stat
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.timeline.builders import reading
from timeline.store import Store
from timeline.store.snapshot import SCHEMA
from tui.writing import InTheWayError, write_whole

TEXT = "a chronology\n"


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Path]:
    """A timeline that is open for writing, with its journal and its lock beside it."""
    path = tmp_path / "story.json"
    with Store.open(path) as store:
        store.add(reading("A ferry sank on Saturday."))
        yield path


def there(path: Path) -> tuple[int, ...] | None:
    """What lies at a path, but for when it was looked at last."""
    if not os.path.lexists(path):
        return None
    found = path.lstat()
    return found.st_mode, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def assert_refused(path: Path, why: str) -> None:
    """It is, asked for or not, and whatever is there stays."""
    kept = there(path)
    for replace in (False, True):
        with pytest.raises(InTheWayError, match=why) as told:
            write_whole(path, TEXT, replace=replace)
        assert not told.value.replaceable
    assert there(path) == kept


def test_a_new_file_is_written_with_the_permissions_that_new_files_have(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "a.md", TEXT)
    finally:
        os.umask(before)
    assert (tmp_path / "a.md").read_text() == TEXT
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_a_file_that_exists_is_replaced_only_on_request_and_keeps_its_permissions(tmp_path: Path) -> None:
    mine = tmp_path / "mine.md"
    mine.write_text("mine")
    mine.chmod(0o604)
    with pytest.raises(InTheWayError, match="exists") as told:
        write_whole(mine, TEXT)
    assert told.value.replaceable
    assert mine.read_text() == "mine"
    write_whole(mine, TEXT, replace=True)
    assert mine.read_text() == TEXT
    assert stat.S_IMODE(mine.stat().st_mode) == 0o604


def test_a_file_that_appears_while_it_is_written_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new, fsync = tmp_path / "new.md", os.fsync

    def meanwhile(descriptor: int) -> None:
        new.write_text("mine")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", meanwhile)
    with pytest.raises(InTheWayError, match="exists"):
        write_whole(new, TEXT)
    assert new.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [new]


@pytest.mark.parametrize("replace", [False, True])
def test_where_files_cannot_be_linked_a_new_file_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, replace: bool
) -> None:
    def unsupported(*_: object, **__: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", unsupported)
    write_whole(tmp_path / "a.md", TEXT, replace=replace)
    assert (tmp_path / "a.md").read_text() == TEXT
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_where_files_cannot_be_linked_no_half_of_a_file_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes: list[int] = []

    def interrupted(_from: Path, to: Path) -> None:
        sizes.append(to.stat().st_size)
        raise KeyboardInterrupt

    def unsupported(*_: object, **__: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", unsupported)
    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a.md", TEXT)
    assert sizes == [0]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("replace", [False, True])
def test_another_name_of_a_file_is_replaced_and_not_the_file(tmp_path: Path, replace: bool) -> None:
    mine, other = tmp_path / "mine.txt", tmp_path / "other.md"
    mine.write_text("mine")
    other.hardlink_to(mine)
    if replace:
        write_whole(other, TEXT, replace=True)
    else:
        with pytest.raises(InTheWayError):
            write_whole(other, TEXT)
    assert mine.read_text() == "mine"


def test_nothing_is_written_through_a_link_and_the_link_stays(tmp_path: Path) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("mine")
    for name, target in (("whole.md", mine), ("dangling.md", tmp_path / "gone"), ("round.md", tmp_path / "round.md")):
        link = tmp_path / name
        link.symlink_to(target)
        assert_refused(link, "symbolic link")
    assert mine.read_text() == "mine"
    assert not (tmp_path / "gone").exists()


def test_a_link_to_a_device_or_a_pipe_is_a_link(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for target in ("/dev/null", tmp_path / "pipe"):
        link = tmp_path / "link.md"
        link.symlink_to(target)
        assert_refused(link, "symbolic link")
        link.unlink()


def test_a_folder_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("folder")
    write_whole(tmp_path / "link" / "a.md", TEXT)
    assert (tmp_path / "folder" / "a.md").read_text() == TEXT


def test_a_folder_and_a_socket_are_refused(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    assert_refused(tmp_path / "folder", "is a folder")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket"))
        assert_refused(tmp_path / "socket", "is a socket")


def test_devices_and_pipes_take_what_is_written(tmp_path: Path) -> None:
    write_whole(Path("/dev/null"), TEXT)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[str] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_text()))
    reader.start()
    write_whole(pipe, TEXT)
    reader.join()
    assert got == [TEXT]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("name", ["story.json", "story.json.journal", "story.json.lock"])
def test_an_open_timeline_its_journal_and_its_lock_stay(story: Path, name: str) -> None:
    kept = story.with_name(name).read_bytes()
    assert_refused(story.with_name(name), "timeline")
    assert story.with_name(name).read_bytes() == kept


@pytest.mark.parametrize("ending", [".journal", ".lock", ".new", ".JOURNAL"])
def test_nothing_is_put_where_a_timeline_at_rest_will_have_its_files(tmp_path: Path, ending: str) -> None:
    path = tmp_path / "story.json"
    with Store.open(path) as store:
        store.add(reading("A ferry sank on Saturday."))
    assert_refused(tmp_path / f"story.json{ending}", "timeline")
    with Store.open(path) as store:
        assert len(store.timeline.entries) == 1


def test_nothing_is_put_where_a_new_timeline_is_being_made(tmp_path: Path) -> None:
    path = tmp_path / "new.json"
    with Store.open(path) as store:
        assert not path.exists()
        assert_refused(path, "timeline")
        store.add(reading("A ferry sank on Saturday."))


@pytest.mark.parametrize("name", ["story.json", "story.json.journal"])
@pytest.mark.parametrize("link", ["hard", "copy"])
def test_a_timeline_and_a_journal_are_known_by_content_under_any_name(story: Path, name: str, link: str) -> None:
    other = story.with_name("other.md")
    if link == "hard":
        other.hardlink_to(story.with_name(name))
    else:
        other.write_bytes(story.with_name(name).read_bytes())
    assert_refused(other, "timeline")


def cut_short(content: bytes) -> bytes:
    return content[: len(content) // 2]


def of_a_later_version(content: bytes) -> bytes:
    return content.replace(b'"schema":%d' % SCHEMA, b'"schema":%d' % (SCHEMA + 1))


def laid_out_by_hand(content: bytes) -> bytes:
    return content.replace(b"\n", b"\r\n\t").replace(b": {", b" :{")


@pytest.mark.parametrize("damage", [cut_short, of_a_later_version, laid_out_by_hand])
def test_a_damaged_timeline_is_one_too(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    path = tmp_path / "story.json"
    with Store.open(path) as store:
        store.add(reading("A ferry sank on Saturday."))
    path.write_bytes(damage(path.read_bytes()))
    assert_refused(path, "timeline")


@pytest.mark.parametrize("content", ["[" * 100_000, '{"a":' * 100_000, "{", "", "\0"])
def test_other_files_are_none_whatever_they_hold(tmp_path: Path, content: str) -> None:
    path = tmp_path / "mine.json"
    path.write_text(content)
    write_whole(path, TEXT, replace=True)
    assert path.read_text() == TEXT


def test_a_large_file_of_another_kind_is_not_read_to_find_out(tmp_path: Path) -> None:
    path = tmp_path / "film.mkv"
    with path.open("wb") as file:
        file.truncate(2**40)
    with pytest.raises(InTheWayError, match="exists"):
        write_whole(path, TEXT)
