"""What tests of the app look at: its sizes, the list, the page beside it; and waiting for what comes later."""

import asyncio
from collections.abc import Callable
from typing import Any

from textual.pilot import Pilot

from tui.app import DatelineApp
from tui.screens.browse import BrowseScreen
from tui.screens.timeline import TimelineScreen

WIDE = (120, 40)
SMALL = (80, 24)


def timeline_of(app: DatelineApp) -> TimelineScreen:
    assert isinstance(app.screen, TimelineScreen)
    return app.screen


def titles(app: DatelineApp) -> list[str]:
    return [entry.title for entry in timeline_of(app).events.rows]


def lines(app: DatelineApp) -> list[str]:
    events = timeline_of(app).events
    return [events.render_line(y).text.rstrip() for y in range(len(events.rows))]


def page(app: DatelineApp) -> str:
    return page_of(app) if timeline_of(app) else ""


def page_of(app: DatelineApp) -> str:
    """What the page says, on whichever screen."""
    assert isinstance(app.screen, BrowseScreen)
    return "\n".join(line.text.rstrip() for line in app.screen.page.lines)


async def to_title(pilot: Pilot[Any], title: str) -> None:
    screen = pilot.app.screen
    assert isinstance(screen, TimelineScreen)
    screen.events.move_to([entry.title for entry in screen.events.rows].index(title))
    await pilot.pause()


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not true():
            await asyncio.sleep(0.02)
