"""A TinyDB storage that survives a kill, a power cut and a full disk, and knows when a file is not what it wrote.

At rest a timeline is one JSON file, the snapshot. Between two snapshots each change is a line in a journal beside it.
The snapshot's `meta` table has its revision, which is the number of changes ever made, and a checksum of it all; the
journal's first line has those of the snapshot that it continues. A journal that continues another one was left behind
by a kill after the newer snapshot was in place, if all of it is in that: then it is passed over. Otherwise it is of
another timeline, or of another machine, and nobody drops it.

Readers need no lock: they read the journal first and the snapshot second, and a newer snapshot holds all of that
journal. What they meet half-written, they read again.
"""

import stat
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from tinydb.storages import Storage

from timeline.inert import one_line
from timeline.store.ahead import Ahead
from timeline.store.damage import in_words
from timeline.store.disk import StoreError, name_too, read_file, refuse_irregular, sync_folder, ways_back, writing
from timeline.store.files import TORN, journal_of, new_of, rescued_of
from timeline.store.identity import Identity, TakenError, identity
from timeline.store.in_the_way import out_of_the_way
from timeline.store.journal import Change, Journal
from timeline.store.kept import keep
from timeline.store.reading_journal import read_journal
from timeline.store.snapshot import (
    META,
    META_KEY,
    SCHEMA,
    About,
    Body,
    DamageError,
    RawTables,
    is_as_written,
    tables_in,
)
from timeline.store.snapshot_file import write_snapshot
from timeline.store.state import NOTHING, State, has_all_of
from timeline.store.strays import stray_journal

_TRIES, _PAUSE = 20, 0.01
"""How often, and after how many seconds, a journal is read again that somebody may be writing."""
_ALIKE = 5
"""If so often it is as it was before, nobody is: on a busy machine who does may have to wait in the middle of it."""


class _Snapshot(NamedTuple):
    """One as it was read or written."""

    file: Identity | None
    about: About
    number: int | None
    """Of the last change in it; None where there is none."""
    is_worth_keeping: bool
    """Whether it is one to come back to."""


_NONE = _Snapshot(None, NOTHING, None, False)
"""Where there is no file."""


class JournaledStorage(Storage):
    """The file `path`, created when it is first written to; for one writer at a time, which its caller sees to.

    Every method raises StoreError when the file is no timeline, is damaged, or cannot be read or written.
    """

    def __init__(self, path: str | Path, ahead: Ahead | None = None) -> None:
        """`ahead` is what was read of it, if it was."""
        self._ahead = ahead
        try:
            self.path = Path(path).expanduser().resolve()
            """The file itself, where `path` is a symbolic link."""
        except (OSError, RuntimeError) as error:
            raise StoreError(f"{path} cannot be opened: {error}") from error
        refuse_irregular(Path(path).expanduser(), follow=True)
        self._journal = Journal(journal_of(self.path))
        self._seen: tuple[Identity | None, Identity | None] | None = None
        """Snapshot and journal as they were when both were last read."""
        self._known: _Snapshot | None = None
        """The snapshot as it was last read or written; None before that."""
        self._coming: _Snapshot | None = None
        """One that is being put in its place."""

    def read(self) -> dict[str, dict[str, Any]] | None:
        """All tables; None when there is no file."""
        state = self.load()
        if state.tables is None:
            return None
        with self._decoding(self.path):
            decoded = {
                name: {key: msgspec.json.decode(row) for key, row in rows.items()}
                for name, rows in state.tables.items()
            }
        return {**decoded, META: {META_KEY: msgspec.to_builtins(About(state.number, SCHEMA))}}

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Replace the snapshot by `data`, and drop the journal."""
        state = self.load()
        if state.is_apart:
            self._set_apart()
        self._write_snapshot(data, 0 if state.tables is None else state.number + 1)

    def accept(self) -> None:
        """Take what stands in the files as if dateline had written it, as one more change, if it has not."""
        if not self.load().is_as_written and (tables := self.read()) is not None:
            self.write(tables)

    def append(self, change: Change) -> None:
        """Make a change; it is on the disk when this returns, in files that are still the timeline's.

        Raises:
            TakenError: they are not. It may be on the disk all the same, where nobody looks for it.
        """
        self._arrive()
        if not self._journal.is_open:
            self.check_ours()
            self._begin_journal()
        self._journal.append(change)
        self.check_ours()

    def check_ours(self) -> None:
        """See whether the files are still those that were read and written here.

        Raises:
            TakenError: they are not.
        """
        self._arrive()
        if self._journal.is_open and not self._journal.is_ours:
            raise TakenError(f"{self._journal.path.name} was deleted, replaced or written to by another program")
        if self._known is None or identity(self.path) == self._known.file:
            return
        known = self._known
        try:
            _, now, is_as_written = self._snapshot()
        except StoreError:
            now, is_as_written = None, False
        if now != known.about or not is_as_written:  # and not only touched, or put in place again as it was
            self._known = known  # what others put there is not, however often it is looked at
            raise TakenError(f"{self.path.name} was deleted, replaced or changed by another program")

    @property
    def is_untouched(self) -> bool:
        """Whether no other dateline has written since this one did, or read."""
        if self._journal.is_open:
            return self._journal.is_ours
        return not self._journal.path.exists() and identity(self.path) == self.snapshot

    def leave(self) -> None:
        """Let go of files that others have taken; the journal goes if it is still this one's."""
        if self._journal.is_open and self._journal.is_ours:
            self._journal.remove()
        self._journal.close()

    @property
    def snapshot(self) -> Identity | None:
        """The snapshot as it was read or written last; None where there was none."""
        return self._known.file if self._known is not None else None

    @property
    def _at(self) -> int | None:
        """The number at which the snapshot stands; None when it has not been read, or there is none."""
        return self._known.number if self._known is not None else None

    @property
    def number(self) -> int:
        """How many changes were made."""
        return self._journal.number if self._journal.is_open else self._at or 0

    def compact(self) -> None:
        """Bring the journal's changes into the snapshot and remove the journal.

        Raises:
            TakenError: the journal that is being written is no longer the timeline's.
        """
        self._arrive()
        if self._journal.is_open:
            self.check_ours()
        if not self._journal.path.exists():
            return
        state = self.load()
        if not state.is_apart and state.journal is not None and state.journal.lacks_blocks:
            with writing(self.path):
                name_too(self._journal.path, rescued_of(self.path, TORN))
        if state.is_apart:
            self._set_apart()
        elif state.tables is None or state.number == self._at:
            self._drop_journal()
        else:
            self._write_snapshot(state.tables, state.number)

    def put_in_place(self, tables: Mapping[str, Mapping[str, Any]], number: int) -> None:
        """Make this the snapshot, whatever was there before and beside it."""
        self._write_snapshot(tables, number)

    @property
    def journal_size(self) -> int:
        """Bytes in the journal."""
        return self._journal.size

    def close(self) -> None:
        """Close the journal as it is; `compact` first, to leave one plain file."""
        self._journal.close()

    def load(self) -> State:
        """What the files say; read again as long as somebody is writing them."""
        self._seen = self._seen_now()
        content, alike = read_file(self._journal.path), 0
        for _ in range(_TRIES):
            state = refused = None
            try:
                state = self._read_both(content)
            except StoreError as error:
                refused = error
            if content is None or (state and not state.is_apart and not (state.journal and state.journal.is_torn)):
                break
            time.sleep(_PAUSE)
            before, content = content, read_file(self._journal.path)
            alike = alike + 1 if content == before else 0
            if alike == _ALIKE:
                break
        if state is None:
            assert refused is not None
            raise refused
        return state

    @property
    def is_outdated(self) -> bool:
        """Whether the files are others, or changed, since they were read."""
        return self._seen is not None and self._seen != self._seen_now()

    def _seen_now(self) -> tuple[Identity | None, Identity | None]:
        return identity(self.path), identity(self._journal.path)

    def _read_both(self, content: bytes | None) -> State:
        """What the snapshot says under a journal with that content."""
        journal = None
        if content is not None:
            with self._decoding(self._journal.path):
                journal = read_journal(content)
            if journal.header is not None:
                _refuse_newer(self._journal.path, journal.header.schema)
        tables, about, as_written = self._snapshot()
        state = State(tables, about, about.revision, journal, as_written)
        if journal is None or journal.header is None:
            if tables is not None and (other := stray_journal(self.path, about.revision, about.checksum)) is not None:
                raise StoreError(
                    f"{self.path} is without its journal: {other.name} beside it has changes of it, and the timeline "
                    f"that it is named for is gone. Rename it to {self._journal.path.name}; or move it away, to go on "
                    "without these changes"
                )
            return state
        begins = journal.header.continues, journal.header.follows
        if tables is not None and begins == (about.revision, about.checksum):
            return state.with_changes(tables, journal)
        if tables is not None and has_all_of(tables, journal):
            return state
        if tables is None or journal.header.continues > about.revision:
            raise StoreError(
                f"{self.path} is older than the journal beside it: was a backup put in its place, or the file removed? "
                f"{ways_back(self.path)}"
            )
        return msgspec.structs.replace(state, is_apart=True)

    def _snapshot(self) -> tuple[RawTables | None, About, bool]:
        """The snapshot's tables without `meta`, what that says, and whether it is as dateline wrote it."""
        found = identity(self.path)
        ahead, self._ahead = self._ahead, None
        if ahead is not None and ahead.file != found:
            ahead = None
        content = read_file(self.path, begins=b"{") if ahead is None else ahead.content
        if content is None:
            self._known = _NONE
            return None, NOTHING, True
        body = Body(content) if ahead is None else ahead.body
        body.begin()
        with self._decoding(self.path):
            tables = tables_in(content, None if ahead is None else ahead.tables)
        meta = tables.pop(META, {}).get(META_KEY)
        if meta is None:
            raise StoreError(f"{self.path} is JSON, but no timeline. It was left as it is; choose another file")
        with self._decoding(self.path, META):
            about = msgspec.json.decode(meta, type=About)
        _refuse_newer(self.path, about.schema)
        as_written = is_as_written(body, tables, about)
        self._known = _Snapshot(found, about, about.revision, as_written and bool(tables))
        return tables, about, as_written

    @contextmanager
    def _decoding(self, path: Path, place: str = "") -> Iterator[None]:
        try:
            yield
        except (DamageError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            field, says = ("", str(error)) if isinstance(error, DamageError) else in_words(error)
            reason = ", ".join(filter(None, (place, field))) + (": " if place else "") + says
            raise StoreError(
                f"{path} is no timeline, or is damaged ({one_line(reason)}). If it is none, choose another file. "
                f"{ways_back(self.path)}"
            ) from error

    def _begin_journal(self) -> None:
        self.compact()
        if self._known is None or self._known.file is None or self._known.about.schema != SCHEMA:
            state = self.load()
            if state.tables is None or state.about.schema != SCHEMA:
                self._write_snapshot(state.tables or {}, state.number)
        assert self._known is not None
        about = self._known.about
        with writing(self.path):
            mode = stat.S_IMODE(self.path.stat().st_mode)
        self._journal.begin(about.revision, about.checksum, mode)

    def _write_snapshot(self, tables: Mapping[str, Mapping[str, Any]], number: int) -> None:
        new = new_of(self.path)
        kept = {table: rows for table, rows in tables.items() if table != META}
        with writing(self.path):
            other = out_of_the_way(self.path)
            try:
                known = write_snapshot(new, kept, number, like=self.path)
                if self._known is not None and self._known.is_worth_keeping:
                    keep(self.path)
                self._coming = _Snapshot(*known, number, bool(kept))
                new.replace(self.path)
                if other is not None and other[1] == known[1]:  # a kill left it when it was whole
                    other[0].unlink()
            except BaseException:
                new.unlink(missing_ok=True)
                raise
        self._arrive()
        self._drop_journal()

    def _arrive(self) -> None:
        """See whether the snapshot that was being put in its place is there: an interrupt may have come in the midst.

        If so the journal counts for nothing, whatever fails next: no change may be added to it.
        """
        if self._coming is not None:
            if identity(self.path) == self._coming.file:
                self._known = self._coming
                self._journal.close()
            self._coming = None

    def _drop_journal(self) -> None:
        """Remove the journal, all of which is in the snapshot, once that is sure to stay in its place."""
        with writing(self.path):
            sync_folder(self.path.parent)
        self._journal.remove()

    def _set_apart(self) -> None:
        """Keep a journal that leads elsewhere, under a name of its own."""
        self._journal.close()
        apart = rescued_of(self.path, ".journal")
        with writing(self.path):
            self._journal.path.rename(apart)
            sync_folder(self.path.parent)


def _refuse_newer(path: Path, schema: int) -> None:
    if not 1 <= schema <= SCHEMA:
        raise StoreError(
            f"{path} was written by another version of dateline (its schema is {schema}, this one reads 1 to "
            f"{SCHEMA}). It was left as it is; update dateline"
        )
