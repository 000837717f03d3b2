"""Mentions: which words of an article mean the same person, body or thing, by name, description or pronoun.

Begin with `component.py`, the spaCy component `dateline_mentions`; `mentions(doc)` and `clusters(doc)` give it.
"""

from extractors.mentions.records import KEY, clusters, mentions

__all__ = ["KEY", "clusters", "mentions"]
