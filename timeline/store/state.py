"""What the files of a timeline say, snapshot and journal together."""

from typing import Self

import msgspec

from timeline.store.reading_journal import Written
from timeline.store.snapshot import SCHEMA, About, RawTables

NOTHING = About(0, SCHEMA)
"""Of a snapshot that is not there."""


class State(msgspec.Struct, frozen=True):
    """What the files of a timeline say."""

    tables: RawTables | None
    """All but `meta`, with the journal's changes made; None when there is no file."""
    about: About
    """Of the snapshot."""
    number: int
    """Of the last change."""
    journal: Written | None
    is_as_written: bool = True
    """Whether the snapshot is as dateline wrote it."""
    is_apart: bool = False
    """Whether the journal leads elsewhere than to the snapshot, and its changes are not made."""

    @property
    def is_sealed(self) -> bool:
        """Whether a checksum says that all of it is what dateline wrote, with no journal beside it."""
        return self.tables is not None and self.journal is None and self.is_as_written and bool(self.about.checksum)

    def with_changes(self, tables: RawTables, journal: Written) -> Self:
        """This state after a journal's changes to its `tables`."""
        for change in journal.changes:
            change.make(tables)
        return msgspec.structs.replace(self, tables=tables, number=journal.number)


def has_all_of(tables: RawTables, journal: Written) -> bool:
    """Whether all that a journal's changes come to stands in a snapshot already."""
    outcome = {
        (table, key): row
        for change in journal.changes
        for tables_ in ({table: dict.fromkeys(keys) for table, keys in change.drop.items()}, change.put)
        for table, rows in tables_.items()
        for key, row in rows.items()
    }
    return all(tables.get(table, {}).get(key) == row for (table, key), row in outcome.items())
