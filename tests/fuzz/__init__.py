"""Strangers' texts, timelines and file names against every way in and out; `docs/security.md` says what must hold.

The same few thousand cases each time within `make test`; `make fuzz` goes on with others as long as it is told to.
"""
