"""Time expressions: where they are, what they mean before any date is known, and which way they point.

Begin with `component.py`, the spaCy component `dateline_time_expressions`; `time_expressions(doc)` gives its records.
"""

from extractors.time_expressions.records import KEY, time_expressions

__all__ = ["KEY", "time_expressions"]
