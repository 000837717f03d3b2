"""One timeline, one file: a TinyDB database with a journal beside it.

In memory a timeline is the extraction of each article and the log of edits; in the file each of their records is a row.
What several articles say of one actor, source or event stays apart there, a row for each article, and is merged in the
view: so an article can be read again or removed and leaves nothing behind.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec
from msgspec.structs import replace

from timeline.collection import Timeline
from timeline.correcting.articles import in_force_of
from timeline.correcting.carrying import carrying
from timeline.edit_values import checked_part, checked_value
from timeline.edits import PROGRAM, Edit, EditKind
from timeline.logs.log import Log
from timeline.merging import dated_by_person, ordered, read_again
from timeline.model import Article, Extraction
from timeline.soundness import UnsoundError, check_apart
from timeline.store.asides import TABLE as ASIDE
from timeline.store.asides import Aside, without
from timeline.store.contents import Contents
from timeline.store.disk import StoreError, refuse_read_only, ways_back
from timeline.store.earlier import Earlier, current
from timeline.store.garbage import without_collecting
from timeline.store.identity import TakenError
from timeline.store.journal import Change
from timeline.store.known_inputs import TABLE as INPUTS
from timeline.store.known_inputs import KnownInputs
from timeline.store.locking import Lock, locked, unlock
from timeline.store.merging import Merged, change_between, merged, outcome_of, turned, with_step
from timeline.store.notices import notices
from timeline.store.rescuing import rescued
from timeline.store.rows import extractions_in, keys_of, rows_of
from timeline.store.snapshot import RawTables
from timeline.store.storage import JournaledStorage
from timeline.store.updating import is_later, updated, with_earlier
from timeline.versions.finding import Articles

__all__ = ["Added", "Store", "StoreError"]

_JOURNAL_LIMIT = 16_000_000
"""Bytes of journal after which it is brought into the snapshot."""


class Added(msgspec.Struct, frozen=True):
    """What adding an article did."""

    article: str
    events: int
    outcome: str
    """`new` (or back, after it was removed), `replaced` (the extractor or the metadata improved), `updated` (its text
    was changed), `outdated` (it is an earlier text of an article that is there) or `unchanged`."""
    says: str = ""
    """Of one that was updated: what became of it."""


class Store:
    """An open timeline file: one writer at a time, many readers."""

    path: Path

    def __init__(self, storage: JournaledStorage, lock: Lock | None) -> None:
        """For `open`."""
        self._storage = storage
        self._lock = lock
        self.path = storage.path
        self.notices: tuple[str, ...] = ()
        """What a person should know of how the files were found."""
        self.rescued = ""
        """Why what is done is kept in another file, at `path`, and in which; empty as long as it is not."""
        self._extractions: dict[str, Extraction] = {}
        self._log = Log(())
        self._inputs = KnownInputs({})
        self._asides: dict[str, Aside] = {}
        self._earlier: dict[str, Earlier] = {}
        self._searched: Articles | None = None
        self._timeline: Timeline | None = None
        self._arrived: list[Extraction] = []
        self._owners: dict[str, str] | None = None
        """By assertion, the article that it is of; None until an article is added."""
        self._journal_limit = _JOURNAL_LIMIT

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, accept: bool = False) -> Self:
        """Open or create; what was edited outside dateline is opened for writing only to `accept` it.

        Raises:
            StoreError: it is no timeline, is damaged, or, unless to be `read_only`, may not be changed or is being
                written to by another process.
        """
        storage = JournaledStorage(path)
        if read_only:
            return cls(storage, None)._loaded()
        refuse_read_only(storage.path)
        lock = locked(storage.path)
        try:
            store = cls(storage, lock)._loaded(accept=accept)
            if accept:
                storage.accept()
            storage.compact()
        except BaseException:
            with suppress(OSError):
                unlock(lock)
            raise
        return store

    @property
    def is_outdated(self) -> bool:
        """Whether somebody else has written since this was opened for reading."""
        return self._lock is None and self._storage.is_outdated

    def close(self) -> None:
        """Write one plain JSON file, remove the journal, release the lock.

        Raises:
            StoreError: one of that cannot be done; every change that was made is kept.
        """
        if self._lock is None:
            return
        try:
            self._settle()
        except BaseException:
            lock, self._lock = self._lock, None
            with suppress(OSError):
                unlock(lock)
            raise
        finally:
            self._storage.close()
        lock, self._lock = self._lock, None
        try:
            unlock(lock)
        except OSError as error:
            raise StoreError(
                f"{lock.file} cannot be removed: {error.strerror or error}. Every change is kept, and the file "
                "stops nobody; remove it yourself when you can"
            ) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def timeline(self) -> Timeline:
        """The view as it stands; a new object after every change."""
        if self._timeline is None:
            self._timeline = self._built()
        elif self._arrived:
            self._timeline = self._timeline.with_articles(self._arrived)
        self._arrived = []
        return self._timeline

    def add(self, extraction: Extraction) -> Added:
        """Keep what was read from an article; durable when it returns. Idempotent.

        An article that was removed is back when it is added again: naming it is the later wish. So is a publication
        date that a person gives with it later than in an edit. Both become edits, which can be undone. So does what
        becomes of corrected events that this reading no longer has (`timeline/correcting/carrying.py`).

        Raises:
            ValueError: it could not be opened again: two records have one id, or they do not hold together.
            StoreError: it can't be written.
        """
        article = extraction.article
        if (later := current(self._earlier, article.id, self._extractions)) not in (None, article.id):
            return Added(later, len(self._extractions[later].events), "outdated")
        kept = self._extractions.get(article.id)
        if kept is None and (old := self._articles().same(article)) is not None:
            return self._update(old, extraction)
        fresh = ordered(read_again(kept, extraction) if kept else extraction)
        edits = self._edits_by_adding(kept, fresh)
        back = any(edit.kind is EditKind.REMOVE for edit in edits)
        outcome = "new" if kept is None or back else "unchanged" if fresh == kept and not edits else "replaced"
        own = without(self._asides, fresh.article.id)
        if fresh != kept or edits or own:
            put, drop = ({}, {}) if fresh == kept else (self._rows(fresh), keys_of(kept) if kept else {})
            put = {**put, ASIDE: own} if own else put
            outdated = [] if kept in (None, fresh) else self._inputs.of_article(fresh.article.id)
            self._write(put, {**drop, INPUTS: outdated} if outdated else drop, edits)
            self._inputs.drop(outdated)
            self._asides |= own
            self._extractions[fresh.article.id] = fresh
            self._articles().put(fresh.article)
            if kept is None:
                self._arrived.append(fresh)
            elif fresh != kept:
                self._timeline = None
            self._view_edits(edits)
            self._compact_if_long()
        return Added(fresh.article.id, len(fresh.events), outcome)

    def _articles(self) -> Articles:
        """What is kept, to be searched for an earlier text of an article."""
        if self._searched is None:
            self._searched = Articles(extraction.article for extraction in self._extractions.values())
        return self._searched

    def _update(self, old: str, extraction: Extraction) -> Added:
        """Keep what was read from a changed text in the place of an article, or beside it if that one is later."""
        before = self.contents()
        kept = before.extractions[old]
        if is_later(kept.article, extraction.article):
            self._replace(before, with_earlier(before, old, extraction.article))
            return Added(old, len(kept.events), "outdated")
        update = updated(before, old, extraction)
        fresh = update.contents.extractions[extraction.article.id]
        self._rows(fresh, instead_of=old)
        self._replace(before, update.contents)
        again = self.add(fresh)  # it is back if it was removed, and has the date that a person gives
        return replace(again, outcome="updated", says=update.says)

    def article(self, article_id: str) -> Article | None:
        """An article with the edits on it, which needs no view of all the rest; None if it is not there, or removed."""
        kept = self._extractions.get(article_id)
        return None if kept is None else in_force_of(kept.article, self._log.on(article_id))

    def known(self, key: str) -> tuple[Extraction, ...] | None:
        """What an input gave, if all of it is kept and in view, so that reading it again would change nothing."""
        articles = self._inputs.articles(key)
        if articles is None or any(self.article(article) is None for article in articles):
            return None
        return tuple(self._extractions[article] for article in articles)

    def remember(self, key: str, articles: Iterable[str]) -> None:
        """Keep that an input gave these articles, all of which were added; durable when it returns."""
        row = self._inputs.row(articles)
        if self._inputs.articles(key) != row.articles:
            self._write({INPUTS: {key: row}}, {}, ())
            self._inputs.put(key, row)
            self._compact_if_long()

    def edit(self, kind: EditKind, target: str, value: str, part: str = "") -> Edit:
        """Record a correction and apply it; durable when it returns.

        Raises:
            KeyError: there is no such event, article, actor or source, or none that `value` or `part` names.
            ValueError: a bad value or part for this kind.
        """
        value, part = checked_value(kind, value), checked_part(kind, part)
        value = self.timeline.as_kept(kind, value)
        self.timeline.check_edit(kind, target, value, part)
        edit = self._next_edit(kind, target, value, part)
        self._keep(edit)
        return edit

    def undo(self) -> Edit | None:
        """Take back the last edit that holds; None when there is none."""
        last = self._log.last_holding()
        if last is None:
            return None
        last = self._log.turned(last)
        self._turn(last)
        return last

    def redo(self) -> Edit | None:
        """Make the last edit taken back hold again; None when there is none or a newer edit was made since."""
        again = self._log.next_redone()
        if again is None:
            return None
        again = self._log.turned(again)
        self._turn(again)
        return again

    def sign(self, author: str) -> None:
        """From now on, corrections are kept as this person's."""
        self._log.author = author

    def history(self) -> tuple[Edit, ...]:
        """All edits in the order they were made, undone ones included."""
        return self._log.all

    def extractions(self) -> tuple[Extraction, ...]:
        """What was read from each article, without the edits."""
        return tuple(self._extractions.values())

    def contents(self) -> Contents:
        """All that is kept."""
        return Contents(dict(self._extractions), self._log.all, self._inputs, dict(self._asides), dict(self._earlier))

    def merge(self, theirs: Contents, name: str) -> Merged:
        """Make another timeline part of this one; durable when it returns, and taken back by one undo.

        Which of two is merged into which makes no difference to what comes of it, and once more makes none at all.

        Raises:
            UnsoundError: the two do not hold together.
            StoreError: it can't be written.
        """
        mine = self.contents()
        both = merged(mine, theirs)
        check_apart(both.extractions)
        outcome = outcome_of(mine, both)
        if outcome.is_anything:
            step = Log(both.log, self._log.author).next(EditKind.MERGE, name, outcome.says, before="")
            self._replace(mine, with_step(mine, both, step))
        return outcome

    def take(self, contents: Contents) -> None:
        """Keep all of another timeline in this one, in which nothing is; durable when it returns.

        Raises:
            StoreError: there is something in it, or it can't be written.
        """
        if self._extractions or self._log.last:
            raise StoreError(f"{self.path} is a timeline already; dateline merge takes another into it")
        self._write(contents.rows(), {}, ())
        self._hold_all(contents)
        self._compact_if_long()

    def _hold_all(self, contents: Contents) -> None:
        self._extractions, self._inputs = contents.extractions, contents.inputs
        self._asides, self._earlier = contents.asides, contents.earlier
        self._log = Log(contents.log, self._log.author)
        self._timeline, self._arrived, self._owners, self._searched = None, [], None, None

    def _rows(self, fresh: Extraction, *, instead_of: str = "") -> dict[str, dict[str, Any]]:
        """Its rows, if they can be read again. Raises ValueError."""
        rows, article = rows_of(fresh), fresh.article.id
        if extractions_in(msgspec.json.decode(msgspec.json.encode(rows), type=RawTables)) != {article: fresh}:
            raise ValueError(f"article “{fresh.article.name}” would not be the same when it is opened again")
        if self._owners is None:
            self._owners = {one.id: key for key, kept in self._extractions.items() for one in kept.assertions}
        for assertion in fresh.assertions:
            if self._owners.setdefault(assertion.id, article) not in (article, instead_of):
                raise UnsoundError(
                    "assertions", f"{article}/{assertion.id}", "id", "another article has one of this id"
                )
        return rows

    def _next_edit(
        self,
        kind: EditKind,
        target: str,
        value: str,
        part: str = "",
        *,
        after: Edit | None = None,
        author: str | None = None,
    ) -> Edit:
        before = self.timeline.in_force(kind, target, part)
        return self._log.next(kind, target, value, part=part, before=before, after=after, author=author)

    def _edits_by_adding(self, kept: Extraction | None, fresh: Extraction) -> list[Edit]:
        article = fresh.article
        held = self._log.on(article.id)
        steps: list[tuple[EditKind, str, str, str | None]] = []
        if held.value(EditKind.REMOVE):
            steps.append((EditKind.REMOVE, article.id, "", None))
        given = dated_by_person(article)
        news = given if kept is None or given != kept.article.published else None
        if news and (dated := held.get(EditKind.PUBLISHED)) and dated.value != news.date.isoformat():
            steps.append((EditKind.PUBLISHED, article.id, news.date.isoformat(), None))
        if kept is not None and kept != fresh and self._log.last:
            carried_over = carrying(kept, fresh, self._log.held, self._log.to)
            steps += [(*step, PROGRAM) for step in carried_over]
        edits: list[Edit] = []
        for kind, target, value, author in steps:
            edits.append(self._next_edit(kind, target, value, after=edits[-1] if edits else None, author=author))
        return edits

    def _turn(self, edit: Edit) -> None:
        """Keep that an edit was taken back, or made again."""
        if edit.kind is not EditKind.MERGE:
            self._keep(edit)
            return
        other = turned(self.contents(), edit)
        try:
            check_apart(other.extractions)
        except UnsoundError as error:
            raise StoreError(f"the merge of {edit.target} can't be turned: {error}") from error
        self._replace(self.contents(), other)

    def _replace(self, before: Contents, after: Contents) -> None:
        change = change_between(before, after)
        outdated = sorted({key for one in change.drop.get("articles", ()) for key in self._inputs.of_article(one)})
        self._write(change.put, {**change.drop, INPUTS: outdated} if outdated else change.drop, ())
        self._hold_all(after)
        self._inputs.drop(outdated)
        self._compact_if_long()

    def _keep(self, edit: Edit) -> None:
        self._write({}, {}, [edit])
        self._view_edits([edit])
        self._compact_if_long()

    def _view_edits(self, edits: Iterable[Edit]) -> None:
        for edit in edits:
            if self._timeline is not None:
                self._timeline = self.timeline.with_edits(self._log, edit.target)

    def _write(
        self, put: Mapping[str, Mapping[str, Any]], drop: Mapping[str, list[str]], edits: Iterable[Edit]
    ) -> None:
        if self._lock is None:
            raise StoreError(f"{self.path} is open for reading only; open it again to change it")
        log = {str(edit.number): edit for edit in edits}
        change = Change(put={**put, "edits": log} if log else put, drop=drop)
        try:
            self._hold()
            self._storage.append(change)
        except TakenError as taken:
            self._rescue(taken)
            self._storage.append(change)
        self._log.put(edits)

    def _compact_if_long(self) -> None:
        """Bring a long journal into the snapshot; once memory says what the files say, as a signal may come here."""
        if self._storage.journal_size > self._journal_limit:
            with suppress(StoreError):
                self._storage.compact()
            self._journal_limit = self._storage.journal_size + _JOURNAL_LIMIT

    def _hold(self) -> None:
        """Take the lock again if its file was deleted.

        Raises:
            TakenError: somebody else has it.
        """
        if self._lock is not None and not self._lock.is_in_force:
            try:
                again = locked(self.path)
            except StoreError as refused:
                raise TakenError(f"its lock was deleted, and another dateline writes to {self.path.name}") from refused
            self._lock.release()
            self._lock = again

    def _settle(self) -> None:
        try:
            self._storage.compact()
        except TakenError as taken:
            self._rescue(taken)

    def _rescue(self, taken: TakenError) -> None:
        """Go on in another file, with all that is in the timeline, when its own files were taken by others."""
        other, lock = rescued(self.path, self.contents().rows(), self._storage.number)
        self._storage.leave()
        if self._lock is not None:
            with suppress(OSError):
                unlock(self._lock)
        self.rescued = (
            f"{taken} while {self.path} was open: all of it, and what you do now, is kept in {other.path}. "
            f"dateline merge -t {self.path} {other.path} takes it into what is there now"
        )
        self._storage, self._lock, self.path = other, lock, other.path

    def _built(self) -> Timeline:
        extractions = self._extractions.values()
        with without_collecting():
            return Timeline.build(
                articles=(extraction.article for extraction in extractions),
                actors=(actor for extraction in extractions for actor in extraction.actors),
                sources=(source for extraction in extractions for source in extraction.sources),
                events=(event for extraction in extractions for event in extraction.events),
                assertions=(assertion for extraction in extractions for assertion in extraction.assertions),
                edits=self._log.all,
            )

    def _loaded(self, *, accept: bool = False) -> Self:
        state = self._storage.load()
        if state.tables is None and self._lock is None:
            raise StoreError(f"{self.path}: there is no such timeline; add an article to make one")
        tables = state.tables or {}
        try:
            with without_collecting():
                self._hold_all(Contents.of(tables))
        except UnsoundError as error:
            raise StoreError(f"{self.path} is damaged: {error}. {ways_back(self.path)}") from error
        self.notices = tuple(notices(self.path, state))
        if not (state.is_as_written or accept or self._lock is None):
            raise StoreError(self.notices[0])
        return self
