"""The command `extract`: the same reading without a timeline, one JSON object or TimeML document an article."""

import datetime as dt
import sys
from collections import deque
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from timeline.counts import counted
from timeline.inert import one_line
from tui.cli.console import fail, tell
from tui.cli.options import Model, Origins, PublicationDate, Publisher, Rows, check_model, publication_day

if TYPE_CHECKING:
    from concurrent.futures import Future

    from extractors.reading import ReadError
    from timeline.model import Article
    from tui.cli.annotating import Folder

_AHEAD = 4
"""Articles waiting for each process, so that none is idle and memory stays small."""

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


class _Written(NamedTuple):
    """An article's name, and its findings in the form that was asked for."""

    name: str
    text: str


def extract(
    origins: Origins,
    *,
    date: PublicationDate = "",
    publisher: Publisher = "",
    rows: Rows = False,
    form: FormatName = "json",
    output: Output = None,
    jobs: Jobs = 1,
    model: Model = None,
) -> None:
    """Write findings as JSON or TimeML, without a timeline.

    JSON: one object an article, on a line of its own, in the order of the articles.

    Fields: id, publication_date (ISO or null), time_expressions ([[start, end, TIMEX3 type, value], …]), events (start,
    end, date, kind, polarity, source, actors, …), attributions (source, cue, content), article (with the text that the
    offsets count in), actors, and expressions with their derivations and how often such are read right.

    TimeML: one XML document an article, its text with a TIMEX3 tag around each time expression. Several articles need
    -o: each becomes a file there, named by the article, and no file is written over.
    """
    from concurrent.futures.process import BrokenProcessPool

    output = None if str(output) == "-" else output
    _check_form(form, output)
    published = publication_day(date)
    check_model(model)
    folder = _folder(output)
    articles = _read(origins, published, publisher, rows)
    if form == "timeml" and folder is None:
        articles = _only_one(articles)
    failed, written = False, 0
    try:
        results = _one_by_one(articles, model, form) if jobs == 1 else _in_parallel(articles, model, form, jobs)
        for result in results:
            if isinstance(result, _Written):
                _put(result, folder)
                written += 1
            else:
                failed = True
                tell(f"not read: {one_line(str(result))}")
    except BrokenProcessPool:
        raise fail("a process was ended from outside, for want of memory perhaps: try fewer --jobs") from None
    if output is not None:
        tell(f"{counted(written, 'article')} written to {output}")
    if failed:
        raise typer.Exit(1)


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


def _put(written: _Written, folder: "Folder | None") -> None:
    """Write one article to standard output, or to its own file."""
    if folder is None:
        sys.stdout.write(written.text)
        return
    from timeline.export.timeml import SUFFIX

    try:
        folder.write(written.name, SUFFIX, written.text)
    except OSError as error:
        raise fail(f"{one_line(written.name)} cannot be written: {error.strerror or error}") from None


def _only_one(articles: "Iterator[Article | ReadError]") -> "Iterator[Article | ReadError]":
    """What was read, all of it before anything is written; ends the command at a second article."""
    from timeline.model import Article

    read: list[Article | ReadError] = []
    for one in articles:
        if isinstance(one, Article) and any(isinstance(before, Article) for before in read):
            raise fail("several TimeML documents are not one: give a folder for them with -o", 2)
        read.append(one)
    return iter(read)


def _read(
    origins: list[str],
    published: dt.date | None,
    publisher: str,
    rows: bool,
) -> "Iterator[Article | ReadError]":
    from extractors.reading import expand
    from extractors.worker.harvest import articles

    for origin in expand(origins):
        yield from articles(origin, published=published, publisher=publisher, rows=rows)


def _written(article: "Article", model: str | None, form: str) -> "_Written | ReadError":
    from extractors.reading import ReadError
    from extractors.worker.harvest import extracted
    from timeline.export.timeml import write_timeml
    from tui.cli.findings import write_findings

    extraction = extracted(article, model)
    if isinstance(extraction, ReadError):
        return extraction
    if form == "timeml":
        return _Written(article.name, write_timeml(extraction.article))
    return _Written(article.name, write_findings(extraction))


def _one_by_one(
    articles: "Iterator[Article | ReadError]", model: str | None, form: str
) -> "Iterator[_Written | ReadError]":
    from timeline.model import Article

    for article in articles:
        yield _written(article, model, form) if isinstance(article, Article) else article


def _in_parallel(
    articles: "Iterator[Article | ReadError]", model: str | None, form: str, jobs: int
) -> "Iterator[_Written | ReadError]":
    """Whole articles over several processes; what comes out is in the order of what went in."""
    import signal
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    from timeline.model import Article

    waiting: deque[Future[_Written | ReadError] | ReadError] = deque()
    # An interrupt from the keyboard reaches all processes: only this one is to answer it.
    ignore = partial(signal.signal, signal.SIGINT, signal.SIG_IGN)
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=ignore) as pool:
        try:
            for article in articles:
                waiting.append(pool.submit(_written, article, model, form) if isinstance(article, Article) else article)
                if len(waiting) > _AHEAD * jobs:
                    yield _result(waiting.popleft())
            while waiting:
                yield _result(waiting.popleft())
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _result(waiting: "Future[_Written | ReadError] | ReadError") -> "_Written | ReadError":
    from concurrent.futures import Future

    return waiting.result() if isinstance(waiting, Future) else waiting
