"""Whatever a timeline holds, the app writes to the terminal only what it means itself."""

import base64
import os
import pty
import re
import select
import subprocess
import sys
from pathlib import Path

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.drivers.headless_driver import HeadlessDriver
from textual.strip import Strip
from textual.widget import Widget

from tests.hostile import ATTACKS, hostile, spoilt, unsafe
from tests.tui.conftest import MakeApp
from timeline.edits import EditKind
from timeline.store import Store
from tui.app import DatelineApp
from tui.inputs import Item, State
from tui.widgets.status_line import Level, Report

OWN = re.compile(
    r"""
      \x1b\[ [0-9;]* m                # styles
    | \x1b\[ [0-9;]+ H                # where to write
    | \x1b\]22;[a-z-]*\x07            # the shape of the pointer
    | \x1b\[\?2026[hl]                # updates at once
    """,
    re.VERBOSE,
)
"""What the app means itself."""
EVERY_ATTACK = "".join(ATTACKS)
EMOJI = "👨\u200d👩\u200d👧"


MODES = re.compile(r"\x1b\[[?<>=]\d*(?:[hlu]|\$p)|\x1b\[\?25[hl]")
"""What Textual asks of a terminal, and takes back, when it begins and ends."""


class Terminal(HeadlessDriver):
    """Keeps what the app writes to the terminal."""

    written: list[str]

    @property
    def is_headless(self) -> bool:
        """No: then nothing would be written."""
        return False

    def write(self, data: str) -> None:
        """Keep it."""
        self.__dict__.setdefault("written", []).append(data)


def written(app: DatelineApp) -> str:
    """All that was written to the terminal, but what the app means itself."""
    assert isinstance(app._driver, Terminal)
    return OWN.sub("", "".join(app._driver.written))


@pytest.fixture
def sent(make_app: MakeApp) -> DatelineApp:
    """The app on a timeline with attacks in every text of it."""
    app = make_app(hostile(), hostile(None))
    for index, (kind, value) in enumerate([(EditKind.NOTE, spoilt("a note")), (EditKind.STAR, "yes")]):
        app.session.edit(kind, app.session.timeline.entries[index].id, value)
    app.driver_class = Terminal
    return app


WALKS = {
    "the timeline": ["j", "k", "G", "g", "n", "N", "right_square_bracket"],
    "the detail": ["enter", "j", "enter", "n", "N", "j", "escape", "escape"],
    "the article": ["o", "j", "n", "d", "escape", "escape"],
    "the actors": ["2", "j", "enter", "escape", "2", "slash", *"fen", "escape", "escape"],
    "the sources": ["3", "j", "j", "f", "escape", "3", "G", "enter", "escape", "g", "R", "u"],
    "the date": ["n", "d", *"sat", "escape"],
    "the note": ["c", *"more", "enter", "u", "ctrl+r"],
    "changes": ["s", "H", "u", "u", "ctrl+r", "H"],
    "the export": ["x", "tab", "right", "right", "escape"],
    "the export that is refused": ["x", *"/nowhere/a", "enter", "escape"],
    "the import": ["i", "tab", *"sat", "escape"],
    "the filter": ["slash", *'date:"last week"', "enter", "slash", *" nothing", "escape"],
    "the keys": ["question_mark", *"date", "escape"],
    "the palette": ["colon", *"th", "escape"],
    "the other theme": ["T", "T"],
    "going to a date": ["t", *"1 jan 2090", "enter"],
}


@pytest.mark.parametrize("size", [(120, 40), (60, 20)])
@pytest.mark.parametrize("walk", WALKS)
async def test_no_screen_writes_what_a_timeline_smuggles(sent: DatelineApp, walk: str, size: tuple[int, int]) -> None:
    async with sent.run_test(size=size, headless=False) as pilot:
        for key in WALKS[walk]:
            await pilot.press("space" if key == " " else key)
        await pilot.pause()
        everything = written(sent)
    assert "Ferries" in everything
    assert not unsafe(everything)


async def test_without_colour_too(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app(hostile())
    app.driver_class = Terminal
    async with app.run_test(size=(120, 40), headless=False) as pilot:
        await pilot.press("j", "o", "n")
        await pilot.pause()
        assert not unsafe(written(app))


async def test_what_is_told_is_inert_and_so_is_what_is_read(sent: DatelineApp) -> None:
    async with sent.run_test(size=(120, 40), headless=False) as pilot:
        sent.inputs.put(Item(1, EVERY_ATTACK, State.FAILED, EVERY_ATTACK))
        for tell in (Report(EVERY_ATTACK, Level.ERROR, EVERY_ATTACK), Report(f"read {EVERY_ATTACK}", Level.DONE)):
            sent.tell(tell)
            await pilot.pause()
        sent.progress = f"reading {EVERY_ATTACK}"
        sent.notify(EVERY_ATTACK, title=EVERY_ATTACK, markup=False)
        await pilot.press("i")
        await pilot.pause()
        assert "evil" in written(sent)
        assert not unsafe(written(sent))


class Careless(Widget):
    """A widget of somebody who has not heard of the wall."""

    DEFAULT_CSS = "Careless { dock: top; height: 6; border: round red; }"

    def render_line(self, y: int) -> Strip:
        """An attack in a line: as text, as a control code, in a link, as what can't be written at all."""
        lines = (
            [Segment(f"{EMOJI}\t{EVERY_ATTACK}")],
            [Segment(EVERY_ATTACK, Style(bold=True), [])],
            [Segment("a link", Style(link=f"https://x{EVERY_ATTACK}"))],
            [Segment("half \ud800 a pair")],
        )
        return Strip(lines[y])


async def test_a_new_widget_cannot_forget_the_wall(sent: DatelineApp) -> None:
    async with sent.run_test(size=(120, 40), headless=False) as pilot:
        careless = Careless()
        careless.border_title = Content(EVERY_ATTACK)
        await sent.screen.mount(careless)
        await pilot.pause()
        assert EMOJI in written(sent)
        assert "a link" in written(sent)
        assert "half \ufffd a pair" in written(sent)
        assert not unsafe(written(sent))


async def test_what_is_copied_holds_nothing_that_acts_where_it_is_pasted(sent: DatelineApp) -> None:
    async with sent.run_test(size=(120, 40), headless=False) as pilot:
        await pilot.press("y")
        sent.copy_to_clipboard(f"two\nlines{EVERY_ATTACK}\x1b[201~\ud800")
        await pilot.pause()
        assert isinstance(sent._driver, Terminal)
        copied = re.findall(r"\x1b\]52;c;([^\x07]*)\x07", "".join(sent._driver.written))
    texts = [base64.b64decode(each).decode() for each in copied]
    assert texts[0].startswith("- **")
    assert texts[1].startswith("two\nlines")
    assert not any(unsafe(text) for text in texts)


@pytest.mark.parametrize("honest", [EMOJI, "וזאר\u200fת החוץ", "وزارة الخارجية (C++\u200e)", "می\u200cخواهم", "❤️"])
async def test_honest_text_of_any_language_is_written_as_it_is(app: DatelineApp, honest: str) -> None:
    app.driver_class = Terminal
    async with app.run_test(size=(120, 40), headless=False) as pilot:
        app.tell(Report(f"read {honest}."))
        await pilot.pause()
        assert f"read {honest}." in written(app)


async def test_columns_stay_where_they_are(sent: DatelineApp) -> None:
    async with sent.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for strip in sent.screen._compositor.render_strips():
            assert sum(segment.cell_length for segment in strip) == strip.cell_length == 80


def test_the_bytes_that_a_real_terminal_gets_are_those_the_app_means(tmp_path: Path) -> None:
    with Store.open(tmp_path / "sent\x9b2J\x1b]0;evil\x07.json") as store:
        store.add(hostile())
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", "from tui.cli import main; main()", str(store.path)]
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "120", "LINES": "40"}
    with subprocess.Popen(command, env=environment, stdin=theirs, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        got, shown = bytearray(), 0
        for key, shows in (
            (b"", b"Quit"),
            (b"o", b"Next event"),
            (b"h", b"Filter"),
            (b"3", b"OUTLET"),
            (b"2", b"master"),
        ):
            os.write(ours, key)
            while shows not in got[shown:]:
                assert select.select([ours], [], [], 30)[0], got[shown:]
                got += os.read(ours, 65536)
            shown = len(got)
        os.write(ours, b"q")
        try:
            while chunk := os.read(ours, 65536):
                got += chunk
        except OSError:  # it has ended
            pass
        os.close(ours)
    assert process.returncode == 0, got
    text = got.decode()
    assert not unsafe(OWN.sub("", MODES.sub("", text)).replace("\r", ""))
    assert not [attack for attack in ATTACKS if unsafe(attack) - {"\r"} and attack in text]
