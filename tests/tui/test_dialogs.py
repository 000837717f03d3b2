"""What all dialogs have: their keys below them, and one answer."""

import pytest

from tests.tui.looking import SMALL, to_title
from tui.app import DatelineApp
from tui.screens.dialog import KeyLine
from tui.screens.note import NoteDialog


async def test_enter_typed_twice_in_a_note_saves_it_once(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("c", "a", "b")
        dialog = app.screen
        assert isinstance(dialog, NoteDialog)
        dialog.dismiss("ab")
        dialog.dismiss("ab")
        await pilot.pause()
        assert [edit.value for edit in app.session._store.history()] == ["ab"]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize(
    ("key", "told"), [("c", "esc"), ("x", "enter write  tab next field"), ("d", "esc"), ("f", "esc close")]
)
async def test_below_a_dialog_stand_its_own_keys_in_the_place_of_those_of_the_list(
    app: DatelineApp, size: tuple[int, int], key: str, told: str
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press(key)
        await pilot.pause()
        keys = app.screen.query_one(".dialog--keys")
        assert keys.region == (0, size[1] - 1, size[0], 1)
        assert told in str(keys.render())
        assert "Quit" not in str(keys.render())


async def test_a_dialog_names_no_key_that_does_nothing_in_it_and_cuts_none(app: DatelineApp) -> None:
    async with app.run_test(size=(40, 12)) as pilot:
        await to_title(pilot, "Port Ansel reopens its harbour")
        for key, told in (("number_sign", "enter save  esc cancel"), ("d", "enter save  tab ←→ scope  esc cancel")):
            await pilot.press(key)
            await pilot.pause()
            assert app.screen.query_one(KeyLine).render_line(0).text.strip() == told
            await pilot.press("escape")
        await to_title(pilot, "First ferry sails")
        await pilot.press("d")
        await pilot.pause()
        assert app.screen.query_one(KeyLine).render_line(0).text.strip() == "enter save  ↑↓ candidates  esc cancel"
