"""Files, folders, addresses and streams in, articles out.

Begin with `articles.py`, the way of one origin: `inputs.py` takes in its bytes, and a file beside it reads each form of
article. Importing this package imports nothing heavy, so that a process that only supervises the reading stays small.
"""

import datetime as dt
from collections.abc import Iterator

from extractors.reading.cleaning import clean_name
from extractors.reading.errors import ReadError
from extractors.reading.files import MOST_BYTES, STDIN, SUFFIXES, is_address
from extractors.reading.folders import expand, passed_over
from extractors.reading.inputs import Input, inputs
from timeline.model import Article

__all__ = [
    "MOST_BYTES",
    "STDIN",
    "SUFFIXES",
    "Input",
    "ReadError",
    "clean_name",
    "expand",
    "inputs",
    "is_address",
    "passed_over",
    "read",
]


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
    from extractors.reading.articles import read as run  # noqa: PLC0415 - parsers of pages take long to import

    return run(origin, published=published, publisher=publisher, language=language, rows=rows)
