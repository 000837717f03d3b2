"""From records and corrections to lines: which events there are, what each is made of, and what it says."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec.structs import replace

from timeline.correcting.cast import Cast
from timeline.correcting.events import ADDED, KEPT_JOINED, added, agreed, corrected
from timeline.correcting.held import Held
from timeline.correcting.joining import joined
from timeline.correcting.notebook import NOTEBOOK, Notebook
from timeline.correcting.records import Records
from timeline.correcting.voices import Voices
from timeline.edits import ACCEPTED, ON_ACTORS, ON_SOURCES, UNCORRECTED, Corrections, EditKind, followed
from timeline.entry import Entry, Lead, MarkedEntry, ReadEntry, WholeEntry
from timeline.layered import Layered
from timeline.model import Article, Assertion, Participant
from timeline.when import Step

_BY_PERSON = Step("edit.source", "a person said so")
_RENAMING = ON_ACTORS | ON_SOURCES | {EditKind.HEADLINE, EditKind.OUTLET}

_LOOKED_AT = 512
"""So many lines are remembered as they were made whole: what looks at one mostly does so more than once."""


class Lines:
    """What the edits that hold make of the records. Immutable, like both of them."""

    def __init__(
        self,
        records: Records,
        held: Held,
        to: Mapping[str, str],
        in_force: Layered[Article],
    ) -> None:
        """`to` says as what something was read again; `in_force` are the articles with their own edits applied."""
        self.records, self.held, self.to = records, held, to
        self.notebook = Notebook(
            held, records.articles, lambda event: event in records.events or event in records.mentions
        )
        by_hand = self.notebook.article
        self.articles = in_force
        if by_hand is not None or NOTEBOOK in in_force:
            self.articles = in_force.changed([NOTEBOOK], {} if by_hand is None else {NOTEBOOK: by_hand})
        self.cast = Cast.of(records.actors, held, records.articles)
        written_in = {one.article for one in self.notebook.assertions.values()} & self.articles.keys()
        self.voices = Voices.of(records.sources, held, self.cast, self.articles, written_in)
        self._is_as_read = not held.has(_RENAMING)
        self._is_uncorrected = not held
        self._apart = self._mentions_apart()
        self._alone = frozenset(one.id for one in self._apart.values())
        self._torn = frozenset(one.event for one in self._apart.values())
        self.joined = joined(held.of(EditKind.JOIN), EditKind.JOIN, to, self.is_event)
        """By event that is told with another: that."""
        self.members: dict[str, list[str]] = {}
        """By event that leads: those that are told with it."""
        for member, lead in sorted(self.joined.items()):
            self.members.setdefault(lead, []).append(member)
        self._looked_at: dict[str, WholeEntry] = {}

    def edits_on(self, target: str) -> Corrections:
        """The edits on an event, article, actor or source that hold."""
        return self.held.on(target)

    def is_event(self, event: str) -> bool:
        """Whether there is one of this id, of its own or told with another."""
        return event in self.records.events or event in self.notebook.events or event in self._apart

    def is_mention(self, event: str) -> bool:
        """Whether it is told with others as it was read, or would be if a person had not set it apart."""
        return event in self.records.mentions

    def line_of(self, event: str) -> str:
        """The event in whose line one is told."""
        if not self.is_event(event) and (mention := self.records.mentions.get(event)):
            event = mention.event
        return self.joined.get(event, event)

    @property
    def events_by_person(self) -> set[str]:
        """The events that were not read as such."""
        return {*self.notebook.events, *self._apart}

    def mentions_of(self, event: str) -> tuple[str, ...]:
        """The mentions that are told in an event's line since it was read, by the ids that they would have apart."""
        return tuple(key for key in self.records.mentions_of(event) if key not in self._apart)

    def told_of(self, event: str) -> str:
        """The title of an event that may have no line; empty for what is none."""
        mention = self._apart.get(event) or self.records.mentions.get(event)
        told = self.records.told(event) or self.notebook.told(event)
        return next((one.title for one in (*told, mention) if one is not None), "")

    def entry(self, event: str) -> Entry | None:
        """The line of an event; None where it has none, as its articles were removed or another tells it."""
        lead = self.records.lead(event)
        if lead is None or not self._stands_as_read(event, lead):
            return self.made_whole(event)
        edits = UNCORRECTED if self._is_uncorrected else self.held.on(event)
        if not edits:
            return ReadEntry(event, lead.when, lead, self)
        is_only_marked = edits.kinds <= ADDED
        if not is_only_marked:
            return self.made_whole(event)
        when = agreed(lead.when) if edits.value(EditKind.REVIEW) == ACCEPTED else lead.when
        return MarkedEntry(event, when, lead, self, **added(edits))

    def whole(self, event: str) -> WholeEntry:
        """The line of an event that stands where it was read, with all that was read of it."""
        entry = self._looked_at.get(event)
        if entry is None:
            told = self.records.told(event)
            plain = self._is_as_read and len(told) == 1
            entry = _line(event, (told[0],)) if plain else self.made_whole(event)
            if entry is None:
                raise KeyError(event)
            if len(self._looked_at) >= _LOOKED_AT:
                self._looked_at.clear()
            self._looked_at[event] = entry
        return entry

    def made_whole(self, event: str) -> WholeEntry | None:
        """The same, with all that it says."""
        if event in self.joined:
            return None
        members = self.members.get(event, ())
        parts = (event, *members)
        assertions = tuple(told for part in parts for told in self._told(part))
        if not assertions:
            return None
        edits = self._with_kept(event, members)
        if source := edits.value(EditKind.SOURCE):
            known = self.voices.named(source)
            said = replace(assertions[0], source=known, source_because=_BY_PERSON, attribution=None)
            assertions = (said, *assertions[1:])
        entry = _line(event, assertions)
        if not edits and not members and event not in self.notebook.events:
            return entry
        return corrected(replace(entry, set_by_person=self._made(event, edits)), edits, self._roles(edits))

    def _stands_as_read(self, event: str, lead: Lead) -> bool:
        """Whether an event stands where it was read, as most do, unless an edit on it says something else."""
        if self._is_uncorrected:
            return True
        if self.held.on(lead.article) or event in self.joined or event in self.members:
            return False
        return event not in self._torn and event not in self.notebook.events and lead.article in self.articles

    def _made(self, event: str, edits: Corrections) -> frozenset[EditKind]:
        """What a person did that brought the line about."""
        made = {EditKind.SOURCE} if edits.value(EditKind.SOURCE) else set()
        if event in self.members:
            made.add(EditKind.JOIN)
        if event in self._apart:
            made.add(EditKind.SPLIT)
        if event in self.notebook.events:
            made |= {EditKind.EVENT, EditKind.DATE}
        return frozenset(made)

    def _roles(self, edits: Corrections) -> dict[str, str]:
        roles = {self.cast.id_of(actor): role for actor, role in edits.parts(EditKind.ROLE).items() if role}
        return {actor: role for actor, role in roles.items() if actor in self.cast.actors}

    def _with_kept(self, event: str, members: Iterable[str]) -> Corrections:
        """The edits on an event, and of those on the others told in its line their marks and their date."""
        own = {(edit.kind, edit.part): edit for edit in self.edits_on(event)}
        kept = {
            (edit.kind, edit.part): edit
            for member in members
            for edit in self.edits_on(member)
            if edit.kind in KEPT_JOINED and edit.value
        }
        return Corrections({**kept, **own}) if own or kept else UNCORRECTED

    def _told(self, event: str) -> list[Assertion]:
        """What is said of an event in articles that are there, by article."""
        known: Sequence[Assertion]
        if event in self.notebook.events:
            known = self.notebook.told(event)
        elif event in self._apart:
            known = [self._apart[event]]
        else:
            known = self.records.told(event)
            known = [one for one in known if one.id not in self._alone] if self._alone else known
        told = [self._in_force(one) for one in known if one.article in self.articles]
        told.sort(key=_article)
        return told

    def _in_force(self, one: Assertion) -> Assertion:
        """An assertion with the corrections of its article, its actors and its source."""
        if one.event in self.notebook.events:
            known = {p: self.cast.id_of(p.actor, one.article) for p in one.participants}
            takes_part = tuple(Participant(key, p.role) for p, key in known.items() if key in self.cast.actors)
            return replace(one, participants=takes_part, source=self.voices.outlet(self.articles[one.article]))
        if EditKind.PUBLISHED in self.edits_on(one.article):
            from timeline.dates.settling import settled  # noqa: PLC0415 - most timelines have no article dated anew

            one = settled(self.articles[one.article], one)
        if self._is_as_read:
            return one
        participants = tuple(Participant(self.cast.id_of(p.actor, one.article), p.role) for p in one.participants)
        source = self.voices.id_of(one.source, one.article)
        if (participants, source) == (one.participants, one.source):
            return one
        return replace(one, participants=tuple(dict.fromkeys(participants)), source=source)

    def _mentions_apart(self) -> dict[str, Assertion]:
        """By own id, the mentions that are lines of their own, as a person corrected them, or joined others to them."""
        joins, events = self.held.of(EditKind.JOIN).values(), self.records.events
        leads = {followed(self.to, value) for edits in joins if (value := edits.value(EditKind.JOIN))}
        told_with_others = self.held.beyond(events).union(one for one in leads if one not in events)
        return {
            one: self.records.mentions[one]
            for one in sorted(told_with_others)
            if one in self.records.mentions and (one in leads or any(edit.value for edit in self.edits_on(one)))
        }

    # What an edit reaches

    def touched(
        self, targets: Iterable[str], entries_of: Callable[[set[str], set[str]], Iterable[str]], other: "Lines"
    ) -> set[str]:
        """The events whose lines may be others than `other` has, which differs in the edits on `targets` alone.

        `entries_of` gives those in which actors take part, or for which sources vouch.
        """
        same_people = self.cast.who_is_who == other.cast.who_is_who
        found: set[str] = set()
        for target in targets:
            lines = {target, self.line_of(target), other.line_of(target)}
            known = self.records.mentions
            found |= lines | {known[one].event for one in lines if one in known}  # the line it leaves
            if target in self.records.articles:
                found.update(self.records.of_article(target))
                found |= {key for key, one in self._apart.items() if one.article == target}
            if target in self.records.articles or target in self.notebook.events:
                found |= self.notebook.events.keys()
            if target in self.cast.known and not same_people:
                actors = self.cast.kin(target)
                found |= set(entries_of(actors, self.voices.of_actors(actors)))
                found |= self.held.of(EditKind.ROLE).keys()
                found |= self.notebook.events.keys()
            if target in self.voices.sources and self.voices.lead(target) != other.voices.lead(target):
                found |= set(entries_of(set(), {target, self.voices.lead(target)}))
                found |= self.notebook.events.keys()
        for event in tuple(found):
            found.add(self.joined.get(event, event))
            found.update(self.members.get(event, ()))
        return found


def _line(event: str, assertions: tuple[Assertion, ...]) -> WholeEntry:
    lead = assertions[0]
    participants = lead.participants
    if len(assertions) > 1 or len(participants) > 1:
        participants = tuple(dict.fromkeys(p for assertion in assertions for p in assertion.participants))
    return WholeEntry(
        id=event,
        title=lead.title,
        when=lead.when,
        status=lead.status,
        polarity=lead.polarity,
        participants=lead.participants if participants == lead.participants else participants,
        assertions=assertions,
    )


def _article(assertion: Assertion) -> str:
    return assertion.article
