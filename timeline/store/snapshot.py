"""A snapshot as bytes, one row a line so that two versions of a file can be compared; and back."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from timeline.store.damage import in_words

RawTables = dict[str, dict[str, msgspec.Raw]]
"""By table and key, rows as JSON that is not decoded yet."""


class DamageError(ValueError):
    """Bytes that are no tables; the message says where and why, in words."""


def lines(tables: Mapping[str, Mapping[str, Any]]) -> Iterable[bytes]:
    """The bytes of a snapshot, tables and rows in order."""
    encode = msgspec.json.Encoder(order="sorted").encode
    opening = b"{"
    for table in sorted(tables):
        yield opening + b"\n " + encode(table) + b": {"
        separator = b""
        for key, row in sorted(tables[table].items()):
            yield separator + b"\n  " + encode(key) + b": " + encode(row)
            separator = b","
        yield b"\n }"
        opening = b","
    yield b"\n}\n"


def tables_in(content: bytes) -> RawTables:
    """The tables of a snapshot, laid out by us or by somebody else.

    Raises:
        DamageError: they are no tables, or one of two rows of a key would be passed over.
    """
    try:
        tables = msgspec.json.decode(content, type=RawTables)
        if content.count(b"\n") != _lines_of(tables):
            # As nobody knows how it is laid out, only a reader that sees every key can tell whether one stands twice.
            json.loads(content, object_pairs_hook=_refuse_twice, parse_int=len, parse_float=len)
    except msgspec.ValidationError as error:
        raise DamageError(_which_table(content) or in_words(error)[1]) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise DamageError(in_words(error)[1]) from error
    return tables


def _lines_of(tables: RawTables) -> int:
    """How many lines `lines` makes of them; with a row that stands twice there is one more."""
    return 2 + sum(2 + len(rows) for rows in tables.values())


def _refuse_twice(pairs: list[tuple[str, object]]) -> None:
    keys = [key for key, _ in pairs]
    if len(set(keys)) != len(keys):
        twice = next(key for key in keys if keys.count(key) > 1)
        raise DamageError(f"the key “{twice}” stands twice in one record or table: keep the one that is right")


def _which_table(content: bytes) -> str:
    """The table that is none, and what it is; empty where all of it is something else."""
    try:
        for table, rows in msgspec.json.decode(content, type=dict[str, msgspec.Raw]).items():
            try:
                msgspec.json.decode(rows, type=dict[str, msgspec.Raw])
            except msgspec.ValidationError as error:
                return f"{table}: {in_words(error)[1]}"
    except msgspec.ValidationError:
        pass
    return ""
