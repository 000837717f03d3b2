"""The first lines of a long timeline, to be looked at while all of it is read and checked.

They are those that will stand first: of every assertion no more is read than what it is of and when it begins; then the
articles of the earliest are read and checked as ever, and with them all that corrections speak of, as these may move a
line. What is not simple is not glimpsed at: who looks just waits for all of it.
"""

import datetime as dt
import math
import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from heapq import nsmallest
from pathlib import Path
from typing import NamedTuple

import msgspec

from timeline.collection import Timeline
from timeline.correcting.order import start_of
from timeline.edits import ON_ACTORS, ON_SOURCES, Edit, EditKind
from timeline.logs.log import Log
from timeline.model import Actor, Source
from timeline.soundness import UnsoundError
from timeline.store.ahead import Ahead, read_ahead
from timeline.store.disk import StoreError
from timeline.store.files import journal_of
from timeline.store.garbage import without_collecting
from timeline.store.identity import Identity
from timeline.store.rows import Kept, decoded, edits_in, extractions_in
from timeline.store.snapshot import RawTables
from timeline.store.whereabouts import Needed, Whereabouts, find, there
from timeline.when import When

LINES = 200
"""More than a screen has."""

_MOST = 1_000
"""Articles that are read at most."""

_ODD = frozenset({EditKind.SPLIT, EditKind.ATTACH, EditKind.LOST, EditKind.MERGE})
"""Corrections of which it is not plain which articles they concern."""

_OF_PEOPLE = ON_ACTORS | ON_SOURCES | {EditKind.ROLE, EditKind.SOURCE, EditKind.EVENT}
"""Corrections for which all actors and sources are needed, those of articles that come later too."""

_PEOPLE = ("actors", "sources")

_WORD = re.compile(r'[^\s"]+')


class _When(msgspec.Struct, gc=False):
    edtf: str
    earliest: dt.date | None
    latest: dt.date | None


class _Place(msgspec.Struct, gc=False):
    event: str
    article: str
    when: _When

    @property
    def start(self) -> float:
        when = self.when
        if when.earliest is not None and when.latest is not None:
            return when.earliest.toordinal()
        return start_of(When(edtf=when.edtf, earliest=when.earliest, latest=when.latest))


class Glimpse(NamedTuple):
    """What is seen of a timeline that is not open yet."""

    timeline: Timeline | None
    """The first lines, as they will be but for what is said of them elsewhere; None where it can't be told, for
    whatever reason: opening it says which.
    """
    needed: Needed | None = None
    """What of it was needed for that; None with no lines."""
    ahead: Ahead | None = None
    """What was read for that, to open it with."""


_NOTHING = Glimpse(None)
_UNTOLD = (OSError, StoreError, UnsoundError, msgspec.MsgspecError, ValueError, LookupError, RecursionError)
"""What opening it will say better."""


def glimpse(path: Path) -> Glimpse:
    """Look at the first lines of the timeline at `path`."""
    ahead = None
    with suppress(*_UNTOLD):
        if not journal_of(path).exists() and (ahead := read_ahead(path)) is not None:
            try:
                with without_collecting():
                    return _first_lines(ahead.tables)._replace(ahead=ahead)
            finally:
                ahead.body.begin()  # nothing else is computed while somebody waits for the first lines
    return Glimpse(None, ahead=ahead)


def glimpse_there(path: Path, where: Whereabouts) -> Glimpse:
    """The same where it is known where they stand, if that still holds."""
    with suppress(*_UNTOLD):
        if not journal_of(path).exists():
            with there(path, where) as file:
                if file is not None:
                    edits = edits_in(file.tables_of(where, ["edits"]))
                    rows = {table: file.rows(spans) for table, spans in where.rows.items()}
                    return _lines_of(rows, tuple(edits.values()), lambda: file.tables_of(where, _PEOPLE), where.needed)
    return _NOTHING


def _first_lines(tables: RawTables) -> Glimpse:
    edits = tuple(edits_in(tables).values())
    decode = msgspec.json.Decoder(_Place).decode
    places = [(one.start, one) for one in map(decode, tables.get("assertions", {}).values())]
    first = nsmallest(LINES, (start for start, _ in places))
    if not first:
        return _NOTHING
    last = first[-1]
    spoken_of = frozenset(_spoken_of(edits))
    articles = {one.article for start, one in places if start <= last or one.event in spoken_of}
    articles |= spoken_of & tables.get("articles", {}).keys()
    needed = Needed(frozenset(articles), None if last == math.inf else last)
    if not _is_simple(needed, edits):
        return _NOTHING
    rows = {table: dict(_rows_of(rows, articles)) for table, rows in tables.items()}
    return _lines_of(rows, edits, lambda: tables, needed)


def where_now(
    path: Path, file: Identity, needed: Needed, edits: Collection[Edit], timeline: Timeline
) -> Whereabouts | None:
    """Where the first lines stand in the file of a timeline, of which that was needed before it was corrected.

    No article came in, or was read again, meanwhile. None where it is not plain, and where it would give other lines.
    """
    articles = needed.articles | timeline.articles_telling(frozenset(_spoken_of(edits)))
    now = Needed(articles, needed.until)
    where = find(path, file, now) if _is_simple(now, edits) else None
    first = glimpse_there(path, where).timeline if where is not None else None
    is_right = first is not None and first.entries == timeline.entries[: len(first.entries)]
    return where if is_right else None


def _is_simple(needed: Needed, edits: Collection[Edit]) -> bool:
    return len(needed.articles) <= _MOST and not any(edit.kind in _ODD for edit in edits)


def _lines_of(rows: RawTables, edits: Collection[Edit], everyone: Callable[[], RawTables], needed: Needed) -> Glimpse:
    """The lines of these rows; for some corrections the actors and sources of all articles are asked for."""
    extractions = extractions_in(rows).values()
    people = everyone() if any(edit.kind in _OF_PEOPLE for edit in edits) else {}
    timeline = Timeline.build(
        articles=[one.article for one in extractions],
        actors=[*_records(people, "actors", Actor), *(actor for one in extractions for actor in one.actors)],
        sources=[*_records(people, "sources", Source), *(source for one in extractions for source in one.sources)],
        events=[event for one in extractions for event in one.events],
        assertions=[assertion for one in extractions for assertion in one.assertions],
        edits=Log(edits).all,
    )
    return Glimpse(timeline.until(math.inf if needed.until is None else needed.until), needed)


def _spoken_of(edits: Collection[Edit]) -> Iterator[str]:
    """All that could be the id of an article or event."""
    for edit in edits:
        yield from (edit.target, edit.part, *_WORD.findall(edit.value))


def _records(tables: RawTables, table: str, kind: type[Kept]) -> Iterator[Kept]:
    return (record for _, record in decoded(tables, table, kind))


def _rows_of(rows: Mapping[str, msgspec.Raw], articles: Collection[str]) -> Iterator[tuple[str, msgspec.Raw]]:
    """The rows of these articles, of a table in the order of its keys."""
    keys = list(rows)
    for article in articles:
        for at in range(bisect_left(keys, article), len(keys)):
            if keys[at].partition("/")[0] != article:
                break
            yield keys[at], rows[keys[at]]
