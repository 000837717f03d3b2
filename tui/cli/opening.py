"""Commands that open the app: `open` (or no command at all) and `demo`."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.inert import one_line
from tui.cli.console import fail, on_terminal, say, tell
from tui.cli.options import ENVIRONMENT, timeline_path

if TYPE_CHECKING:
    from tui.places import Place

Timeline = Annotated[
    Path | None,
    typer.Argument(
        metavar="[TIMELINE]", envvar=ENVIRONMENT, help="A timeline file; made if it is new.", show_default=False
    ),
]

FRAMES = "250"
"""The most that are painted in a second. Nothing is painted where nothing changes; a change waits for the next frame,
and with Textual's own 60 that takes longer than making it."""


def open_app(
    timeline: Timeline = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="Forget where you were in it.", show_default=False)] = False,
) -> None:
    """Open a timeline in the app, where you left it."""
    if not (on_terminal() and sys.stdin.isatty()):
        raise fail("the app needs a terminal; dateline list, show and export write to a pipe", 2)
    from tui.places import PlaceError, kept_place, new_place

    path = timeline_path(timeline or _from_environment())
    faults: tuple[str, ...] = ()
    try:
        place = new_place(path) if fresh else kept_place(path)
    except PlaceError as ignored:
        place, faults = new_place(path), (str(ignored),)
    _run(path, place, faults)


def demo() -> None:
    """Look around in a sample timeline.

    Reads the sample articles into a timeline of their own and opens it; without a terminal, prints it as Markdown.
    """
    from importlib.resources import as_file, files
    from tempfile import TemporaryDirectory

    from extractors.worker.messages import Task
    from timeline.store import Store
    from tui.cli.adding import Intake
    from tui.cli.reading import inputs_of, readers

    with TemporaryDirectory(prefix="dateline-") as folder, as_file(files("dateline_data") / "samples") as samples:
        path = Path(folder, "demo.json")
        articles = [
            str(file)
            for file in sorted(samples.iterdir())
            if file.suffix in {".txt", ".md", ".html"} and file.name != "README.md"
        ]
        if not articles:
            raise fail("the sample articles are not installed")
        with readers() as reading, Store.open(path) as store:
            intake = Intake(store)
            for found in reading.read(inputs_of(articles), Task()):
                intake.take(found)
            if not on_terminal():
                from timeline.export import export
                from timeline.query import select

                say(export(store.timeline, select(store.timeline, ""), "markdown").rstrip("\n"))
                return
        tell("Reading done: this is a demo, and what you change in it is not kept.")
        _run(path)


def _from_environment() -> Path | None:
    import os

    named = os.environ.get(ENVIRONMENT)
    return Path(named) if named else None


def _run(path: Path, place: "Place | None" = None, faults: Sequence[str] = ()) -> None:
    import os

    os.environ.setdefault("TEXTUAL_FPS", FRAMES)  # Textual reads it when it is imported
    from timeline.store import StoreError
    from tui.app import DatelineApp

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        app = DatelineApp(path, place, faults)
    except (StoreError, OSError) as error:
        raise fail(one_line(str(error))) from None
    if refused := app.run():
        raise fail(one_line(str(refused)))
    if app.return_code:
        raise typer.Exit(app.return_code)
