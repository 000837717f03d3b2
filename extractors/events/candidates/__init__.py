"""Which clauses and nouns tell of something that happens, has happened or may.

Begin with `event_candidates.py`.
"""
