"""A TinyDB storage that survives a kill, a power cut and a full disk.

At rest a timeline is one JSON file, the snapshot. Between two snapshots each change is a line in a journal beside it.
The snapshot's `meta` table holds its revision, the number of changes ever made; the journal's first line holds the
revision of the snapshot that it continues. A journal that continues an older revision was left behind by a kill after
the newer snapshot was in place: all of it is in that snapshot, and it is passed over.

Readers need no lock: they read the journal first and the snapshot second, and a newer snapshot holds all of that
journal.
"""

import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from io import BufferedWriter
from pathlib import Path
from typing import Annotated, Any

import msgspec
from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from timeline.inert import one_line
from timeline.store.damage import in_words
from timeline.store.disk import StoreError, make_file, read_file, refuse_irregular, sync_folder, writing
from timeline.store.files import journal_of, new_of
from timeline.store.journal import Journal
from timeline.store.snapshot import DamageError, RawTables, lines, tables_in

SCHEMA = 1
"""Version of the tables' layout; a file of another one is refused."""

META = "meta"
_META_KEY = "timeline"


class Change(msgspec.Struct, frozen=True, omit_defaults=True):
    """Rows to drop and rows to put, in one step that happens wholly or not at all."""

    put: Mapping[str, Mapping[str, Any]] = {}
    drop: Mapping[str, list[str]] = {}


class _RawChange(msgspec.Struct, frozen=True):
    put: RawTables = {}
    drop: dict[str, list[str]] = {}


_Revision = Annotated[int, msgspec.Meta(ge=0, le=2**53)]


class _Header(msgspec.Struct, frozen=True):
    continues: _Revision
    """Revision of the snapshot."""
    schema: int = SCHEMA


class _Meta(msgspec.Struct, frozen=True):
    revision: _Revision
    schema: int


class JournaledStorage(Storage):
    """The file `path`, created when it is first written to; for one writer at a time, which its caller sees to.

    Every method raises StoreError when the file is no timeline, is damaged, or cannot be read or written.
    """

    def __init__(self, path: str | Path) -> None:
        try:
            self.path = Path(path).expanduser().resolve()
            """The file itself, where `path` is a symbolic link."""
        except (OSError, RuntimeError) as error:
            raise StoreError(f"{path} cannot be opened: {error}") from error
        refuse_irregular(Path(path).expanduser(), follow=True)
        self._journal = Journal(journal_of(self.path))
        self._revision: int | None = None
        """The snapshot's; None when it has not been read, or there is none."""

    def read(self) -> dict[str, dict[str, Any]] | None:
        """All tables; None when there is no file."""
        tables, revision = self._load()
        if tables is None:
            return None
        with self._decoding(self.path):
            decoded = {
                name: {key: msgspec.json.decode(row) for key, row in rows.items()} for name, rows in tables.items()
            }
        return {**decoded, META: {_META_KEY: msgspec.to_builtins(_Meta(revision, SCHEMA))}}

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Replace the snapshot by `data`, and drop the journal."""
        tables, revision = self._load()
        self._write_snapshot(data, 0 if tables is None else revision + 1)

    def read_raw(self) -> RawTables | None:
        """All tables but `meta`, with rows not decoded; None when there is no file."""
        return self._load()[0]

    def append(self, change: Change) -> None:
        """Make a change; it is on the disk when this returns."""
        text = msgspec.json.encode(change, order="sorted")
        if not self._journal.is_open:
            self._begin_journal()
        self._journal.append(text)

    def compact(self) -> None:
        """Bring the journal's changes into the snapshot and remove the journal."""
        if not self._journal.path.exists():
            return
        tables, revision = self._load()
        if tables is None or revision == self._revision:
            self._drop_journal()
        else:
            self._write_snapshot(tables, revision)

    @property
    def journal_size(self) -> int:
        """Bytes in the journal."""
        return self._journal.size

    def close(self) -> None:
        """Close the journal as it is; `compact` first, to leave one plain file."""
        self._journal.close()

    def _load(self) -> tuple[RawTables | None, int]:
        """The tables and the revision with the journal's changes made."""
        written = self._journal.lines()
        tables, revision = self._snapshot()
        if not written:
            return tables, revision
        with self._decoding(self._journal.path, "line 1"):
            header = msgspec.json.decode(written[0], type=_Header)
        _refuse_other_schema(self._journal.path, header.schema)
        changes = []
        for number, line in enumerate(written[1:], 2):
            with self._decoding(self._journal.path, f"line {number}"):
                changes.append(msgspec.json.decode(line, type=_RawChange))
        if header.continues < revision:
            return tables, revision
        if header.continues > revision or tables is None:
            raise StoreError(
                f"{self.path} is older than the journal beside it: was a backup put in its place, or the file removed? "
                f"Put the newer file back, or move {self._journal.path.name} away to go on without its changes"
            )
        for change in changes:
            for table, keys in change.drop.items():
                for key in keys:
                    tables.get(table, {}).pop(key, None)
            for table, rows in change.put.items():
                tables.setdefault(table, {}).update(rows)
        return tables, revision + len(changes)

    def _snapshot(self) -> tuple[RawTables | None, int]:
        """The snapshot's tables without `meta`, and its revision."""
        content = read_file(self.path, begins=b"{")
        if content is None:
            self._revision = None
            return None, 0
        with self._decoding(self.path):
            tables = tables_in(content)
        meta = tables.pop(META, {}).get(_META_KEY)
        if meta is None:
            raise StoreError(f"{self.path} is JSON, but no timeline. It was left as it is; choose another file")
        with self._decoding(self.path, META):
            about = msgspec.json.decode(meta, type=_Meta)
        _refuse_other_schema(self.path, about.schema)
        self._revision = about.revision
        return tables, about.revision

    @contextmanager
    def _decoding(self, path: Path, place: str = "") -> Iterator[None]:
        try:
            yield
        except (DamageError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            field, says = ("", str(error)) if isinstance(error, DamageError) else in_words(error)
            reason = ", ".join(filter(None, (place, field))) + (": " if place else "") + says
            raise StoreError(
                f"{path} is no timeline, or is damaged ({one_line(reason)}). It was left as it is; restore it from a "
                "backup or choose another file"
            ) from error

    def _begin_journal(self) -> None:
        self.compact()
        if self._revision is None and self._snapshot()[0] is None:
            self._write_snapshot({}, 0)
        with writing(self.path):
            mode = stat.S_IMODE(self.path.stat().st_mode)
        self._journal.begin(msgspec.json.encode(_Header(self._revision or 0)), mode)

    def _write_snapshot(self, tables: Mapping[str, Mapping[str, Any]], revision: int) -> None:
        new = new_of(self.path)
        complete = {**tables, META: {_META_KEY: _Meta(revision, SCHEMA)}}
        with writing(self.path):
            new.unlink(missing_ok=True)
            try:
                with BufferedWriter(make_file(new)) as file:
                    _keep_permissions(self.path, file.fileno())
                    file.writelines(lines(complete))
                    file.flush()
                    os.fsync(file.fileno())
                new.replace(self.path)
            except BaseException:
                new.unlink(missing_ok=True)
                raise
            # From here on the journal counts for nothing, whatever fails next: no change may be added to it.
            self._revision = revision
            self._journal.close()
        self._drop_journal()

    def _drop_journal(self) -> None:
        """Remove the journal, all of which is in the snapshot, once that is sure to stay in its place."""
        with writing(self.path):
            sync_folder(self.path.parent)
        self._journal.remove()


def _refuse_other_schema(path: Path, schema: int) -> None:
    if schema != SCHEMA:
        raise StoreError(
            f"{path} was written by another version of dateline (its schema is {schema}, this one reads {SCHEMA}). It "
            "was left as it is; update dateline"
        )


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


def _keep_permissions(path: Path, descriptor: int) -> None:
    """Give the file open as `descriptor` the mode and, where allowed, the owner of `path`, if that exists."""
    with suppress(FileNotFoundError):
        status = path.stat()
        with suppress(PermissionError):
            os.fchown(descriptor, status.st_uid, status.st_gid)
        os.fchmod(descriptor, stat.S_IMODE(status.st_mode))
