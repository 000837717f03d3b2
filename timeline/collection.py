"""A timeline as a person sees it: everything extracted with the edits applied, in order of time."""

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from typing import Self, TypeVar

from timeline.blocks import Block, Blocks
from timeline.correcting.applying import check_edit, knows, occurs, unapplied
from timeline.correcting.articles import in_force_of
from timeline.correcting.events import in_force
from timeline.correcting.held import Held
from timeline.correcting.lines import Lines
from timeline.correcting.notebook import NOTEBOOK
from timeline.correcting.order import Place, in_places, moved_places, place
from timeline.correcting.recognising import likeness
from timeline.correcting.records import ReadRecords, Records
from timeline.dates.confidence import Confidence, of_assertion
from timeline.edit_values import lost_mention
from timeline.edits import UNCORRECTED, Corrections, Edit, EditKind, followed, holding
from timeline.entry import Entry
from timeline.indexes import BlockIndex, LineSet, chosen, index_of
from timeline.layered import Layered
from timeline.logs.conflicts import Conflict, conflicts_on
from timeline.logs.log import Log
from timeline.mentions import Mention
from timeline.model import Actor, Article, Assertion, Event, Extraction, Source
from timeline.searching import FoldedNames, NamesOf, searched

_MANY = 1_000
"""So many lines that change at once are not read for that."""
_AT_ALL = 0.2
"""How alike something must be to be worth a look."""

__all__ = ["Entry", "Timeline"]

N = TypeVar("N", Actor, Article, Source)


class Timeline:
    """An immutable view. Undated entries come last; ties are settled by article and position in the text, then id.

    Of entries that start on one day, the longer come first: a month stands before its first day.
    """

    articles: Layered[Article]
    """By id, with their edits applied. Removed articles are not here; one that holds events added by hand may be."""
    actors: Mapping[str, Actor]
    sources: Mapping[str, Source]
    entries: Blocks[Entry]
    """All, hidden ones included, sorted."""
    orphans: tuple[Edit, ...]
    """Edits that hold but cannot be applied: what they speak of is no longer there. Shown, never dropped."""
    conflicts: Mapping[str, tuple[Conflict, ...]]
    """By target, what two people correct differently."""

    def __init__(self) -> None:
        self._records: Records = ReadRecords()
        self._lines = Lines(self._records, Held({}), {}, Layered({}))
        self.articles, self.actors, self.sources = self._lines.articles, {}, {}
        self.entries = Blocks()
        self.orphans = ()
        self.conflicts = {}
        self._by_id: Layered[Entry] = Layered({})
        self._moved: Mapping[str, Place] = {}
        self._names = FoldedNames()

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
        return cls.of(ReadRecords(articles, actors, sources, events, assertions), Log(edits))

    @classmethod
    def of(cls, records: Records, log: Log) -> Self:
        """Apply a log of edits to records."""
        self = cls()
        self._records = records
        held = Held(log.held)
        self.articles = Layered(records.articles)
        self._view(held, log.to, held.targets & records.articles.keys())
        self._put(self._all())
        self.orphans = self._unapplied(self._lines.held.targets)
        self.conflicts = conflicts_on(log.all, log.to)
        return self

    def with_articles(self, extractions: Sequence[Extraction]) -> Self:
        """This timeline and what was read from articles that are not in it yet."""
        new = self._copy()
        new._records = self._records.with_articles(extractions)
        new._view(self._lines.held, self._lines.to, {extraction.article.id for extraction in extractions})
        if self._lines.cast.is_corrected:
            new._put(new._all())
        else:
            read = {event.id for extraction in extractions for event in extraction.events}
            new._put(read | new._lines.touched(new._lines.held.targets, new._entries_of, self._lines), whole=True)
        new.orphans = new._unapplied(new._lines.held.targets)
        return new

    def with_edits(self, log: Log, *changed: str) -> Self:
        """This timeline under another log of edits, which differs from the one in force only in those on `changed`."""
        new = self._copy()
        to = log.to
        targets = {one for each in changed for one in (each, followed(self._lines.to, each), followed(to, each))}
        about = log.about(targets)
        if to == self._lines.to:
            now = holding(about, to)
            held = self._lines.held.with_others({one: now.get(one, UNCORRECTED) for one in targets})
        else:
            held = Held(log.held)
        new._view(held, to, targets & self._records.articles.keys())
        old, fresh = self._lines, new._lines
        touched = old.touched(targets, self._entries_of, fresh) | fresh.touched(targets, self._entries_of, old)
        new._put(touched, whole=len(touched) < _MANY)
        looked_at = {*touched, *targets, *(followed(to, edit.target) for edit in self.orphans)}
        new.orphans = new._unapplied(looked_at if to == self._lines.to else held.targets)
        others = {one: known for one, known in self.conflicts.items() if one not in targets}
        new.conflicts = others | conflicts_on(about, to)
        return new

    def until(self, day: float) -> Self:
        """This timeline with none but the entries that have their place up to a day, by its number."""
        new = self._copy()
        places = [place(entry, self._moved) for entry in self.entries]
        new.entries = Blocks(self.entries[: bisect_right(places, (day, math.inf))])
        return new

    def entry(self, event_id: str) -> Entry:
        """The entry of an event. Raises KeyError."""
        return self._by_id[event_id]

    def of_actor(self, actor_id: str) -> tuple[Entry, ...]:
        """Entries in which an actor takes part, in order of time, hidden ones left out."""
        return tuple(self._found(lambda index: index.with_actors({actor_id}) & ~index.left_out))

    def of_each_actor(self) -> Mapping[str, Sequence[Entry]]:
        """The same for everybody who takes part in any, found together."""
        found: dict[str, list[Entry]] = {}
        for block in self.entries.blocks:
            index = index_of(block)
            for actor, lines in index.actors.items():
                if shown := lines & ~index.left_out:
                    found.setdefault(actor, []).extend(chosen(block, shown))
        return found

    def actors_of_source(self, source_id: str) -> Counter[str]:
        """Of whom a source tells, and in how many entries that are not hidden."""
        found: Counter[str] = Counter()
        for index in map(index_of, self.entries.blocks):
            if told := index.of_sources({source_id}) & ~index.left_out:
                found.update({actor: (lines & told).bit_count() for actor, lines in index.actors.items()})
        return +found

    def of_source(self, source_id: str) -> tuple[Entry, ...]:
        """Entries that a source vouches for, in order of time, hidden ones left out."""
        return tuple(self._found(lambda index: index.of_sources({source_id}) & ~index.left_out))

    def of_articles(self, articles: Set[str]) -> tuple[Entry, ...]:
        """Entries that one of these articles tells, in order of time, hidden ones too."""
        return tuple(self._found(lambda index: index.in_articles(articles)))

    def articles_telling(self, ids: Iterable[str]) -> Set[str]:
        """Those of these ids that are articles, and the articles in which those stand that are events read from one."""
        records, found = self._records, set()
        for one in ids:
            if one in records.articles:
                found.add(one)
            elif (lead := records.lead(one)) is not None:
                found.add(lead.article)
            else:
                found.update(told.article for told in records.told(one))
        return found

    def heads(self) -> Iterator[Article]:
        """Every article, with nothing of its text where that was not read for something else."""
        corrected = self.articles.above
        for one in self.articles:
            yield corrected.get(one) or self._records.head(one)

    def article_of(self, assertion: Assertion) -> Article:
        """The article in which a source asserts it."""
        return self.articles[assertion.article]

    def evidence_of(self, assertion: Assertion) -> str:
        """The sentence it was read from."""
        start, end = assertion.evidence
        return self.article_of(assertion).text[start:end]

    def text_of(self, entry: Entry) -> str:
        """What is searched of an entry, folded: its words and a person's."""
        evidence = [self.evidence_of(assertion) for assertion in entry.assertions]
        title = entry.title
        title = "" if title in evidence[0] else title  # once is enough to be found
        return searched((title, *evidence, entry.note, entry.place, *entry.tags))

    def with_words(self, block: Block[Entry], words: Iterable[str]) -> LineSet:
        """The lines of a block of its entries in whose text one of these folded words stands; texts are remembered."""
        return index_of(block).with_words(words, lambda: map(self.text_of, block))

    def prepare(self, block: Block[Entry]) -> bool:
        """Get a block of its entries ready for any filter, so that the first one doesn't wait; whether it wasn't."""
        return index_of(block).prepare(lambda: map(self.text_of, block))

    def named(self, records: Mapping[str, N], names: NamesOf[N], words: Iterable[str]) -> frozenset[str]:
        """The ids of those of its actors, sources or articles of which one of the `names` has one of these words in it.

        They are remembered by that function, which is to be the same each time.
        """
        return self._names.ids(records, names, words)

    def confidence_of(self, entry: Entry) -> Confidence | None:
        """How often dates read like that of an entry are right; None where no words gave it.

        Nor is any where a person gave it, or accepted it.
        """
        article = self.articles.get(entry.lead.article)
        return None if article is None or entry.date_stands else of_assertion(entry.lead, article)

    def sources_of(self, entry: Entry) -> tuple[Source, ...]:
        """Who vouches for an entry, the leading source first."""
        ids = dict.fromkeys(assertion.source for assertion in entry.assertions)
        return tuple(self.sources[source] for source in ids if source in self.sources)

    def knows(self, kind: EditKind, target: str) -> bool:
        """Whether there is an event, article, actor or source that `kind` could be done to."""
        return knows(self._lines, kind, target)

    def check_edit(self, kind: EditKind, target: str, value: str, part: str = "") -> None:
        """Pass over an edit that can be made now.

        Raises:
            KeyError: what it is about, or what its value or part names, is not there.
            ValueError: it would join something to itself, or add what is there.
        """
        check_edit(self._lines, kind, target, value, part)

    def line_of(self, event: str) -> str:
        """The event in whose line one is told: itself, or that to which it was joined."""
        return self._lines.line_of(event)

    def members_of(self, event: str) -> tuple[str, ...]:
        """The events that a person joined to one."""
        return tuple(self._lines.members.get(event, ()))

    @property
    def read_articles(self) -> int:
        """How many articles there are, without the one in which events by hand stand that quote none."""
        return len(self.articles) - (NOTEBOOK in self.articles)

    def mentions_of(self, event: str) -> tuple[str, ...]:
        """The mentions that were joined to an event when it was read, by the ids that they would have apart from it."""
        return self._lines.mentions_of(event)

    def joined_to_actor(self, actor: str) -> tuple[str, ...]:
        """The actors of whom a person said that they are this one."""
        return self._lines.cast.joined_to(actor)

    def read_as(self, actor: str, article: str) -> tuple[str, ...]:
        """Of an actor and those who were joined to them, those who occur in an article."""
        every = (actor, *self._lines.cast.joined_to(actor))
        return tuple(one for one in every if occurs(self._lines, one, article))

    def joined_to_source(self, source: str) -> tuple[str, ...]:
        """The sources of which a person said that they are this one."""
        return self._lines.voices.joined_to(source)

    def voice_of(self, source: str) -> str:
        """The source that vouches for what one said: itself, or that with which it is one."""
        return self._lines.voices.lead(source)

    def lost(self, event: str) -> Mention | None:
        """What an event was that its article no longer told of when it was read again; None if it was not lost."""
        value = self.edits_on(event).value(EditKind.LOST)
        return lost_mention(value) if value else None

    def most_like(self, lost: Mention) -> Entry | None:
        """The line of its article that is most like an event that was lost; None if none is at all.

        Of one that went from an edited text that which was likeliest when it did.
        """
        if (likely := self._by_id.get(followed(self._lines.to, lost.likely))) is not None:
            return likely
        names = {actor.id: actor.name for actor in self.actors.values()}
        scores = [
            (likeness(lost, Mention.of(one, self.articles[one.article].text, names)), entry.id)
            for entry in self.of_articles({lost.article})
            for one in entry.assertions
            if one.article == lost.article
        ]
        return self._by_id[max(scores)[1]] if scores and max(scores)[0] >= _AT_ALL else None

    def as_kept(self, kind: EditKind, value: str) -> str:
        """The value of an edit as it stays true: a source by the name that was read, whatever it is called now."""
        return self._lines.voices.called(value) if kind is EditKind.SOURCE and value else value

    def name_of(self, target: str) -> str:
        """What an event, article, actor or source is called, shown or not; empty for what is not there."""
        target = followed(self._lines.to, target)
        if (entry := self._by_id.get(target)) is not None:
            return entry.title
        if (article := self.articles.get(target) or self._records.articles.get(target)) is not None:
            return article.title or article.name
        if told := self._lines.told_of(target):
            return told
        if (lost := self.lost(target)) is not None:
            return lost.title
        known = self.actors.get(target) or self._lines.cast.known.get(target) or self.sources.get(target)
        return known.name if known is not None else ""

    def in_force(self, kind: EditKind, target: str, part: str = "") -> str:
        """What an edit of a kind would replace, in the form of its value."""
        edits = self.edits_on(target)
        if (entry := self._by_id.get(target)) is not None:
            if kind is EditKind.SOURCE:
                return self.sources[entry.lead.source].name
            return in_force(entry, edits, kind, part)
        article, actor, source = self.articles.get(target), self.actors.get(target), self.sources.get(target)
        match kind:
            case EditKind.PUBLISHED if article:
                return article.published.date.isoformat() if article.published else ""
            case EditKind.HEADLINE if article:
                return article.title
            case EditKind.OUTLET if article:
                return article.publisher
            case EditKind.ACTOR_NAME if actor:
                return actor.name
            case EditKind.ACTOR_KIND if actor:
                return actor.kind
            case EditKind.SOURCE_NAME if source:
                return source.name
            case EditKind.SOURCE_KIND if source:
                return source.kind
            case _:
                return edits.value(kind, part)

    def conflicts_of(self, entry: Entry) -> tuple[Conflict, ...]:
        """What two people correct differently in the line of an entry, or in the article that leads it."""
        if not self.conflicts:
            return ()
        targets = {target for target in self.conflicts if self.line_of(target) == entry.id}
        found = (self.conflicts.get(target, ()) for target in (*sorted(targets), entry.stands[0]))
        return tuple(conflict for conflicts in found for conflict in conflicts)

    def corrected(self) -> Set[str]:
        """What there are edits on that say something."""
        held = self._lines.held
        return {target for target in held.targets if any(edit.value for edit in held.on(target))}

    def edits_on(self, target: str) -> Corrections:
        """The edits on an event, article, actor or source that hold."""
        return self._lines.edits_on(target)

    def _entries_of(self, actors: set[str], sources: set[str]) -> Iterator[str]:
        """The events in which actors take part, or for which sources vouch."""
        yield from (entry.id for entry in self._found(lambda index: index.with_actors(actors)))
        yield from (entry.id for entry in self._found(lambda index: index.of_sources(sources)))

    def _found(self, lines: Callable[[BlockIndex], LineSet]) -> Iterator[Entry]:
        """The entries that are told in these lines of each block."""
        return (entry for block in self.entries.blocks for entry in chosen(block, lines(index_of(block))))

    def _all(self) -> Collection[str]:
        """In the order in which they are kept, as what lies together in memory is gone through faster together."""
        return dict.fromkeys((*self._records.events, *self._lines.events_by_person))

    def _copy(self) -> Self:
        new = type(self)()
        new._records, new._lines, new.articles = self._records, self._lines, self.articles
        new.conflicts = self.conflicts
        new.entries, new._by_id, new._moved, new._names = self.entries, self._by_id, self._moved, self._names
        return new

    def _unapplied(self, targets: Iterable[str]) -> tuple[Edit, ...]:
        return tuple(sorted(unapplied(self._lines, targets), key=lambda edit: edit.number))

    def _view(self, held: Held, to: Mapping[str, str], articles: Iterable[str]) -> None:
        """Apply the edits that hold to all but the events; of the articles, only to these."""
        corrected = {one: in_force_of(self._records.articles[one], held.on(one)) for one in articles}
        there = {one: article for one, article in corrected.items() if article is not None}
        in_force = self.articles.changed(corrected, there) if corrected else self.articles
        self._lines = Lines(self._records, held, to, in_force)
        self.articles = self._lines.articles
        self.actors, self.sources = self._lines.cast.actors, self._lines.voices.sources

    def _put(self, events: Iterable[str], *, whole: bool = False) -> None:
        """Put the lines of these events in their places.

        Few are made `whole`: a line that is read later keeps this version of all lines in memory.
        """
        known = self._by_id
        outdated = {event: known[event] for event in events if event in known} if known else {}
        make = self._lines.made_whole if whole else self._lines.entry
        fresh = {event: entry for event in events if (entry := make(event)) is not None}
        by_id = known.changed(outdated, fresh)
        moved = moved_places(self._lines.held, by_id, self._lines.to)
        for event in self._moved.keys() | moved.keys():
            if self._moved.get(event) != moved.get(event) and event in by_id and event not in fresh:
                outdated[event] = fresh[event] = by_id[event]
        self.entries = in_places(self.entries, outdated.values(), fresh.values(), self._moved, moved)
        self._by_id, self._moved = by_id, moved
