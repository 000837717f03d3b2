"""Time expressions: where they are, what they mean before any date is known, and which way they point.

Begin with `component.py`, the spaCy component `dateline_time_expressions`; `time_expressions(doc)` gives its records.
"""

import extractors.time_expressions.attributes  # noqa: F401 - registers the attributes of docs and spans
from extractors.time_expressions.records import KEY, time_expressions

__all__ = ["KEY", "time_expressions"]
