"""Making a damaged timeline one that can be opened: all of it that can be read, and an account of the rest."""

from pathlib import Path
from typing import Any

import msgspec

from timeline.model import Extraction
from timeline.soundness import UnsoundError, check_apart
from timeline.store.asides import TABLE as ASIDE
from timeline.store.backups import set_aside
from timeline.store.disk import StoreError, read_file
from timeline.store.earlier import TABLE as EARLIER
from timeline.store.files import journal_of
from timeline.store.journal import Header
from timeline.store.kept import kept_states
from timeline.store.locking import alone
from timeline.store.mending import changes_in
from timeline.store.rows import extractions_in, rows_of
from timeline.store.salvage import records_in, sound_asides, sound_edits, whole_merges
from timeline.store.salvaged_articles import sound_extractions
from timeline.store.snapshot import META, META_KEY, SCHEMA, About, RawTables
from timeline.store.storage import JournaledStorage
from timeline.store.whole_rows import Lost, rows_in


class Repaired(msgspec.Struct, frozen=True):
    """What came of it."""

    articles: int
    events: int
    edits: int
    lost: tuple[Lost, ...]
    aside: tuple[Path, ...]
    """Where the damaged files are now."""


def repair(path: Path) -> Repaired:
    """Put in the place of a damaged timeline what can be read of it, while nobody else has it open.

    Raises:
        StoreError: there is nothing that can be read, somebody has it open, or the disk fails.
    """
    with alone(path):
        return _repair(path)


def _repair(path: Path) -> Repaired:
    content, journal = read_file(path), read_file(journal_of(path))
    header, changes, unreadable = changes_in(journal or b"")
    broken: list[Lost] = []
    found = rows_in(content or b"", broken)
    for what, schema in ((path, _about(found).schema), (journal_of(path), header and header.schema)):
        if schema and schema > SCHEMA:
            raise StoreError(f"{what} was written by a newer dateline, and is left as it is; update dateline")
    lost = [Lost("journal", "", f"{unreadable} of its lines can't be read")] if unreadable else []
    spare = [rows_in(read_file(state) or b"") for state in kept_states(path)]
    tables = _base(found, spare, header)
    lost += broken if tables is found else []
    if header is not None and header.continues < _about(tables).revision:
        lost.append(Lost("journal", "", "it belongs to an earlier state, and its changes were not made"))
        changes = []
    for change in changes:
        change.make(tables)
    records = records_in(tables, spare, lost)
    extractions = {one.article.id: one for one in sound_extractions(records, spare, lost)}
    if broken:
        bare = (one for one in extractions.values() if one.extractor and not one.events)
        lost += (Lost("articles", one.article.id, "none of its events is left") for one in bare)
    asides = sound_asides(records[ASIDE], lost)
    edits = sound_edits(whole_merges(sound_edits(records["edits"], lost), asides, lost), lost)
    if not extractions and not edits:
        raise StoreError(f"{path}: nothing of a timeline can be read of it. It was left as it is")
    rows = _rows(extractions)
    rows["edits"] = edits
    rows[ASIDE], rows[EARLIER] = asides, records[EARLIER]
    number = max((_about(one).revision for one in (tables, *spare)), default=0) + len(changes) + 1
    aside = tuple(set_aside(path))
    JournaledStorage(path).put_in_place(rows, number)
    events = sum(len(one.events) for one in extractions.values())
    return Repaired(len(extractions), events, len(edits), tuple(lost), aside)


def _base(tables: RawTables, spare: list[RawTables], header: Header | None) -> RawTables:
    """What the journal continues: what is in place, or, if that is older or gone, a state that was kept."""
    if header is None or _about(tables).revision >= header.continues:
        return tables
    for state in spare:
        if (_about(state).revision, _about(state).checksum) == (header.continues, header.follows):
            return {table: dict(rows) for table, rows in state.items()}
    return tables


def _about(tables: RawTables) -> About:
    try:
        return msgspec.json.decode(tables[META][META_KEY], type=About)
    except (KeyError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return About(0, 0)


def _rows(extractions: dict[str, Extraction]) -> dict[str, dict[str, Any]]:
    """Their rows, which can be opened again."""
    rows: dict[str, dict[str, Any]] = {}
    for extraction in extractions.values():
        for table, own in rows_of(extraction).items():
            rows.setdefault(table, {}).update(own)
    try:
        check_apart(extractions_in(msgspec.json.decode(msgspec.json.encode(rows), type=RawTables)))
    except UnsoundError as error:
        raise StoreError(f"what can be read does not hold together: {error}. All was left as it is") from error
    return rows
