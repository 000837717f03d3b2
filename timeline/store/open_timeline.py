"""An open timeline: what is in memory is what its files say, and both change in one step.

In memory a timeline is the extraction of each article and the log of edits; in the file each of their records is a row.
What several articles say of one actor, source or event stays apart there, a row for each article, and is merged in the
view: so an article can be read again or removed and leaves nothing behind.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

from timeline.collection import Timeline
from timeline.correcting.articles import in_force_of
from timeline.edits import Edit
from timeline.logs.log import Log
from timeline.model import Article, Extraction
from timeline.soundness import UnsoundError
from timeline.store.ahead import Ahead
from timeline.store.asides import Aside
from timeline.store.contents import Contents
from timeline.store.disk import StoreError, ways_back
from timeline.store.earlier import Earlier
from timeline.store.garbage import without_collecting
from timeline.store.identity import Identity
from timeline.store.journal import Change
from timeline.store.known_inputs import TABLE as INPUTS
from timeline.store.known_inputs import KnownInputs
from timeline.store.notices import notices, told_before_writing
from timeline.store.open_files import OpenFiles
from timeline.store.readings import Readings
from timeline.store.snapshot import RawTables
from timeline.store.unread import UnreadArticles
from timeline.store.view import View, read_later


class OpenTimeline:
    """One with its files, which others may read meanwhile, and nobody else writes to."""

    def __init__(self, files: OpenFiles) -> None:
        """For `open`."""
        self._files = files
        self.notices: tuple[str, ...] = ()
        """What a person should know of how the files were found."""
        self._read = Readings({})
        self._log = Log(())
        self._inputs = KnownInputs({})
        self._asides: dict[str, Aside] = {}
        self._earlier: dict[str, Earlier] = {}
        self._view = View()

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        accept: bool = False,
        ahead: Ahead | None = None,
        unread: bool = False,
    ) -> Self:
        """Open or create; what was edited outside dateline is opened for writing only to `accept` it.

        What was read `ahead` is not read again if the file is still as it was. The articles may be left `unread`, if it
        is as dateline wrote it, until they are looked at: `check` reads the rest, and so does the first change.

        Raises:
            StoreError: it is no timeline, is damaged, or, unless to be `read_only`, may not be changed or is being
                written to by another process.
        """
        files = OpenFiles(path, read_only=read_only, ahead=ahead)
        try:
            store = cls(files)._loaded(accept=accept, unread=unread)
            if not read_only:
                files.begin(accept=accept)
        except BaseException:
            files.let_go()
            raise
        return store

    @property
    def path(self) -> Path:
        """Where it is kept."""
        return self._files.path

    @property
    def snapshot(self) -> Identity | None:
        """The file of the snapshot as it was read or written last; changes since stand in the journal."""
        return self._files.storage.snapshot

    @property
    def rescued(self) -> str:
        """Why what is done is kept in another file, at `path`, and in which; empty as long as it is not."""
        return self._files.rescued

    @property
    def way_back(self) -> str:
        """The command that takes what was rescued into what is in its place now."""
        return self._files.way_back

    @property
    def is_outdated(self) -> bool:
        """Whether somebody else has written since this was opened for reading."""
        return self._files.is_outdated

    def close(self) -> None:
        """Write one plain JSON file, remove the journal, release the lock.

        Raises:
            StoreError: one of that cannot be done; every change that was made is kept.
        """
        self._files.close(self._everything)

    def rest(self) -> None:
        """Let others write until `resume`: what is made then may be others' too, and this one is not to be changed."""
        self._files.rest()

    def resume(self) -> bool:
        """Hold the timeline again; whether nobody has written to it since `rest`, else it is to be opened anew.

        Raises:
            StoreError: somebody else has it, or it can't be held.
        """
        return self._files.resume()

    def leave(self) -> None:
        """Let go of a timeline that rests, as it is."""
        self._files.storage.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def timeline(self) -> Timeline:
        """The view as it stands; a new object after every change."""
        return self._view.of(self._read.all, self._log)

    def check(self, seconds: float | None = None) -> bool:
        """See for so long, or to the end, whether articles that were left unread hold together; whether all do.

        Raises:
            StoreError: they don't: it is damaged, though it is as dateline wrote it.
        """
        return self._read.check(seconds)

    def article(self, article_id: str) -> Article | None:
        """An article with the edits on it, which needs no view of all the rest; None if it is not there, or removed."""
        kept = self._read.all.get(article_id)
        return None if kept is None else in_force_of(kept.article, self._log.on(article_id))

    def history(self) -> tuple[Edit, ...]:
        """All edits in the order they were made, undone ones included."""
        return self._log.all

    def extractions(self) -> tuple[Extraction, ...]:
        """What was read from each article, without the edits."""
        return tuple(self._read.all.values())

    @property
    def articles(self) -> Set[str]:
        """The ids of what was read, removed ones too."""
        return self._read.all.keys()

    def contents(self) -> Contents:
        """All that is kept."""
        return Contents(dict(self._read.all), self._log.all, self._inputs, dict(self._asides), dict(self._earlier))

    def _hold_all(self, contents: Contents, read: Readings) -> None:
        self._read = read
        self._inputs = contents.inputs
        self._asides, self._earlier = contents.asides, contents.earlier
        self._log = Log(contents.log, self._log.author)
        self._view.outdate()

    def _replace(self, before: Contents, after: Contents) -> None:
        from timeline.store.merging import change_between  # noqa: PLC0415 - not to look at a timeline

        change = change_between(before, after)
        outdated = sorted({key for one in change.drop.get("articles", ()) for key in self._inputs.of_article(one)})
        self._write(change.put, {**change.drop, INPUTS: outdated} if outdated else change.drop, ())
        was, now = before.extractions, after.extractions
        fresh = {key: one for key, one in now.items() if was.get(key) is not one}
        self._read.change(was.keys() - now.keys(), fresh)
        self._hold_all(after, self._read)
        self._inputs.drop(outdated)
        self._files.compact_if_long()

    def _keep(self, edits: Sequence[Edit]) -> None:
        self._write({}, {}, edits)
        self._view_edits(edits)
        self._files.compact_if_long()

    def _view_edits(self, edits: Iterable[Edit]) -> None:
        self._view.correct({edit.target for edit in edits}, self._read.all, self._log)

    def _write(
        self, put: Mapping[str, Mapping[str, Any]], drop: Mapping[str, list[str]], edits: Iterable[Edit]
    ) -> None:
        self.check()  # nothing is kept beside what may be damaged
        log = {str(edit.number): edit for edit in edits}
        self._files.write(Change(put={**put, "edits": log} if log else put, drop=drop), self._everything)
        self._log.put(edits)

    def _everything(self) -> Mapping[str, Mapping[str, Any]]:
        return self.contents().rows()

    def _loaded(self, *, accept: bool, unread: bool) -> Self:
        state, read_only = self._files.load(), self._files.lock is None
        if state.tables is None and read_only:
            raise StoreError(f"{self.path}: there is no such timeline; add an article to make one")
        tables = state.tables or {}
        try:
            with without_collecting():
                if not (unread and state.is_sealed and self._holds_unread(tables)):
                    contents = Contents.of(tables)
                    self._hold_all(contents, Readings(contents.extractions))
        except UnsoundError as error:
            raise self._damaged(error) from error
        self.notices = (*notices(self.path, state), *(() if read_only else told_before_writing(self.path, state)))
        if not (state.is_as_written or accept or read_only):
            raise StoreError(self.notices[0])
        return self

    def _holds_unread(self, tables: RawTables) -> bool:
        """Hold what is in these tables, of the articles no more than an outline; whether that can be had of them."""
        from timeline.store.outlining import kept_records  # noqa: PLC0415 - commands read all of it

        unread = UnreadArticles(tables, self._damaged)
        with suppress(UnsoundError, msgspec.MsgspecError, ValueError, LookupError, RecursionError):
            self._hold_all(Contents.around(unread, tables), Readings(unread, unread))
            self._view = View(read_later(kept_records(tables, unread), self._log))
            return True
        return False

    def _damaged(self, error: UnsoundError) -> StoreError:
        return StoreError(f"{self.path} is damaged: {error}. {ways_back(self.path)}")
