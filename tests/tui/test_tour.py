"""The tour: each step is told, done with a person's own keys, and left at any time."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.demo import HARBOUR, UNDATED
from tests.tui.test_places import timeline_file
from tests.tui.test_timeline_screen import SMALL, timeline_of, titles
from timeline.store import StoreError
from tui.actions import BY_BINDING
from tui.settings import settings_file
from tui.tour import STEPS, TourApp, TourLine


@pytest.fixture
def tour(tmp_path: Path) -> Callable[[], TourApp]:
    return lambda: TourApp(timeline_file(tmp_path, HARBOUR, UNDATED))


async def shown(pilot: Pilot[StoreError]) -> str:
    app = pilot.app
    assert isinstance(app, TourApp)
    app.look()
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
        assert app.is_over
        assert app.report.says.startswith("that was the tour")


@pytest.mark.parametrize("keys", [(), ("o",), ("slash", *"ferry"), ("d",)])
async def test_escape_leaves_it_at_any_time_and_does_nothing_else(
    tour: Callable[[], TourApp], keys: tuple[str, ...]
) -> None:
    app = tour()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        screen = app.screen
        await pilot.press("escape")
        await pilot.pause()
        assert app.is_over
        assert app.screen is screen
        assert await shown(pilot) == ""
        if keys[:1] == ("slash",):
            assert timeline_of(app).filter.text == "ferry"
            await pilot.press("escape")
            await pilot.pause()
            assert timeline_of(app).filter.text == ""
            assert len(titles(app)) == 10


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
