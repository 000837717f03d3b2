"""How far back merges and later texts can be taken back: as many of the last ones as what they changed has room."""

from collections.abc import Iterable, Mapping

import msgspec

from timeline.edits import Edit, EditKind
from timeline.logs.identity import edit_id
from timeline.store.asides import Aside
from timeline.store.disk import StoreError

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


def refuse_settled(turned: Edit, asides: Mapping[str, Aside]) -> None:
    """Pass over a merge, or a later text, that can be taken back or made again, as was asked for.

    Raises:
        StoreError: what it changed is no longer kept.
    """
    aside = asides[edit_id(turned)]
    if aside.is_settled:
        what = f"the {'later text' if aside.is_of_text else 'merge'} of “{turned.target}”"
        way = "taken back, nor what was done before it" if turned.undone else "made again"
        says = f"what the last merges and later texts changed is kept up to {MOST // 1_000_000} MB"
        raise StoreError(f"{what} can't be {way}, any more: {says}")
