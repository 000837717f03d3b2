"""Mentions: words that stand for somebody or something, and the links between those that stand for the same."""

from collections.abc import Sequence
from enum import StrEnum

import msgspec
from spacy.tokens import Doc, Span

from extractors.once import once_per_rows

KEY = "mentions"
"""Where the mentions are: `doc.spans[KEY]`; those of one cluster share `span.id_`."""

if not Doc.has_extension("dateline_mentions"):
    Doc.set_extension("dateline_mentions", default=None)


class MentionForm(StrEnum):
    """How a mention is worded."""

    NAME = "name"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"


class Being(StrEnum):
    """Whom or what a mention can mean."""

    PERSON = "person"
    BODY = "body"
    """An organisation, a government, a team."""
    PLACE = "place"
    """A country too: it is a place that acts."""
    THING = "thing"
    UNKNOWN = "unknown"


class Count(StrEnum):
    """Whether a mention means one or several."""

    ONE = "one"
    MANY = "many"
    EITHER = "either"


class Sieve(StrEnum):
    """By which rule a mention was linked to an earlier one, the surest first."""

    NAME = "name"
    APPOSITION = "apposition"
    PREDICATE = "predicate"
    RELATIVE = "relative"
    SAME_WORDS = "same words"
    ROLE = "role"
    KIND = "kind"
    REFLEXIVE = "reflexive"
    PRONOUN = "pronoun"
    SPEAKER = "speaker"


class DocMention(msgspec.Struct, frozen=True):
    """One mention by token indices of the doc."""

    start: int
    end: int
    head: int
    form: MentionForm
    being: Being
    count: Count
    actor: str = ""
    """Id of the actor that it names; empty for what is no name of one."""
    members: tuple[int, ...] = ()
    """Of several that are joined, *Spain and France*, the mentions of each."""
    cluster: int = -1
    """Shared by all that mean the same; the number of its first mention."""
    antecedent: int | None = None
    """The mention that it was linked to."""
    sieve: Sieve | None = None
    because: str = ""
    """Why it was, in words."""
    sure: bool = True
    """Whether nothing else near could be meant."""


def keep(doc: Doc, records: Sequence[DocMention]) -> None:
    """Keep mentions in `doc`."""
    doc.spans[KEY] = [Span(doc, one.start, one.end, label=one.form.value, span_id=str(one.cluster)) for one in records]
    doc._.dateline_mentions = [msgspec.to_builtins(one) for one in records]


@once_per_rows("dateline_mentions")
def mentions(doc: Doc) -> tuple[DocMention, ...]:
    """The mentions of a processed doc, in the order of the text; an antecedent is an index among them."""
    return tuple(msgspec.convert(row, DocMention) for row in doc._.dateline_mentions or ())


def clusters(doc: Doc) -> tuple[tuple[DocMention, ...], ...]:
    """The mentions of a processed doc, those together that mean the same; in the order of their first ones."""
    together: dict[int, list[DocMention]] = {}
    for one in mentions(doc):
        together.setdefault(one.cluster, []).append(one)
    return tuple(tuple(cluster) for cluster in together.values())
