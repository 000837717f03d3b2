"""Equal values of many records, kept once: half of what a long timeline takes in memory is said again and again."""

from typing import Any, TypeVar

import msgspec
from msgspec.structs import force_setattr

from timeline.model import Actor, Article, Assertion, Event, Source, Span

R = TypeVar("R", bound=msgspec.Struct)


class Shared:
    """The values that were met so far. A record that was just decoded, and that nobody else has, is given them."""

    def __init__(self) -> None:
        self._values: dict[Any, Any] = {}

    def record(self, record: R) -> R:
        """The record, or one that is equal to it, with the values that others have too."""
        one, put = self._values.setdefault, force_setattr
        if isinstance(record, Assertion):
            put(record, "id", one(record.id, record.id))
            put(record, "event", one(record.event, record.event))
            put(record, "article", one(record.article, record.article))
            put(record, "source", one(record.source, record.source))
            put(record, "participants", one(record.participants, record.participants))
            put(record, "when", one(record.when, record.when))
            if record.status_because is not None:
                put(record, "status_because", one(record.status_because, record.status_because))
            if record.source_because is not None:
                put(record, "source_because", one(record.source_because, record.source_because))
            put(record, "trigger", self._span(record.trigger))
            is_sentence = record.evidence == record.clause
            put(record, "clause", self._span(record.clause))
            put(record, "evidence", record.clause if is_sentence else self._span(record.evidence))
        elif isinstance(record, Event):
            put(record, "id", one(record.id, record.id))
            put(record, "assertions", tuple([one(name, name) for name in record.assertions]))
        elif isinstance(record, Article):
            put(record, "id", one(record.id, record.id))
            for time in record.time_expressions:
                put(time, "start", one(time.start, time.start))
                put(time, "end", one(time.end, time.end))
                put(time, "text", one(time.text, time.text))
                put(time, "meaning", one(time.meaning, time.meaning))
                put(time, "direction", one(time.direction, time.direction))
                put(time, "rules", one(time.rules, time.rules))
        elif isinstance(record, Actor | Source):
            known: R = one(record, record)
            return known
        return record

    def _span(self, span: Span) -> Span:
        """Of the same numbers: texts are of about one length, and so offsets are met in many of them."""
        one = self._values.setdefault
        start, end = span
        return one(start, start), one(end, end)
