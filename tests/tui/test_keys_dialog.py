"""Keys and commands are found by what they do, and run."""

from tests.tui.looking import SMALL
from tui.actions import ACTIONS
from tui.app import DatelineApp
from tui.palette import Commands
from tui.screens.keys import KeysDialog


async def test_keys_are_searched_and_run(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("question_mark", *"star the event", "enter")
        await pilot.pause()
        assert app.report.says == "★ “Union’s treasurer resigns”"


async def test_keys_of_other_screens_are_listed_but_not_run(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("question_mark", *"next event in the text", "enter")
        assert isinstance(app.screen, KeysDialog)


async def test_the_palette_offers_first_what_its_screen_alone_has_and_last_how_one_moves(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL):
        hits = [hit async for hit in Commands(app.screen).discover()]
    labels = [str(hit.prompt) for hit in hits]
    assert labels[0] == "Accept  a"
    assert labels.index("Filter  /") < labels.index("Down  j")


async def test_the_palette_runs_commands_of_the_screen_below(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("colon", *"star the event")
        await pilot.pause(0.5)
        await pilot.press("enter")
        await pilot.pause()
        assert app.report.says == "★ “Union’s treasurer resigns”"


def test_the_app_offers_no_picture_of_itself_which_would_be_a_file(app: DatelineApp) -> None:
    """Textual's own palette has that; ours lists the actions of one table."""
    assert not app.ENABLE_COMMAND_PALETTE
    bound = [each.action for bindings in app._bindings.key_to_bindings.values() for each in bindings]
    assert not [action for action in (*bound, *(action.id for action in ACTIONS)) if "screenshot" in action]
