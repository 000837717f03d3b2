"""Attributions: who says what, by the cues of a parsed text, what they introduce, and whom a source means.

Begin with `component.py`, the spaCy component `dateline_attributions`; `attributions(doc)` gives its records.
"""

from extractors.attributions.component import KEYS, attributions

__all__ = ["KEYS", "attributions"]
