"""What dateline can't read: a name for each kind of file, and how its words can be had all the same."""

from typing import NamedTuple

from extractors.reading.errors import Unreadable


class Format(NamedTuple):
    """A kind of file that holds no article as text."""

    name: str
    """As in `is …, not text`."""
    advice: str = ""

    def refusal(self, what: str = "an article") -> Unreadable:
        """To be raised: what a file is, and what it should have been."""
        return Unreadable(f"is {self.name}, not {what}", self.advice)


COPY = "copy what is to be read into a text file, and give its date with --date"

CHAT = Format("a chat export", COPY)
LOG = Format("the log of a program")
SOURCE = Format("program source")
SUBTITLES = Format("a file of subtitles", "make text of it without the times")
TABLE = Format("a table (CSV)", "make a sentence of each row")
