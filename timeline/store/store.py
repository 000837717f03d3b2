"""One timeline, one file: a TinyDB database with a journal beside it, and all that is done to it."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from timeline.edits import Edit, EditKind
from timeline.logs.identity import edit_id
from timeline.logs.log import Log
from timeline.merging import dated_by_person, ordered, read_again
from timeline.model import Article, Extraction
from timeline.soundness import check_apart
from timeline.store.adding import Added, moved, says_of
from timeline.store.asides import TABLE as ASIDE
from timeline.store.contents import Contents
from timeline.store.disk import StoreError
from timeline.store.drafting import Draft
from timeline.store.known_inputs import TABLE as INPUTS
from timeline.store.open_timeline import OpenTimeline
from timeline.store.packing import without
from timeline.store.readings import Readings
from timeline.store.rows import keys_of
from timeline.store.same_words import beside, outdated_by, placed
from timeline.versions.resemblance import composed

if TYPE_CHECKING:
    from timeline.store.merging import Merged

__all__ = ["Added", "Store", "StoreError"]


class Store(OpenTimeline):
    """An open timeline file: one writer at a time, many readers."""

    def add(self, extraction: Extraction) -> Added:
        """Keep what was read from an article; durable when it returns. Idempotent.

        An article that was removed is back when it is added again: naming it is the later wish. So is a publication
        date that a person gives with it later than in an edit. Both become edits, which can be undone. So does what
        becomes of corrected events that this reading no longer has (`timeline/correcting/carrying.py`).

        Raises:
            ValueError: it could not be opened again: two records have one id, or they do not hold together.
            StoreError: it can't be written.
        """
        later = outdated_by(extraction.article, self._earlier, self._read)
        if later is not None and self.article(later) is not None:
            return Added(later, len(self._read.all[later].events), "outdated")
        # Where the later one was removed, this text is the later wish, and has the id that it had.
        extraction = placed(extraction, self._read, {} if later else self._earlier, self.article)
        article = extraction.article
        kept = self._read.all.get(article.id)
        if kept is None and (old := later or self._read.same(article)) is not None:
            return self._update(old, extraction)
        fresh = ordered(read_again(kept, extraction) if kept else extraction)
        draft = self._draft()
        draft.add(kept, fresh)
        edits = draft.edits
        back = any(edit.kind is EditKind.REMOVE for edit in edits)
        outcome = "new" if kept is None or back else "unchanged" if fresh == kept and not edits else "replaced"
        own = without(self._asides, fresh.article.id, self._earlier)
        if fresh != kept or edits or own:
            put, drop = ({}, {}) if fresh == kept else (self._read.rows(fresh), keys_of(kept) if kept else {})
            put = {**put, ASIDE: own} if own else put
            outdated = [] if kept in (None, fresh) else self._inputs.of_article(fresh.article.id)
            self._write(put, {**drop, INPUTS: outdated} if outdated else drop, edits)
            self._inputs.drop(outdated)
            self._asides |= own
            self._read.put(fresh)
            if kept is None:
                self._view.arrive(fresh)
            elif fresh != kept:
                self._view.outdate()
            self._view_edits(edits)
            self._files.compact_if_long()
        says = (
            beside(article, self._read, self.article)
            if kept is None
            else ""
            if back
            else moved(kept.article, fresh.article)
        )
        return Added(fresh.article.id, len(fresh.events), outcome, says_of(edits) or says)

    def _update(self, old: str, extraction: Extraction) -> Added:
        """Keep what was read from a changed text in the place of an article, or beside it if that one is later."""
        from timeline.store.merging import with_step  # noqa: PLC0415 - not to look at a timeline
        from timeline.store.updating import is_later, updated, with_earlier  # noqa: PLC0415 - few texts are edited

        before = self.contents()
        kept = before.extractions[old]
        if composed(kept.article.text) == composed(extraction.article.text):
            return self._again(kept, extraction.article)
        if is_later(kept.article, extraction.article) and self.article(old) is not None:
            self._replace(before, with_earlier(before, old, extraction.article))
            return Added(old, len(kept.events), "outdated")
        update = updated(before, old, extraction)
        fresh = update.contents.extractions[extraction.article.id]
        self._read.rows(fresh, instead_of=old)
        log = Log(update.contents.log, self._log.author)
        step = log.next(EditKind.MERGE, kept.article.origin or kept.article.name, update.says, before=old)
        self._replace(before, with_step(before, update.contents, step))
        again = self.add(fresh)  # it is back if it was removed, and has the date that a person gives
        return replace(again, outcome="updated", says=update.says)

    def _again(self, kept: Extraction, again: Article) -> Added:
        """The same words, their letters put together otherwise, are there: the article is, as a person gives it now."""
        outcome = "unchanged"
        if self.article(kept.article.id) is None:
            self.edit(EditKind.REMOVE, kept.article.id, "")
            outcome = "new"
        now, given = self.article(kept.article.id), dated_by_person(again)
        if now and given and (now.published is None or now.published.date != given.date):
            self.edit(EditKind.PUBLISHED, kept.article.id, given.date.isoformat())
            outcome = "new" if outcome == "new" else "replaced"
        return Added(kept.article.id, len(kept.events), outcome)

    def known(self, key: str) -> tuple[Extraction, ...] | None:
        """What an input gave, if all of it is kept and in view, so that reading it again would change nothing."""
        articles = self._inputs.articles(key)
        if articles is None or any(self.article(article) is None for article in articles):
            return None
        return tuple(self._read.all[article] for article in articles)

    def remember(self, key: str, articles: Iterable[str]) -> None:
        """Keep that an input gave these articles, all of which were added; durable when it returns."""
        row = self._inputs.row(articles)
        if self._inputs.articles(key) != row.articles:
            self._write({INPUTS: {key: row}}, {}, ())
            self._inputs.put(key, row)
            self._files.compact_if_long()

    def edit(self, kind: EditKind, target: str, value: str, part: str = "") -> Edit:
        """Record a correction and apply it; durable when it returns.

        Raises:
            KeyError: there is no such event, article, actor or source, or none that `value` or `part` names.
            ValueError: a bad value or part for this kind.
        """
        return self.edit_together([(kind, target, value, part)])[0]

    def edit_together(self, wanted: Iterable[tuple[EditKind, str, str, str]]) -> tuple[Edit, ...]:
        """Record several corrections (kind, target, value, part), all or none, which one undo takes back.

        They say nothing of each other: each is looked at as if the others were not made, and of two that set the same
        the later one is made. Behind them stand those by which lines that change with their article's date wait for
        review.

        Raises:
            KeyError, ValueError: as `edit`; nothing is changed then.
        """
        draft = self._draft()
        draft.correct(wanted)
        for article in [edit.target for edit in draft.edits if edit.kind is EditKind.PUBLISHED]:
            draft.doubt(self._read.all[article], self._read.all[article])
        draft.join()
        if draft.edits:
            self._keep(draft.edits)
        return tuple(draft.edits)

    def undo(self) -> tuple[Edit, ...]:
        """Take back the last edit that holds, and those that were made together with it; none when there is none."""
        return self._turn(self._log.last_step()[::-1])[::-1]

    def redo(self) -> tuple[Edit, ...]:
        """Make what was taken back last hold again; nothing when there is none or a newer edit was made since."""
        return self._turn(self._log.step_redone())

    def sign(self, author: str) -> None:
        """From now on, corrections are kept as this person's."""
        self._log.author = author

    def stays(self, merge: Edit) -> tuple[str, ...]:
        """The articles that are there whatever becomes of a merge that brought them: they were added since."""
        aside = self._asides.get(edit_id(merge))
        return tuple(one for one in aside.by_themselves if one in self._read.all) if aside else ()

    def merge(self, theirs: Contents, name: str) -> "Merged":
        """Make another timeline part of this one; durable when it returns, and taken back by one undo.

        Which of two is merged into which makes no difference to what comes of it, and once more makes none at all.

        Raises:
            UnsoundError: the two do not hold together.
            StoreError: it can't be written.
        """
        from timeline.store.merging import merged, outcome_of, with_step  # noqa: PLC0415 - not to look at a timeline

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
        if self._read.all or self._log.last:
            raise StoreError(f"{self.path} is a timeline already; dateline merge takes another into it")
        self._write(contents.rows(), {}, ())
        self._hold_all(contents, Readings(contents.extractions))
        self._files.compact_if_long()

    def _draft(self) -> Draft:
        return Draft(self._log, lambda: self.timeline)

    def _turn(self, edits: Sequence[Edit]) -> tuple[Edit, ...]:
        """Keep that edits were taken back, or made again."""
        turned = tuple(map(self._log.turned, edits))
        for edit in turned:
            if edit.kind is EditKind.MERGE:
                from timeline.store.turning import turned as with_turned  # noqa: PLC0415 - few timelines were merged

                before = self.contents()
                self._replace(before, with_turned(before, edit, self._read.same))
                return (edit,)
        if turned:
            self._keep(turned)
        return turned
