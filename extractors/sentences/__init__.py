"""Sentences and paragraphs of news.

Begin with `component.py`, the spaCy component `dateline_sentences`; `sentences(doc)` gives what it found.
"""

from extractors.sentences.component import LONGEST, sentences

__all__ = ["LONGEST", "sentences"]
