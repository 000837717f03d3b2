"""What the app shows of hostile timelines, texts and file names, on every screen."""

import asyncio
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from textual.events import Paste
from textual.pilot import Pilot

from tests.fuzz.amount import tried
from tests.fuzz.harmless import assert_plain
from tests.fuzz.hostile import COMMANDS, DATES, DECEPTIONS, MARKUP, PAYLOADS, SIZES, short_texts
from tests.fuzz.sandbox import ENDS, End, Sandbox, sandbox
from tests.fuzz.tampering import filled, timelines
from timeline.store import StoreError
from tui.app import DatelineApp

SIZE = (100, 30)
SETTINGS = ("home/config", "home/config/dateline", "home/config/dateline/settings.toml")
"""What the app keeps of a person’s choices, as of the theme that `T` takes."""

EVERYWHERE = (
    # The timeline: its detail, article, dialogs.
    *("j", "enter", "G", "tab", "escape", "o", "n", "N", "d", "escape", "escape"),
    *("d", "escape", "c", "escape", "t", "escape", "y", "s", "H", "u", "ctrl+r", "u", "n", "right_square_bracket"),
    # Actors, sources, what belongs to each of them.
    *("2", "j", "enter", "escape", "j", "1", "2", "G"),
    *("3", "j", "enter", "d", "escape", "escape", "G", "f", "1", "escape", "3", "g", "R", "u"),
    # What was done, and two articles beside each other.
    *("U", "j", "enter", "escape", "1", "o", "p", "enter", "n", "tab", "escape", "escape", "less_than_sign", "F"),
    # What lies over every screen.
    *("1", "x", "tab", "down", "escape", "i", "escape", "question_mark", "G", "escape", "colon", "escape", "T"),
)


@pytest.fixture(autouse=True)
def _still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")


@pytest.fixture(scope="module")
def place() -> Iterator[Sandbox]:
    with sandbox() as made:
        yield made


def segments(app: DatelineApp) -> Iterator[Segment]:
    """What the terminal is given to show."""
    for strip in app.screen._compositor.render_strips():
        yield from strip


def assert_harmless(app: DatelineApp) -> None:
    """Nothing shown commands the terminal, and no text has become a link or something to click."""
    shown = list(segments(app))
    assert_plain("".join(one.text for one in shown))
    assert "\n" not in "".join(one.text for one in shown)
    for one in shown:
        assert not one.control
        assert one.style is None or one.style.link is None
        assert one.style is None or "@click" not in one.style.meta


async def walk(app: DatelineApp, keys: Sequence[str]) -> None:
    """Press `keys`, looking at the screen after each."""
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert_harmless(app)
        for key in keys:
            await pilot.press(key)
            assert_harmless(app)
        await settled(pilot)
        assert_harmless(app)
        assert app.return_value is None


async def settled(pilot: Pilot[StoreError]) -> None:
    """Wait until what was begun is done."""
    for _ in range(3):
        await pilot.pause()


def opened(place: Sandbox, data: bytes) -> DatelineApp | None:
    """The app on a timeline of these bytes; None if it is refused."""
    place.timeline.unlink(missing_ok=True)
    place.timeline.write_bytes(data)
    try:
        return DatelineApp(place.timeline)
    except StoreError as refused:
        assert_plain(str(refused))
        return None


def look(place: Sandbox, data: bytes, keys: Sequence[str] = EVERYWHERE) -> End:
    """Open a timeline of these bytes in the app; if it opens, every screen of it must be harmless."""
    with place.untouched(*SETTINGS):
        if (app := opened(place, data)) is None:
            return "refused"
        try:
            asyncio.run(walk(app, keys))
        finally:
            app.session.close()
    return "seen to the end"


def test_every_screen_of_a_harmless_timeline_is_seen(place: Sandbox) -> None:
    assert look(place, filled(" ferry")) == "seen to the end"


@pytest.mark.parametrize("group", [COMMANDS, DECEPTIONS, MARKUP, SIZES, DATES], ids="CDMSD")
def test_no_screen_obeys_a_hostile_timeline(place: Sandbox, group: dict[str, str]) -> None:
    """Every text holds another of the group."""
    hostile = filled(*(text.encode("utf-8", "ignore").decode()[:600] for text in group.values()))
    assert look(place, hostile) == "seen to the end"


@tried(2)
@given(st.lists(short_texts, min_size=1, max_size=7))
def test_no_screen_obeys_any_texts(place: Sandbox, payloads: list[str]) -> None:
    assert look(place, filled(*payloads)) in ENDS


@tried(5)
@given(timelines())
def test_any_tampered_timeline_that_opens_is_shown_to_the_end(place: Sandbox, data: bytes) -> None:
    assert look(place, data) in ENDS


PASTED = (
    COMMANDS["clipboard"] + COMMANDS["clear in C1"] + COMMANDS["string of a device"],
    DECEPTIONS["override"] + DECEPTIONS["isolates"] + DECEPTIONS["halves of pairs"] + COMMANDS["lines"],
    MARKUP["Textual"],
    MARKUP["Rich"],
)


@pytest.mark.parametrize("keys", ["slash", "d", "c", "t", "i", "i tab", "x", "colon"])
def test_hostile_text_typed_or_pasted_anywhere_is_harmless(place: Sandbox, keys: str) -> None:
    app = opened(place, filled(" ferry"))
    assert app is not None

    async def paste() -> None:
        async with app.run_test(size=SIZE) as pilot:
            for text in PASTED:
                await pilot.press(*keys.split())
                assert app.screen.focused is not None
                app.screen.focused.post_message(Paste(text))
                await settled(pilot)
                assert_harmless(app)
                await pilot.press("escape", "escape", "1")
                assert_harmless(app)

    with place.untouched(*SETTINGS):
        try:
            asyncio.run(paste())
        finally:
            app.session.close()


@pytest.mark.parametrize("payload", ["clear", "override", "Rich", "Textual", "clear in C1"])
def test_the_name_of_the_timeline_itself_is_harmless(payload: str) -> None:
    with tempfile.TemporaryDirectory(prefix="dateline-fuzz-") as folder:
        path = Path(folder, f"{PAYLOADS[payload].replace('/', '')}.json")
        path.write_bytes(filled(" ferry"))
        app = DatelineApp(path)
        try:
            asyncio.run(walk(app, ("j", "2", "3", "x", "escape", "i", "escape")))
        finally:
            app.session.close()
