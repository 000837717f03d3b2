"""What was found, kept: records, their dates, the TinyDB store, queries, exports. Imports neither spaCy nor Textual.

Begin with `model.py`, the records, and `collection.py`, the timeline as a person sees it.
"""
