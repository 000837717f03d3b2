"""What a merge changed, kept beside it so that it can be taken back, and made again, in one step."""

from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from timeline.logs.portable import Row
from timeline.model import Extraction
from timeline.soundness import UnsoundError, check
from timeline.store.damage import in_words
from timeline.store.snapshot import RawTables

TABLE = "aside"


class Aside(msgspec.Struct, frozen=True):
    """The other state of what a merge changed: as it was before while the merge holds, else as it was with it."""

    articles: dict[str, Extraction | None]
    """By id; None for one that is not there in that state."""
    edits: dict[str, Row | None]
    """By id, as `timeline.logs.portable` has them."""


def asides_in(tables: RawTables) -> dict[str, Aside]:
    """By the id of their merge, those that are kept in these tables.

    Raises:
        UnsoundError: a row is none, or an article in it does not hold together.
    """
    asides: dict[str, Aside] = {}
    for key, raw in sorted(tables.get(TABLE, {}).items()):
        try:
            asides[key] = msgspec.json.decode(raw, type=Aside)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            raise UnsoundError(TABLE, key, *in_words(error)) from error
        for extraction in asides[key].articles.values():
            if extraction is not None:
                check(extraction)
    return asides


def without(asides: Mapping[str, Aside], article: str) -> dict[str, Aside]:
    """Those that change when somebody adds an article by itself, so that it stays when the merge is taken back."""
    return {
        name: replace(aside, articles={key: one for key, one in aside.articles.items() if key != article})
        for name, aside in asides.items()
        if article in aside.articles
    }


def exchanged(
    articles: Mapping[str, Extraction], edits: Mapping[str, Row], aside: Aside
) -> tuple[dict[str, Extraction], dict[str, Row], Aside]:
    """What is in force after a merge was taken back, or made again, and what is aside then."""
    other = Aside({key: articles.get(key) for key in aside.articles}, {key: edits.get(key) for key in aside.edits})
    now = {key: one for key, one in {**articles, **aside.articles}.items() if one is not None}
    log = {key: row for key, row in {**edits, **aside.edits}.items() if row is not None}
    return now, log, other
