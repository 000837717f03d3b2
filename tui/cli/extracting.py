"""The command `extract`: the same reading without a timeline, one JSON object an article."""

import datetime as dt
import sys
from collections import deque
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from tui.cli.console import fail, printable, tell
from tui.cli.options import Model, Origins, PublicationDate, Publisher, Rows, check_model, publication_day

if TYPE_CHECKING:
    from concurrent.futures import Future

    from extractors.reading import ReadError
    from timeline.model import Article

_AHEAD = 4
"""Articles waiting for each process, so that none is idle and memory stays small."""

Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes to work in.")]


def extract(
    origins: Origins,
    *,
    date: PublicationDate = "",
    publisher: Publisher = "",
    rows: Rows = False,
    jobs: Jobs = 1,
    model: Model = None,
) -> None:
    """Write findings as JSON, without a timeline.

    One object an article, on a line of its own, in the order of the articles.

    Fields: id, publication_date (ISO or null), time_expressions ([[start, end, TIMEX3 type, value], …]), events (start,
    end, date, kind, polarity, source, actors, …), attributions (source, cue, content), article (with the text that the
    offsets count in), actors, and expressions with their derivations.
    """
    from concurrent.futures.process import BrokenProcessPool

    published = publication_day(date)
    check_model(model)
    articles = _read(origins, published, publisher, rows)
    failed = False
    try:
        for found in _one_by_one(articles, model) if jobs == 1 else _in_parallel(articles, model, jobs):
            if isinstance(found, bytes):
                sys.stdout.write(found.decode() + "\n")
            else:
                failed = True
                tell(f"not read: {printable(str(found))}")
    except BrokenProcessPool:
        raise fail("a process was ended from outside, for want of memory perhaps: try fewer --jobs") from None
    if failed:
        raise typer.Exit(1)


def _read(
    origins: list[str],
    published: dt.date | None,
    publisher: str,
    rows: bool,
) -> "Iterator[Article | ReadError]":
    from extractors.harvest import articles
    from extractors.reading import expand

    for origin in expand(origins):
        yield from articles(origin, published=published, publisher=publisher, rows=rows)


def _row(article: "Article", model: str | None) -> "bytes | ReadError":
    import msgspec

    from extractors.harvest import extracted
    from extractors.reading import ReadError
    from tui.cli.findings import findings

    found = extracted(article, model)
    return found if isinstance(found, ReadError) else msgspec.json.encode(findings(found))


def _one_by_one(articles: "Iterator[Article | ReadError]", model: str | None) -> "Iterator[bytes | ReadError]":
    from timeline.model import Article

    for article in articles:
        yield _row(article, model) if isinstance(article, Article) else article


def _in_parallel(
    articles: "Iterator[Article | ReadError]", model: str | None, jobs: int
) -> "Iterator[bytes | ReadError]":
    """Whole articles over several processes; what comes out is in the order of what went in."""
    import signal
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    from timeline.model import Article

    waiting: deque[Future[bytes | ReadError] | ReadError] = deque()
    # An interrupt from the keyboard reaches all processes: only this one is to answer it.
    ignore = partial(signal.signal, signal.SIGINT, signal.SIG_IGN)
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=ignore) as pool:
        try:
            for article in articles:
                waiting.append(pool.submit(_row, article, model) if isinstance(article, Article) else article)
                if len(waiting) > _AHEAD * jobs:
                    yield _result(waiting.popleft())
            while waiting:
                yield _result(waiting.popleft())
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _result(waiting: "Future[bytes | ReadError] | ReadError") -> "bytes | ReadError":
    from concurrent.futures import Future

    return waiting.result() if isinstance(waiting, Future) else waiting
