"""Corrections by a person: a log kept apart from what was extracted, applied over it, and undone one by one.

An edit remembers which edit was the last to hold when it was made. The log is thereby a tree: undoing walks towards
its root, redoing along the youngest branch, and an edit made after an undo starts a new branch without a trace of the
old one being lost.

What an edit sets is named by its target, its kind and, where a target has several of a kind, its part: a tag, an actor
who takes part. The last edit on that which is not undone holds, so that no edit has to know of another.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

YES = "yes"
PROGRAM = "dateline"
"""The author of edits that nobody made: what became of events when their article was read again."""
ACCEPTED, REJECTED = "accepted", "rejected"
NONE = "none"
"""The role of an actor who takes no part, though they were read to."""
BEFORE, AFTER = "before", "after"

MOST = 2**53
"""The largest number of an edit: more are no whole numbers for every program that reads JSON."""


class EditKind(StrEnum):
    """What an edit changes; `value` of the edit is described with each. Empty, it gives back what was read."""

    STAR = "star"
    """An event is marked; value `yes`, or empty to unmark it."""
    HIDE = "hide"
    """An event leaves the list and the exports; value `yes`, or empty to bring it back."""
    NOTE = "note"
    """A person's note on an event; value the text, empty for none."""
    TAG = "tag"
    """An event has the tag that is the edit's part; value `yes`, or empty to take it off."""
    REVIEW = "review"
    """A person has looked at an event; value `accepted`, `rejected`, or empty."""
    DATE = "date"
    """An event's date; value an EDTF string."""
    TITLE = "title"
    """An event's title; value a line of text."""
    STATUS = "status"
    """An event's status; value a `Status`."""
    POLARITY = "polarity"
    """Whether an event happened, or did not; value a `Polarity`."""
    SOURCE = "source"
    """Who vouches for an event's leading assertion; value the name of a source, as it was read, or a new one's."""
    PLACE = "place"
    """Where an event happened; value a line of text."""
    ROLE = "role"
    """The role in an event of the actor whose id is the edit's part; value a `Role`, or `none` for no part in it."""
    ORDER = "order"
    """Where an event stands on its day; value `before` or `after`, and the id of another event that starts then."""
    JOIN = "join"
    """An event is told with another, in one line; value the id of that, whose line leads."""
    SPLIT = "split"
    """A mention that was joined to others when it was read is an event by itself; value `yes`."""
    EVENT = "event"
    """An event that was added by hand; value an `EventByHand` as JSON, or empty to take it out."""
    ATTACH = "attach"
    """All corrections of an event hold for another, as which it was read again; value the id of that."""

    LOST = "lost"
    """An event was not there any more when its article was read again; value the `Mention` that it was, as JSON, or
    empty once it is back."""

    PUBLISHED = "published"
    """An article's publication date, from which all its relative dates are resolved anew; value an ISO date, or empty
    for an unknown one."""
    REMOVE = "remove"
    """An article leaves the timeline with its events; value `yes`, or empty to bring it back."""
    HEADLINE = "headline"
    """An article's title; value a line of text."""
    OUTLET = "outlet"
    """An article's publisher; value a line of text."""

    ACTOR = "actor"
    """An actor who was added by hand; value the name, or empty to take them out."""
    ACTOR_NAME = "actor-name"
    """An actor's name, on all of their timeline; value a line of text."""
    ACTOR_KIND = "actor-kind"
    """What an actor is; value an `ActorKind`."""
    ACTOR_JOIN = "actor-join"
    """An actor is the same as another; value the id of that, whose name leads."""
    ACTOR_SPLIT = "actor-split"
    """In the article whose id is the edit's part an actor is somebody else of that name; value `yes`."""

    SOURCE_NAME = "source-name"
    """A source's name; value a line of text."""
    SOURCE_KIND = "source-kind"
    """What a source is; value a `SourceKind`."""

    MERGE = "merge"
    """Another timeline was merged into this one; its target is what that was called, its value what came of it."""


ON_ARTICLES = frozenset({EditKind.PUBLISHED, EditKind.REMOVE, EditKind.HEADLINE, EditKind.OUTLET})
ON_ACTORS = frozenset(
    {EditKind.ACTOR, EditKind.ACTOR_NAME, EditKind.ACTOR_KIND, EditKind.ACTOR_JOIN, EditKind.ACTOR_SPLIT}
)
ON_SOURCES = frozenset({EditKind.SOURCE_NAME, EditKind.SOURCE_KIND})
ON_EVENTS = frozenset(EditKind) - ON_ARTICLES - ON_ACTORS - ON_SOURCES - {EditKind.MERGE}
"""Kinds by what their target is."""

WITH_PART = frozenset({EditKind.TAG, EditKind.ROLE, EditKind.ACTOR_SPLIT})
"""Kinds of which a target has several, each by its part."""


class Edit(msgspec.Struct, frozen=True, kw_only=True):
    """One correction. The last one of a kind and part on a target that is not undone holds."""

    number: Annotated[int, Meta(ge=1, le=MOST)]
    """Counts up from 1 in the order the edits were made."""
    kind: EditKind
    target: str
    """Id of the event, article, actor or source."""
    part: str = ""
    """What of the target is meant, for a kind of which it has several."""
    value: str
    at: str = ""
    """When it was made (ISO 8601, UTC), later than any before it in its log; never for exports."""
    author: str = ""
    """Who made it, as they call themselves; empty where nobody said. For the history alone too."""
    before: str = ""
    """What was in force when it was made, in the form of `value`; empty as well where an earlier version made it."""
    undone: bool = False
    after: Annotated[int, Meta(ge=0, le=MOST)] = 0
    """Number of the edit that was the last to hold when this one was made; 0 for none."""
    turns: Annotated[int, Meta(ge=0, le=MOST)] = 0
    """How often it was taken back or made again. Of one edit in two logs the one with more turns says if it holds."""
    replaces: tuple[str, ...] | None = None
    """Ids of the edits of its kind on its target that were known when it was made, but those that these replace; None
    where an earlier version made it (`timeline/logs/identity.py`)."""


class Corrections:
    """The edits on one target that hold."""

    __slots__ = ("_edits",)

    def __init__(self, edits: Mapping[tuple[EditKind, str], Edit] | None = None) -> None:
        """By kind and part."""
        self._edits = edits or {}

    def __iter__(self) -> Iterator[Edit]:
        return iter(self._edits.values())

    def __bool__(self) -> bool:
        return bool(self._edits)

    def __contains__(self, kind: EditKind) -> bool:
        return (kind, "") in self._edits

    @property
    def kinds(self) -> frozenset[EditKind]:
        """Of which there are edits."""
        return frozenset(kind for kind, _ in self._edits)

    def get(self, kind: EditKind, part: str = "") -> Edit | None:
        """The edit of a kind, and part, if there is one."""
        return self._edits.get((kind, part))

    def value(self, kind: EditKind, part: str = "") -> str:
        """What it sets; empty where there is none."""
        edit = self._edits.get((kind, part))
        return edit.value if edit else ""

    def parts(self, kind: EditKind) -> dict[str, str]:
        """By part, what the edits of a kind set."""
        return {part: edit.value for (own, part), edit in self._edits.items() if own is kind}


UNCORRECTED = Corrections()


def carried(edits: Iterable[Edit]) -> Mapping[str, str]:
    """By target, as what it was read again: the target for which its edits hold now."""
    to: dict[str, str] = {}
    for edit in edits:
        if edit.kind is EditKind.ATTACH and not edit.undone:
            to.pop(edit.target, None)
            if edit.value and followed(to, edit.value) != edit.target:
                to[edit.target] = edit.value
    return to


def followed(to: Mapping[str, str], target: str) -> str:
    """Where a way that has no circles ends."""
    while target in to:
        target = to[target]
    return target


def holding(edits: Iterable[Edit]) -> Mapping[str, Corrections]:
    """By target, the edits that hold; those that were carried to another target are found there."""
    edits = tuple(edits)
    to = carried(edits)
    held: dict[str, dict[tuple[EditKind, str], Edit]] = {}
    for edit in edits:
        if not edit.undone:
            stays = edit.kind in (EditKind.ATTACH, EditKind.LOST)
            target = edit.target if stays else followed(to, edit.target)
            held.setdefault(target, {})[edit.kind, edit.part] = edit
    return {target: Corrections(own) for target, own in held.items()}


def last_holding(log: Sequence[Edit]) -> Edit | None:
    """The edit that an undo takes back."""
    return next((edit for edit in reversed(log) if not edit.undone), None)


def next_redone(log: Sequence[Edit]) -> Edit | None:
    """The edit that a redo makes hold again."""
    last = last_holding(log)
    base = last.number if last else 0
    return next((edit for edit in reversed(log) if edit.undone and edit.after == base), None)
