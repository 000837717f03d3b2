"""A line of the timeline."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Protocol

import msgspec

from timeline.edits import ACCEPTED, CHANGED, REJECTED, EditKind
from timeline.model import Assertion, Participant, Polarity, Status
from timeline.when import Step, When

_FACTS = {
    EditKind.DATE: "date",
    EditKind.TITLE: "title",
    EditKind.STATUS: "status",
    EditKind.POLARITY: "denial",
    EditKind.SOURCE: "source",
    EditKind.PLACE: "place",
    EditKind.ROLE: "actors",
}
_DEEDS = {EditKind.JOIN: "joined by hand", EditKind.SPLIT: "set apart by hand"}


class Entry:
    """One line of the timeline: an event with its edits applied. Two that say the same are equal."""

    __slots__ = ()

    if TYPE_CHECKING:

        @property
        def id(self) -> str:
            """The event's id."""

        @property
        def title(self) -> str:
            """What happened, in one line."""

        @property
        def when(self) -> When:
            """Its place in time."""

        @property
        def status(self) -> Status:
            """How surely."""

        @property
        def polarity(self) -> Polarity:
            """Whether it did."""

        @property
        def participants(self) -> tuple[Participant, ...]:
            """Who takes part, once in each role."""

        @property
        def assertions(self) -> tuple[Assertion, ...]:
            """The first leads."""

        @property
        def place(self) -> str:
            """Where a person put it."""

        @property
        def tags(self) -> tuple[str, ...]:
            """What a person filed it under."""

        @property
        def starred(self) -> bool:
            """Whether a person marked it."""

        @property
        def hidden(self) -> bool:
            """Whether a person hid it."""

        @property
        def note(self) -> str:
            """What a person wrote beside it."""

        @property
        def review(self) -> str:
            """`accepted` or `rejected` by a person; `changed` where its text is another since then; or empty."""

        @property
        def set_by_person(self) -> frozenset[EditKind]:
            """What a person said of it that is told as a fact: its date, its title, who takes part."""

    @property
    def stands(self) -> tuple[str, int]:
        """The article of what leads it, and where in its text that is told."""
        return self.lead.article, self.lead.trigger[0]

    @property
    def told_in(self) -> Collection[str]:
        """The articles that tell it."""
        return {one.article for one in self.assertions}

    @property
    def is_told_again(self) -> bool:
        """Whether there are several assertions of it."""
        return len(self.assertions) > 1

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Entry):
            return NotImplemented
        return self is other or all(
            getattr(self, name) == getattr(other, name) for name in WholeEntry.__struct_fields__
        )

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def lead(self) -> Assertion:
        """The assertion that title, status and date are taken from, unless a person gave them."""
        return self.assertions[0]

    @property
    def dated_by_person(self) -> bool:
        """Whether a person gave its date."""
        return EditKind.DATE in self.set_by_person

    @property
    def date_stands(self) -> bool:
        """Whether a person answers for its date: gave it, or accepted the line that has it."""
        return self.dated_by_person or (self.review == ACCEPTED and not self.when.is_open)

    @property
    def unreviewed(self) -> bool:
        """Whether nobody has said of what it tells now that it is right, or wrong."""
        return self.review in ("", CHANGED)

    @property
    def looked_at(self) -> str:
        """What a person said of it on reviewing it, in words."""
        return "it is told otherwise since you looked at it" if self.review == CHANGED else self.review

    @property
    def left_out(self) -> bool:
        """Whether a person took it out of list and exports: hid it, or rejected it on review."""
        return self.hidden or self.review == REJECTED

    @property
    def status_because(self) -> Step | None:
        """Why it has its status; None where an earlier version read it."""
        if EditKind.STATUS in self.set_by_person:
            return Step("edit.status", "a person said so")
        return self.lead.status_because

    @property
    def deeds(self) -> tuple[str, ...]:
        """Whether a person made one line of several, or several of one, in words."""
        return tuple(word for kind, word in _DEEDS.items() if kind in self.set_by_person)

    @property
    def by_hand(self) -> tuple[str, ...]:
        """What a person did to it, in words: `date and title set by hand`, `joined by hand`; nothing of mere marks."""
        if EditKind.EVENT in self.set_by_person:
            return ("added by hand",)
        *facts, last = [word for kind, word in _FACTS.items() if kind in self.set_by_person] or [""]
        told = f"{', '.join(facts)} and {last}" if facts else last
        return (*((f"{told} set by hand",) if told else ()), *self.deeds)


class WholeEntry(Entry, msgspec.Struct, frozen=True, gc=False, kw_only=True, eq=False):
    """A line with all that it says."""

    id: str
    title: str
    when: When
    status: Status
    polarity: Polarity
    participants: tuple[Participant, ...]
    assertions: tuple[Assertion, ...]
    place: str = ""
    tags: tuple[str, ...] = ()
    starred: bool = False
    hidden: bool = False
    note: str = ""
    review: str = ""
    set_by_person: frozenset[EditKind] = frozenset()


class Lead(msgspec.Struct, frozen=True, gc=False):
    """When an event is, as the first of its assertions tells it, and where that stands."""

    article: str
    start: int
    """Of its trigger, in the article's text."""
    when: When
    is_alone: bool = True
    """Whether there is no other assertion of it."""


class _Whole(Protocol):
    def whole(self, event: str, /) -> WholeEntry: ...


class _LaterEntry(Entry, msgspec.Struct, frozen=True, gc=False, eq=False):
    """A line that says what was read: of that no more than its place in the list is kept; the rest is read when asked.

    So a long timeline is listed before all of it is read, and takes a fraction of the memory.
    """

    id: str
    when: When
    leads: Lead
    lines: _Whole

    place = ""
    set_by_person = frozenset()

    @property
    def stands(self) -> tuple[str, int]:
        """Known without reading it, as are the next two."""
        return self.leads.article, self.leads.start

    @property
    def told_in(self) -> Collection[str]:
        """The one article."""
        return (self.leads.article,)

    @property
    def is_told_again(self) -> bool:
        """Whether that has several assertions of it."""
        return not self.leads.is_alone

    @property
    def title(self) -> str:
        """As it was read, like all that follows."""
        return self.lines.whole(self.id).title

    @property
    def status(self) -> Status:
        return self.lines.whole(self.id).status

    @property
    def polarity(self) -> Polarity:
        return self.lines.whole(self.id).polarity

    @property
    def participants(self) -> tuple[Participant, ...]:
        return self.lines.whole(self.id).participants

    @property
    def assertions(self) -> tuple[Assertion, ...]:
        return self.lines.whole(self.id).assertions


class ReadEntry(_LaterEntry, frozen=True, gc=False, eq=False):
    """A line that nobody corrected."""

    tags = ()
    starred = hidden = left_out = False
    note = review = ""


class MarkedEntry(_LaterEntry, frozen=True, gc=False, eq=False, kw_only=True):
    """A line to which a person only added something of their own."""

    tags: tuple[str, ...]
    starred: bool
    hidden: bool
    note: str
    review: str
