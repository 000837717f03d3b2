"""Which inputs were read already, and what each gave, so that none is read twice for the same.

An input is known by a key that its reader makes of its bytes, of how it was to be read, and of what reads it.
"""

from collections.abc import Iterable, Mapping

import msgspec

from timeline.soundness import UnsoundError
from timeline.store.damage import in_words
from timeline.store.snapshot import RawTables

TABLE = "inputs"


class _Row(msgspec.Struct, frozen=True):
    articles: tuple[str, ...]


class KnownInputs:
    """By key, the ids of the articles that an input gave, as long as each is kept as it gave it."""

    def __init__(self, tables: RawTables) -> None:
        """Those that are kept in these tables.

        Raises:
            UnsoundError: a row is none.
        """
        self._articles: dict[str, tuple[str, ...]] = {}
        for key, raw in sorted(tables.get(TABLE, {}).items()):
            try:
                self._articles[key] = msgspec.json.decode(raw, type=_Row).articles
            except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
                raise UnsoundError(TABLE, key, *in_words(error)) from error

    def articles(self, key: str) -> tuple[str, ...] | None:
        """What an input gave; None if it is not known."""
        return self._articles.get(key)

    def rows(self) -> Mapping[str, _Row]:
        """By key, as they are kept."""
        return {key: _Row(articles) for key, articles in self._articles.items()}

    def row(self, articles: Iterable[str]) -> _Row:
        """What is kept of an input that gave these."""
        return _Row(tuple(articles))

    def put(self, key: str, row: _Row) -> None:
        """From now on an input is known."""
        self._articles[key] = row.articles

    def of_article(self, article: str) -> list[str]:
        """The keys of inputs that gave an article."""
        return [key for key, articles in self._articles.items() if article in articles]

    def drop(self, keys: Iterable[str]) -> None:
        """From now on these are not known: what is kept is no longer what they gave."""
        for key in keys:
            del self._articles[key]
