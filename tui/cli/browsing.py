"""Which timeline is meant, and the app on it: without the table of commands, which it would have to wait for."""

import errno
import gc
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.inert import one_line
from tui.cli.console import tell

if TYPE_CHECKING:
    from tui.app import DatelineApp
    from tui.places import Place

ENVIRONMENT = "DATELINE_TIMELINE"
FRAMES = "250"
"""The most that are painted in a second. Nothing is painted where nothing changes; a change waits for the next frame,
and with Textual's own 60 that takes longer than making it."""


def own_timeline() -> Path:
    """The timeline that is meant where none is named."""
    named = os.environ.get(ENVIRONMENT)
    return timeline_path(Path(named) if named else None)


def timeline_path(given: Path | None) -> Path:
    """The timeline that is meant: the one given, or the person's own."""
    if given:
        return given
    from platformdirs import user_data_path

    return user_data_path("dateline", appauthor=False) / "timeline.json"


_OUT_OF_REACH = {
    errno.ELOOP: "is a symbolic link that leads back to itself",
    errno.ENOTDIR: "would lie in a file, which is no folder",
    errno.ENAMETOOLONG: "cannot be opened: File name too long",
}


def out_of_reach(path: Path) -> str:
    """Why there is no timeline at a path and none can be made; empty where there may be one."""
    try:
        path.stat()
    except OSError as error:
        return _OUT_OF_REACH.get(error.errno or 0, "")
    return ""


def browse(path: Path, *, fresh: bool = False) -> int:
    """Open a timeline in the app, where a person left it; returns the exit status, and has told why it is not 0."""
    from tui.places import PlaceError, kept_place, new_place

    if why := out_of_reach(path):
        return _refused(f"{path} {why}")
    faults: tuple[str, ...] = ()
    try:
        place = new_place(path) if fresh else kept_place(path)
    except PlaceError as ignored:
        place, faults = new_place(path), (str(ignored),)
    return run_app(path, place, faults)


def run_app(path: Path, place: "Place | None" = None, faults: Sequence[str] = (), *, kind: str = "") -> int:
    """The same, where no place is kept; of the `kind` `tour` or `served`."""
    os.environ.setdefault("TEXTUAL_FPS", FRAMES)  # Textual reads it when it is imported
    if why := out_of_reach(path):
        return _refused(f"{path} {why}")
    gc.disable()  # until the timeline is open: there is little garbage before, and to look for it takes a fifth of that
    from timeline.store import StoreError
    from tui.app import DatelineApp

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        app = _kind(kind)(path) if kind else DatelineApp(path, place, faults)
    except (StoreError, OSError) as error:
        gc.enable()
        return _refused(str(error))
    if refused := app.run():
        return _refused(str(refused))
    return app.return_code or 0


def _kind(kind: str) -> "Callable[[Path], DatelineApp]":
    from tui.served_app import ServedApp
    from tui.tour_app import TourApp

    return TourApp if kind == "tour" else ServedApp


def _refused(why: str) -> int:
    tell(f"dateline: {one_line(why)}")
    return 1
