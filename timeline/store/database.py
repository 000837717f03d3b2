"""A timeline file as a TinyDB database, for other programs."""

from pathlib import Path

from tinydb import TinyDB
from tinydb.table import Table

from timeline.store.storage import JournaledStorage


class StringIdTable(Table):
    """A TinyDB table whose documents have strings as ids."""

    document_id_class = str  # type: ignore[assignment]


class TimelineDatabase(TinyDB):
    """A timeline file as a TinyDB database: tables articles, events, assertions, actors, sources, edits, meta.

    Without a lock: for writing, see that nobody else has the file open.
    """

    table_class = StringIdTable

    def __init__(self, path: str | Path) -> None:
        super().__init__(path, storage=JournaledStorage)
