"""What merges and later texts changed, kept without end: that of the last ones as it is, that of earlier ones small.

A later text of an article with twenty events changes 32 kB of JSON; packed it takes a quarter of that, as text in its
row, and is neither decoded nor checked until it is taken back. A version of dateline that knows nothing of that takes
it for a step that can't be taken back any more, which it was there.
"""

import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping

import msgspec
from msgspec.structs import replace

from timeline.edits import Edit, EditKind
from timeline.logs.identity import edit_id
from timeline.soundness import UnsoundError
from timeline.store.asides import TABLE, Aside, check_aside
from timeline.store.earlier import Earlier, are_of_one

MOST = 16_000_000
"""So many bytes of JSON that the last ones changed stay as they are; that of the very last one does, however large."""
_MOST_OF_ONE = 1 << 30
"""Bytes of what one of them changed: more is none that dateline packed."""


def packed(log: Iterable[Edit], asides: Mapping[str, Aside]) -> dict[str, Aside]:
    """What merges and later texts changed; that of the earlier ones packed, if it is too much."""
    kept = dict(asides)
    steps = [edit_id(edit) for edit in log if edit.kind is EditKind.MERGE]
    total = 0
    for name in reversed(steps):
        aside = kept[name]
        if aside.packed or aside.is_settled:
            continue
        content = msgspec.json.encode(aside)
        total += len(content)
        if name != steps[-1] and total > MOST:
            text = b64encode(zlib.compress(content)).decode()
            kept[name] = replace(aside, articles=dict.fromkeys(aside.articles), edits={}, is_settled=True, packed=text)
    return kept


def unpacked(name: str, aside: Aside) -> Aside:
    """What a merge changed, of that name, as it was before it was packed, if it was.

    Raises:
        UnsoundError: what is packed can't be read, or is nothing that a merge could have changed.
    """
    if not aside.packed:
        return aside
    try:
        content = zlib.decompressobj().decompress(b64decode(aside.packed, validate=True), _MOST_OF_ONE)
        found = msgspec.json.decode(content, type=Aside)
    except (ValueError, zlib.error, msgspec.MsgspecError, RecursionError) as error:
        raise UnsoundError(TABLE, name, "packed", f"it can't be unpacked: {error}") from error
    check_aside(name, found)
    return found


def without(asides: Mapping[str, Aside], article: str, earlier: Mapping[str, Earlier]) -> dict[str, Aside]:
    """Those that change when somebody adds an article by itself, so that it stays when the merge is taken back.

    Where it stands in the place of another text of it nothing changes: as of two texts one is there, it goes and comes
    with the step that changed it.
    """
    found = {
        name: unpacked(name, aside)
        for name, aside in asides.items()
        if article in aside.articles
        and not aside.is_of_text
        and not any(are_of_one(earlier, article, key) for key in aside.articles)
    }
    return {
        name: replace(
            aside,
            articles={key: one for key, one in aside.articles.items() if key != article},
            by_themselves=(*aside.by_themselves, article),
        )
        for name, aside in found.items()
    }
