"""The commands `repair`, `backup` and `restore`: ways back to a timeline that is whole."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.counts import counted
from timeline.inert import one_line
from tui.cli.console import fail, say, tell
from tui.cli.options import TimelineFile, path_of
from tui.cli.waiting import when_free

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.store.whole_rows import Lost

Copy = Annotated[Path, typer.Argument(metavar="FILE", help="A new file.")]
Earlier = Annotated[
    str, typer.Argument(metavar="[DAY|FILE]", help="A day that is kept, or a backup; none lists the days.")
]


_OF_PEOPLE = ("edits", "journal")
"""Tables of what people did, which no article brings back."""


def repair(*, timeline: TimelineFile = None) -> None:
    """Make a damaged timeline one that opens again.

    All that can be read is kept, what can't is named, and the damaged file stays beside it. Where a state that was kept
    earlier still has what is damaged now, it is taken from there.
    """
    from timeline.store import Store, StoreError
    from timeline.store.files import journal_of
    from timeline.store.repairing import repair as mend

    path = path_of(timeline).resolve()
    if not path.exists() and not journal_of(path).exists():
        raise fail(one_line(f"there is no timeline at {path} yet: dateline add makes it"))
    with _telling():
        try:
            store = Store.open(path, read_only=True)
        except StoreError:
            repaired = when_free(path, lambda: mend(path))
        else:
            for notice in store.notices:
                tell(f"note: {one_line(notice)}")
            say("there is nothing to repair")
            return
    for line in _losses(repaired.lost):
        tell(line)
    if any(one.table not in _OF_PEOPLE for one in repaired.lost):
        tell("what is gone of an article is back, with its corrections, when it is added again: dateline add FILE")
    articles, events = counted(repaired.articles, "article"), counted(repaired.events, "event")
    held = f"{articles}, {events}, {counted(repaired.edits, 'correction')}"
    say(f"repaired: {held}{_told(repaired.aside)}")


def _losses(lost: "Iterable[Lost]") -> Iterator[str]:
    """What became of rows, those of an article of which the same is to be said in one line."""
    alike: dict[tuple[str, str, str], list[str]] = {}
    for one in lost:
        article, within, _ = one.key.partition("/")
        alike.setdefault((one.table, article if within else "", one.says), []).append(one.key)
    for (table, article, says), keys in alike.items():
        rows = f", row {one_line(keys[0])}" if keys[0] else ""
        if len(keys) > 1:
            rows = f", {counted(len(keys), 'row')}{f' of {one_line(article)}' if article else ''}"
        yield f"{table}{rows}: {one_line(says)}"


def backup(file: Copy, *, timeline: TimelineFile = None) -> None:
    """Write a copy of the timeline to one new file.

    It may be open meanwhile, in the app or elsewhere; all that was acknowledged is in the copy.
    """
    from timeline.store.backups import backup as copy

    with _telling():
        copy(path_of(timeline).resolve(), file)
    say(f"written to {one_line(str(file))}")


def restore(state: Earlier = "", *, timeline: TimelineFile = None) -> None:
    """Go back to a backup, or to the state of an earlier day.

    Beside each timeline the state before its last session is kept, and one a day for seven days. What is replaced stays
    beside it, so that this can be taken back in the same way.
    """
    from timeline.store import Store
    from timeline.store.backups import named_state
    from timeline.store.backups import restore as put_back
    from timeline.store.kept import kept_states

    path = path_of(timeline).resolve()
    with _telling():
        if not state and path.is_dir():
            raise fail(one_line(f"{path} is a folder, and a timeline is kept in a file"))
        if not state:
            if not (days := kept_states(path)):
                say(f"no earlier state of {one_line(str(path))} is kept yet: one is when a later session changes it")
            for kept in days:
                with Store.open(kept, read_only=True) as store:
                    held = counted(store.timeline.read_articles, "article"), counted(len(store.history()), "correction")
                say(f"{kept.stem}  {', '.join(held)}")
            return
        wanted = named_state(path, state)
        if wanted.exists() and path.exists() and wanted.samefile(path):
            raise fail("that is the timeline itself", 2)
        Store.open(wanted, read_only=True)  # it holds together
        aside = when_free(path, lambda: put_back(path, wanted))
    say(f"restored: {one_line(state)}{_told(aside)}")


def _told(aside: "Iterable[Path]") -> str:
    names = ", ".join(one_line(file.name) for file in aside)
    return f"; what was there is now {names}" if names else ""


@contextmanager
def _telling() -> Iterator[None]:
    """Ends the command with a word if the files can't be read or written."""
    from timeline.store import StoreError

    try:
        yield
    except (StoreError, OSError) as error:
        raise fail(one_line(str(error))) from None
