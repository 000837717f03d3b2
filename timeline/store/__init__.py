"""The store: one timeline is one TinyDB file with a journal beside it, which a crash at any instant leaves whole.

Begin with `store.py`; `storage.py` is what TinyDB writes through.
"""

from timeline.store.database import TimelineDatabase
from timeline.store.disk import StoreError
from timeline.store.store import Added, Store

__all__ = ["Added", "Store", "StoreError", "TimelineDatabase"]
