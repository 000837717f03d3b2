"""The tour: each step is told, done with a person's own keys, and left at any time."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.demo import HARBOUR, UNDATED
from tests.tui.looking import SMALL, timeline_of
from tests.tui.test_places import timeline_file
from timeline.store import StoreError
from tui.actions import BY_BINDING
from tui.settings import settings_file
from tui.tour import STEPS, TourLine
from tui.tour_app import TourApp


@pytest.fixture
def tour(tmp_path: Path) -> Callable[[], TourApp]:
    return lambda: TourApp(timeline_file(tmp_path, HARBOUR, UNDATED))


async def shown(pilot: Pilot[StoreError]) -> str:
    app = pilot.app
    assert isinstance(app, TourApp)
    if app.tour is not None:
        app.tour.look()
    await pilot.pause()
    lines = [line for screen in app.screen_stack for line in screen.query(TourLine) if line.display]
    return str(lines[-1].render()) if lines else ""


WAY = (
    ("j", "j", "j"),
    ("o",),
    ("n", "n"),
    ("h",),
    ("slash", *"ferry", "enter"),
    ("d", *"2017", "enter"),
    ("u",),
    ("2", "enter"),
    ("F",),
    ("4", "a"),
    ("U",),
    ("question_mark",),
)


async def test_all_steps_are_done_with_keys_and_each_is_told_until_then(tour: Callable[[], TourApp]) -> None:
    app = tour()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert len(WAY) == len(STEPS)
        for number, keys in enumerate(WAY, 1):
            assert (await shown(pilot)).startswith(f"{number} of {len(STEPS)}")
            await pilot.press(*keys)
            await pilot.pause()
        assert await shown(pilot) == ""
        assert app.tour is not None
        assert app.tour.is_over
        await pilot.press("escape")
        await shown(pilot)
        assert app.report.says.startswith("that was the tour")


@pytest.mark.parametrize(
    "keys", [("enter",), ("o",), ("slash", *"ferry"), ("slash", *"ferry", "enter"), ("d",), ("U",), ("space",)]
)
async def test_escape_does_what_it_does_without_a_tour_before_it_leaves_it(
    tour: Callable[[], TourApp], keys: tuple[str, ...]
) -> None:
    app = tour()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert app.tour is not None
        await pilot.press(*keys)
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert await shown(pilot) != ""
        screen = timeline_of(app)
        assert (screen.filter.text, screen.has_class("-reading"), screen.events.marked) == ("", False, [])
        if keys == ("slash", *"ferry"):  # from the filter, which is empty now, to the list
            await pilot.press("escape")
        await pilot.press("escape")
        await pilot.pause()
        assert app.tour.is_over
        assert await shown(pilot) == ""


async def test_what_was_left_is_left_on_all_screens(tour: Callable[[], TourApp]) -> None:
    app = tour()
    async with app.run_test(size=SMALL) as pilot:
        for mode in ("2", "3", "4", "1"):
            await pilot.press(mode)
            await pilot.pause()
            assert await shown(pilot) != ""
        await pilot.press("4", "escape")
        for mode in ("1", "2", "3", "4"):
            await pilot.press(mode)
            await pilot.pause()
            assert await shown(pilot) == ""


async def test_it_is_begun_again_by_name_and_what_was_done_before_does_not_count(tour: Callable[[], TourApp]) -> None:
    app = tour()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("d", *"2017", "enter", "a", "escape")
        await pilot.pause()
        assert await shown(pilot) == ""
        await pilot.press("colon", *"tour")
        await app.workers.wait_for_complete()
        await pilot.pause(0.5)
        await pilot.press("enter")
        await pilot.pause(0.5)
        assert (await shown(pilot)).startswith("1 of ")
        for keys in WAY[:5]:
            await pilot.press(*keys)
            await pilot.pause()
            await shown(pilot)
        assert (await shown(pilot)).startswith("6 of ")


async def test_it_names_the_keys_that_a_person_has_themselves(tour: Callable[[], TourApp]) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text('[keys]\n"motion.down" = "B"\n')
    app = tour()
    async with app.run_test(size=SMALL) as pilot:
        assert "a few lines: B, and up: k" in await shown(pilot)


def test_every_key_that_it_names_is_one_of_an_action() -> None:
    for step in STEPS:
        assert "{" not in str(step.told)
    assert BY_BINDING["app.afresh"].key in str(STEPS[8].told)
