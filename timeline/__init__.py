"""What was found, kept: the records, the TinyDB store, edits, queries, export formats. Imports neither spaCy nor Textual."""
