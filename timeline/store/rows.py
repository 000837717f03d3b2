"""An extraction as rows of the tables, and back. Rows of one article bear its id, in their key as well."""

from collections.abc import Iterable
from typing import Any, TypeVar

import msgspec

from timeline.model import Actor, Article, Assertion, Event, Extraction, Source
from timeline.store.storage import RawTables

Row = TypeVar("Row", Actor, Source, Event, Assertion)


class _ArticleRow(Article, frozen=True, kw_only=True):
    extractor: str


def rows_of(extraction: Extraction) -> dict[str, dict[str, Any]]:
    """By table and key, the rows in which an extraction is kept.

    Raises:
        ValueError: two records of a kind have one id.
    """
    article = extraction.article
    row = _ArticleRow(**msgspec.structs.asdict(article), extractor=extraction.extractor)
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


def extractions_in(tables: RawTables) -> dict[str, Extraction]:
    """By article, the extractions that are kept in these tables.

    Raises:
        msgspec.MsgspecError, UnicodeDecodeError: a row is no such record.
    """
    actors = _by_article(tables, "actors", Actor)
    sources = _by_article(tables, "sources", Source)
    events = _by_article(tables, "events", Event)
    assertions = _by_article(tables, "assertions", Assertion)
    extractions = {}
    for key, raw in sorted(tables.get("articles", {}).items()):
        row = msgspec.json.decode(raw, type=_ArticleRow)
        article = Article(**{name: getattr(row, name) for name in Article.__struct_fields__})
        extractions[key] = Extraction(
            article=article,
            actors=tuple(actors.get(key, ())),
            sources=tuple(sources.get(key, ())),
            events=tuple(events.get(key, ())),
            assertions=tuple(assertions.get(key, ())),
            extractor=row.extractor,
        )
    return extractions


def _by_article(tables: RawTables, table: str, kind: type[Row]) -> dict[str, list[Row]]:
    decode = msgspec.json.Decoder(kind).decode
    groups: dict[str, list[Row]] = {}
    for key, raw in sorted(tables.get(table, {}).items()):
        groups.setdefault(key.partition("/")[0], []).append(decode(raw))
    return groups
