"""A timeline as a person sees it: everything extracted with the edits applied, in order of time."""

import datetime as dt
import math
from bisect import bisect_left, insort
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Self

import msgspec
from msgspec.structs import replace

from timeline.dates import edtf
from timeline.dates.confidence import Confidence, of_assertion
from timeline.dates.resolve import redate
from timeline.edits import ON_ARTICLES, Edit, EditKind, holding
from timeline.merging import merge_actors, merge_events, merge_sources, merged
from timeline.model import (
    Actor,
    Article,
    Assertion,
    Basis,
    Event,
    Extraction,
    Participant,
    Polarity,
    Published,
    Source,
    Status,
    fold,
)
from timeline.when import Step, When

_NO_EDITS: Mapping[EditKind, Edit] = {}
_MANY = 1_000
"""From so many new entries on, sorting all is faster than finding each one's place."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the timeline: an event with its edits applied."""

    id: str
    """The event's id."""
    title: str
    when: When
    status: Status
    polarity: Polarity
    participants: tuple[Participant, ...]
    assertions: tuple[Assertion, ...]
    """The first leads."""
    starred: bool = False
    hidden: bool = False
    note: str = ""
    dated_by_person: bool = False

    @property
    def lead(self) -> Assertion:
        """The assertion that title, status and, unless a person gave one, the date are taken from."""
        return self.assertions[0]


class Timeline:
    """An immutable view. Undated entries come last; ties are settled by article and position in the text, then id.

    Of entries that start on one day, the longer come first: a month stands before its first day.
    """

    articles: Mapping[str, Article]
    """By id; `published` is the date in force (an edit's, if there is one). Removed articles are not here."""
    actors: Mapping[str, Actor]
    sources: Mapping[str, Source]
    entries: tuple[Entry, ...]
    """All, hidden ones included, sorted."""
    orphans: tuple[Edit, ...]
    """Edits that hold but cannot be applied: their target is no longer there. Shown, never dropped."""

    def __init__(self) -> None:
        self.articles, self.actors, self.sources = {}, {}, {}
        self.entries, self.orphans = (), ()
        self._read: dict[str, Article] = {}
        self._events: dict[str, Event] = {}
        self._assertions: dict[str, Assertion] = {}
        self._by_id: dict[str, Entry] = {}
        self._held: Mapping[str, Mapping[EditKind, Edit]] = {}
        self._texts: dict[str, tuple[Entry, str]] = {}

    @classmethod
    def build(
        cls,
        *,
        articles: Iterable[Article],
        actors: Iterable[Actor],
        sources: Iterable[Source],
        events: Iterable[Event],
        assertions: Iterable[Assertion],
        edits: Iterable[Edit],
    ) -> Self:
        """Apply `edits` to what was extracted. Actors, sources and events of the same id become one."""
        self = cls()
        self._read = {article.id: article for article in articles}
        self.actors = merged(actors, merge_actors, {})
        self.sources = merged(sources, merge_sources, {})
        self._events = merged(events, merge_events, {})
        self._assertions = {assertion.id: assertion for assertion in assertions}
        self._held = holding(edits)
        self._view(self._read, self._events)
        return self

    def with_articles(self, extractions: Sequence[Extraction]) -> Self:
        """This timeline and what was read from articles that are not in it yet."""
        new = self._copy()
        read = {extraction.article.id: extraction.article for extraction in extractions}
        new._read = self._read | read
        new.actors = merged((a for e in extractions for a in e.actors), merge_actors, dict(self.actors))
        new.sources = merged((s for e in extractions for s in e.sources), merge_sources, dict(self.sources))
        new._events = merged((v for e in extractions for v in e.events), merge_events, dict(self._events))
        new._assertions = self._assertions | {a.id: a for e in extractions for a in e.assertions}
        new._view(read, {event.id for extraction in extractions for event in extraction.events})
        return new

    def with_edits(self, edits: Iterable[Edit], target: str) -> Self:
        """This timeline under another log of edits, which differs from the one in force only in those on `target`."""
        new = self._copy()
        new._held = {**self._held, target: _NO_EDITS, **holding(edit for edit in edits if edit.target == target)}
        events = {target} & self._events.keys()
        if target in self._read:
            events |= {assertion.event for assertion in self._assertions.values() if assertion.article == target}
        new._view({target} & self._read.keys(), events)
        return new

    def entry(self, event_id: str) -> Entry:
        """The entry of an event. Raises KeyError."""
        return self._by_id[event_id]

    def of_actor(self, actor_id: str) -> tuple[Entry, ...]:
        """Entries in which an actor takes part, in order of time, hidden ones left out."""
        return tuple(entry for entry in self._of_actors.get(actor_id, ()) if not entry.hidden)

    def of_source(self, source_id: str) -> tuple[Entry, ...]:
        """Entries that a source vouches for, in order of time, hidden ones left out."""
        return tuple(entry for entry in self._of_sources.get(source_id, ()) if not entry.hidden)

    def article_of(self, assertion: Assertion) -> Article:
        """The article in which a source asserts it."""
        return self.articles[assertion.article]

    def evidence_of(self, assertion: Assertion) -> str:
        """The sentence it was read from."""
        start, end = assertion.evidence
        return self.article_of(assertion).text[start:end]

    def text_of(self, entry: Entry) -> str:
        """The title, evidence and note of an entry, folded for search; remembered while the entry stays the same."""
        known = self._texts.get(entry.id)
        if known is None or known[0] is not entry:
            evidence = (self.evidence_of(assertion) for assertion in entry.assertions)
            text = " ".join(fold(" ".join((entry.title, *evidence, entry.note))).split())
            known = self._texts[entry.id] = entry, text
        return known[1]

    def confidence_of(self, entry: Entry) -> Confidence | None:
        """How often dates read like that of an entry are right; None where a person set it, or no words gave it."""
        article = self.articles.get(entry.lead.article)
        return None if article is None or entry.dated_by_person else of_assertion(entry.lead, article)

    def sources_of(self, entry: Entry) -> tuple[Source, ...]:
        """Who vouches for an entry, the leading source first."""
        ids = dict.fromkeys(assertion.source for assertion in entry.assertions)
        return tuple(self.sources[source] for source in ids if source in self.sources)

    def knows(self, kind: EditKind, target: str) -> bool:
        """Whether there is an event, or an article for the kinds that are about one, that `kind` could be done to."""
        return kind is EditKind.MERGE or target in (self._read if kind in ON_ARTICLES else self._events)

    def name_of(self, target: str) -> str:
        """The title of an event or article, also of one that was removed; empty for what is not there at all."""
        if article := self._read.get(target):
            return article.title or article.name
        event = self._events.get(target)
        told = (self._assertions[name] for name in event.assertions if name in self._assertions) if event else iter(())
        return next((assertion.title for assertion in told), "")

    def in_force(self, kind: EditKind, target: str) -> str:
        """What an edit of a kind would replace, in the form of its value."""
        if kind is EditKind.DATE and (entry := self._by_id.get(target)):
            return entry.when.edtf
        if kind is EditKind.PUBLISHED and (article := self.articles.get(target)):
            return article.published.date.isoformat() if article.published else ""
        return self._edit(target, kind)

    def edits_on(self, target: str) -> Mapping[EditKind, Edit]:
        """The edits on an event or article that hold, by kind."""
        return self._held.get(target, _NO_EDITS)

    @cached_property
    def _of_actors(self) -> Mapping[str, Sequence[Entry]]:
        return _grouped((entry, {p.actor for p in entry.participants}) for entry in self.entries)

    @cached_property
    def _of_sources(self) -> Mapping[str, Sequence[Entry]]:
        return _grouped((entry, {a.source for a in entry.assertions}) for entry in self.entries)

    def _copy(self) -> Self:
        new = type(self)()
        new.articles, new.actors, new.sources = self.articles, self.actors, self.sources
        new.entries, new.orphans = self.entries, self.orphans
        new._read, new._events, new._assertions = self._read, self._events, self._assertions
        new._by_id, new._held, new._texts = self._by_id, self._held, self._texts
        return new

    def _view(self, articles: Iterable[str], events: Iterable[str]) -> None:
        """Apply the edits to these articles and events, and put the events' entries in their places."""
        in_force = dict(self.articles)
        for article in articles:
            in_force.pop(article, None)
            if (dated := in_force_of(self._read[article], self.edits_on(article))) is not None:
                in_force[article] = dated
        self.articles = in_force
        outdated = [self._by_id[event] for event in events if event in self._by_id]
        fresh = [entry for event in events if (entry := self._entry(self._events[event]))]
        by_id = dict(self._by_id)
        for entry in outdated:
            del by_id[entry.id]
        by_id.update((entry.id, entry) for entry in fresh)
        self.entries = _placed(self.entries, outdated, fresh)
        self._by_id = by_id
        self.orphans = tuple(sorted(self._unapplied(), key=lambda edit: edit.number))

    def _edit(self, target: str, kind: EditKind) -> str:
        edit = self.edits_on(target).get(kind)
        return edit.value if edit else ""

    def _entry(self, event: Event) -> Entry | None:
        known = [self._assertions[name] for name in event.assertions if name in self._assertions]
        assertions = [self._redated(assertion) for assertion in known if assertion.article in self.articles]
        if not assertions:
            return None
        assertions.sort(key=_article)
        lead = assertions[0]
        entry = Entry(
            id=event.id,
            title=lead.title,
            when=lead.when,
            status=lead.status,
            polarity=lead.polarity,
            participants=tuple(dict.fromkeys(p for assertion in assertions for p in assertion.participants)),
            assertions=tuple(assertions),
        )
        return self._edited(entry) if event.id in self._held else entry

    def _edited(self, entry: Entry) -> Entry:
        date = self._edit(entry.id, EditKind.DATE)
        return replace(
            entry,
            when=_set_by_person(date) if date else entry.when,
            starred=bool(self._edit(entry.id, EditKind.STAR)),
            hidden=bool(self._edit(entry.id, EditKind.HIDE)),
            note=self._edit(entry.id, EditKind.NOTE),
            dated_by_person=bool(date),
        )

    def _redated(self, assertion: Assertion) -> Assertion:
        if EditKind.PUBLISHED not in self.edits_on(assertion.article):
            return assertion
        return replace(assertion, when=redate(self.articles[assertion.article], assertion))

    def _unapplied(self) -> Iterable[Edit]:
        for target, edits in self._held.items():
            yield from (edit for kind, edit in edits.items() if not self.knows(kind, target))


def in_force_of(article: Article, edits: Mapping[EditKind, Edit]) -> Article | None:
    """An article with the edits on it that hold; None if it was removed."""
    if (removed := edits.get(EditKind.REMOVE)) is not None and removed.value:
        return None
    dated = edits.get(EditKind.PUBLISHED)
    if dated is None:
        return article
    published = Published(dt.date.fromisoformat(dated.value), Basis.PERSON) if dated.value else None
    return replace(article, published=published)


def _article(assertion: Assertion) -> str:
    return assertion.article


def _set_by_person(date: str) -> When:
    span = edtf.parse(date)
    return When(
        edtf=date,
        earliest=span.earliest,
        latest=span.latest,
        precision=span.precision,
        derivation=(Step("edit.date", f"a person set {edtf.describe_edtf(date)}"),),
    )


def _place(entry: Entry) -> tuple[float, float, str, str, int, str]:
    """What entries are sorted by."""
    when, lead = entry.when, entry.assertions[0]
    first, last = edtf.span_of(when) if when.edtf else (None, None)
    start = first if first is not None else math.inf if last is None else last
    end = math.inf if last is None else last
    clock = when.edtf.partition("T")[2]
    return start, -end, clock, lead.article, lead.trigger[0], entry.id


def _placed(entries: tuple[Entry, ...], outdated: Collection[Entry], fresh: Collection[Entry]) -> tuple[Entry, ...]:
    """`entries` without the `outdated` and with the `fresh` ones, sorted."""
    if len(outdated) + len(fresh) >= min(_MANY, len(entries)):
        gone = {entry.id for entry in outdated}
        return tuple(sorted([*(entry for entry in entries if entry.id not in gone), *fresh], key=_place))
    places = list(entries)
    for entry in outdated:
        del places[bisect_left(places, _place(entry), key=_place)]
    for entry in fresh:
        insort(places, entry, key=_place)
    return tuple(places)


def _grouped(tagged: Iterable[tuple[Entry, Iterable[str]]]) -> Mapping[str, Sequence[Entry]]:
    groups: dict[str, list[Entry]] = {}
    for entry, tags in tagged:
        for tag in tags:
            groups.setdefault(tag, []).append(entry)
    return groups
