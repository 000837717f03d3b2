"""The command `export`: a timeline in a form for others."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.counts import counted
from timeline.export import FORMATS
from timeline.export.formats import form_of, instead_of
from timeline.inert import one_line
from tui.cli.console import fail, say, tell
from tui.cli.options import Filter, TimelineFile, chosen, opened

if TYPE_CHECKING:
    from timeline.store import Store

DEFAULT = "markdown"
LINES = "jsonl"
"""All that is kept, and no look at it: not of a filter's choice, and not in the app."""
NAMES = (*FORMATS, LINES)

FormatName = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="|".join(NAMES),
        help="The form; told from -o's name if not given.",
        show_default=DEFAULT,
        autocompletion=lambda: list(NAMES),
    ),
]
Output = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to FILE.", show_default=False)
]
Notes = Annotated[
    bool, typer.Option("--notes", help="Your notes too, in Markdown; JSON and CSV have them.", show_default=False)
]
Force = Annotated[bool, typer.Option("--force", help="Replace FILE if it exists.", show_default=False)]


def export(
    words: Filter = None,
    *,
    form: FormatName = "",
    output: Output = None,
    notes: Notes = False,
    force: Force = False,
    timeline: TimelineFile = None,
) -> None:
    """Write Markdown, JSON or CSV: all events, or those of FILTER.

    As jsonl all that is kept is written, one record a line, for git and for dateline import. A file that exists is
    replaced only with --force, and a timeline never is.
    """
    from timeline.export import export as write
    from tui.writing import check_place, write_whole

    output = None if str(output) == "-" else output
    suffix = output.suffix if output else ""
    asked = form or suffix
    form = form_of(asked) or DEFAULT
    if form not in NAMES:
        raise fail(_no_form(asked, form, is_named=asked != suffix), 2)
    if form == LINES and words:
        raise fail("jsonl is for all of a timeline, without a filter", 2)
    if output is not None:
        with _writing(output):
            check_place(output, replace=force)
    with opened(timeline, read_only=True) as store:
        entries = chosen(store, words)
        text = _lines(store) if form == LINES else write(store.timeline, entries, form, notes=notes)
    if output is None:
        say(text.removesuffix("\n"))
        return
    with _writing(output):
        write_whole(output, text, replace=force)
    tell(f"{counted(len(entries), 'event')} written to {output}")


def _no_form(asked: str, form: str, *, is_named: bool) -> str:
    shown = one_line(asked)
    if way := instead_of(form):
        return f"there is no format “{shown}”: {way}"
    if not is_named:
        return f"which format {shown} is, is not known: name one with --format"
    return f"there is no format “{shown}”; there are {', '.join(NAMES)}"


def _lines(store: "Store") -> str:
    from timeline.store.lines import lines_of

    return "".join(lines_of(store.contents()))


@contextmanager
def _writing(output: Path) -> Iterator[None]:
    """Ends the command with a word if the file is not written."""
    from tui.writing import InTheWayError

    try:
        yield
    except InTheWayError as there:
        advice = "; --force replaces it" if there.replaceable else ""
        raise fail(f"{output} is not written: {there.strerror}{advice}") from None
    except OSError as error:
        kept = ": it is as it was" if output.is_file() else ""
        raise fail(f"{output} cannot be written{kept}: {error.strerror or error}") from None
