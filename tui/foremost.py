"""Where the first lines of a long timeline stand in its file, kept in the state folder from one session to the next.

Nothing of what the timeline says is in there, and what is kept of another state of the file counts for nothing.
"""

from pathlib import Path

import msgspec

from timeline.store.whereabouts import Whereabouts
from tui.own_files import read_own
from tui.places import file_of, keep, named


class _Kept(msgspec.Struct, frozen=True):
    timeline: str
    where: Whereabouts


def kept_whereabouts(timeline: Path) -> Whereabouts | None:
    """What was kept of a timeline; None where nothing can be read."""
    try:
        kept = msgspec.json.decode(read_own(_file(timeline)), type=_Kept)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    return kept.where if kept.timeline == named(timeline) else None


def keep_whereabouts(timeline: Path, where: Whereabouts) -> None:
    """Keep it for the next time."""
    keep(_file(timeline), _Kept(named(timeline), where))


def _file(timeline: Path) -> Path:
    return file_of(timeline, "first-lines")
