"""Makes the minute of README: `python -m docs.recording` presses keys in the running app, over the sample articles."""

import asyncio
import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.pilot import Pilot

from docs.moving_picture import Frame, moving
from tui.app import DatelineApp

SAMPLES = Path(__file__).resolve().parents[1] / "data" / "samples"
ARTICLES = (
    "ferry-sinks.txt",
    "ferry-toll.html",
    "minister-under-pressure.md",
    "candidates-on-skerra.txt",
    "government-falls.html",
    "court-orders-recount.html",
)
PICTURE = Path(__file__).resolve().parent / "images" / "minute.svg"
SIZE = (100, 28)
TYPING = 0.25
"""Seconds that two letters take."""

Keys = str | Sequence[str]
STEPS: Sequence[tuple[Keys, float, str]] = (
    ((), 2.0, "an empty timeline"),
    (("i",), 1.0, "i  read articles: files, folders, web addresses"),
    (tuple("clippings"), 0.8, "i  read articles: files, folders, web addresses"),
    (("enter", "WAIT"), 3.0, "six articles are read, each with its events"),
    (("escape",), 3.0, "what happened, on real dates"),
    (("j", "j", "j"), 2.5, "every line has its sentence, and the steps that gave its date"),
    (("n",), 2.5, "n  the next date that is in doubt"),
    (("4",), 2.5, "4  review: one doubtful line after the other"),
    (("a",), 1.2, "a  it is right"),
    (("a",), 1.2, "a  it is right"),
    (("r",), 1.8, "r  it is no event"),
    (("u",), 1.8, "u  takes back whatever was done"),
    (("3",), 1.6, "3  articles and sources: one has no date"),
    (("d", *"2 apr 2017"), 3.0, "d  its date; which events move, from when to when"),
    (("enter",), 2.0, "and all that it tells as “last week” follows"),
    (("1", "d", *"10 mar"), 2.5, "d  the date of one line, as you would say it"),
    (("escape",), 0.6, "d  the date of one line, as you would say it"),
    (("2",), 2.0, "2  who takes part, and when"),
    (("slash", *"minister", "enter", "j", "space", "j", "space"), 1.5, "space  marks rows"),
    (("m",), 2.0, "m  joins them"),
    (("enter",), 2.2, "two names, one person"),
    (("1", "M"), 2.5, "M  lines that may tell of one event"),
    (("m", "enter"), 1.5, "m  joins these too"),
    (("D",), 1.5, "D  where accounts differ"),
    (("backslash",), 4.0, "\\  the accounts beside each other"),
    (("backslash", "slash", "ctrl+u", *"actor:fen"), 1.5, "/  filters as you type"),
    (("tab", "enter"), 2.0, "tab  completes names"),
    (("x",), 3.0, "x  exports what the list shows"),
    (("enter",), 2.0, "as Markdown, JSON or CSV"),
    (("question_mark",), 3.0, "?  lists every key"),
    (("escape", "F"), 3.0, "dateline: a terminal timeline explorer for news"),
)
"""Keys, seconds that one looks at what they did, and what is said of it."""


async def record(timeline: Path) -> list[Frame]:
    """Press the keys, and keep what is shown."""
    frames: list[Frame] = []
    app = DatelineApp(timeline)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(1)
        for keys, seconds, caption in STEPS:
            for at, key in enumerate(keys):
                await _press(pilot, app, key)
                if len(key) == 1 and len(keys) > 2 and at % 2:  # it is typed
                    frames.append(Frame(app.export_screenshot(), TYPING, caption))
            await pilot.pause(0.5)
            frames.append(Frame(app.export_screenshot(), seconds, caption))
    return frames


async def _press(pilot: Pilot[object], app: DatelineApp, key: str) -> None:
    if key == "WAIT":
        while not app.inputs.running:
            await pilot.pause(0.1)
        while app.inputs.running:
            await pilot.pause(0.1)
        await pilot.pause(2)  # until it was looked for what may be one
    else:
        await pilot.press(key)
        await pilot.pause()


def main() -> None:
    """Make the picture in a folder that has nothing else in it, as the app comes."""
    with TemporaryDirectory() as folder:
        os.environ.update(
            DATELINE_CONFIG=folder, DATELINE_STATE=folder, DATELINE_AUTHOR="you", TEXTUAL_ANIMATIONS="none"
        )
        clippings = Path(folder, "clippings")
        clippings.mkdir()
        for name in ARTICLES:
            shutil.copy(SAMPLES / name, clippings)
        os.chdir(folder)
        frames = asyncio.run(record(Path("velmark.json")))
    PICTURE.write_text(moving(frames), encoding="utf-8")


if __name__ == "__main__":
    main()
