"""As much of each article of damaged files as holds together, or all of it as a kept state has it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from timeline.model import Article, Assertion, Event, Extraction, Source
from timeline.outlets import is_own_source, outlet_of
from timeline.soundness import UnsoundError, check
from timeline.speakers import speaker_of
from timeline.store.rows import extractions_in
from timeline.store.snapshot import RawTables
from timeline.store.whole_rows import Lost


def sound_extractions(
    records: Mapping[str, Mapping[str, Any]], spare: Sequence[RawTables], lost: list[Lost]
) -> Iterator[Extraction]:
    """As much of each article as holds together; one of which rows are gone, as a kept state of `spare` has it."""
    kept = [_apart(tables) for tables in spare]
    of_article = {table: _by_article(records[table]) for table in ("actors", "sources", "events", "assertions")}
    for key, row in sorted(records["articles"].items()):
        if row.id != key or "/" in key:
            lost.append(Lost("articles", key, "its id is another"))
            continue
        found = Extraction(
            article=Article(**{name: getattr(row, name) for name in Article.__struct_fields__}),
            **{table: tuple(rows.pop(key, ())) for table, rows in of_article.items()},
            extractor=row.extractor,
        )
        yield found if found.events and _problem(found) is None else _saved(found, kept, lost)
    for table, left in of_article.items():
        lost.extend(
            Lost(table, f"{article}/{row.id}", "its article is gone") for article in left for row in left[article]
        )


def _apart(tables: RawTables) -> dict[str, RawTables]:
    """By article, its rows."""
    parts: dict[str, RawTables] = {}
    for table in ("articles", "actors", "sources", "events", "assertions"):
        for key, raw in tables.get(table, {}).items():
            parts.setdefault(key.partition("/")[0], {}).setdefault(table, {})[key] = raw
    return parts


def _saved(found: Extraction, kept: Sequence[Mapping[str, RawTables]], lost: list[Lost]) -> Extraction:
    """An article that does not hold together, or of which no event is there."""
    own: list[Lost] = []
    left = _sound(found, own)
    key = found.article.id
    whole = list(_whole_in(kept, key))
    as_it_was = next((one for one in whole if (one.article, one.extractor) == (found.article, found.extractor)), None)
    if as_it_was is not None and len(as_it_was.assertions) >= len(left.assertions):
        if as_it_was.assertions or own:
            lost.append(Lost("articles", key, "what is gone of it was taken from an earlier state that was kept"))
        return as_it_was
    if not left.events and (otherwise := next((one for one in whole if one.events), None)):
        says = "its events are gone: it is as an earlier state has it, which read it otherwise; add reads it anew"
        lost.append(Lost("articles", key, says))
        return otherwise
    lost += own
    return left


def _whole_in(kept: Sequence[Mapping[str, RawTables]], article: str) -> Iterator[Extraction]:
    """What kept states have of an article, the latest first, where it holds together."""
    for state in kept:
        try:
            if (one := extractions_in(state.get(article, {})).get(article)) is not None:
                yield one
        except UnsoundError:
            continue


def _by_article(rows: Mapping[str, Any]) -> dict[str, list[Any]]:
    groups: dict[str, list[Any]] = {}
    for key, row in sorted(rows.items()):
        article, _, own = key.partition("/")
        if own == row.id:
            groups.setdefault(article, []).append(row)
    return groups


def _sound(whole: Extraction, lost: list[Lost]) -> Extraction:
    key = whole.article.id
    actors = {actor.id for actor in whole.actors}
    article = replace(
        whole.article,
        attributions=tuple(
            one if one.actor in actors else replace(one, actor="") for one in whole.article.attributions
        ),
    )
    sources = tuple(one if one.actor in actors else replace(one, actor="") for one in _sources(whole, article))
    bare = replace(whole, article=article, sources=sources, events=(), assertions=())
    if (problem := _problem(bare)) is not None:
        lost.append(Lost("articles", key, f"only its text is kept, to be read again: {problem}"))
        article = replace(article, time_expressions=(), attributions=())
        return replace(bare, article=article, sources=())
    of_event: dict[str, list[Assertion]] = {}
    for one in whole.assertions:
        known = replace(one, participants=tuple(each for each in one.participants if each.actor in actors))
        alone = replace(bare, events=(Event(id=one.event, assertions=(one.id,)),), assertions=(known,))
        if (problem := _problem(alone)) is None:
            of_event.setdefault(one.event, []).append(known)
        else:
            lost.append(Lost("assertions", f"{key}/{one.id}", problem.reason))
    events = [
        Event(id=name, assertions=tuple(one.id for one in _in_order(name, found, whole)))
        for name, found in sorted(of_event.items())
    ]
    gone = {event.id for event in whole.events} - of_event.keys()
    lost.extend(Lost("events", f"{key}/{name}", "nothing is left that tells it") for name in sorted(gone))
    assertions = tuple(one for found in of_event.values() for one in found)
    return replace(bare, events=tuple(events), assertions=tuple(sorted(assertions, key=lambda one: one.id)))


def _sources(whole: Extraction, article: Article) -> tuple[Source, ...]:
    """Those that can be read, and what is told of others where they are named."""
    named = (outlet_of(article), *(speaker_of(article, one) for one in article.attributions))
    told = {one.id: one for one in named if one is not None}
    known = {one.id: one for one in whole.sources}
    wanted = {one.source for one in whole.assertions}
    for key in wanted - known.keys() - told.keys():
        if is_own_source(key):  # of an earlier text of it, which a changed one keeps
            told[key] = replace(outlet_of(replace(article, publisher="", url="")), id=key)
    return (*known.values(), *(told[key] for key in sorted(wanted - known.keys()) if key in told))


def _in_order(event: str, found: list[Assertion], whole: Extraction) -> list[Assertion]:
    """The assertions of an event, in the order that it gives them, where that is still known."""
    order = next((one.assertions for one in whole.events if one.id == event), ())
    return sorted(found, key=lambda one: (order.index(one.id) if one.id in order else len(order), one.id))


def _problem(extraction: Extraction) -> UnsoundError | None:
    try:
        check(extraction)
    except UnsoundError as error:
        return error
    return None
