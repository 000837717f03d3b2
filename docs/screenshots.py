"""Makes the pictures of the README from the running app on the sample articles: `python docs/screenshots.py`."""

import asyncio
import os
from pathlib import Path
from tempfile import TemporaryDirectory

from extractors import extract, load_pipeline
from extractors.reading import read
from timeline.model import Article
from timeline.store import Store
from tui.app import DatelineApp
from tui.screens.timeline import TimelineScreen
from tui.themes import LIGHT

SAMPLES = Path(__file__).resolve().parents[1] / "data" / "samples"
ARTICLES = ("ferry-sinks.txt", "ferry-toll.html", "minister-under-pressure.md", "candidates-on-skerra.txt")
IMAGES = Path(__file__).resolve().parent / "images"

PICTURES = {
    "timeline": ((120, 32), ("n",)),
    "date": ((100, 32), ("n", "n", "n", "n", "n", "d", *"10 mar 2017", "tab", "right")),
    "sources": ((100, 18), ("3",)),
}
"""Size and keys pressed before the picture is taken, by name."""


async def picture(store: Path, name: str, size: tuple[int, int], keys: tuple[str, ...], theme: str = "") -> None:
    """Open the app, press the keys, and save what it shows."""
    app = DatelineApp(store)
    async with app.run_test(size=size) as pilot:
        app.theme = theme or app.theme
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        if isinstance(app.screen, TimelineScreen):
            app.screen.events.focus()
        await pilot.pause(1)  # until it was looked for what may be one
        app.save_screenshot(f"{name}.svg", str(IMAGES))


def main() -> None:
    """Read the samples and take all pictures, the first one on a light terminal too."""
    IMAGES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        os.environ["DATELINE_CONFIG"] = folder  # as the app comes, and not as whoever takes the pictures has it
        path = Path(folder, "velmark.json")
        nlp = load_pipeline()
        os.chdir(SAMPLES)  # so that the pictures show names, and not where this checkout lies
        with Store.open(path) as store:
            for name in ARTICLES:
                (article,) = read(name)
                assert isinstance(article, Article)
                store.add(extract(article, nlp))
        for name, (size, keys) in PICTURES.items():
            asyncio.run(picture(path, name, size, keys))
        size, keys = PICTURES["timeline"]
        asyncio.run(picture(path, "timeline-light", size, keys, LIGHT.name))


if __name__ == "__main__":
    main()
