"""An extraction as rows of the tables, and back. Rows of one article bear its id, in their key as well."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, TypeVar

import msgspec

from timeline.edits import Edit
from timeline.model import Actor, Article, Assertion, Event, Extraction, Source
from timeline.soundness import UnsoundError, check, check_edits
from timeline.store.damage import in_words
from timeline.store.sharing import Shared
from timeline.store.snapshot import RawTables

Row = TypeVar("Row", Actor, Source, Event, Assertion)
Kept = TypeVar("Kept", bound=msgspec.Struct)


class ArticleRow(Article, frozen=True, kw_only=True):
    """An article, with what read it."""

    extractor: str


def rows_of(extraction: Extraction) -> dict[str, dict[str, Any]]:
    """By table and key, the rows in which an extraction is kept.

    Raises:
        ValueError: two records of a kind have one id.
    """
    article = extraction.article
    row = ArticleRow(**msgspec.structs.asdict(article), extractor=extraction.extractor)
    return {
        "articles": {article.id: row},
        "actors": _of_article(article, extraction.actors),
        "sources": _of_article(article, extraction.sources),
        "events": _of_article(article, extraction.events),
        "assertions": _of_article(article, extraction.assertions),
    }


def _of_article(article: Article, records: Iterable[Row]) -> dict[str, Any]:
    rows: dict[str, Any] = {}
    for record in records:
        key = f"{article.id}/{record.id}"
        if key in rows:
            raise ValueError(f"two records of article “{article.name}” have the id {record.id}: one would be lost")
        rows[key] = {**msgspec.structs.asdict(record), "article": article.id}
    return rows


def keys_of(extraction: Extraction) -> dict[str, list[str]]:
    """By table, the keys of its rows."""
    return {table: list(rows) for table, rows in rows_of(extraction).items()}


def extractions_in(tables: RawTables, shared: Shared | None = None) -> dict[str, Extraction]:
    """By article, the extractions that are kept in these tables; what many have alike is `shared`, if it is to be.

    Raises:
        UnsoundError: a row is no such record, or not of an article that is there, or they do not hold together.
    """
    actors = _by_article(tables, "actors", Actor, shared)
    sources = _by_article(tables, "sources", Source, shared)
    events = _by_article(tables, "events", Event, shared)
    assertions = _by_article(tables, "assertions", Assertion, shared)
    extractions = {}
    for key, row in decoded(tables, "articles", ArticleRow):
        if row.id != key or "/" in key:
            raise UnsoundError("articles", key, "id", f"it is “{row.id}”, unlike the key of its row")
        read = Article(**{name: getattr(row, name) for name in Article.__struct_fields__})
        extractions[key] = Extraction(
            article=read if shared is None else shared.record(read),
            actors=tuple(actors.pop(key, ())),
            sources=tuple(sources.pop(key, ())),
            events=tuple(events.pop(key, ())),
            assertions=tuple(assertions.pop(key, ())),
            extractor=row.extractor,
        )
        check(extractions[key])
    for table, left in (("actors", actors), ("sources", sources), ("events", events), ("assertions", assertions)):
        for article in left:
            raise UnsoundError(table, f"{article}/…", "", "there is no article of this id")
    return extractions


def edits_in(tables: RawTables) -> dict[int, Edit]:
    """By number and in that order, the edits that are kept in these tables.

    Raises:
        UnsoundError: a row is no edit, or they are no log.
    """
    edits = dict(decoded(tables, "edits", Edit))
    check_edits(edits)
    return {edit.number: edit for edit in sorted(edits.values(), key=lambda edit: edit.number)}


def _by_article(tables: RawTables, table: str, kind: type[Row], shared: Shared | None) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for key, record in decoded(tables, table, kind):
        article, _, own = key.partition("/")
        if record.id != own:
            raise UnsoundError(table, key, "id", f"it is “{record.id}”, unlike the key of its row")
        groups.setdefault(article, []).append(record if shared is None else shared.record(record))
    return groups


@cache
def _decoder(kind: type[Kept]) -> msgspec.json.Decoder[Kept]:
    return msgspec.json.Decoder(kind)


def decoded(tables: RawTables, table: str, kind: type[Kept]) -> Iterator[tuple[str, Kept]]:
    """The keys and records of a table in order."""
    decode = _decoder(kind).decode
    key = ""
    try:
        for key, raw in sorted(tables.get(table, {}).items()):
            yield key, decode(raw)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise UnsoundError(table, key, *in_words(error)) from error
