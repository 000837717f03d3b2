"""Which clauses and nouns tell of something that happens, has happened or may; begin with `event_candidates.py`."""
