"""Text in, findings out: reading articles, and a spaCy pipeline whose components are the files here."""
