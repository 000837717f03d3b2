"""Ctrl-c, and the other ways in which a command is asked to end: it does, wherever they come, with their status."""

import json
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path
from time import sleep

import pytest

from tests.timeline.builders import reading
from timeline.edits import EditKind
from timeline.store import Store
from timeline.store.journal import Change
from timeline.store.open_files import Everything, OpenFiles
from tui.cli.by_turns import by_turns

STORY = reading("Ann Lee left on Saturday.", name="rain")
EVENT = STORY.events[0].id
COMMAND = [sys.executable, "-c", "from tui.cli import main; main()"]
TEXT = "A ferry sank off Corran on Saturday and twelve people were killed.\n"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "DATELINE_TIMELINE": str(tmp_path / "timeline.json"), "HOME": str(tmp_path)}


def ended(command: str) -> tuple[int, str]:
    """The status of a process whose command does this, and what it tells."""
    program = "import os, signal, sys, time\nfrom tui.cli import process\ndef command(words):\n"
    program += textwrap.indent(textwrap.dedent(command), "    ") + "\nprocess._run = command\nprocess.main()"
    told = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    return told.returncode, told.stderr


@pytest.mark.parametrize(("name", "status"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_a_signal_to_end_ends_a_command_once_all_is_put_in_order_and_has_its_status(name: str, status: int) -> None:
    command = f"""
    try:
        signal.raise_signal(signal.{name})
        time.sleep(300)
    finally:
        sys.stderr.write("in order")
    """
    assert ended(command) == (status, "in order")


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_that_is_ignored_from_the_start_stays_so(name: str) -> None:
    program = f"import signal; signal.signal(signal.{name}, signal.SIG_IGN)\nfrom tui.cli import process\n"
    program += f"process._run = lambda _: signal.raise_signal(signal.{name})\nprocess.main()"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_an_interrupt_in_what_is_done_on_the_side_of_an_import_ends_the_command(tmp_path: Path) -> None:
    """Python drops what is raised in the callback of a weak reference; of each import, it has one."""
    command = f"""
    def interrupting(frame, event, _):
        if event == "call" and frame.f_code.co_name == "cb" and "importlib" in frame.f_code.co_filename:
            sys.setprofile(None)
            signal.raise_signal(signal.SIGINT)
    sys.path.insert(0, {str(tmp_path)!r})
    sys.setprofile(interrupting)
    import a_module
    sys.setprofile(None)
    time.sleep(300)
    """
    (tmp_path / "a_module.py").write_text("")
    assert ended(command) == (130, "")


def test_an_interrupt_while_something_is_given_back_ends_the_command() -> None:
    command = """
    class Thing:
        def __del__(self):
            signal.raise_signal(signal.SIGINT)
    Thing()
    os.read(os.pipe()[0], 1)
    """
    assert ended(command) == (130, "")


def test_an_interrupt_that_a_library_takes_for_a_fault_of_its_own_is_an_interrupt_and_told_in_a_line() -> None:
    command = """
    try:
        signal.raise_signal(signal.SIGINT)
    except KeyboardInterrupt:
        raise ImportError("no numbers here")
    """
    assert ended(command) == (130, "dateline: interrupted, and then ImportError: no numbers here\n")


@pytest.mark.parametrize("instead", ["pass", "sys.exit(1)", "raise BrokenPipeError"])
def test_an_interrupt_that_a_library_keeps_to_itself_shows_in_the_status(instead: str) -> None:
    command = f"""
    try:
        signal.raise_signal(signal.SIGINT)
    except KeyboardInterrupt:
        {instead}
    """
    assert ended(command) == (130, "")


def test_what_else_is_dropped_on_the_side_is_told() -> None:
    command = """
    class Thing:
        def __del__(self):
            raise ValueError("on the side")
    Thing()
    """
    status, told = ended(command)
    assert (status, "ValueError: on the side" in told) == (0, True)


@pytest.mark.parametrize(("name", "status"), [("SIGINT", 130), ("SIGTERM", 143)])
@pytest.mark.parametrize("times", [1, 2])
def test_an_interrupted_addition_has_its_status_and_leaves_a_consistent_timeline(
    environment: dict[str, str], tmp_path: Path, name: str, status: int, times: int
) -> None:
    rows = "".join(json.dumps({"id": f"r{number}", "text": f"{number}. {TEXT}"}) + "\n" for number in range(20_000))
    with subprocess.Popen(
        [*COMMAND, "add", "-", "--jsonl"],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stderr
        process.stdin.write(rows[: len(rows) // 2].encode()[:60_000])
        process.stdin.flush()
        while not any(tmp_path.glob("timeline.json*")) and process.poll() is None:
            sleep(0.01)
        for _ in range(times):
            process.send_signal(signal.Signals[name])
        process.stdin.close()
        told = process.stderr.read().decode()
        assert (process.wait(), "Traceback" in told) == (status, False), told
    with Store.open(tmp_path / "timeline.json") as store:
        assert len(store.timeline.articles) < 20_000


def test_after_a_turn_that_was_cut_short_the_next_one_goes_by_the_files_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is on the disk may not be in memory yet then, and another edit would take its number."""

    write = OpenFiles.write

    def interrupted(files: OpenFiles, change: Change, everything: Everything) -> None:
        write(files, change, everything)
        raise KeyboardInterrupt

    def note(text: str) -> None:
        with turns.turn(waits=True) as store:
            store.edit(EditKind.NOTE, EVENT, text)

    with by_turns(path) as turns:
        with monkeypatch.context() as patch:
            patch.setattr(OpenFiles, "write", interrupted)
            with pytest.raises(KeyboardInterrupt):
                note("one")
        note("two")
    with Store.open(path, read_only=True) as store:
        assert [edit.value for edit in store.history()] == ["one", "two"]
