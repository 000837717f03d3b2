"""The dialog for the facts of an event, wherever it is looked at: in a list, or in its article."""

from collections import Counter
from collections.abc import Iterator

from timeline.collection import Entry, Timeline
from timeline.edits import NONE, EditKind
from timeline.model import Actor, ActorKind, Polarity, Status
from timeline.quoting import quoted
from tui import evidence
from tui.activity import ROLES
from tui.screens.edit import EditDialog, Field

_HAPPENED = {Polarity.POSITIVE.value: "yes", Polarity.NEGATIVE.value: "no: the source says that it did not"}
_ROLES = {**{role.value: told for role, told in ROLES.items()}, NONE: "takes no part"}
TAGS_HINT = "words of your own, with commas between"
_LABEL = 9
"""Cells of a label in a dialog."""


def event_dialog(entry: Entry, timeline: Timeline, *, plain: bool) -> EditDialog:
    """The facts of an event, and its sentence; `plain` where there is no colour."""
    source = timeline.sources.get(entry.lead.source)
    fields: tuple[Field, ...] = (
        Field("title", EditKind.TITLE, entry.title),
        Field("status", EditKind.STATUS, entry.status.value, {status.value: status.value for status in Status}),
        Field("happened", EditKind.POLARITY, entry.polarity.value, _HAPPENED),
        Field("source", EditKind.SOURCE, source.name if source else ""),
        Field("place", EditKind.PLACE, entry.place, placeholder="where it happened"),
        Field("tags", EditKind.TAG, ", ".join(entry.tags), placeholder=TAGS_HINT),
        *_roles(entry, timeline),
    )
    article = timeline.article_of(entry.lead)
    about = evidence.sentence(article, entry.lead, plain=plain) if article else None
    return EditDialog(quoted(entry.title), fields, about)


def _roles(entry: Entry, timeline: Timeline) -> Iterator[Field]:
    """Who takes part: a person by surname unless that is another's too, all else by their whole name."""
    known = ((one, timeline.actors.get(one.actor)) for one in entry.participants)
    found = [(one, actor) for one, actor in known if actor is not None]
    short = Counter({actor.id: _short(actor) for _, actor in found}.values())
    for one, actor in found:
        label = _short(actor) if short[_short(actor)] == 1 else actor.name
        yield Field(label, EditKind.ROLE, one.role.value, _ROLES, part=actor.id)


def _short(actor: Actor) -> str:
    words = actor.name.split()
    while actor.kind is ActorKind.PERSON and len(words) > 1 and len(" ".join(words)) > _LABEL:
        words = words[1:]
    return " ".join(words)
