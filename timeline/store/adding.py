"""What it takes to add what was read from an article: that it can be read again, and the corrections that it brings."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

from timeline.correcting.carrying import carrying
from timeline.edits import CHANGED, PROGRAM, Edit, EditKind
from timeline.logs.log import Log
from timeline.merging import dated_by_person
from timeline.model import Article, Extraction
from timeline.soundness import UnsoundError
from timeline.store.rows import extractions_in, rows_of
from timeline.store.snapshot import RawTables


class Added(msgspec.Struct, frozen=True):
    """What adding an article did."""

    article: str
    events: int
    outcome: str
    """`new` (or back, after it was removed), `replaced` (the extractor or the metadata improved), `updated` (its text
    was changed), `outdated` (it is an earlier text of an article that is there) or `unchanged`."""
    says: str = ""
    """Of one that was updated or replaced: what became of it."""


def says_of(edits: Iterable[Edit]) -> str:
    """What is to be said of an article because of the edits that adding it made."""
    waiting = sum((edit.kind, edit.value) == (EditKind.REVIEW, CHANGED) for edit in edits)
    if not waiting:
        return ""
    from timeline.store.doubting import told_of  # noqa: PLC0415 - not to look at a timeline

    return told_of(waiting)


def moved(kept: Article, fresh: Article) -> str:
    """What is to be said where the same words have another day of publication now; else nothing."""
    if kept.published is None or fresh.published is None or kept.published.date == fresh.published.date:
        return ""
    old, new = kept.published.date.isoformat(), fresh.published.date.isoformat()
    return f"it has the words of an article of {old}, whose day is {new} now: its dates are counted from that"


class Step(NamedTuple):
    """A correction that adding an article makes."""

    kind: EditKind
    target: str
    value: str
    author: str | None = None
    """None where it is the person's who adds it."""


def steps_of(kept: Extraction | None, fresh: Extraction, log: Log) -> Iterator[Step]:
    """The corrections that come with it: an article that was removed is back, and has the date that a person gives.

    Corrections of what it tells otherwise now go over to that.
    """
    article = fresh.article
    held = log.on(article.id)
    if held.value(EditKind.REMOVE):
        yield Step(EditKind.REMOVE, article.id, "")
    given = dated_by_person(article)
    news = given if kept is None or given != kept.article.published else None
    if news and (dated := held.get(EditKind.PUBLISHED)) and dated.value != news.date.isoformat():
        yield Step(EditKind.PUBLISHED, article.id, news.date.isoformat())
    if kept is not None and kept != fresh and log.last:
        for kind, target, value in carrying(kept, fresh, log.held, log.to):
            yield Step(kind, target, value, PROGRAM)


class AssertionIds:
    """Those of all articles, of which no two have one of the same."""

    def __init__(self, hashes: Iterable[int]) -> None:
        """By their hashes, which are small; those of assertions that are gone may be among them."""
        self._hashes = set(hashes)

    def check(self, fresh: Extraction, kept: Mapping[str, Extraction], *, instead_of: str = "") -> None:
        """Pass over an article that can be added to those that are kept, in the place of another one.

        Raises:
            UnsoundError: one of the others has an assertion of the same id.
        """
        replaced = {key: kept[key] for key in (fresh.article.id, instead_of) if key in kept}
        own = {one.id for extraction in replaced.values() for one in extraction.assertions}
        doubtful = {one.id for one in fresh.assertions if hash(one.id) in self._hashes} - own
        others = (kept[key] for key in kept if key not in replaced) if doubtful else ()
        for known in (one.id for other in others for one in other.assertions):
            if known in doubtful:
                says = "another article has one of this id"
                raise UnsoundError("assertions", f"{fresh.article.id}/{known}", "id", says)
        self._hashes.update(hash(one.id) for one in fresh.assertions)


def rows_that_last(fresh: Extraction) -> dict[str, dict[str, Any]]:
    """The rows of what was read from an article. Raises ValueError if they would not give the same again."""
    rows = rows_of(fresh)
    if extractions_in(msgspec.json.decode(msgspec.json.encode(rows), type=RawTables)) != {fresh.article.id: fresh}:
        raise ValueError(f"article “{fresh.article.name}” would not be the same when it is opened again")
    return rows
