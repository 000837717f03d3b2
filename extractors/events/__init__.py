"""Events: which clauses and nouns tell of one, when it is, who takes part, and how surely it is told.

Begin with `component.py`, the spaCy component `dateline_events`; `events(doc)` gives its records.
"""

from extractors.events.records import KEY, DocEvent, events

__all__ = ["KEY", "DocEvent", "events"]
