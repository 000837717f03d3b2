"""Where a person was in a timeline, kept for the next time: in their state folder, and never in the timeline itself."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import msgspec

from tui.own_files import read_own
from tui.writing import write_whole

ENVIRONMENT = "DATELINE_STATE"
_MOST = 200
"""Of so many timelines something is kept; of more, those that were left longest ago are forgotten."""

_Share = Annotated[float, msgspec.Meta(ge=0, le=100)]


class PlaceError(ValueError):
    """What is kept is no place, or that of another timeline; says why, to a person."""


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """Where a person was on one screen."""

    filter: str = ""
    row: str = ""
    """Id of the row under the cursor."""
    opened: bool = False
    """Whether what is folded away was open."""
    window: tuple[int, int] | None = None
    """The days in the strip, where it was zoomed."""


NOWHERE = Spot()


class Place(msgspec.Struct, kw_only=True):
    """Where a person was in one timeline."""

    timeline: str
    """Its file, so that one place is not taken for that of another timeline."""
    screen: str = ""
    """The one that was last in view; empty for the first."""
    spots: dict[str, Spot] = {}
    """By screen."""
    page_beside: _Share = 0
    """Per cent that the page has where it stands beside the list; 0 for as many as it comes with."""
    page_below: _Share = 0
    """And where it stands below."""

    def forget(self) -> None:
        """As if nobody had been here."""
        self.screen, self.spots = "", {}
        self.page_beside = self.page_below = 0


def state_folder() -> Path:
    """What the program remembers by itself; it need not be there."""
    if chosen := os.environ.get(ENVIRONMENT):
        return Path(chosen)
    from platformdirs import user_state_path  # noqa: PLC0415 - not every command needs it

    return user_state_path("dateline", appauthor=False)


def place_file(timeline: Path) -> Path:
    """Where the place in a timeline is kept."""
    return file_of(timeline, "places")


def file_of(timeline: Path, folder: str) -> Path:
    """Where something of a timeline is kept, in a folder of the state folder."""
    return state_folder() / folder / f"{hashlib.sha256(named(timeline).encode()).hexdigest()[:24]}.json"


def new_place(timeline: Path) -> Place:
    """Of somebody who was not there yet."""
    return Place(timeline=named(timeline))


def kept_place(timeline: Path) -> Place:
    """Where a person left a timeline; a new place if they never did.

    Raises:
        PlaceError: what is kept can't be read, or is something else.
    """
    path = place_file(timeline)
    try:
        place = msgspec.json.decode(read_own(path), type=Place)
    except FileNotFoundError:
        return new_place(timeline)
    except OSError as error:
        raise PlaceError(f"the place that was kept can't be read: {error.strerror or error}") from error
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise PlaceError("the place that was kept is damaged: all is as at first") from error
    if place.timeline != named(timeline):
        raise PlaceError("the place that was kept is that of another timeline: all is as at first")
    return place


def keep_place(place: Place) -> None:
    """Keep it for the next time."""
    keep(place_file(Path(place.timeline)), place)


def keep(path: Path, state: msgspec.Struct) -> None:
    """Write a file of the state folder, and forget the oldest where there are many.

    Where that can't be, it is not worth a word: nothing that a person made is lost.
    """
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(path, msgspec.json.encode(state).decode(), replace=True, files_only=True)
        others = sorted(path.parent.glob("*.json"), key=lambda one: one.stat().st_mtime)
        for one in others[:-_MOST]:
            one.unlink(missing_ok=True)


def named(timeline: Path) -> str:
    """A timeline as it is told from others: by its file, whose name need not be text."""
    return os.fsencode(timeline.resolve()).decode(errors="backslashreplace")
