"""Settings of a person's own: keys, themes, ASCII."""

from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len
from typer.testing import CliRunner

from tests.tui.conftest import MakeApp
from tests.tui.demo import HARBOUR, UNDATED
from tests.tui.looking import SMALL, timeline_of
from tui.actions import ACTIONS, BY_BINDING, TOGETHER, use_keys
from tui.ascii_lines import in_ascii
from tui.cli import app as commands
from tui.cli.keys import page
from tui.keymap import clashes, faults_of, understood
from tui.settings import read_settings, settings_file
from tui.themes import THEMES, called

Set = Callable[[str], None]


@pytest.fixture
def setting(tmp_path: Path) -> Set:
    """Writes the file of settings."""

    def write(text: str) -> None:
        settings_file().parent.mkdir(parents=True, exist_ok=True)
        settings_file().write_text(text, encoding="utf-8")

    assert settings_file().is_relative_to(tmp_path)
    return write


async def test_a_key_of_ones_own_does_it_is_shown_and_the_other_one_does_nothing(
    make_app: MakeApp, setting: Set
) -> None:
    setting('[keys]\n"timeline.star" = ["B"]\n')
    app = make_app(HARBOUR, UNDATED)
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.press("s")
        await pilot.pause()
        assert app.report.says == "s does nothing here"
        await pilot.press("B")
        await pilot.pause()
        assert timeline_of(app).entry.starred  # type: ignore[union-attr]
        (star,) = (action for action in ACTIONS if action.id == "star")
        assert star.key == "B"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('[keys]\n"timeline.star" = "d"', "d would mean both timeline.date and timeline.star"),
        ('[keys]\n"timeline.stars" = "B"', "there is no action “timeline.stars”: timeline.star?"),
        ('[keys]\n"timeline.star" = "hyper+b"', "“hyper+b” is no key"),
        ('[keys]\n"timeline.star" = 3', "the keys of “timeline.star” are a text or a list of texts"),
        ('theme = "mauve"', "there is no theme “mauve”, only dark, light, contrast, terminal"),
        ('colour = "mauve"', "“colour” is no setting"),
        ("theme = ", "is no TOML"),
        pytest.param("theme = " + "[" * 9_999, "is no TOML", id="nested too deeply"),
    ],
)
async def test_what_is_wrong_with_settings_is_told_and_all_is_as_it_comes(
    make_app: MakeApp, setting: Set, text: str, fault: str
) -> None:
    setting(text)
    app = make_app(HARBOUR, UNDATED)
    async with app.run_test(size=SMALL) as pilot:
        assert fault in app.report.says
        await pilot.press("s")
        await pilot.pause()
        assert timeline_of(app).entry.starred  # type: ignore[union-attr]
    checked = CliRunner().invoke(commands, ["keys", "--check"])
    assert checked.exit_code == 1
    assert fault in checked.stderr


def test_keys_that_are_in_order_pass_the_check(setting: Set) -> None:
    setting('[keys]\n"app.quit" = ["q", "ctrl+x"]\n"timeline.go_to_date" = "!"\n')
    assert CliRunner().invoke(commands, ["keys", "--check"]).exit_code == 0
    listed = CliRunner().invoke(commands, ["keys"]).stdout
    assert "q ctrl+x\tapp.quit\t" in listed
    assert "!\ttimeline.go_to_date\t" in listed


def test_two_actions_may_share_a_key_only_where_they_are_never_together() -> None:
    assert clashes({}) == []
    assert clashes(understood({"article.add_event": ("s",)})) == []
    assert clashes(understood({"timeline.accept": ("s",)})) != []
    assert faults_of(understood({"timeline.accept": ("?",)})) == ["? would mean both app.keys and timeline.accept"]
    assert {area for areas in TOGETHER for area in areas} == {action.area for action in BY_BINDING.values()}


def test_the_page_of_keys_is_the_one_that_the_program_writes() -> None:
    use_keys({})
    kept = Path(__file__).parents[2] / "docs" / "keys.md"
    assert kept.read_text(encoding="utf-8") == page(), "dateline keys --markdown > docs/keys.md"


async def test_a_theme_is_remembered_with_what_else_is_set(make_app: MakeApp, setting: Set) -> None:
    setting('[keys]\n"timeline.star" = "B"\n')
    app = make_app(HARBOUR)
    seen = []
    async with app.run_test(size=SMALL) as pilot:
        for _ in THEMES:
            await pilot.press("T")
            await pilot.pause()
            seen.append(called(app.theme))
        assert seen == ["light", "contrast", "terminal", "dark"]
        await pilot.press("T")
    assert read_settings().theme == "light"
    assert read_settings().keys == {"timeline.star": ("B",)}
    assert make_app(HARBOUR).theme == "dateline-light"


@pytest.mark.parametrize("theme", [called(theme.name) for theme in THEMES])
async def test_every_screen_is_drawn_in_every_theme(make_app: MakeApp, setting: Set, theme: str) -> None:
    setting(f'theme = "{theme}"')
    app = make_app(HARBOUR, UNDATED)
    async with app.run_test(size=(120, 40)) as pilot:
        for keys in ("2", "3", "4", "1", "o", "escape", "d", "escape", "e", "escape", "f", "escape", "question_mark"):
            await pilot.press(keys)
            await pilot.pause()
            assert called(app.theme) == theme


async def test_with_ascii_nothing_else_is_drawn(make_app: MakeApp, setting: Set) -> None:
    setting("ascii = true")
    app = make_app(HARBOUR, UNDATED)
    async with app.run_test(size=SMALL) as pilot:
        for keys in ("s", "2", "3", "1", "o", "escape", "d", "escape", "question_mark"):
            await pilot.press(keys)
            await pilot.pause()
            drawn = [segment.text for strip in app.screen._compositor.render_strips() for segment in strip]
            assert "".join(drawn).isascii()


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("▌★ “Skerra” … – ✗", '>* "Skerra" ~ - x'),
        ("Guaidó ﬁre", "Guaido fre"),
        ("北京", "????"),
        ("▁▄█", "_-#"),
    ],
)
def test_a_glyph_has_another_of_its_width_in_ascii(text: str, drawn: str) -> None:
    assert cell_len(in_ascii(text)) == cell_len(text)
    assert in_ascii(text) == drawn
