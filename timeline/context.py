"""What resolving a meaning may know of its article."""

import datetime as dt

import msgspec

from timeline.model import Direction, Published
from timeline.when import When


class ToldTime(msgspec.Struct, frozen=True):
    """A time told of before, with its date."""

    text: str
    when: When
    same_sentence: bool = False
    years: int = 0
    """How many years the story has gone on since."""


class Context(msgspec.Struct, frozen=True):
    """What resolving may know: all of it can be stored, none of it needs the text again."""

    published: Published | None = None
    direction: Direction = Direction()
    spoken: dt.date | None = None
    """The day on which the words were spoken, where the sentence dates the speaking."""
    told: ToldTime | None = None
    """What the words count from where they count from the story."""
