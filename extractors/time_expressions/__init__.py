"""Time expressions: where they are, what they mean before any date is known, and which way they point.

Begin with `component.py`, the spaCy component `dateline_time_expressions`; `time_expressions(doc)` gives its records.
Importing this package imports nothing: typed dates are read by its grammar, which needs no spaCy.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractors.time_expressions.records import KEY, time_expressions

__all__ = ["KEY", "time_expressions"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from extractors.time_expressions import records  # noqa: PLC0415 - spaCy takes a second to import

    return getattr(records, name)
