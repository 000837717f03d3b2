"""Edits whose targets are called otherwise now, and so are other edits: each is known by what it is about."""

import re
from collections.abc import Iterable, Mapping

from timeline.edits import EditKind
from timeline.logs.identity import edit_id
from timeline.logs.portable import Row, edit_of

_ID = re.compile(r"[0-9a-f]{16}")
_NAMING = frozenset(
    {EditKind.JOIN, EditKind.ORDER, EditKind.ATTACH, EditKind.EVENT, EditKind.ACTOR_JOIN, EditKind.SOURCE_JOIN}
)
"""Kinds whose values have ids in them, alone or within other words; those of others are a person's words."""


def renamed_ids(rows: Iterable[tuple[str, Row]], names: Mapping[str, str]) -> dict[str, str]:
    """By the id that an edit had, the one that it has when its targets have these names."""
    return {one: edit_id(edit_of(_renamed(row, names))) for one, row in rows}


def renamed(row: Row, names: Mapping[str, str], ids: Mapping[str, str]) -> Row:
    """An edit about targets with these names, that follows and replaces edits with those ids."""
    now = _renamed(row, names)
    if after := row.get("after"):
        now["after"] = ids.get(after, after)
    if replaces := row.get("replaces"):
        now["replaces"] = sorted({ids.get(one, one) for one in replaces})
    return now


def _renamed(row: Row, names: Mapping[str, str]) -> dict[str, object]:
    changed = {key: names[row[key]] for key in ("target", "part") if row.get(key) in names}
    if row["kind"] in _NAMING:
        changed |= {key: _in_words(row[key], names) for key in ("value", "before") if row.get(key)}
    return {**row, **changed}


def _in_words(text: str, names: Mapping[str, str]) -> str:
    return _ID.sub(lambda found: names.get(found[0], found[0]), text)
