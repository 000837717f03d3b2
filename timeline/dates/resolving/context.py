"""What resolving a meaning may know of its article."""

import datetime as dt

import msgspec

from timeline.model import Direction, Published
from timeline.when import When


class NarrativeTime(msgspec.Struct, frozen=True):
    """A time told of before, with its date."""

    text: str
    when: When
    same_sentence: bool = False
    years: int = 0
    """How many years the story has gone on since."""


class EventTime(msgspec.Struct, frozen=True):
    """An event that is counted from, with the words that date it and its date."""

    text: str
    dated_by: str = ""
    """Empty where the text doesn't date it."""
    when: When = When()
    same_clause: bool = False
    until: dt.date | None = None
    """No later than this it is, since what is counted from it is told as past."""


class Context(msgspec.Struct, frozen=True):
    """What resolving may know: all of it can be stored, none of it needs the text again."""

    published: Published | None = None
    direction: Direction = Direction()
    spoken: dt.date | None = None
    """The day on which the words were spoken, where the sentence dates the speaking."""
    verbatim: bool = False
    """Whether they are the speaker's own."""
    told: NarrativeTime | None = None
    """What the words count from where they count from the story."""
    event: EventTime | None = None
    """What they count from where they count from an event."""
    points_back: bool = False
    """Whether they point to a time that was told, `that year`, so that publication is no guess at it."""

    @property
    def day(self) -> dt.date | None:
        """The day that `tomorrow` and `Friday` count from: that of publication, or of the speaking."""
        if self.verbatim and self.spoken is not None:
            return self.spoken
        return self.published.date if self.published else None
