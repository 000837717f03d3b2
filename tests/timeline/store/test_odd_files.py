"""A timeline that is a pipe, a device, closed or not to be written to: told at once, by name, with nothing left."""

import os
import pty
import socket
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.timeline.builders import reading
from timeline.edits import EditKind
from timeline.store import Store, StoreError
from timeline.store.files import holds_timeline
from timeline.store.lines import contents_of, lines_of

STORY = reading("Silva defected Saturday.", "Guaido spoke Friday.")
EVENT = STORY.events[0].id


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "story.json"


@pytest.fixture
def terminal() -> Iterator[Path]:
    leader, follower = pty.openpty()
    yield Path(os.ttyname(follower))
    os.close(leader)
    os.close(follower)


def kept(path: Path) -> None:
    """A timeline of one article, at rest."""
    with Store.open(path) as store:
        store.add(STORY)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def assert_refused(path: Path, why: str) -> None:
    """Opening it is, for writing and for reading, and leaves nothing."""
    there = sorted(path.parent.iterdir()) if path.parent != Path("/dev") else []
    for read_only in (False, True):
        with pytest.raises(StoreError, match=why) as told:
            Store.open(path, read_only=read_only)
        assert path.name.partition(".")[0] in str(told.value)
    assert not there or sorted(path.parent.iterdir()) == there


@pytest.mark.parametrize("name", ["story.json", "story.json.journal"])
def test_a_pipe_is_refused_at_once(path: Path, name: str) -> None:
    kept(path)
    path.with_name(name).unlink(missing_ok=True)
    os.mkfifo(path.with_name(name))
    assert_refused(path, rf"{name} is a pipe")


@pytest.mark.parametrize("name", ["story.json", "story.json.journal"])
def test_a_socket_is_refused(path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(path)
    path.with_name(name).unlink(missing_ok=True)
    monkeypatch.chdir(path.parent)  # the address of a socket is short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(name)
        assert_refused(path, rf"{name} is a socket")


@pytest.mark.parametrize("name", ["story.json", "story.json.journal"])
def test_a_folder_is_refused(path: Path, name: str) -> None:
    kept(path)
    path.with_name(name).unlink(missing_ok=True)
    path.with_name(name).mkdir()
    assert_refused(path, rf"{name} is a folder")


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/full", "/dev/null", "/dev/random"])
def test_a_device_is_refused_and_not_read(device: str) -> None:
    assert_refused(Path(device), f"{device} is a device")
    assert not Path(f"{device}.lock").exists()


def test_a_terminal_is_refused(terminal: Path) -> None:
    assert_refused(terminal, "is a device")


def test_a_link_to_a_device_is_refused(path: Path) -> None:
    path.symlink_to("/dev/zero")
    with pytest.raises(StoreError, match="is a device"):
        Store.open(path)


def test_a_lock_that_is_no_file_is_refused_and_stays(path: Path) -> None:
    kept(path)
    lock = path.with_name("story.json.lock")
    victim = path.with_name("mine.txt")
    victim.write_text("mine")
    lock.symlink_to(victim)
    with pytest.raises(StoreError, match=r"story\.json\.lock is a symbolic link"):
        Store.open(path)
    assert lock.is_symlink()
    lock.unlink()
    os.mkfifo(lock)
    with pytest.raises(StoreError, match=r"story\.json\.lock is a pipe"):
        Store.open(path)
    assert lock.is_fifo()
    assert victim.read_text() == "mine"


def test_what_is_left_of_a_snapshot_may_be_a_link_and_is_not_followed(path: Path) -> None:
    kept(path)
    victim = path.with_name("mine.txt")
    victim.write_text("mine")
    path.with_name("story.json.new").symlink_to(victim)
    with Store.open(path) as store:
        store.edit(EditKind.STAR, EVENT, "yes")
    assert victim.read_text() == "mine"


def test_a_journal_may_not_be_a_link(path: Path) -> None:
    kept(path)
    path.with_name("story.json.journal").symlink_to("mine.txt")
    assert_refused(path, r"story\.json\.journal is a symbolic link")


def test_a_file_of_the_system_that_never_ends_is_refused(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(2**42)
    assert_refused(path, "is no timeline")
    for endless in ("/proc/kcore", "/proc/self/mem"):
        if Path(endless).exists():
            with pytest.raises(StoreError, match=r"no timeline|cannot be read"):
                Store.open(Path(endless), read_only=True)


@pytest.mark.parametrize("permissions", [0o444, 0o400, 0o000])
def test_a_file_that_nobody_may_write_to_is_opened_for_reading_only_and_says_so(path: Path, permissions: int) -> None:
    """Root may, by the system; by the permissions it is meant to stay as it is."""
    kept(path)
    path.chmod(permissions)
    with pytest.raises(StoreError, match=r"story\.json cannot be changed: nobody may write to it \(-.*chmod u\+w"):
        Store.open(path)
    if os.access(path, os.R_OK):
        with Store.open(path, read_only=True) as store:
            assert len(store.timeline.entries) == 2
    assert mode(path) == permissions
    assert [file.name for file in path.parent.iterdir()] == ["story.json"]


def test_a_timeline_in_a_folder_that_nobody_may_write_to_is_opened_for_reading_only(path: Path) -> None:
    kept(path)
    path.parent.chmod(0o555)
    try:
        with pytest.raises(StoreError, match=r"story\.json cannot be changed: nobody may write to its folder \(dr-x"):
            Store.open(path)
        with pytest.raises(StoreError, match=r"new\.json cannot be changed: nobody may write to its folder"):
            Store.open(path.with_name("new.json"))
        with Store.open(path, read_only=True) as store:
            assert len(store.timeline.entries) == 2
    finally:
        path.parent.chmod(0o755)
    assert [file.name for file in path.parent.iterdir()] == ["story.json"]


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o277, 0o777])
def test_what_is_made_is_for_its_owner_alone_whatever_the_umask(path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        with Store.open(path) as store:
            assert mode(path.with_name("story.json.lock")) == 0o600
            store.add(STORY)
            assert mode(path) == 0o600
            assert mode(path.with_name("story.json.journal")) == 0o600
        assert mode(path) == 0o600
    finally:
        os.umask(before)


def test_a_timeline_that_others_may_read_stays_so(path: Path) -> None:
    kept(path)
    path.chmod(0o664)
    with Store.open(path) as store:
        store.edit(EditKind.STAR, EVENT, "yes")
        assert mode(path.with_name("story.json.journal")) == 0o664
    assert mode(path) == 0o664


@pytest.mark.parametrize("step", ["closing", "opening"])
def test_a_lock_that_cannot_be_removed_is_told_and_nothing_is_lost(
    path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    kept(path)
    unlink = Path.unlink

    def denied(self: Path, missing_ok: bool = False) -> None:
        if self.name.endswith(".lock"):
            raise PermissionError(13, "Permission denied")
        unlink(self, missing_ok)

    monkeypatch.setattr(Path, "unlink", denied)
    if step == "opening":
        path.write_text("{")
        with pytest.raises(StoreError, match="is damaged"):
            Store.open(path)
    else:
        store = Store.open(path)
        store.edit(EditKind.STAR, EVENT, "yes")
        with pytest.raises(StoreError, match=r"story\.json\.lock cannot be removed: Permission denied.*is kept"):
            store.close()
        store.close()
        assert len(Store.open(path).history()) == 1, "another may write: nobody holds it"
    assert not path.with_name("story.json.journal").exists()


# Files of others in the places of its own


def test_a_file_with_something_in_it_is_no_lock_and_stays(path: Path) -> None:
    kept(path)
    other = path.with_name("story.json.lock")
    other.write_text("mine")
    with pytest.raises(StoreError, match=r"story\.json\.lock beside it is no lock of dateline"):
        Store.open(path)
    assert other.read_text() == "mine"
    other.write_text("")  # as a kill leaves it
    with Store.open(path):
        pass


@pytest.mark.parametrize(("content", "ending"), [(None, "json"), ("mine", "new")], ids=["timeline", "text"])
def test_what_stands_in_the_place_of_the_next_snapshot_is_told_and_kept(
    path: Path, content: str | None, ending: str
) -> None:
    kept(path)
    new = path.with_name("story.json.new")
    new.write_text(content or path.read_text())
    with Store.open(path) as store:
        says = f"is kept as story.json.rescued-1.{ending} then"
        assert [notice.endswith(says) for notice in store.notices] == [True]
        store.edit(EditKind.STAR, EVENT, "yes")
    if content is None:  # a copy of the state that the first change leads away from
        with Store.open(path.with_name(f"story.json.rescued-1.{ending}"), read_only=True) as copy:
            assert copy.history() == ()
    else:
        assert path.with_name(f"story.json.rescued-1.{ending}").read_text() == content
    assert not new.exists()


def test_a_folder_in_the_place_of_the_next_snapshot_is_told_and_kept(path: Path) -> None:
    kept(path)
    path.with_name("story.json.new").mkdir()
    with Store.open(path) as store:
        assert store.notices == (
            f"story.json.new is in the place of the next state of {path}, and is kept as story.json.rescued-1.new then",
        )
        store.edit(EditKind.STAR, EVENT, "yes")
    assert path.with_name("story.json.rescued-1.new").is_dir()


@pytest.mark.parametrize("length", [0, 1, 10, 200, 100_000])
def test_what_a_kill_left_of_the_next_snapshot_is_dropped_without_a_word(path: Path, length: int) -> None:
    kept(path)
    with Store.open(path) as store:
        store.edit(EditKind.STAR, EVENT, "yes")
        path.with_name("before").write_bytes(path.read_bytes())
        path.with_name("journal").write_bytes(path.with_name("story.json.journal").read_bytes())
    path.with_name("story.json.new").write_bytes(path.read_bytes()[:length])
    path.with_name("before").replace(path)
    path.with_name("journal").replace(path.with_name("story.json.journal"))
    with Store.open(path) as store:
        assert store.notices == ()
        assert store.timeline.entry(EVENT).starred
    assert not [*path.parent.glob("*rescued*"), *path.parent.glob("*.new")]


@pytest.mark.parametrize("ending", ["lock", "journal", "new"])
def test_no_timeline_is_made_under_a_name_that_a_file_of_another_has(path: Path, ending: str) -> None:
    kept(path)
    with pytest.raises(StoreError, match=rf"story\.json\.{ending} would be .* by its name"):
        Store.open(path.with_name(f"story.json.{ending}"))
    with Store.open(path.with_name(f"other.json.{ending}")) as store:
        store.add(STORY)


def test_who_changes_a_timeline_of_two_names_is_told_that_they_part(path: Path) -> None:
    kept(path)
    other = path.with_name("other.json")
    other.hardlink_to(path)
    with Store.open(path, read_only=True) as store:
        assert store.notices == ()
    with Store.open(path) as store:
        assert "has another name too, as a hard link" in store.notices[0]
        store.edit(EditKind.STAR, EVENT, "yes")
    with Store.open(path) as store:
        assert store.notices == ()


# What an editor makes of it


def test_a_mark_before_the_text_is_none_of_it(path: Path) -> None:
    kept(path)
    path.write_text(path.read_text(), encoding="utf-8-sig")
    assert holds_timeline(path)
    with Store.open(path) as store:
        assert store.notices == ()
        store.edit(EditKind.STAR, EVENT, "yes")
        lines = "".join(lines_of(store.contents()))
        assert contents_of(lines.encode("utf-8-sig")).rows() == store.contents().rows()
    assert path.read_bytes().startswith(b"{")


def test_what_was_edited_under_a_mark_is_told_and_accepted(path: Path) -> None:
    kept(path)
    path.write_text(path.read_text().replace("Guaido", "Guaidó"), encoding="utf-8-sig")
    with pytest.raises(StoreError, match="was edited outside dateline"):
        Store.open(path)
    with Store.open(path, accept=True) as store:
        assert "Guaidó" in store.extractions()[0].article.text
