"""What commands that read articles have in common: the processes that read, and the inputs for them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.inert import one_line
from tui.cli.console import fail, tell

if TYPE_CHECKING:
    from extractors.reading import Input, ReadError
    from extractors.worker.readers import Readers

MostOfEach = Annotated[
    str,
    typer.Option(
        "--limit",
        metavar="LIMIT",
        help="What one article may take of computing and memory, such as 60s, 2GB or 5min,2GB; more by its length"
        " if not given.",
        show_default=False,
    ),
]


@contextmanager
def readers(*, model: str | None = None, limit: str = "", jobs: int = 1) -> Iterator["Readers"]:
    """The processes that read, with a language pipeline of that name; ends the command with a word if they can't."""
    from extractors.worker.child import ReaderError, UnusableModelError
    from extractors.worker.limits import Limit, read_limit
    from extractors.worker.readers import Readers

    try:
        most = read_limit(limit) if limit else Limit()
    except ValueError as error:
        raise fail(f"--limit: {error}", 2) from None
    try:
        with Readers(jobs=jobs, limit=most) as reading:
            if model is not None:
                reading.load(model)
            yield reading
    except UnusableModelError as error:
        raise (fail(str(error)) if model is None else fail(f"--model: {error}", 2)) from None
    except ReaderError as error:
        raise fail(str(error)) from None


def inputs_of(
    given: Sequence[str],
    *,
    rows: bool = False,
    each: "Callable[[list[str]], Iterable[str]]" = iter,
) -> "Iterator[Input | ReadError]":
    """What is to be read at the origins, each taken in when it is its turn, and what of their folders is not.

    Args:
        given: Paths, folders, addresses, or `-`.
        rows: Whether they hold JSON lines, whatever their names.
        each: Goes through what they expand to, to show how far it is.
    """
    from extractors.reading import expand, inputs, passed_over

    yield from passed_over(given)
    for origin in each(list(expand(given))):
        yield from inputs(origin, rows=rows)


def tell_notices(origin: str, notices: Iterable[str]) -> None:
    """Tell what a person should know of how an article was read."""
    for notice in notices:
        tell(f"note: {one_line(origin)}: {one_line(notice)}")
