"""Attributions: who says what, by the cues of a parsed text, what they introduce, and whom a source means.

Begin with `component.py`, the spaCy component `dateline_attributions`; `attributions(doc)` gives its records.
"""

from extractors.attributions.records import CONTENTS, CUES, SOURCES, DocAttribution, attributions, doc_attributions

__all__ = ["CONTENTS", "CUES", "SOURCES", "DocAttribution", "attributions", "doc_attributions"]
