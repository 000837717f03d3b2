"""Reading and extracting in one go: what one origin yields, with every failure as a record."""

import datetime as dt
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from extractors import extract, load_pipeline
from extractors.reading import ReadError, read
from timeline.model import Article, Extraction

if TYPE_CHECKING:
    from spacy.language import Language


def harvest(
    origin: str, *, published: dt.date | None = None, publisher: str = "", rows: bool = False, model: str | None = None
) -> Iterator[Extraction | ReadError]:
    """The extraction of each article at `origin`; in place of each that fails, why. See `extractors.reading.read`."""
    for article in articles(origin, published=published, publisher=publisher, rows=rows):
        yield article if isinstance(article, ReadError) else extracted(article, model)


def articles(
    origin: str, *, published: dt.date | None = None, publisher: str = "", rows: bool = False
) -> Iterator[Article | ReadError]:
    """What `extractors.reading.read` gives; a fault of its own is one more reason why something cannot be read."""
    try:
        yield from read(origin, published=published, publisher=publisher, rows=rows)
    except Exception as error:  # noqa: BLE001 - a fault of a parser must not end the reading of the others
        yield _failure(origin, error)


def extracted(article: Article, model: str | None = None) -> Extraction | ReadError:
    """The extraction of one article, or why there is none."""
    try:
        return extract(article, pipeline(model))
    except Exception as error:  # noqa: BLE001 - nor must an article that meets a fault of ours
        return _failure(article.origin, error)


@cache
def pipeline(model: str | None = None) -> "Language":
    """`extractors.load_pipeline`, once a process. Raises `extractors.pipeline.PipelineError`."""
    return load_pipeline(model)


def _failure(origin: str, error: Exception) -> ReadError:
    match error:
        case MemoryError():
            return ReadError(origin, "needs more memory than there is", "split it into smaller articles")
        case RecursionError():
            return ReadError(origin, "is nested too deeply to be read")
    return ReadError(origin, f"is beyond dateline: {type(error).__name__}: {error}", "please report it")
