"""What was found, kept: the records, the TinyDB store, edits, queries, exports. Imports neither spaCy nor Textual."""
