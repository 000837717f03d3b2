"""Verb groups: when, whether and how surely each verb is told to happen, and what that makes of an event.

Begin with `component.py`, the spaCy component `dateline_verb_groups`; `verb_groups(doc)` gives its records.
"""

from extractors.verb_groups.component import KEY, Order, VerbGroup, verb_groups

__all__ = ["KEY", "Order", "VerbGroup", "verb_groups"]
