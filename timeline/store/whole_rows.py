"""The rows of a damaged snapshot: each that is whole, before and behind what is not, and an account of the rest."""

import json
import re
from collections.abc import Iterator

import msgspec

from timeline.store.asides import TABLE as ASIDE
from timeline.store.snapshot import DamageError, RawTables, tables_in

_TABLE = re.compile(rb'\s*[{,]?\s*"(\w+)": ?\{\s*')
_ROW = re.compile(rb'\s*("(?:[^"\\]|\\.)*") ?: ?(\{.*\}),?\s*')
_BETWEEN = re.compile(rb"[\s{},]*")
_BEGINS = re.compile(r'"([0-9a-f]{16}(?:/(?:[^"\\]|\\.)+)?|\d+)" ?: ?(?=\{)')
"""The key of a row, by its form; within a row there is none of that form, but in what merges changed."""

_DECODER = json.JSONDecoder()
_KEY = 80
"""Characters of a row whose key can't be read that are told."""


class Lost(msgspec.Struct, frozen=True):
    """A row that could not be saved, or not as it was."""

    table: str
    key: str
    says: str


def rows_in(content: bytes, lost: list[Lost] | None = None) -> RawTables:
    """The rows of a snapshot, whatever else is wrong with it; to `lost` is added what is none."""
    told = [] if lost is None else lost
    try:
        return tables_in(content)
    except DamageError:
        tables: RawTables = {}
        table = key = ""
        for line in content.split(b"\n"):
            if opened := _TABLE.fullmatch(line):
                table = opened[1].decode()
            elif (row := _row(line)) and (_is_whole(row[1]) or table == ASIDE):
                key = row[0]
                tables.setdefault(table, {})[key] = msgspec.Raw(row[1])
            elif not _BETWEEN.fullmatch(line):
                found = dict(_within(line))
                if row and not found:  # it may be read in part
                    found = dict([row])
                else:
                    told.append(Lost(table, _key_of(line), "it is not whole, and can't be read"))
                tables.setdefault(table, {}).update((name, msgspec.Raw(raw)) for name, raw in found.items())
                key = next(reversed(found), key)
        if table and content.rstrip().rpartition(b"\n")[2] != b"}":
            behind = f", behind its row {key}" if key else ""
            told.append(Lost(table, "", f"the file breaks off here{behind}: what stood there is gone"))
        return tables


def readable(content: bytes) -> bytes:
    """With a mark in the place of each character that is none any more."""
    return content.decode(errors="replace").encode()


def _row(line: bytes) -> tuple[str, bytes] | None:
    """The key and the record of a line that has the form of a row."""
    if (row := _ROW.fullmatch(line)) is None:
        return None
    try:
        return msgspec.json.decode(readable(row[1]), type=str), row[2]
    except msgspec.DecodeError:
        return None


def _is_whole(raw: bytes) -> bool:
    try:
        msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
    return True


def _within(line: bytes) -> Iterator[tuple[str, bytes]]:
    """The whole rows in a line that is none: the end of one may be lost, and with it the break before the next."""
    text = line.decode(errors="replace")
    at = 0
    while begins := _BEGINS.search(text, at):
        at = begins.end()
        try:
            _, end = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            continue
        yield begins[1], text[at:end].encode()
        at = end


def _key_of(line: bytes) -> str:
    """What can be told of a row that can't be read."""
    text = line.decode(errors="replace").strip()
    begins = _BEGINS.match(text)
    return begins[1] if begins else text[:_KEY]
