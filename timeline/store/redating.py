"""Whether dates that are kept are those that their words give."""

from collections.abc import Iterable, Iterator

from timeline.dates.settling import settled
from timeline.model import Assertion, Extraction


def told_of_another_time(extractions: Iterable[Extraction]) -> Iterator[tuple[Assertion, Assertion]]:
    """Assertions whose date, or status by it, is another than is found now, as after an update; and those now."""
    for extraction in extractions:
        for kept in extraction.assertions:
            now = settled(extraction.article, kept)
            if (now.when, now.status) != (kept.when, kept.status):
                yield kept, now
