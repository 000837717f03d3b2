"""One origin in, what it holds out: its inputs are taken in, fetched where they are addresses, and read."""

import datetime as dt
from collections.abc import Iterator

from extractors.reading.errors import ReadError
from extractors.reading.inputs import AddressInput, inputs
from timeline.model import Article


def read(
    origin: str, *, published: dt.date | None = None, publisher: str = "", language: str = "", rows: bool = False
) -> Iterator[Article | ReadError]:
    """The articles in a file, at an address, or on standard input; in place of each that cannot be read, why not.

    Args:
        origin: A path, an http(s) address, or `-`; folders are for `expand`.
        published: The publication date that a person gives; it is believed before the article's own.
        publisher: The outlet that a person gives, likewise.
        language: The code of the language that a person says it is in, likewise.
        rows: Whether it holds JSON lines, whatever its name.
    """
    from extractors.reading.articles import articles, fetched  # noqa: PLC0415 - parsers of pages take long to import

    for taken in inputs(origin, rows=rows):
        for one in fetched(taken) if isinstance(taken, AddressInput) else (taken,):
            try:
                if isinstance(one, ReadError):
                    yield one
                else:
                    yield from articles(one, published=published, publisher=publisher, language=language)
            except ReadError as error:
                yield error
