"""Themes of a person's own, from their settings folder."""

from collections.abc import Callable

import pytest
from typer.testing import CliRunner

from tests.tui.conftest import MakeApp
from tests.tui.demo import HARBOUR
from tests.tui.looking import SMALL
from tui.cli import app as commands
from tui.home import settings_folder
from tui.own_themes import own_themes
from tui.settings import read_settings
from tui.themes import DARK, LIGHT, called
from tui.widgets.status_line import StatusLine

Write = Callable[[str, str], None]


@pytest.fixture
def theme() -> Write:
    def write(name: str, text: str) -> None:
        folder = settings_folder() / "themes"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")

    return write


async def test_a_theme_of_ones_own_comes_after_the_others_and_is_remembered(make_app: MakeApp, theme: Write) -> None:
    theme("paper", 'based = "light"\nprimary = "#884422"\n[variables]\nevidence = "#eeddcc"\n')
    app = make_app(HARBOUR)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("T", "T", "T", "T")
        await pilot.pause()
        assert called(app.theme) == "paper"
        assert app.theme_variables["evidence"] == "#eeddcc"
        assert app.current_theme.primary == "#884422"
        assert app.current_theme.background == LIGHT.background
    assert read_settings().theme == "paper"
    assert called(make_app(HARBOUR).theme) == "paper"


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        ("dark", "", "there is a theme “dark” already"),
        ("My Theme", "", "a theme is called by small letters, digits and -"),
        ("mine", 'based = "mauve"', "“mauve” is none of dark, light, contrast"),
        ("mine", "based = 3", "“3” is none of dark, light, contrast"),
        ("mine", 'colour = "#fff"', "“colour” is no colour; there are accent, background"),
        ("mine", 'primary = "blurple"', "primary: “blurple” is no colour such as #6aa2d8"),
        ("mine", "primary = 3", "primary: “3” is no colour"),
        ("mine", '[variables]\nsky = "#fff"', "“sky” is none of block-cursor-background"),
        ("mine", "variables = 3", "[variables] is a table"),
        ("mine", "primary = ", "Invalid value"),
        ("mine", 'based = ["dark"]', "is none of dark, light, contrast"),
        ("mine", "primary = " + "[" * 10_000, "it is nested too deeply"),
    ],
)
async def test_a_theme_that_is_wrong_is_told_and_the_others_are_there(
    make_app: MakeApp, theme: Write, name: str, text: str, fault: str
) -> None:
    theme(name, text)
    theme("fine", 'primary = "red"')
    assert [called(one.name) for one in own_themes().themes] == ["fine"]
    app = make_app(HARBOUR)
    async with app.run_test(size=SMALL):
        assert fault in app.report.says
    checked = CliRunner().invoke(commands, ["keys", "--check"])
    assert checked.exit_code == 1
    assert fault in checked.stderr


async def test_what_is_wrong_with_a_theme_is_told_before_80_columns_end(make_app: MakeApp, theme: Write) -> None:
    theme("mine", 'colour = "#fff"')
    app = make_app(HARBOUR)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        status = app.screen.query_one(StatusLine)
        assert "themes/mine.toml: “colour” is no colour" in str(status.render())


def test_what_lies_on_a_ground_of_ones_own_has_its_colour_unless_it_is_said(theme: Write) -> None:
    theme("mine", 'surface = "#334455"\npanel = "#556677"\n[variables]\nscrollbar = "#ffffff"')
    ((mine,), _) = own_themes()
    assert mine.variables["scrollbar-background"] == "#334455"
    assert mine.variables["block-cursor-blurred-background"] == "#556677"
    assert mine.variables["scrollbar"] == "#ffffff"
    assert mine.variables["evidence"] == DARK.variables["evidence"]
