"""Actors: the names of an article, settled for the whole of it, so that each has one kind and one bearer.

Begin with `component.py`, the spaCy component `dateline_actors`; `actors(doc)` gives its records.
"""

from extractors.actors.component import KEY, actors

__all__ = ["KEY", "actors"]
