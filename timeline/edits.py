"""Corrections by a person: a log kept apart from what was extracted, applied over it, and undone one by one."""

from enum import StrEnum

import msgspec


class EditKind(StrEnum):
    """What an edit changes; `value` of the edit is described with each."""

    STAR = "star"
    """An event is marked; value `yes`, or empty to unmark it."""
    HIDE = "hide"
    """An event leaves the list and the exports; value `yes`, or empty to bring it back."""
    DATE = "date"
    """An event's date; value an EDTF string."""
    NOTE = "note"
    """A person's note on an event; value the text, empty for none."""
    PUBLISHED = "published"
    """An article's publication date, from which all its relative dates are resolved anew; value an ISO date."""
    REMOVE = "remove"
    """An article leaves the timeline with its events; value `yes`."""


class Edit(msgspec.Struct, frozen=True, kw_only=True):
    """One correction. The last one of a kind on a target that is not undone holds."""

    number: int
    """Counts up from 1 in the order the edits were made."""
    kind: EditKind
    target: str
    """Id of the event, or of the article for `published` and `remove`."""
    value: str
    at: str = ""
    """When it was made (ISO 8601, UTC); for the history a person reads, never for exports."""
    undone: bool = False
