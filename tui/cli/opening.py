"""Commands that open the app: `open` (or no command at all) and `demo`."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from tui.cli.browsing import ENVIRONMENT, browse, own_timeline, run_app
from tui.cli.console import fail, on_terminal, say, tell

Timeline = Annotated[
    Path | None,
    typer.Argument(
        metavar="[TIMELINE]", envvar=ENVIRONMENT, help="A timeline file; made if it is new.", show_default=False
    ),
]


def open_app(
    timeline: Timeline = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="Forget where you were in it.", show_default=False)] = False,
    served: Annotated[bool, typer.Option("--served", hidden=True)] = False,
) -> None:
    """Open a timeline in the app, where you left it."""
    if served:
        _ended(run_app(timeline or own_timeline(), kind="served"))
        return
    if os.environ.get("TEXTUAL_DRIVER"):  # the program that serves it is its terminal
        _ended(browse(timeline or own_timeline(), fresh=fresh))
        return
    if not (on_terminal() and sys.stdin.isatty()):
        raise fail("the app needs a terminal; dateline list, show and export write to a pipe", 2)
    _ended(browse(timeline or own_timeline(), fresh=fresh))


def demo(
    *,
    tour: Annotated[
        bool, typer.Option("--tour", help="Be shown the way, in three minutes.", show_default=False)
    ] = False,
) -> None:
    """Look around in a sample timeline.

    Reads the sample articles into a timeline of their own and opens it; without a terminal, prints it as Markdown.
    """
    from importlib.resources import as_file, files
    from tempfile import TemporaryDirectory

    from extractors.worker.messages import Task
    from timeline.model import Extraction
    from timeline.store import Store
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
            for found in reading.read(inputs_of(articles), Task()):
                if isinstance(found, Extraction):
                    store.add(found)
            if not on_terminal():
                from timeline.export import export
                from timeline.query import select

                say(export(store.timeline, select(store.timeline, ""), "markdown").rstrip("\n"))
                return
        tell("Reading done: this is a demo, and what you change in it is not kept.")
        _ended(run_app(path, kind="tour" if tour else ""))


def _ended(status: int) -> None:
    if status:
        raise typer.Exit(status)
