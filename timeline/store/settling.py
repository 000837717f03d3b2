"""How far back merges and later texts can be taken back: as many of the last ones as what they changed has room."""

from collections.abc import Iterable, Mapping

import msgspec

from timeline.edits import Edit, EditKind
from timeline.logs.identity import edit_id
from timeline.store.asides import Aside

MOST = 16_000_000
"""Bytes of what merges and later texts changed that are kept, as JSON. That of the last one is, however large."""


def bounded(log: Iterable[Edit], asides: Mapping[str, Aside]) -> dict[str, Aside]:
    """What merges and later texts changed; of the earlier ones, if it is too much, no more than that it is not kept.

    Each stands on those before it. So once one can't be taken back, none before it can.
    """
    kept = dict(asides)
    steps = [edit_id(edit) for edit in log if edit.kind is EditKind.MERGE]
    total = 0
    for name in reversed(steps):
        aside = kept[name]
        total += len(msgspec.json.encode(aside))
        if name != steps[-1] and total > MOST:
            kept[name] = Aside({}, {}, is_of_text=aside.is_of_text, is_settled=True)
    return kept
