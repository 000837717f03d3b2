"""Two timelines as one, the same whoever merges.

Each article is there once. Where both have read it, the reading of the later extractor counts; what only one knows of
it, its publisher or its date, is kept. The logs become one (`timeline.logs.merging`).
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

import msgspec
from msgspec.structs import replace

from timeline.counts import counted
from timeline.edits import CHANGED, PROGRAM, Edit, EditKind
from timeline.logs.identity import edit_id
from timeline.logs.merging import merged_rows
from timeline.logs.portable import numbered, portable
from timeline.merging import lateness, ordered, same_article
from timeline.model import Extraction
from timeline.store.apart import apart
from timeline.store.asides import Aside
from timeline.store.changed_texts import of_one_text
from timeline.store.contents import Contents
from timeline.store.doubting_of_two import with_doubts_of_two
from timeline.store.given_dates import with_given_dates
from timeline.store.journal import Change
from timeline.store.packing import packed
from timeline.store.rereading import with_carried
from timeline.store.rows import keys_of, rows_of
from timeline.versions.carrying import event_ids


class Merged(msgspec.Struct, frozen=True):
    """What a merge brought."""

    articles: int
    """That were not there before."""
    otherwise: int
    """That were, and are read otherwise, or better known, now."""
    corrections: int
    """That were not there before."""
    turned: int
    """Corrections that were there, and were taken back or made again by the other."""
    waiting: int = 0
    """Lines that wait for review again, as they are told otherwise than when they were accepted or corrected."""

    @property
    def is_anything(self) -> bool:
        """Whether it brought anything."""
        return any(msgspec.structs.astuple(self))

    @property
    def says(self) -> str:
        """In words."""
        parts = (
            (self.articles, counted(self.articles, "new article")),
            (self.otherwise, f"{counted(self.otherwise, 'article')} read otherwise"),
            (self.corrections, counted(self.corrections, "correction")),
            (self.turned, f"{counted(self.turned, 'correction')} taken back or made again"),
            (self.waiting, f"{counted(self.waiting, 'line')} for review again"),
        )
        return ", ".join(says for number, says in parts if number) or "nothing new"


def outcome_of(before: Contents, after: Contents) -> Merged:
    """What came of a merge."""
    aside = aside_of(before, after)
    # An article in whose place another text stands is gone, and so is what is about something called otherwise now.
    kept = portable(after.log)
    gone, lapsed = (
        sum(key not in now for key in was) for was, now in ((aside.articles, after.extractions), (aside.edits, kept))
    )
    new, added = (sum(one is None for one in was.values()) for was in (aside.articles, aside.edits))
    doubts = [kept[name] for name, was in aside.edits.items() if was is None and kept[name]["value"] == CHANGED]
    waiting = sum(row["kind"] == EditKind.REVIEW and row.get("author") == PROGRAM for row in doubts)
    turned = len(aside.edits) - added - lapsed
    return Merged(new - gone, len(aside.articles) - new, added - lapsed - waiting, turned, waiting)


def merged(mine: Contents, theirs: Contents) -> Contents:
    """All that is in one of them or both; of what is kept for one timeline alone, mine."""
    mine, theirs = apart(mine, theirs)
    readings = [one.extractions for one in (mine, theirs)]
    one_text = of_one_text(mine, theirs)
    as_read, (mine, theirs, current, _) = (mine, theirs), one_text
    rows = merged_rows(portable(mine.log), portable(theirs.log))
    extractions = dict(mine.extractions)
    for key, other in theirs.extractions.items():
        own = extractions.get(key)
        if own is None:
            extractions[key] = other
        elif own != other:
            extractions[key] = ordered(same_article(own, other))
    both = replace(mine, extractions=extractions, log=tuple(numbered(rows).values()))
    corrected = {edit.target for edit in both.log}
    others = (one for reading in readings for one in reading.values() if _is_otherwise(one, extractions, corrected))
    for kept in sorted(others, key=lateness):
        key = kept.article.id
        both = with_carried(both, kept, extractions[current.get(key, key)], lost=key not in current)
    return with_doubts_of_two(with_given_dates(both, readings), *as_read, one_text)


def _is_otherwise(kept: Extraction, extractions: Mapping[str, Extraction], corrected: AbstractSet[str]) -> bool:
    """Whether corrections are on events of a reading that is not the one that counts."""
    return extractions.get(kept.article.id) != kept and not corrected.isdisjoint(event_ids(kept))


def aside_of(before: Contents, after: Contents) -> Aside:
    """What a merge changed, as it was before."""
    articles = {
        key: before.extractions.get(key)
        for key in before.extractions.keys() | after.extractions.keys()
        if before.extractions.get(key) != after.extractions.get(key)
    }
    was, now = portable(before.log), portable(after.log)
    edits = {name: was.get(name) for name in {**now, **was} if was.get(name) != now.get(name)}
    return Aside(articles, edits)


def with_step(mine: Contents, both: Contents, step: Edit) -> Contents:
    """The outcome of a merge, or of a changed text, with the step that it is, by which it can be taken back."""
    aside = replace(aside_of(mine, both), is_of_text=bool(step.before))
    log = (*both.log, step)
    return replace(both, log=log, asides=packed(log, {**both.asides, edit_id(step): aside}))


def change_between(before: Contents, after: Contents) -> Change:
    """The step from one to the other."""
    put: dict[str, dict[str, object]] = {}
    drop: dict[str, list[str]] = {}
    for key in before.extractions.keys() | after.extractions.keys():
        old, new = before.extractions.get(key), after.extractions.get(key)
        if old is not new and old != new:
            for table, keys in (keys_of(old) if old else {}).items():
                drop.setdefault(table, []).extend(keys)
            for table, rows in (rows_of(new) if new else {}).items():
                put.setdefault(table, {}).update(rows)
    for table, now in after.others().items():
        was = before.others()[table]
        if gone := [key for key in was if key not in now]:
            drop[table] = gone
        if changed := {key: row for key, row in now.items() if was.get(key) != row}:
            put[table] = changed
    return Change(put=put, drop={table: sorted(keys) for table, keys in drop.items()})
