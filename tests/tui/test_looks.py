"""A few pictures of whole screens; behaviour is tested elsewhere. After a wanted change: pytest --snapshot-update."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.tui.chronicle import sailings
from tests.tui.conftest import MakeApp
from tests.tui.demo import HARBOUR, UNDATED
from tests.tui.two_reports import COURIER, HERALD, joined
from timeline.meanings.base import DateKind
from tui.app import DatelineApp

Compare = Callable[..., bool]


@pytest.fixture(autouse=True)
def _calibrated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counts of the tests' own, so that `make calibrate` changes no picture."""
    monkeypatch.setattr("timeline.dates.confidence.measured", lambda: dict.fromkeys(DateKind, (90, 100)))


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
    async def without_blinking(pilot: Any) -> None:
        pilot.app.screen.focused.cursor_blink = False
        await pilot.press("2")

    assert snap_compare(app, terminal_size=(80, 24), press=["j", "j", "j", "d"], run_before=without_blinking)


def test_the_date_of_an_article_and_what_moves_with_it(app: DatelineApp, snap_compare: Compare) -> None:
    async def type_a_date(pilot: Any) -> None:
        await pilot.press("3", "j", "d")
        await pilot.pause()
        pilot.app.screen.focused.cursor_blink = False
        await pilot.press(*"4 feb 2019")
        await pilot.pause()

    assert snap_compare(app, terminal_size=(80, 24), run_before=type_a_date)


def test_the_article(app: DatelineApp, snap_compare: Compare) -> None:
    assert snap_compare(app, terminal_size=(80, 24), press=["j", "j", "o"])


@pytest.mark.parametrize("keys", [["f"], ["slash", "s"]], ids=["facets", "completion"])
def test_what_the_list_can_be_narrowed_to(app: DatelineApp, snap_compare: Compare, keys: list[str]) -> None:
    async def without_blinking(pilot: Any) -> None:
        await pilot.press(*keys)
        await pilot.pause()
        pilot.app.screen.focused.cursor_blink = False

    assert snap_compare(app, terminal_size=(80, 24), run_before=without_blinking)


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
