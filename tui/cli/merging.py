"""The command `import`: a timeline from the lines that `export -f jsonl` writes."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.counts import counted
from timeline.inert import one_line
from tui.cli.console import fail, say
from tui.cli.options import TimelineFile, opened

if TYPE_CHECKING:
    from timeline.store.contents import Contents

Lines = Annotated[Path, typer.Argument(metavar="FILE", help="What dateline export -f jsonl wrote.")]


def import_lines(file: Lines, *, timeline: TimelineFile = None) -> None:
    """Make a timeline from its lines, as dateline export -f jsonl writes them.

    It is the same again, corrections and all. A line that is damaged is named, and nothing is made.
    """
    contents = _contents(file)
    with opened(timeline, new=True) as store:
        store.take(contents)
        events = counted(len(store.timeline.entries), "event")
    articles, edits = counted(len(contents.extractions), "article"), counted(len(contents.log), "correction")
    say(f"imported: {articles}, {events}, {edits}")


def _contents(file: Path) -> "Contents":
    """What stands in the lines of a file; ends the command if they are damaged."""
    from timeline.store import StoreError
    from timeline.store.disk import read_file
    from timeline.store.lines import LineError, contents_of

    try:
        content = read_file(file)
        if content is not None:
            return contents_of(content)
    except LineError as error:
        raise fail(one_line(f"{file}, {error}")) from None
    except StoreError as error:
        raise fail(one_line(str(error))) from None
    raise fail(one_line(f"{file}: there is no such file"))
