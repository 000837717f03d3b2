"""Pipes, devices, closed files and circles of links, given to the real command: named at once, and nothing is left."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-c", "from tui.cli import main; main()"]
TEXT = "A ferry sank off Corran on Saturday and twelve people were killed.\n"
SOON = 60
"""Seconds that no command takes, unless it waits for ever."""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "DATELINE_TIMELINE": str(tmp_path / "own" / "timeline.json"), "HOME": str(tmp_path)}


def dateline(environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *words], env=environment, capture_output=True, text=True, check=False, timeout=SOON
    )


def shell(environment: dict[str, str], line: str) -> subprocess.CompletedProcess[str]:
    """A line of bash in which `dateline` is the command."""
    program = f'dateline() {{ "{COMMAND[0]}" -c "{COMMAND[2]}" "$@"; }}; {line}'
    return subprocess.run(
        ["bash", "-c", program], env=environment, capture_output=True, text=True, check=False, timeout=SOON
    )


@pytest.fixture
def kept(environment: dict[str, str], tmp_path: Path) -> Path:
    """A timeline with an article in it."""
    (tmp_path / "ferry.txt").write_text(TEXT)
    assert dateline(environment, "add", str(tmp_path / "ferry.txt")).returncode == 0
    return Path(environment["DATELINE_TIMELINE"])


@pytest.mark.parametrize("words", [["list"], ["add", "ferry.txt"], ["undo"], ["export"], ["remove", "ferry"]])
@pytest.mark.parametrize("odd", ["pipe", "/dev/zero", "/dev/full", "folder"])
def test_a_timeline_that_is_no_file_is_refused_at_once(
    environment: dict[str, str], tmp_path: Path, words: list[str], odd: str
) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    place = tmp_path / odd
    told = dateline({**environment, "DATELINE_TIMELINE": str(place)}, *words)
    assert told.returncode == 1
    assert told.stderr.startswith(f"dateline: {place} is a ")
    assert not place.with_name(f"{place.name}.lock").exists()


def test_a_timeline_that_nobody_may_write_to_is_read_and_not_changed(environment: dict[str, str], kept: Path) -> None:
    kept.chmod(0o444)
    before = kept.read_bytes()
    assert "ferry" in dateline(environment, "list").stdout
    for words in (["undo"], ["remove", "ferry"], ["add", "-"]):
        told = dateline(environment, *words)
        assert told.returncode == 1
        assert f"{kept} cannot be changed: nobody may write to it (-r--r--r--; chmod u+w {kept}" in told.stderr
    assert kept.read_bytes() == before
    assert list(kept.parent.iterdir()) == [kept]


def test_a_new_timeline_is_for_its_owner_alone_and_an_export_for_whom_the_umask_says(
    environment: dict[str, str], kept: Path, tmp_path: Path
) -> None:
    assert kept.stat().st_mode & 0o777 == 0o600
    told = shell(environment, f"umask 022; dateline export -o {tmp_path}/a.md")
    assert told.returncode == 0
    assert (tmp_path / "a.md").stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize(
    ("odd", "why"),
    [
        ("/dev/zero", "is not a regular file but a device, pipe or socket"),
        ("/dev/full", "is not a regular file"),
        ("pipe.txt", "is not a regular file"),
        ("round.txt", "cannot be opened: Too many levels of symbolic links"),
        ("/proc/self/mem", "cannot be read: Input/output error"),
    ],
)
def test_an_article_that_is_no_file_is_named_and_the_others_are_read(
    environment: dict[str, str], tmp_path: Path, odd: str, why: str
) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "round.txt").symlink_to("round.txt")
    (tmp_path / "ferry.md").write_text(TEXT)
    told = dateline(environment, "add", str(tmp_path / odd), str(tmp_path / "ferry.md"))
    assert told.returncode == 1
    assert told.stdout.startswith("1 article read (1 new)")
    assert f"not read: {tmp_path / odd}: {why}" in told.stderr


def test_what_a_shell_hands_over_as_a_file_is_read_up_to_the_limit(environment: dict[str, str]) -> None:
    told = shell(environment, "dateline extract <(sleep 0.5; echo 'A ferry sank on Saturday.')")
    assert told.returncode == 0, told.stderr
    assert '"Saturday"' in told.stdout or "A ferry sank" in told.stdout
    told = shell(environment, "dateline extract <(yes 'A ferry sank on Saturday.')")
    assert told.returncode == 1
    assert "is larger than the limit of 10 MB" in told.stderr


def test_files_of_the_system_are_read_as_text(environment: dict[str, str]) -> None:
    told = dateline(environment, "extract", "/proc/self/status")
    assert told.returncode == 0 or "not read: /proc/self/status" in told.stderr


def test_links_that_lead_round_a_folder_are_not_followed(environment: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "clippings"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "up").symlink_to("..")
    (folder / "self").symlink_to(".")
    (folder / "deep" / "ferry.txt").write_text(TEXT)
    told = dateline(environment, "add", str(folder))
    assert told.stdout.startswith("1 article read (1 new)"), told.stderr
