"""A line of the timeline."""

import msgspec

from timeline.edits import REJECTED, EditKind
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


class Entry(msgspec.Struct, frozen=True, gc=False, kw_only=True):
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
    place: str = ""
    tags: tuple[str, ...] = ()
    starred: bool = False
    hidden: bool = False
    note: str = ""
    review: str = ""
    """`accepted` or `rejected` by a person, or empty."""
    set_by_person: frozenset[EditKind] = frozenset()
    """What a person said of it that is told as a fact: its date, its title, who takes part."""

    @property
    def lead(self) -> Assertion:
        """The assertion that title, status and date are taken from, unless a person gave them."""
        return self.assertions[0]

    @property
    def dated_by_person(self) -> bool:
        """Whether a person gave its date."""
        return EditKind.DATE in self.set_by_person

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
    def by_hand(self) -> tuple[str, ...]:
        """What a person did to it, in words: `date and title set by hand`, `joined by hand`; nothing of mere marks."""
        if EditKind.EVENT in self.set_by_person:
            return ("added by hand",)
        *facts, last = [word for kind, word in _FACTS.items() if kind in self.set_by_person] or [""]
        told = f"{', '.join(facts)} and {last}" if facts else last
        deeds = (word for kind, word in _DEEDS.items() if kind in self.set_by_person)
        return (*((f"{told} set by hand",) if told else ()), *deeds)
