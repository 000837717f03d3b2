"""Quotations: which marks open and close one, over paragraphs where it goes on.

Begin with `component.py`, the spaCy component `dateline_quotations`; `quotations(doc)` gives its records.
"""

from extractors.quotations.component import KEY, Quotation, quotations

__all__ = ["KEY", "Quotation", "quotations"]
