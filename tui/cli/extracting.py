"""The command `extract`: the same reading without a timeline, one JSON object or TimeML document an article."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.counts import counted
from timeline.inert import one_line
from tui.cli.console import fail, tell
from tui.cli.options import (
    LanguageCode,
    Model,
    Origins,
    PublicationDate,
    Publisher,
    Rows,
    language_code,
    publication_day,
)
from tui.cli.reading import MostOfEach, inputs_of, readers, tell_notices

if TYPE_CHECKING:
    from extractors.worker.messages import Written
    from extractors.worker.process import Outcome
    from tui.cli.annotating import Folder

FORMATS = ("json", "timeml")

Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes to work in.")]
FormatName = Annotated[
    str,
    typer.Option("--format", "-f", metavar="|".join(FORMATS), help="The form.", autocompletion=lambda: list(FORMATS)),
]
Output = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="DIR", help="Write TimeML to DIR, one file an article.", show_default=False),
]


def extract(
    origins: Origins,
    *,
    date: PublicationDate = "",
    publisher: Publisher = "",
    language: LanguageCode = "",
    rows: Rows = False,
    form: FormatName = "json",
    output: Output = None,
    jobs: Jobs = 1,
    model: Model = None,
    limit: MostOfEach = "",
) -> None:
    """Write findings as JSON or TimeML, without a timeline.

    JSON: one object an article, on a line of its own, in the order of the articles.

    Fields: id, publication_date (ISO or null), time_expressions ([[start, end, TIMEX3 type, value], …]), events (start,
    end, date, kind, polarity, source, actors, …), attributions (source, cue, content), article (with the text that the
    offsets count in), actors, and expressions with their derivations and how often such are read right.

    TimeML: one XML document an article, its text with a TIMEX3 tag around each time expression. Several articles need
    -o: each becomes a file there, named by the article, and no file is written over.
    """
    from extractors.worker.messages import AnswerForm, Task

    output = None if str(output) == "-" else output
    _check_form(form, output)
    task = Task(publication_day(date), publisher, language_code(language), model, AnswerForm(form))
    with readers(model=model, limit=limit, jobs=jobs) as reading:
        folder = _folder(output)
        outcomes: Iterable[Outcome] = reading.read(inputs_of(origins, rows=rows), task)
        written, failed = _write(_only_one(outcomes) if form == "timeml" and folder is None else outcomes, folder)
    if output is not None:
        tell(f"{counted(written, 'article')} written to {output}")
    if failed:
        raise typer.Exit(1)


def _write(outcomes: "Iterable[Outcome]", folder: "Folder | None") -> tuple[int, int]:
    """Write each article as it comes; the number of those that were written, and that could not be read."""
    from extractors.reading import ReadError
    from extractors.worker.messages import Written

    written = failed = 0
    for outcome in outcomes:
        if isinstance(outcome, ReadError):
            failed += 1
            tell(f"not read: {one_line(str(outcome))}")
        elif isinstance(outcome, Written):
            written += 1
            tell_notices(outcome.origin, outcome.notices)
            _put(outcome, folder)
    return written, failed


def _check_form(form: str, output: Path | None) -> None:
    if form not in FORMATS:
        raise fail(f"there is no format “{form}”; there are {', '.join(FORMATS)}", 2)
    if output is not None and form != "timeml":
        raise fail("-o is for --format timeml: JSON lines go to standard output", 2)


def _folder(output: Path | None) -> "Folder | None":
    from tui.cli.annotating import Folder

    try:
        return None if output is None else Folder(output)
    except OSError as error:
        raise fail(f"{output} cannot be used as a folder: {error.strerror or error}") from None


def _put(written: "Written", folder: "Folder | None") -> None:
    """Write one article to standard output, or to its own file."""
    if folder is None:
        sys.stdout.write(written.text)
        return
    from timeline.export.timeml import SUFFIX

    try:
        folder.write(written.name, SUFFIX, written.text)
    except OSError as error:
        raise fail(f"{one_line(written.name)} cannot be written: {error.strerror or error}") from None


def _only_one(outcomes: "Iterable[Outcome]") -> "list[Outcome]":
    """The outcomes, all of them before anything is written; ends the command at a second article."""
    from extractors.worker.messages import Written

    known: list[Outcome] = []
    for outcome in outcomes:
        if isinstance(outcome, Written) and any(isinstance(before, Written) for before in known):
            raise fail("several TimeML documents are not one: give a folder for them with -o", 2)
        known.append(outcome)
    return known
