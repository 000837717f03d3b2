"""Queries: what a person types into the filter, and the entries of a timeline that answer it.

Begin with `language.py`, which understands a filter; `terms.py` is what one can ask, `query.py` finds what it lets
through.
"""

from timeline.query.language import parse, select, term, without_bad_terms
from timeline.query.tokens import QueryError

__all__ = ["QueryError", "parse", "select", "term", "without_bad_terms"]
