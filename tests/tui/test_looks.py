"""A few pictures of whole screens; behaviour is tested elsewhere. After a wanted change: pytest --snapshot-update."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from tests.tui.chronicle import sailings
from tests.tui.conftest import MakeApp
from tests.tui.demo import HARBOUR, UNDATED
from tests.tui.test_date_of_every import QUARRY
from tests.tui.two_reports import COURIER, HERALD, joined
from timeline.meanings.base import DateKind
from tui.app import DatelineApp

Compare = Callable[..., bool]


@pytest.fixture(autouse=True)
def _calibrated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counts of the tests' own, so that `make calibrate` changes no picture."""
    monkeypatch.setattr("timeline.dates.confidence.measured", lambda: dict.fromkeys(DateKind, (90, 100)))


def keys_without_blinking(*keys: str) -> Callable[[Any], Awaitable[None]]:
    """Press keys that end in a field, and have its cursor stand still in the picture."""

    async def press(pilot: Any) -> None:
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        for field in pilot.app.screen.query(Input):
            field.cursor_blink = False
        await pilot.pause()

    return press


@pytest.mark.parametrize(("width", "height"), [(120, 40), (80, 24), (60, 20)])
def test_the_timeline(app: DatelineApp, snap_compare: Compare, width: int, height: int) -> None:
    assert snap_compare(app, terminal_size=(width, height), press=["j", "j", "s"])


@pytest.mark.parametrize(("width", "height"), [(120, 40), (80, 24)])
def test_a_long_list_in_parts(make_app: MakeApp, snap_compare: Compare, width: int, height: int) -> None:
    assert snap_compare(make_app(sailings()), terminal_size=(width, height), press=["j", "j", "j"])


def test_the_timeline_on_a_light_terminal(app: DatelineApp, snap_compare: Compare) -> None:
    assert snap_compare(app, terminal_size=(80, 24), press=["T", "j", "j"])


def test_the_timeline_without_colour(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, snap_compare: Compare
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app: Any = request.getfixturevalue("app")
    assert app.no_color
    assert snap_compare(app, terminal_size=(80, 24), press=["j", "j"])


def test_the_date_dialog(app: DatelineApp, snap_compare: Compare) -> None:
    assert snap_compare(app, terminal_size=(80, 24), run_before=keys_without_blinking("j", "j", "j", "d", "2"))


def test_a_date_for_all_that_the_same_words_date(make_app: MakeApp, snap_compare: Compare) -> None:
    to_friday = keys_without_blinking("j", "j", "d", *"2019-01-18", "tab", "right")
    assert snap_compare(make_app(QUARRY), terminal_size=(80, 24), run_before=to_friday)


def test_the_calendar(app: DatelineApp, snap_compare: Compare) -> None:
    keys = keys_without_blinking("j", "j", "j", "d", "pagedown", "right", "right")
    assert snap_compare(app, terminal_size=(80, 24), run_before=keys)


def test_the_date_of_an_article_and_what_moves_with_it(app: DatelineApp, snap_compare: Compare) -> None:
    assert snap_compare(app, terminal_size=(80, 24), run_before=keys_without_blinking("3", "j", "d", *"4 feb 2019"))


def test_the_article(app: DatelineApp, snap_compare: Compare) -> None:
    assert snap_compare(app, terminal_size=(80, 24), press=["j", "j", "o"])


@pytest.mark.parametrize("keys", [["f"], ["slash", "s"]], ids=["facets", "completion"])
def test_what_the_list_can_be_narrowed_to(app: DatelineApp, snap_compare: Compare, keys: list[str]) -> None:
    assert snap_compare(app, terminal_size=(80, 24), run_before=keys_without_blinking(*keys))


def test_accounts_beside_each_other(tmp_path: Path, snap_compare: Compare) -> None:
    app = DatelineApp(joined(tmp_path / "two.json", COURIER, HERALD))
    assert snap_compare(app, terminal_size=(100, 30), press=["backslash"])


@pytest.mark.parametrize(("width", "height"), [(120, 24), (80, 20)])
def test_what_was_done(
    monkeypatch: pytest.MonkeyPatch, app: DatelineApp, snap_compare: Compare, width: int, height: int
) -> None:
    monkeypatch.setattr("tui.screens.history.made", lambda _: ("Thu 26 Nov 2026", "14:02"))
    monkeypatch.setenv("DATELINE_AUTHOR", "ann")
    keys = ["s", "j", "H", "e", "end", "x", "enter", "u", "U"]
    assert snap_compare(app, terminal_size=(width, height), press=keys)


def test_two_articles(app: DatelineApp, snap_compare: Compare) -> None:
    assert snap_compare(app, terminal_size=(120, 30), press=["3", "enter", "n", "p", "enter", "n", "n"])


@pytest.mark.parametrize("screen", ["2", "3"], ids=["actors", "sources"])
def test_who_and_where_from(make_app: MakeApp, snap_compare: Compare, screen: str) -> None:
    assert snap_compare(make_app(HARBOUR, UNDATED, sailings()), terminal_size=(120, 30), press=[screen, "j", "j"])
