"""Which articles are new: those that came in since a person last left the timeline, else those of the last addition.

Kept in the state folder: what somebody has seen is theirs, and no part of a timeline that others read.
"""

from collections.abc import Callable, Iterator, Set
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import msgspec

from tui.own_files import read_own
from tui.places import file_of, keep, named

_MOST = 50_000_000
"""Bytes of ids that are read: of a million articles."""
_PATIENCE, _AGAIN = 5, 0.005
"""Seconds after which it is written all the same, and after which it is looked again whether it may be."""


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """Ids of articles at two moments."""

    timeline: str
    left: frozenset[str] | None = None
    """Those that were there when the person last left the app; None where they never were in it."""
    before: frozenset[str] | None = None
    """Those that were there before something was added last; None where nobody saw that."""

    def new(self, articles: Set[str]) -> frozenset[str]:
        """Of the articles that are there now, the new ones."""
        last = articles - self.before if self.before is not None else ()
        return self.since_left(articles) or frozenset(last)

    def since_left(self, articles: Set[str]) -> frozenset[str]:
        """Of the articles that are there now, those that came in while the person was away."""
        return frozenset(articles - self.left) if self.left is not None else frozenset()


def known(timeline: Path) -> Known:
    """What was known of a timeline; what can't be read of it is as if nobody had been there."""
    try:
        kept = msgspec.json.decode(read_own(_file(timeline), _MOST), type=Known)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return Known(timeline=named(timeline))
    return kept if kept.timeline == named(timeline) else Known(timeline=named(timeline))


def left(timeline: Path, articles: Set[str]) -> None:
    """The person leaves the timeline, and has seen what is there."""
    with _alone(timeline):
        before = known(timeline)
        if before.left != articles:
            keep(_file(timeline), msgspec.structs.replace(before, left=frozenset(articles)))


@contextmanager
def arriving(timeline: Path, articles: Callable[[], Set[str]]) -> Iterator[None]:
    """Something is added meanwhile; `articles` gives the ids of those that are there."""
    before = frozenset(articles())
    try:
        yield
    finally:
        if articles() - before:
            arrived(timeline, before)


def arrived(timeline: Path, before: Set[str]) -> None:
    """Something came in beside these articles."""
    with _alone(timeline):
        keep(_file(timeline), msgspec.structs.replace(known(timeline), before=frozenset(before)))


@contextmanager
def _alone(timeline: Path) -> Iterator[None]:
    """Let nobody else write meanwhile: an app that is left and an addition that ends each know one half.

    Whoever can't have that goes on without, as what is kept here is not worth a wait without end.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - not before a file is written to

    folder = _file(timeline).parent
    with ExitStack() as held:
        with suppress(OSError, Timeout):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            held.enter_context(FileLock(folder / "lock", timeout=_PATIENCE, poll_interval=_AGAIN, mode=0o600))
        yield


def _file(timeline: Path) -> Path:
    return file_of(timeline, "known")
