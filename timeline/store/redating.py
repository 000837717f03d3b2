"""Whether dates that are kept are those that their words give."""

from collections.abc import Iterable

from timeline.dates.article_dates import redate
from timeline.model import Assertion, Extraction


def dated_otherwise(extractions: Iterable[Extraction]) -> list[Assertion]:
    """Assertions whose date is another than a fresh resolve finds, as when an earlier version of the rules found it."""
    return [
        assertion
        for extraction in extractions
        for assertion in extraction.assertions
        if redate(extraction.article, assertion) != assertion.when
    ]
