import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.hostile import hostile
from tests.tui.cli.test_safe_start import SCRIPT, TEXT, plant
from tests.tui.conftest import MakeApp
from tests.tui.demo import HARBOUR
from timeline.store import Store

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="needs tmux")

Tmux = Callable[..., str]


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    """A terminal multiplexer of the test's own."""
    socket = tmp_path / "tmux"

    def run(*arguments: str) -> str:
        return subprocess.run(
            ["tmux", "-S", str(socket), *arguments], capture_output=True, text=True, check=True
        ).stdout

    yield run
    subprocess.run(["tmux", "-S", str(socket), "kill-server"], capture_output=True, check=False)


def until_shown(tmux: Tmux, text: str, *, shown: bool = True) -> str:
    deadline = time.monotonic() + 60
    while (text in (screen := tmux("capture-pane", "-p", "-t", "app"))) is not shown:
        assert time.monotonic() < deadline, screen
        time.sleep(0.1)
    return screen


def test_in_a_real_terminal(make_app: MakeApp, tmp_path: Path, tmux: Tmux) -> None:
    make_app(HARBOUR).session.close()
    store = tmp_path / "harbour.json"
    program = f"from pathlib import Path; from tui.app import DatelineApp; DatelineApp(Path({str(store)!r})).run()"
    command = f"{shlex.join([sys.executable, '-c', program])}; echo left with $?; sleep 600"
    tmux("new-session", "-d", "-s", "app", "-x", "80", "-y", "24", "sh", "-c", command)
    shown = until_shown(tmux, "Port Ansel reopens its harbour")
    assert "? Keys" in shown
    assert "q Quit" in shown
    tmux("send-keys", "-t", "app", "s")
    until_shown(tmux, "★ “Union’s treasurer resigns”   u undo")
    tmux("send-keys", "-t", "app", "/")
    tmux("send-keys", "-t", "app", "harbour")
    until_shown(tmux, "2 of 6")
    tmux("send-keys", "-t", "app", "Enter")
    tmux("send-keys", "-t", "app", "q")
    until_shown(tmux, "left with 0")
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".journal")]


def test_what_is_copied_within_tmux_is_there_to_be_pasted(make_app: MakeApp, tmp_path: Path, tmux: Tmux) -> None:
    make_app(HARBOUR).session.close()
    program = "from tui.cli import main; main()"
    opened = shlex.join([sys.executable, "-B", "-c", program, "open", str(tmp_path / "harbour.json")])
    without_desktop = f"env -u DISPLAY -u WAYLAND_DISPLAY {opened}; sleep 600"
    tmux("new-session", "-d", "-s", "app", "-x", "100", "-y", "24", "sh", "-c", without_desktop)
    until_shown(tmux, "Port Ansel reopens its harbour")
    tmux("send-keys", "-t", "app", "y")
    until_shown(tmux, "copied “Union’s treasurer resigns”   in tmux its prefix, then ], pastes it")
    assert tmux("show-buffer").startswith("- **2017**: Union’s treasurer resigns (Ansel Courier;")


def test_leaving_without_room_on_the_disk_says_that_the_changes_are_safe(
    make_app: MakeApp, tmp_path: Path, tmux: Tmux
) -> None:
    make_app(HARBOUR).session.close()
    store = tmp_path / "harbour.json"
    assert store.stat().st_size > 4_096
    program = "from tui.cli import main; main()"
    opened = shlex.join([sys.executable, "-B", "-c", program, "open", str(store)])
    command = f"ulimit -f 4; {opened}; echo left with $?; sleep 600"
    tmux("new-session", "-d", "-s", "app", "-x", "80", "-y", "24", "sh", "-c", command)
    until_shown(tmux, "Port Ansel reopens its harbour")
    tmux("send-keys", "-t", "app", "s")
    until_shown(tmux, "★ “Union’s treasurer resigns”   u undo")
    tmux("send-keys", "-t", "app", "q")
    shown = until_shown(tmux, "left with 1")
    # The terminal breaks the line inside of words, wherever the length of the path puts its edge.
    assert "what was changed is safe in the journal".replace(" ", "") in "".join(shown.split())
    assert "Traceback" not in shown
    with Store.open(store) as kept:
        assert kept.timeline.entries[0].starred


def test_a_real_terminal_that_lets_programs_set_its_clipboard_keeps_it(tmp_path: Path, tmux: Tmux) -> None:
    store = tmp_path / "sent.json"
    with Store.open(store) as kept:
        kept.add(hostile())
    tmux("new-session", "-d", "-s", "app", "-x", "80", "-y", "24", "sh")
    tmux("set-option", "-s", "set-clipboard", "on")
    tmux("set-option", "-g", "allow-rename", "on")
    opened = shlex.join([sys.executable, "-B", "-c", "from tui.cli import main; main()", "open", str(store)])
    tmux("send-keys", "-t", "app", f"{opened}; echo left with $?", "Enter")
    until_shown(tmux, "? Keys")
    for key, shows in [("Enter", "WHEN"), ("o", "n Next event"), ("Escape", "WHEN"), ("3", "OUTLET"), ("2", "ALSO")]:
        tmux("send-keys", "-t", "app", key)
        until_shown(tmux, shows)
    tmux("send-keys", "-t", "app", "q")
    until_shown(tmux, "left with 0")
    assert tmux("list-buffers") == ""
    assert "evil" not in tmux("display-message", "-p", "-t", "app", "#{pane_title}")


def test_an_import_runs_no_code_of_the_current_folder(tmp_path: Path, tmux: Tmux) -> None:
    folder = tmp_path / "clippings"
    marks = plant(folder)
    (folder / "ferry.txt").write_text(TEXT)
    command = f"{shlex.join([*SCRIPT, str(tmp_path / 'own.json')])}; echo left with $?; sleep 600"
    tmux("new-session", "-d", "-s", "app", "-x", "80", "-y", "24", "-c", str(folder), "sh", "-c", command)
    until_shown(tmux, "q Quit")
    tmux("send-keys", "-t", "app", "i")
    until_shown(tmux, "enter read")
    tmux("send-keys", "-t", "app", "ferry.txt")
    until_shown(tmux, "ferry.txt")
    tmux("send-keys", "-t", "app", "Enter")
    until_shown(tmux, "read 1 article")
    tmux("send-keys", "-t", "app", "Escape")
    until_shown(tmux, "enter read", shown=False)
    tmux("send-keys", "-t", "app", "q")
    until_shown(tmux, "left with 0")
    assert not marks.exists(), marks.read_text()
