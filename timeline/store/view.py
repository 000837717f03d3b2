"""What a person sees of a timeline, made when it is first looked at, and carried on from change to change."""

from collections.abc import Collection

from timeline.collection import Timeline
from timeline.correcting.kept_records import KeptRecords
from timeline.layered import Layered
from timeline.logs.log import Log
from timeline.model import Extraction
from timeline.store.garbage import without_collecting


class View:
    """The timeline as it stands."""

    def __init__(self, timeline: Timeline | None = None) -> None:
        """Of a timeline whose articles are read when they are looked at, or of one that is all in memory."""
        self._timeline = timeline
        self._reads_later = timeline is not None
        self._arrived: list[Extraction] = []

    def of(self, extractions: Layered[Extraction], log: Log) -> Timeline:
        """That of all extractions and corrections; the same object until something changes."""
        if self._timeline is None:
            self._timeline = (
                read_later(KeptRecords.of(extractions), log) if self._reads_later else built(extractions.values(), log)
            )
        elif self._arrived:
            self._timeline = self._timeline.with_articles(self._arrived)
        self._arrived = []
        return self._timeline

    def arrive(self, extraction: Extraction) -> None:
        """An article was added that was not there before."""
        self._arrived.append(extraction)

    def outdate(self) -> None:
        """Something changed that the view can't follow."""
        self._timeline, self._arrived = None, []

    def correct(self, targets: Collection[str], extractions: Layered[Extraction], log: Log) -> None:
        """The corrections of some targets are others now."""
        if self._timeline is not None:
            self._timeline = self.of(extractions, log).with_edits(log, *targets)


def read_later(records: KeptRecords, log: Log) -> Timeline:
    """The timeline of records that are read when they are looked at."""
    with without_collecting():
        return Timeline.of(records, log)


def built(extractions: Collection[Extraction], log: Log) -> Timeline:
    """The timeline of these articles under all corrections."""
    with without_collecting():
        return Timeline.build(
            articles=(extraction.article for extraction in extractions),
            actors=(actor for extraction in extractions for actor in extraction.actors),
            sources=(source for extraction in extractions for source in extraction.sources),
            events=(event for extraction in extractions for event in extraction.events),
            assertions=(assertion for extraction in extractions for assertion in extraction.assertions),
            edits=log.all,
        )
