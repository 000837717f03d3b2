"""The commands `merge` and `import`: another timeline into this one, and a timeline from its lines."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.counts import counted
from timeline.inert import one_line
from tui.cli.console import fail, folded, say, tell
from tui.cli.history import made
from tui.cli.options import AsJson, TimelineFile, opened, path_of

if TYPE_CHECKING:
    from timeline.store import Store
    from timeline.store.contents import Contents

Theirs = Annotated[
    Path, typer.Argument(metavar="THEIRS", help="A timeline, or what dateline export -f jsonl wrote of one.")
]
Lines = Annotated[Path, typer.Argument(metavar="FILE", help="What dateline export -f jsonl wrote.")]


_BEGINNING = 10_000
"""Bytes that tell what a file is."""


def merge(theirs: Theirs, *, timeline: TimelineFile = None) -> None:
    """Take another person's timeline into this one: their articles, and their corrections.

    THEIRS is a timeline, or the lines that dateline export -f jsonl writes of one. What both have is there once. It
    makes no difference who merges, and the same once more changes nothing. dateline undo takes a merge back, whole.
    """
    contents = _contents_of(theirs, path_of(timeline))
    from tui.arrivals import arriving

    with opened(timeline) as store, arriving(store.path, lambda: store.articles):
        _merge(store, contents, theirs.name)


def _merge(store: "Store", contents: "Contents", name: str) -> None:
    from timeline.logs.conflicts import conflicts as found_in
    from timeline.soundness import UnsoundError

    try:
        outcome = store.merge(contents, name)
    except UnsoundError as error:
        raise fail(f"not merged: {one_line(str(error))}") from None
    say(f"merged: {outcome.says}{' (dateline undo takes it back)' if outcome.is_anything else ''}")
    tell_conflicts(len(found_in(store.history())))


def conflicts(*, as_json: AsJson = False, timeline: TimelineFile = None) -> None:
    """List where two people corrected one thing differently.

    Neither knew of the other. The last correction is in force until somebody corrects it once more, which settles it.
    """
    import msgspec

    from timeline.history import sentence
    from timeline.inert import inert_json
    from timeline.logs.conflicts import conflicts as found_in

    with opened(timeline, read_only=True) as store:
        view = store.timeline
        found = found_in(store.history())
        if not found:
            tell("no two people correct one thing differently; what articles differ in: dateline list is:conflicting")
        for conflict in found:
            if as_json:
                say(inert_json(msgspec.json.encode(conflict.edits)))
                continue
            for edit in conflict.edits:
                said = f"{sentence(edit, view)}{' (in force)' if edit is conflict.edits[-1] else ''}"
                say(folded(f"{one_line(edit.target)}  {made(edit.at)}  {one_line(said)}", "", "    "))


def tell_conflicts(number: int) -> None:
    """Say that there are so many, if there are."""
    if number:
        tell(f"note: {counted(number, 'conflict')} between corrections of two people; dateline conflicts lists them")


def import_lines(file: Lines, *, timeline: TimelineFile = None) -> None:
    """Make a timeline from its lines, as dateline export -f jsonl writes them.

    It is the same again, corrections and all; a timeline that is there already is merged with it, as by dateline merge.
    A line that is damaged is named, and nothing is made.
    """
    contents = _contents_of_lines(file)
    from tui.arrivals import arriving

    with opened(timeline, new=True) as store, arriving(store.path, lambda: store.articles):
        if store.extractions() or store.history():
            _merge(store, contents, file.name)
            return
        store.take(contents)
        events = counted(len(store.timeline.entries), "event")
    articles, edits = counted(len(contents.extractions), "article"), counted(len(contents.log), "correction")
    say(f"imported: {articles}, {events}, {edits}")


def _contents_of(theirs: Path, mine: Path) -> "Contents":
    """What is in another timeline, of whatever form; ends the command if it can't be read."""
    from timeline.store import Store, StoreError

    path_of(theirs)
    if theirs.suffix.lower() == ".jsonl":
        return _contents_of_lines(theirs)
    try:
        if mine.exists() and theirs.exists() and mine.samefile(theirs):
            raise fail("that is the timeline itself")
        with Store.open(theirs, read_only=True) as store:
            for notice in store.notices:
                tell(f"note: {one_line(notice)}")
            return store.contents()
    except (StoreError, OSError) as error:
        raise fail(one_line(str(error))) from None


def _other_form(content: bytes) -> str:
    """What a file is instead of lines, if dateline wrote that too, and what to do with it."""
    from extractors.reading.openings import EXPORT, TIMELINE, by_opening

    kind = by_opening(content[:_BEGINNING].decode(errors="replace"))
    if kind is TIMELINE:
        return " is a timeline itself, not its lines: take it in with dateline merge"
    if kind is EXPORT:
        return " is for people and other programs: only lines are taken in (dateline export -f jsonl)"
    return ""


def _contents_of_lines(file: Path) -> "Contents":
    """What stands in the lines of a file; ends the command if they are damaged."""
    from timeline.store import StoreError
    from timeline.store.disk import read_file
    from timeline.store.lines import LineError, contents_of

    try:
        content = read_file(file)
        if content is not None:
            return contents_of(content)
    except LineError as error:
        raise fail(one_line(f"{file}{_other_form(content or b'') or f', {error}'}")) from None
    except StoreError as error:
        raise fail(one_line(str(error))) from None
    raise fail(one_line(f"{file}: there is no such file"))
