"""Queries: what a person types into the filter, and the entries of a timeline that answer it.

Begin with `language.py`; `terms.py` is what a filter can ask.
"""

from timeline.query.language import parse, select, term, without_bad_terms
from timeline.query.tokens import QueryError

__all__ = ["QueryError", "parse", "select", "term", "without_bad_terms"]
