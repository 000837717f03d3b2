"""What a file format gives: text, and what the document says of itself."""

import datetime as dt

import msgspec


class Stated(msgspec.Struct, frozen=True):
    """A date that a document's metadata states, and the field that states it."""

    date: dt.date
    field: str
    in_utc: bool = False
    """Whether it is the day of a stamp in UTC, which late in the evening is not the newsroom's."""


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A text with its metadata, before it is known which publication date holds."""

    text: str
    name: str = ""
    title: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""
    language: str = ""
    published: Stated | None = None
    updated: Stated | None = None
    part: str = ""
    """Which part of its page it is, such as `article 2`; empty where it is all of it."""
    dateless: bool = False
    """Whether neither its address nor its text can date it, since it was written over several days."""
    notices: tuple[str, ...] = ()
    """What a person should know of how it was read: `is one of 2 articles on its page`."""
