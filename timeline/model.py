"""The records of a timeline: what was read, what was found in it, and who says so.

All records are immutable `msgspec.Struct`s: typed, small, and read from and written to JSON by one validating
decoder. (Plain dataclasses would need a hand-written one for the tagged union of `timeline.meanings`.) None of them can
lead back to itself, so that the search for such circles passes over them (`gc=False`). Every offset counts characters
of `Article.text`.
"""

import datetime as dt
import hashlib
import re
import unicodedata
from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from timeline.meanings import Meaning
from timeline.meanings.ranges import Count
from timeline.when import Step, When

Index = Annotated[int, Meta(ge=0)]
"""Of a member, or an offset; none counts from the end."""

Span = tuple[Index, Index]
"""Start and end (exclusive), in characters of the article's text."""


class Basis(StrEnum):
    """What a publication date was read from, strongest first."""

    PERSON = "person"
    METADATA = "metadata"
    URL = "url"
    DATELINE = "dateline"
    UPDATED = "updated"


BASES = {
    Basis.PERSON: "set by you",
    Basis.METADATA: "from its metadata",
    Basis.URL: "from its address",
    Basis.DATELINE: "from its dateline",
    Basis.UPDATED: "as it says itself",
}
"""Where a publication date is from, in words."""


class Published(msgspec.Struct, frozen=True, gc=False):
    """A publication date (TimeML: document creation time) and what it rests on."""

    date: dt.date
    basis: Basis
    evidence: str = ""
    """The words or the field it was read from, such as `article:published_time`."""


class Sense(StrEnum):
    """Which way a relative time expression points from its anchor."""

    PAST = "past"
    FUTURE = "future"
    EITHER = "either"


class Direction(msgspec.Struct, frozen=True, gc=False):
    """The sense of a time expression in its sentence, and the words that decide it."""

    sense: Sense = Sense.EITHER
    because: str = ""
    """Read by people: `“defected” is past`."""
    likelier: Sense = Sense.PAST
    """Where `sense` is either: the side that is named first."""


class TimexType(StrEnum):
    """The TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class NarrativeAnchor(msgspec.Struct, frozen=True, gc=False):
    """The time told of before that an expression counts from: `On Friday … two days later`."""

    expression: Index
    """Its index in the article's `time_expressions`, always an earlier one."""
    same_sentence: bool = False
    years: Count = 0
    """Of a date without a year: how many years after the one told of, as the story has gone on since."""


class EventAnchor(msgspec.Struct, frozen=True, gc=False):
    """The event that an expression counts from, which words after it tell: `two days after the vote`."""

    text: str
    """Its own words: `the vote`, `he left`."""
    expression: Index | None = None
    """Index of the expression that dates it, before or after; None where the text doesn't date it."""
    same_clause: bool = False
    """Whether it is dated by its own words, `the day before he left on 3 May`, and not by another mention of it."""
    past: bool = False
    """Whether what happened so long before or after it is told as past."""


class TimeExpression(msgspec.Struct, frozen=True, gc=False):
    """A span of text that denotes time, with all that is needed to resolve it again against another date."""

    start: Index
    end: Index
    text: str
    type: TimexType
    meaning: Meaning
    direction: Direction
    rules: tuple[str, ...]
    """Ids of the grammar rules that composed it, innermost first."""
    spoken: Index | None = None
    """Index of the expression that dates the speaking, for what a speaker says: `said Saturday … in eight days`."""
    verbatim: bool = False
    """Whether the words are the speaker's own, in quotation marks, so that *tomorrow* is the day after the speaking."""
    supposed: bool = False
    """Whether no words date the speaking: it is taken for their last dated saying, or for publication."""
    ends: "tuple[TimeExpression, ...]" = ()
    """The two times of a span, `from May to July`: TimeML marks each of them, a timeline wants the span."""
    told: NarrativeAnchor | None = None
    """For what counts from the story, where the text settles from what."""
    event: EventAnchor | None = None
    """For what counts from an event that the words after it tell."""
    unused_because: Step | None = None
    """Why it dates no line, if it dates none."""


class Attribution(msgspec.Struct, frozen=True, gc=False):
    """Who vouches for what inside an article (PARC: source, cue, content)."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speaker: str
    """The source's name as a person would write it; empty when the text names none."""
    actor: str = ""
    """Id of the actor that the source is, if it is one."""
    vouches: bool = True
    """Whether the source tells the content as true, rather than wants it, or is for or against what it names."""


class Article(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One document as read, with what its own reading found in it."""

    id: str
    name: str
    """What the person calls it: a file's stem, a row's id, the last part of an address."""
    text: str
    title: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""
    origin: str = ""
    """The path or address it was read from, as it was given."""
    language: str = ""
    """The ISO 639 code of the language it is in, such as `en`; empty where nobody has looked."""
    published: Published | None = None
    updated: dt.date | None = None
    notices: tuple[str, ...] = ()
    """What a person should know of how it was read, such as `is one of 2 articles on its page, each read by itself`."""
    time_expressions: tuple[TimeExpression, ...] = ()
    attributions: tuple[Attribution, ...] = ()


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    COUNTRY = "country"
    GROUP = "group"
    VEHICLE = "vehicle"
    UNKNOWN = "unknown"


class Actor(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A person, organisation, country or group: one canonical name, other names, titles.

    One without a name is called as its article describes it, and known by its id within that article alone.
    """

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()


class Role(StrEnum):
    """An actor's part in an event."""

    AGENT = "agent"
    AFFECTED = "affected"
    """To whom it is done; what earlier versions call `patient`."""
    VICTIM = "victim"
    TARGET = "target"
    """Against whom it is done: accused, sued, attacked."""
    RECIPIENT = "recipient"
    SPEAKER = "speaker"
    """Who says it, where the event is a saying."""
    MENTIONED = "mentioned"

    @classmethod
    def _missing_(cls, value: object) -> "Role | None":
        return cls.AFFECTED if value == "patient" else None


class Participant(msgspec.Struct, frozen=True, gc=False):
    """An actor in an event."""

    actor: str
    role: Role


class SourceKind(StrEnum):
    """Where a claim comes from."""

    OUTLET = "outlet"
    """The publisher of an article, or the article itself when it names none."""
    SPEAKER = "speaker"
    """A named person or organisation that an article quotes."""
    UNNAMED = "unnamed"
    """“An official”, “observers”: known only within its article."""


class Source(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Who vouches for an assertion."""

    id: str
    name: str
    kind: SourceKind
    actor: str = ""


class Status(StrEnum):
    """Factuality of an event as its source presents it."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    FORECAST = "forecast"
    ALLEGED = "alleged"
    CONDITIONAL = "conditional"


class Polarity(StrEnum):
    """Whether the source says that it happened or that it did not."""

    POSITIVE = "pos"
    NEGATIVE = "neg"


class Tie(StrEnum):
    """How an event has its time."""

    OWN = "own"
    """Words of its own sentence date it, or none do."""
    SCENE = "scene"
    """It is told within a scene that words before it date: *a ferry sank on Saturday. Divers found its bell*."""
    NEWS = "news"
    """No words date it; it is the news of its article, and so happened by its publication."""
    PRESENT = "present"
    """It is told as so at the moment of telling: *is currently closed*."""
    LASTING = "lasting"
    """Its time is a length that goes up to the moment of telling: *has been closed for two weeks*."""
    APART = "apart"
    """It is told how far from it a dated event lies: *was fired on Friday, six days after the ferry sank*."""
    BEFORE = "before"
    """It was over before what its time dates: *before joining parliament in 1987 she taught*."""
    EDGE = "edge"
    """It is told of when its time began or ended: *since 1998, when the dam broke*, *was not found until May*."""
    EITHER = "either"
    """It was at its time or at that of `apart`: *on either 4 or 5 March*."""
    WITHIN = "within"
    """Its time is a length that begins at the moment of telling: *will withdraw within 60 days*."""


class Assertion(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What one source says of one event, read from one clause."""

    id: str
    event: str
    article: str
    source: str
    trigger: Span
    clause: Span
    evidence: Span
    """The sentence it was read from."""
    title: str
    status: Status = Status.OCCURRED
    status_because: Step | None = None
    """Why it has this status; None where an earlier version read it."""
    polarity: Polarity = Polarity.POSITIVE
    participants: tuple[Participant, ...] = ()
    time: Index | None = None
    """Index in the article's `time_expressions`, if one dates it."""
    tie: Tie = Tie.OWN
    apart: Index | None = None
    """Index of the expression that tells how far its time lies from that at `time`: *six days after*.

    Of a scene, that of an hour on the day after: *on Monday evening … at 2 a.m.*; of *4 or 5 March* the other day."""
    attribution: Index | None = None
    """Index in the article's `attributions`, if a speaker vouches for it."""
    source_because: Step | None = None
    """Why it has this source; None where an earlier version read it."""
    when: When


class Event(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Something that happened, is happening, or may happen, as its assertions tell it."""

    id: str
    assertions: tuple[str, ...]
    """Ids; the first leads: title, date and status are taken from it."""


class Extraction(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """All that was read from one article."""

    article: Article
    actors: tuple[Actor, ...] = ()
    sources: tuple[Source, ...] = ()
    events: tuple[Event, ...] = ()
    assertions: tuple[Assertion, ...] = ()
    extractor: str = ""
    """Name and version of the pipeline that read it."""


def content_id(*parts: object) -> str:
    """Sixteen hexadecimal digits that depend on nothing but `parts`."""
    digest = hashlib.sha256("\x1f".join(str(part) for part in parts).encode())
    return digest.hexdigest()[:16]


def event_id(article: str, trigger: Span) -> str:
    """The id of an event that one clause tells of, by its article and trigger."""
    return content_id("event", article, *trigger)


def article_id(text: str, *apart: object) -> str:
    """The id of an article: the same text has the same id on every machine.

    That of another article of the same words begins alike, and depends on wherein it is `apart`, its outlet and day.
    """
    own = content_id("article", text)
    return own[:OF_WORDS] + content_id("article", text, *apart)[OF_WORDS:] if apart else own


OF_WORDS = 8
"""So many digits of an article's id are of its words alone."""


def fold(text: str) -> str:
    """`text` without case and accents, for comparing names and for search.

    >>> fold("Ébène")
    'ebene'
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    if not decomposed.isascii():
        marks = {ord(c): None for c in set(decomposed) if unicodedata.combining(c)}
        decomposed = decomposed.translate(marks) if marks else decomposed
    return decomposed.casefold()


def slug(name: str) -> str:
    """`name` as an id: folded, words joined by hyphens.

    >>> slug("Ada Fenwick, MP")
    'ada-fenwick-mp'
    """
    return re.sub(r"\W+", "-", fold(name)).strip("-") or content_id(name)
