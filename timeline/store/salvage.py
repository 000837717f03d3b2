"""Whatever can be read of damaged files, row by row; what then holds together of an article: `salvaged_articles.py`."""

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec.structs import replace

from timeline.edits import Edit, EditKind
from timeline.logs.identity import edit_id, in_order
from timeline.model import Actor, Assertion, Event, Source
from timeline.soundness import UnsoundError, check_edits
from timeline.store.asides import TABLE as ASIDE
from timeline.store.asides import Aside, check_aside
from timeline.store.earlier import TABLE as EARLIER
from timeline.store.earlier import Earlier
from timeline.store.known_inputs import TABLE
from timeline.store.packing import unpacked
from timeline.store.rows import ArticleRow
from timeline.store.snapshot import META, RawTables
from timeline.store.whole_rows import Lost, readable

KINDS: Mapping[str, type[msgspec.Struct]] = {
    "articles": ArticleRow,
    "assertions": Assertion,
    "events": Event,
    "actors": Actor,
    "sources": Source,
    "edits": Edit,
    ASIDE: Aside,
    EARLIER: Earlier,
}

_NEEDED = tuple(field.name for field in msgspec.structs.fields(ArticleRow) if field.required)
"""What an article is none without."""


def records_in(tables: RawTables, spare: list[RawTables], lost: list[Lost]) -> dict[str, dict[str, Any]]:
    """By table and key, the records.

    What can't be read is taken from the first of the `spare` tables that has it. So are corrections, merges, earlier
    texts and articles that are not there at all, as no program ever takes one out of the file.
    """
    records: dict[str, dict[str, Any]] = {table: {} for table in KINDS}
    unread: list[tuple[str, str]] = []
    for table, rows in tables.items():
        for key, raw in rows.items():
            if table not in (META, TABLE) and not _put(records, table, key, raw):
                unread.append((table, key))
    alike = [earlier for earlier in spare if _is_of_one_log(earlier, records["edits"])]
    for earlier in alike:
        of_logs = ("edits", ASIDE, EARLIER)
        unread += [(table, key) for table in of_logs for key in earlier.get(table, {}) if key not in records[table]]
        for article in earlier.get("articles", {}).keys() - records["articles"].keys() - records[EARLIER].keys():
            of_it = ((table, key) for table, rows in earlier.items() for key in rows if key.split("/")[0] == article)
            unread += [(table, key) for table, key in of_it if table not in of_logs]
    for table, key in dict.fromkeys(unread):
        of_use = alike if table == "edits" else spare
        raws = (earlier[table][key] for earlier in of_use if key in earlier.get(table, {}))
        if any(_put(records, table, key, raw) for raw in raws):
            lost.append(Lost(table, key, "taken from an earlier state that was kept"))
        elif table == "articles" and (found := _partly_read(tables.get(table, {}).get(key))) is not None:
            records[table][key], gone = found
            lost.append(Lost(table, key, f"it is kept without what can't be read: {', '.join(gone)}"))
        else:
            lost.append(Lost(table, key, "it can't be read"))
    return records


def _partly_read(raw: msgspec.Raw | None) -> tuple[ArticleRow, list[str]] | None:
    """An article without the fields that can't be read, such as a date that no calendar has, and their names."""
    try:
        fields = msgspec.json.decode(readable(bytes(raw or b"")), type=dict[str, msgspec.Raw])
        needed = {name: fields.pop(name) for name in _NEEDED}
        row = msgspec.json.decode(msgspec.json.encode(needed), type=ArticleRow)
    except (msgspec.MsgspecError, RecursionError, KeyError):
        return None
    gone = []
    for name, value in fields.items():
        try:
            one = msgspec.json.decode(msgspec.json.encode({**needed, name: value}), type=ArticleRow)
        except (msgspec.MsgspecError, RecursionError):
            gone.append(name)
        else:
            if name in ArticleRow.__struct_fields__:
                row = replace(row, **{name: getattr(one, name)})
    return row, gone


def _is_of_one_log(earlier: RawTables, now: Mapping[str, Edit]) -> bool:
    """Whether the numbers of the edits that are left mean what they meant in an earlier state.

    A merge, or the step back from one, gives other numbers, and takes out what it brought.
    """
    read = ((key, _read("edits", raw)[1]) for key, raw in earlier.get("edits", {}).items())
    before = {key: edit for key, edit in read if isinstance(edit, Edit)}
    if not _merges(now) <= _merges(before):
        return False
    both = now.keys() & before.keys()
    return all((now[key].at, now[key].kind) == (before[key].at, before[key].kind) for key in both)


def _merges(edits: Mapping[str, Edit]) -> set[tuple[str, bool]]:
    """The merges among edits, by their times, and whether they were taken back."""
    return {(edit.at, edit.undone) for edit in edits.values() if edit.kind is EditKind.MERGE}


def _put(records: dict[str, dict[str, Any]], table: str, key: str, raw: msgspec.Raw) -> bool:
    """Put a row among the records, if it can be read."""
    place, record = _read(table, raw)
    if record is not None:
        records[place][key] = record
    return record is not None


def _read(table: str, raw: msgspec.Raw) -> tuple[str, Any]:
    """A row's table and record: the table in which it stands, or that which it fits, as a table's name may be lost."""
    text = readable(bytes(raw))
    for place in dict.fromkeys((table, *KINDS)):
        if place in KINDS:
            try:
                return place, msgspec.json.decode(text, type=KINDS[place])
            except (msgspec.MsgspecError, RecursionError):
                continue
    return table, None


def sound_asides(records: Mapping[str, Aside], lost: list[Lost]) -> dict[str, Aside]:
    """What merges changed, as far as it can be kept in a timeline."""
    sound: dict[str, Aside] = {}
    for key, aside in records.items():
        try:
            check_aside(key, aside)
        except UnsoundError as error:
            lost.append(Lost(ASIDE, key, error.reason))
            continue
        try:
            unpacked(key, aside)
            sound[key] = aside
        except UnsoundError as error:
            lost.append(Lost(ASIDE, key, f"it can't be taken back any more: {error.reason}"))
            sound[key] = replace(aside, packed="")
    return sound


def whole_merges(edits: Mapping[str, Edit], asides: Mapping[str, Aside], lost: list[Lost]) -> dict[str, Edit]:
    """Sound edits without the merges that can't be taken back any more: what those brought stays."""
    whole: dict[str, Edit] = {}
    for (key, edit), known in zip(edits.items(), in_order(edits.values()), strict=True):
        if edit.kind is EditKind.MERGE and edit_id(known) not in asides:
            lost.append(Lost("edits", key, "what this merge brought stays, and can't be taken back"))
        else:
            whole[key] = edit
    return whole


def sound_edits(records: Mapping[str, Edit], lost: list[Lost]) -> dict[str, Edit]:
    """The edits that can be replayed; one that followed a lost one follows that which is left before it."""
    kept: dict[str, Edit] = {}
    for key, edit in sorted(records.items(), key=lambda item: item[1].number):
        before = max((int(one) for one in kept if int(one) <= edit.after), default=0)
        again = replace(edit, after=before)
        base = {str(before): replace(kept[str(before)], after=0)} if before else {}
        try:
            check_edits({**base, key: again})
        except UnsoundError as error:
            lost.append(Lost("edits", key, error.reason))
        else:
            kept[key] = again
    return kept
