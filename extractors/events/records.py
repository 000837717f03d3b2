"""Events as a doc keeps them, plain mappings so that docs can be serialized; and as records."""

import msgspec
from spacy.tokens import Doc

from extractors.syntax.phrases import Range
from timeline.model import Polarity, Role, Status, Tie
from timeline.when import Step

KEY = "events"
"""Where the clauses are: `doc.spans[KEY]`."""

if not Doc.has_extension("dateline_events"):
    Doc.set_extension("dateline_events", default=None)
if not Doc.has_extension("headline"):
    Doc.set_extension("headline", default="")


class DocEvent(msgspec.Struct, frozen=True):
    """One event by token indices of the doc."""

    trigger: Range
    clause: Range
    title: str
    """What it is in one line that can be read alone, from the words of its clause."""
    sentence: Range
    status: Status
    status_because: Step
    """The rule that gave the status, and why it fits in words."""
    polarity: Polarity
    time: int | None
    tie: Tie
    apart: int | None
    attribution: int | None
    source_because: Step
    """By what words it is known who vouches for it."""
    participants: tuple[tuple[str, Role], ...]


def events(doc: Doc) -> tuple[DocEvent, ...]:
    """The events of a processed doc as records, in the order of the text."""
    return tuple(msgspec.convert(row, DocEvent) for row in doc._.dateline_events or ())
