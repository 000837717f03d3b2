"""What can be corrected. Imports nothing, so that the command line can name it and still answer at once."""

from enum import StrEnum

YES = "yes"
PROGRAM = "dateline"
"""The author of edits that nobody made: what became of events when their article was read again."""
ACCEPTED, REJECTED = "accepted", "rejected"
CHANGED = "changed"
"""What was accepted or corrected is told otherwise since, so that it waits for review."""
NONE = "none"
"""The role of an actor who takes no part, though they were read to."""
BEFORE, AFTER = "before", "after"


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
    """A person has looked at an event; value `accepted`, `rejected`, `changed` (its text is another now) or empty."""
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
    SOURCE_JOIN = "source-join"
    """A source is the same as another; value the id of that, which vouches for what both said."""

    MERGE = "merge"
    """Another timeline was merged into this one, or a later text of an article took the place of the one before it; its
    target is what that was called, its value what came of it. Of a text, what was before is the article's id then."""


ON_ARTICLES = frozenset({EditKind.PUBLISHED, EditKind.REMOVE, EditKind.HEADLINE, EditKind.OUTLET})
ON_ACTORS = frozenset(
    {EditKind.ACTOR, EditKind.ACTOR_NAME, EditKind.ACTOR_KIND, EditKind.ACTOR_JOIN, EditKind.ACTOR_SPLIT}
)
ON_SOURCES = frozenset({EditKind.SOURCE_NAME, EditKind.SOURCE_KIND, EditKind.SOURCE_JOIN})
ON_EVENTS = frozenset(EditKind) - ON_ARTICLES - ON_ACTORS - ON_SOURCES - {EditKind.MERGE}
"""Kinds by what their target is."""

WITH_PART = frozenset({EditKind.TAG, EditKind.ROLE, EditKind.ACTOR_SPLIT})
"""Kinds of which a target has several, each by its part."""
