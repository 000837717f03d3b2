"""Events: a spaCy component that reads one event from each clause that tells of one, and from nouns with a time.

`nlp.add_pipe("dateline_events")` fills `doc.spans["events"]` with the clauses, and `doc._.dateline_events` with one
plain mapping an event: its trigger, status, polarity, time and attribution, by index, and who takes part. It stands on
a parse and the verb groups, and on the time expressions, actors and attributions found before it; it does without
those that were not looked for. `extractors.events` has the rules, `verbs.toml` and `nouns.toml` the words.
"""

from collections.abc import Sequence

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span

from extractors.component import Component
from extractors.events.certainty import read_polarity, read_status
from extractors.events.dating import read_dates
from extractors.events.extents import Extents
from extractors.events.headings import under_headings, without_by_lines
from extractors.events.reading import Reading, read_doc
from extractors.events.records import KEY, DocEvent, events
from extractors.events.roles import read_participants
from extractors.events.selection import Told, select

__all__ = ["KEY", "DocEvent", "Events", "events"]


class Events(Component[DocEvent]):
    """Reads the events of a doc."""

    def match(self, doc: Doc) -> list[DocEvent]:
        """The events of a doc, without changing it; none of one that has no parse."""
        if not doc.has_annotation("DEP"):
            return []
        reading = read_doc(doc)
        told = under_headings(reading, without_by_lines(reading, select(reading, read_dates(reading))))
        extents = Extents(reading, told)
        return [_event(reading, extents, one) for one in told]

    def set_annotations(self, doc: Doc, records: Sequence[DocEvent]) -> None:
        """Set `doc.spans["events"]` and `doc._.dateline_events`."""
        doc.spans[KEY] = [Span(doc, *event.clause, label="event", span_id=str(n)) for n, event in enumerate(records)]
        doc._.dateline_events = [msgspec.to_builtins(event) for event in records]


def _event(reading: Reading, extents: Extents, told: Told) -> DocEvent:
    clause = extents.clause(told)
    return DocEvent(
        trigger=(told.trigger, told.trigger + 1),
        clause=clause,
        title=extents.title(told),
        sentence=reading.sentence(told.trigger),
        status=read_status(reading, told),
        polarity=read_polarity(reading, told),
        time=told.time,
        attribution=reading.said_by(told.trigger),
        participants=read_participants(reading, told, clause),
    )


@Language.factory("dateline_events", requires=["doc.spans"], assigns=["doc.spans"])
def make_events(nlp: Language, name: str) -> Events:  # noqa: ARG001 - the signature of a spaCy factory
    """The component, for `nlp.add_pipe("dateline_events")`."""
    return Events()
