"""The same thing read twice: an article read again, and records of one id from several articles.

Merging two actors or two sources of one id does not depend on their order, nor does merging a third into the result.
Events keep their assertions in the order they come, and a timeline puts those by article. So it is the same whichever
article was added first.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import msgspec
from msgspec.structs import replace

from timeline.model import Actor, Article, Basis, Event, Extraction, Published, Source, SourceKind

_UNREAD: dict[str, Any] = {
    "name": "",
    "origin": "",
    "title": "",
    "publisher": "",
    "authors": (),
    "url": "",
    "language": "",
    "published": None,
    "updated": None,
}
"""What is known of an article beside what was read in it."""

R = TypeVar("R", Actor, Source, Event)

_STRENGTH = {basis: strength for strength, basis in enumerate(reversed(Basis))}


def merge_actors(one: Actor, other: Actor) -> Actor:
    """One actor, who bears all names and titles of both."""
    name = min(one.name, other.name, key=_fullness)
    names = {one.name, other.name, *one.aliases, *other.aliases}
    return Actor(
        id=one.id,
        name=name,
        kind=min(one.kind, other.kind),
        aliases=tuple(sorted(names - {name})),
        titles=tuple(sorted({*one.titles, *other.titles})),
    )


def merge_sources(one: Source, other: Source) -> Source:
    """One source; of two names the fuller one."""
    return Source(
        id=one.id,
        name=min(one.name, other.name, key=_fullness),
        kind=min(one.kind, other.kind),
        actor=min(one.actor, other.actor) if one.actor and other.actor else one.actor or other.actor,
    )


def merge_events(one: Event, other: Event) -> Event:
    """One event, for which the assertions of both vouch: those of `one` first, each article's in their own order."""
    return Event(id=one.id, assertions=tuple(dict.fromkeys((*one.assertions, *other.assertions))))


def merged(records: Iterable[R], merge: Callable[[R, R], R], into: dict[str, R]) -> dict[str, R]:
    """`into` with `records` added, each merged with the one of the same id."""
    for record in records:
        known = into.get(record.id)
        into[record.id] = record if known is None or known == record else merge(known, record)
    return into


def _fullness(name: str) -> tuple[int, int, str]:
    """Longer names first, then those with more letters beyond ASCII (`Guaidó` before `Guaido`)."""
    return -len(name), -sum(not c.isascii() for c in name), name


def read_again(kept: Extraction, fresh: Extraction) -> Extraction:
    """What is kept of an article after a second reading: `fresh`, but nothing that was known is forgotten.

    Metadata that `fresh` lacks stay, and so does a publication date on a stronger basis; a later date on the same basis
    replaces the earlier one. The article keeps the name and origin under which it first came.
    """
    old, new = kept.article, fresh.article
    article = replace(
        new,
        name=old.name,
        origin=old.origin,
        title=new.title or old.title,
        publisher=new.publisher or old.publisher,
        authors=new.authors or old.authors,
        url=new.url or old.url,
        language=new.language or old.language,
        published=_stronger(old.published, new.published),
        updated=new.updated or old.updated,
    )
    again = replace(fresh, article=article)
    if not new.publisher and (old.publisher or article.title == old.title):
        again = _with_outlet_of(kept, again)
    return again if article.published == new.published else redated(again)


def same_article(one: Extraction, other: Extraction) -> Extraction:
    """What two readings of one text come to, in whatever order they are given: that of the later extractor.

    What only one knows of the article is kept; of what both know, what goes with the reading. A publication date on a
    stronger basis counts, and of two on the same the later.
    """
    lesser, greater = sorted((one, other), key=lateness)
    old, new = lesser.article, greater.article
    dates = [article.published for article in (old, new) if article.published is not None]
    article = replace(
        new,
        name=min(old.name, new.name),
        origin=min(filter(None, (old.origin, new.origin)), default=""),
        title=new.title or old.title,
        publisher=new.publisher or old.publisher,
        authors=new.authors or old.authors,
        url=new.url or old.url,
        language=new.language or old.language,
        published=max(dates, key=lambda date: (_STRENGTH[date.basis], date.date, date.evidence), default=None),
        updated=max(filter(None, (old.updated, new.updated)), default=None),
    )
    both = replace(greater, article=article)
    if old.publisher and not new.publisher:
        both = _with_outlet_of(lesser, both)
    return both if article.published == new.published else redated(both)


def lateness(extraction: Extraction) -> tuple[list[tuple[int, str]], bytes, bytes]:
    """The version of what read it, then what was read, then what is known of the article."""
    parts = re.findall(r"(\d+)|(\D+)", extraction.extractor)
    version = [(int(number or 0), word) for number, word in parts]
    read = replace(extraction, article=replace(extraction.article, **_UNREAD))
    return version, msgspec.json.encode(read), msgspec.json.encode(extraction.article)


def redated(extraction: Extraction) -> Extraction:
    """`extraction` with all its dates resolved against its article's publication date, and what follows from them."""
    from timeline.dates.settling import settled  # noqa: PLC0415 - who only looks at a timeline dates nothing

    article = extraction.article
    return replace(extraction, assertions=tuple(settled(article, assertion) for assertion in extraction.assertions))


def ordered(extraction: Extraction) -> Extraction:
    """`extraction` with its records in the order of their ids, in which they are kept."""
    return replace(
        extraction,
        actors=tuple(sorted(extraction.actors, key=_id)),
        sources=tuple(sorted(extraction.sources, key=_id)),
        events=tuple(sorted(extraction.events, key=_id)),
        assertions=tuple(sorted(extraction.assertions, key=_id)),
    )


def dated_by_person(article: Article) -> Published | None:
    """The article's publication date if a person gave it."""
    published = article.published
    return published if published and published.basis is Basis.PERSON else None


def _id(record: Actor | Source | Event) -> str:
    return record.id


def _stronger(old: Published | None, new: Published | None) -> Published | None:
    if old is None or new is None:
        return old or new
    return new if _STRENGTH[new.basis] >= _STRENGTH[old.basis] else old


def _with_outlet_of(kept: Extraction, fresh: Extraction) -> Extraction:
    """`fresh` with its outlet, which no publisher names, replaced by the one in `kept`."""
    known = next((source for source in kept.sources if source.kind is SourceKind.OUTLET), None)
    nameless = {source.id for source in fresh.sources if source.kind is SourceKind.OUTLET}
    if known is None or not nameless:
        return fresh
    speakers = tuple(source for source in fresh.sources if source.id not in nameless)
    assertions = tuple(
        replace(assertion, source=known.id) if assertion.source in nameless else assertion
        for assertion in fresh.assertions
    )
    return replace(fresh, sources=(known, *speakers), assertions=assertions)
