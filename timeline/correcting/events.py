"""The corrections of one event: its line with them applied, and what each of them would replace."""

from collections.abc import Callable, Mapping
from typing import Any

from msgspec.structs import replace

from timeline.dates import edtf
from timeline.edits import ACCEPTED, NONE, Corrections, EditKind
from timeline.entry import Entry, WholeEntry
from timeline.model import Participant, Polarity, Role, Status
from timeline.when import AgreedWhen, Step, When


def set_by_person(date: str) -> When:
    """The time that an EDTF string of a person's means."""
    span = edtf.parse(date)
    return When(
        edtf=date,
        earliest=span.earliest,
        latest=span.latest,
        precision=span.precision,
        derivation=(Step("edit.date", f"a person set {edtf.describe_edtf(date)}"),),
    )


_AGREED = Step("edit.review", "a person looked at the sentence and agreed")


def agreed(when: When) -> When:
    """A time that was read, after a person accepted the line: of several dates the one that the line shows."""
    if not when.is_uncertain:
        return when
    date = when.candidates[0].edtf if when.candidates else when.edtf
    return AgreedWhen(
        edtf=date.replace("?", "").replace("%", "~"),
        earliest=when.earliest,
        latest=when.latest,
        precision=when.precision,
        timex=when.timex,
        bound=when.bound,
        derivation=(*when.derivation, _AGREED),
    )


_FACTS: Mapping[EditKind, tuple[str, Callable[[str], Any]]] = {
    EditKind.DATE: ("when", set_by_person),
    EditKind.TITLE: ("title", str),
    EditKind.STATUS: ("status", Status),
    EditKind.POLARITY: ("polarity", Polarity),
    EditKind.PLACE: ("place", str),
}
"""Corrections that set a field of the line: which, and to what."""

MARKS = frozenset({EditKind.STAR, EditKind.NOTE, EditKind.TAG})
"""What a person adds to a line, and which stays on it when it is told with others."""


KEPT_JOINED = MARKS | {EditKind.DATE}
"""What a person said of a line that holds for the one that it is joined to, unless that has its own."""

ADDED = MARKS | {EditKind.HIDE, EditKind.REVIEW}
"""What a person adds to a line, which leaves what it tells as it was read; but accepted, its date is not in doubt."""


def added(edits: Corrections) -> dict[str, Any]:
    """The fields of a line that say what a person added to it."""
    return {
        "tags": tuple(sorted(tag for tag, on in edits.parts(EditKind.TAG).items() if on)),
        "starred": bool(edits.value(EditKind.STAR)),
        "hidden": bool(edits.value(EditKind.HIDE)),
        "note": edits.value(EditKind.NOTE),
        "review": edits.value(EditKind.REVIEW),
    }


def corrected(entry: WholeEntry, edits: Corrections, roles: Mapping[str, str]) -> WholeEntry:
    """A line with the corrections that hold; `roles` are those of the actors who are there."""
    if edits.value(EditKind.REVIEW) == ACCEPTED:  # a date that a person gave stays as they gave it
        entry = replace(entry, when=agreed(entry.when))
    facts = {field: form(value) for kind, (field, form) in _FACTS.items() if (value := edits.value(kind))}
    by_person = {kind for kind in _FACTS if edits.value(kind)} | ({EditKind.ROLE} if roles else set())
    return replace(
        entry,
        **facts,
        **added(edits),
        participants=with_roles(entry.participants, roles) if roles else entry.participants,
        set_by_person=entry.set_by_person | by_person,
    )


def with_roles(participants: tuple[Participant, ...], roles: Mapping[str, str]) -> tuple[Participant, ...]:
    """Who takes part, after a person gave these actors these roles; those who are new come last."""
    kept: dict[Participant, None] = {}
    for one in participants:
        role = roles.get(one.actor)
        if role is None:
            kept[one] = None
        elif role != NONE:
            kept[Participant(one.actor, Role(role))] = None
    for actor, role in roles.items():
        if role != NONE:
            kept.setdefault(Participant(actor, Role(role)))
    return tuple(kept)


def in_force(entry: Entry, edits: Corrections, kind: EditKind, part: str) -> str:
    """What a correction of a line would replace, in the form of its value."""
    match kind:
        case EditKind.DATE:
            return entry.when.edtf
        case EditKind.TITLE:
            return entry.title
        case EditKind.STATUS:
            return entry.status
        case EditKind.POLARITY:
            return entry.polarity
        case EditKind.ROLE:
            return next((one.role for one in entry.participants if one.actor == part), "")
        case _:
            return edits.value(kind, part)
