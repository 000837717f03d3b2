"""Earlier texts of articles that were changed: what took their place, and as what their events are told now."""

import datetime as dt
from collections.abc import Container, Mapping

import msgspec
from msgspec.structs import replace

from timeline.soundness import UnsoundError
from timeline.store.damage import in_words
from timeline.store.snapshot import RawTables

TABLE = "earlier"

MOST_TEXTS = 5
MOST_CHARACTERS = 500_000
"""Of an article so many of its earlier texts are kept, the last ones, and no more characters of them together. Of older
ones only what they became."""
MOST_KNOWN = 100
"""Of so many it is known as what their events are told now, for corrections of them that another timeline may bring; of
older ones no more than that they were."""


class Earlier(msgspec.Struct, frozen=True):
    """One, by the id of its article."""

    into: str
    """Id of the article with the text that took its place."""
    ids: dict[str, str] = {}
    """By id in its reading: the event, actor or source that is the same in the next."""
    text: str = ""
    """Empty where it is no longer kept."""
    title: str = ""
    published: dt.date | None = None


def earlier_in(tables: RawTables) -> dict[str, Earlier]:
    """By article, the earlier texts that are kept in these tables.

    Raises:
        UnsoundError: a row is none.
    """
    found: dict[str, Earlier] = {}
    for key, raw in sorted(tables.get(TABLE, {}).items()):
        try:
            found[key] = msgspec.json.decode(raw, type=Earlier)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            raise UnsoundError(TABLE, key, *in_words(error)) from error
    return found


def current(earlier: Mapping[str, Earlier], article: str, known: Container[str]) -> str | None:
    """The article that a text is an earlier one of, if that is known."""
    seen = {article}
    while article not in known:
        if article not in earlier or earlier[article].into in seen:
            return None
        article = earlier[article].into
        seen.add(article)
    return article


def are_of_one(earlier: Mapping[str, Earlier], one: str, other: str) -> bool:
    """Whether two are texts of one article, of which one took the place of the other."""
    return one != other and (current(earlier, one, {other}) or current(earlier, other, {one})) is not None


def texts_of(earlier: Mapping[str, Earlier], article: str) -> list[tuple[str, Earlier]]:
    """The earlier texts of an article, the last one first."""
    before: dict[str, list[str]] = {}
    for key, one in sorted(earlier.items()):
        before.setdefault(one.into, []).append(key)
    found: list[tuple[str, Earlier]] = []
    seen, layer = {article}, [article]
    while layer:
        layer = [key for later in layer for key in before.get(later, ()) if key not in seen]
        seen.update(layer)
        found += ((key, earlier[key]) for key in sorted(layer))
    return found


def bounded(earlier: Mapping[str, Earlier], article: str) -> dict[str, Earlier]:
    """Earlier texts, of which those of an article that are too many are no longer kept."""
    kept = dict(earlier)
    characters = 0
    for number, (key, one) in enumerate(texts_of(earlier, article)):
        characters += len(one.text)
        if number >= MOST_KNOWN:
            kept[key] = Earlier(one.into, published=one.published)
        elif number >= MOST_TEXTS or characters > MOST_CHARACTERS:
            kept[key] = replace(one, text="")
    return kept
