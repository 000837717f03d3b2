"""A timeline as text, one record a line, which git compares and merges well; and back.

What belongs to an article stands together, its corrections among it, and articles stand in the order of their ids: so
two people who add other articles, or correct other events, change other places. Edits have no numbers, as those would
be others after a merge. A line depends on nothing but its record.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from timeline.edits import Edit
from timeline.inert import inert_json
from timeline.logs.identity import is_time
from timeline.logs.portable import Row, numbered, portable
from timeline.soundness import UnsoundError
from timeline.store.contents import Contents
from timeline.store.damage import in_words
from timeline.store.disk import MARK
from timeline.store.snapshot import META, META_KEY, SCHEMA, RawTables

_OF_ARTICLES = ("articles", "edits", "sources", "actors", "events", "assertions")
"""Tables of which rows stand with their article, in this order: so that who corrects an event and who adds the article
behind it change lines that others part, which git asks for."""

_CONFLICT = (b"<<<<<<<", b"=======", b">>>>>>>", b"|||||||")
"""How the lines begin between which git leaves a person to choose."""


class LineError(ValueError):
    """A line that is no record, or whose record does not fit the others: which one, and what is wrong, in words."""

    def __init__(self, line: int, says: str) -> None:
        super().__init__(f"line {line}: {says}")


class _Line(msgspec.Struct, frozen=True):
    table: str
    key: str
    row: msgspec.Raw


class _Head(msgspec.Struct, frozen=True):
    schema: int


def lines_of(contents: Contents) -> Iterator[str]:
    """All of a timeline, line by line, without what a terminal obeys."""
    encode = msgspec.json.Encoder(order="sorted").encode
    rows = contents.rows()
    rows["edits"] = dict(portable(contents.log))
    articles = _articles(contents)
    placed = sorted(
        (_place(table, key, row, articles), table, key) for table, own in rows.items() for key, row in own.items()
    )
    for _, table, key in [((), META, META_KEY), *placed]:
        row = rows[table][key] if table != META else _Head(SCHEMA)
        yield inert_json(msgspec.json.encode(_Line(table, key, msgspec.Raw(encode(row))))) + "\n"


def contents_of(content: bytes) -> Contents:
    """The timeline of these lines, in whatever order they stand.

    Raises:
        LineError: one of them is damaged, or does not fit the others.
    """
    tables, places = _read(content.removeprefix(MARK))
    edits = tables.pop("edits", {})
    names: dict[str, str] = {}
    try:
        log = _log(edits, places)
        names = {str(edit.number): name for name, edit in log.items()}
        tables["edits"] = {str(edit.number): msgspec.Raw(msgspec.json.encode(edit)) for edit in log.values()}
        return Contents.of(tables)
    except UnsoundError as error:
        key = names.get(error.key, error.key) if error.table == "edits" else error.key
        raise LineError(places.get((error.table, key), 1), str(error)) from error


def _articles(contents: Contents) -> Mapping[str, str]:
    """By event, the article with which its corrections stand."""
    events = ((event.id, key) for key, one in contents.extractions.items() for event in one.events)
    return {**dict(sorted(events, reverse=True)), **{key: key for key in contents.extractions}}


def _place(table: str, key: str, row: Any, articles: Mapping[str, str]) -> tuple[Any, ...]:  # noqa: ANN401 - of any table
    """What lines are sorted by."""
    if table not in _OF_ARTICLES:
        return 2, table, 0, key
    rank = _OF_ARTICLES.index(table)
    if table != "edits":
        return 0, key.partition("/")[0], rank, key
    article = articles.get(row["target"])
    return 0 if article else 1, article or "", rank, row["target"], row["at"], key


def _read(content: bytes) -> tuple[RawTables, dict[tuple[str, str], int]]:
    """By table and key, the rows, and the numbers of the lines in which they stand."""
    tables: RawTables = {}
    places: dict[tuple[str, str], int] = {}
    decode = msgspec.json.Decoder(_Line).decode
    for number, text in enumerate(content.split(b"\n"), 1):
        if not text.strip():
            continue
        if text.startswith(_CONFLICT):
            raise LineError(number, "git left a conflict here: keep the lines that are right, without its marks")
        try:
            line = decode(text)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            field, says = in_words(error)
            raise LineError(number, f"{field}{': ' if field else ''}{says}") from error
        rows = tables.setdefault(line.table, {})
        known = rows.get(line.key)
        if known is not None and known != line.row:
            if line.table != "edits":
                before = places[line.table, line.key]
                raise LineError(number, f"line {before} has another of the same record: keep the one that is right")
            line = _Line(line.table, line.key, _later(known, line.row, number))
        rows[line.key] = line.row
        places.setdefault((line.table, line.key), number)
    _check_head(tables.pop(META, {}).get(META_KEY), places.get((META, META_KEY), 1))
    return tables, places


def _check_head(row: msgspec.Raw | None, line: int) -> None:
    if row is None:
        raise LineError(line, "this is no timeline in lines; dateline add --jsonl reads articles in lines")
    try:
        schema = msgspec.json.decode(row, type=_Head).schema
    except msgspec.MsgspecError as error:
        raise LineError(line, in_words(error)[1]) from error
    if schema > SCHEMA:
        raise LineError(line, f"it was written by a newer dateline (schema {schema}); update this one")


def _later(one: msgspec.Raw, other: msgspec.Raw, line: int) -> msgspec.Raw:
    """Of an edit in two states, as a merge of all lines leaves it, the one that was turned more often."""
    try:
        return max(one, other, key=lambda raw: (msgspec.json.decode(raw, type=_Turns).turns, bytes(raw)))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise LineError(line, in_words(error)[1]) from error


class _Turns(msgspec.Struct, frozen=True):
    turns: int = 0


def _log(rows: Mapping[str, msgspec.Raw], places: Mapping[tuple[str, str], int]) -> dict[str, Edit]:
    """By the ids that stand in the lines, the edits as a log."""
    read: dict[str, Row] = {}
    for name, raw in rows.items():
        try:
            row = msgspec.json.decode(raw, type=dict[str, Any])
            numbered({name: row})
            if not is_time(row.get("at", "")):
                raise LineError(places["edits", name], "at: it needs the time when it was made")
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            field, says = in_words(error)
            raise LineError(places["edits", name], f"{field}{': ' if field else ''}{says}") from error
        read[name] = row
    return numbered(read)
