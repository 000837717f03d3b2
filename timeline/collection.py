"""A timeline as a person sees it: everything extracted with the edits applied, in order of time.

STUB of the interface; see `Timeline`.
"""

from collections.abc import Iterable, Mapping

import msgspec

from timeline.edits import Edit
from timeline.model import Actor, Article, Assertion, Event, Participant, Polarity, Source, Status
from timeline.when import When


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


class Timeline:
    """An immutable view. Undated entries come last; ties are settled by article and position in the text, then id."""

    articles: Mapping[str, Article]
    """By id; `published` is the date in force (an edit's, if there is one). Removed articles are not here."""
    actors: Mapping[str, Actor]
    sources: Mapping[str, Source]
    entries: tuple[Entry, ...]
    """All, hidden ones included, sorted."""
    orphans: tuple[Edit, ...]
    """Edits whose target is no longer there: shown, never dropped."""

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
    ) -> "Timeline":
        """Apply `edits` to what was extracted."""
        raise NotImplementedError

    def entry(self, event_id: str) -> Entry:
        """The entry of an event. Raises KeyError."""
        raise NotImplementedError

    def of_actor(self, actor_id: str) -> tuple[Entry, ...]:
        """Entries in which an actor takes part, in order of time, hidden ones left out."""
        raise NotImplementedError

    def of_source(self, source_id: str) -> tuple[Entry, ...]:
        """Entries that a source vouches for, in order of time, hidden ones left out."""
        raise NotImplementedError
