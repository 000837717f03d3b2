"""Articles of a long timeline that are read and checked when they are looked at, at the latest when there is time.

Until an article is read it is as it stands in the file; from then on it is packed small, with nothing of the file held,
and unpacked when it is looked at again.
"""

import time
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from itertools import islice

import msgspec

from timeline.correcting.kept_records import head_of
from timeline.model import Article, Extraction
from timeline.soundness import UnsoundError, check_apart
from timeline.store.rows import extractions_in
from timeline.store.snapshot import RawTables

_RECENT = 64
"""So many articles are at hand as they were read."""

_OF_ARTICLES = ("actors", "sources", "events", "assertions")
"""Tables of which an article has several rows."""

_LEVEL = 1
"""Of compression: a higher one takes twice as long for a tenth less."""


class UnreadArticles(Mapping[str, Extraction]):
    """By id, what was read from each article."""

    def __init__(self, tables: RawTables, refused: Callable[[UnsoundError], Exception]) -> None:
        """Those in the rows of `tables`; `refused` makes the error of an article that does not hold together."""
        self._tables = tables
        self._keys = {table: sorted(tables.get(table, {})) for table in _OF_ARTICLES}
        self._refused = refused
        self._packed: dict[str, bytes | None] = dict.fromkeys(sorted(tables.get("articles", {})))
        self._left = iter(tuple(self._packed))
        self._read = 0
        """Rows that were read, but for those of the articles themselves."""
        self.assertions = array("q")
        """Hashes of the ids of those that were read."""
        self.heads: dict[str, Article] = {}
        """Of what was read, each article without its text."""
        self._recent: dict[str, Extraction] = {}
        self._unpack = msgspec.json.Decoder(Extraction).decode
        self.is_checked = False
        """Whether all of them hold together."""

    def __getitem__(self, article: str) -> Extraction:
        known = self._recent.get(article)
        if known is None:
            packed = self._packed[article]
            known = self._first_read(article) if packed is None else self._unpack(zlib.decompress(packed))
            if len(self._recent) >= _RECENT:
                for oldest in tuple(islice(self._recent, _RECENT // 4)):
                    del self._recent[oldest]
            self._recent[article] = known
        return known

    def __contains__(self, article: object) -> bool:
        return article in self._packed

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)

    def check(self, seconds: float | None = None) -> bool:
        """Read what was not read yet, for so long or to the end; whether all of it is and holds together.

        Raises the error that was given for what does not.
        """
        until = None if seconds is None else time.monotonic() + seconds
        while not self.is_checked:
            article = next(self._left, None)
            if article is None:
                self._conclude()
            elif self._packed[article] is None:
                self._first_read(article)
            if until is not None and time.monotonic() >= until:
                break
        return self.is_checked

    def _first_read(self, article: str) -> Extraction:
        rows = {table: self._rows_of(table, article) for table in _OF_ARTICLES}
        try:
            extraction = extractions_in({"articles": {article: self._tables["articles"][article]}, **rows})[article]
        except UnsoundError:
            self._refuse_whole()
            raise
        self._read += sum(map(len, rows.values()))
        self.assertions.extend(hash(one.id) for one in extraction.assertions)
        self.heads[article] = head_of(extraction.article)
        self._packed[article] = zlib.compress(msgspec.json.encode(extraction), _LEVEL)
        return extraction

    def _rows_of(self, table: str, article: str) -> dict[str, msgspec.Raw]:
        keys, rows = self._keys[table], self._tables.get(table, {})
        start = bisect_left(keys, f"{article}/")
        return {key: rows[key] for key in keys[start : bisect_left(keys, f"{article}0", start)]}  # 0 comes after /

    def _conclude(self) -> None:
        """Let go of the file, if nothing in it is of no article, and no two articles have an assertion of one id."""
        if self._read != sum(map(len, self._keys.values())) or len(set(self.assertions)) != len(self.assertions):
            self._refuse_whole()
        self._tables, self._keys = {}, {}
        self.is_checked = True

    def _refuse_whole(self) -> None:
        """Say the same as where all of it is read at once, if it does not hold together."""
        try:
            check_apart(extractions_in(self._tables))
        except UnsoundError as error:
            raise self._refused(error) from error
