"""What the app and its reading worker say to each other: one JSON object a line."""

import datetime as dt

import msgspec

from timeline.model import Extraction


class Job(msgspec.Struct, frozen=True):
    """Asks the worker to read; its answers carry the same number."""

    number: int
    origins: tuple[str, ...]
    """Paths, folders and http(s) addresses."""
    published: dt.date | None = None
    publisher: str = ""


class Started(msgspec.Struct, frozen=True, tag="started"):
    """A job has begun."""

    job: int
    origins: tuple[str, ...]
    """What it will read, one after the other: of folders their files."""


class Opened(msgspec.Struct, frozen=True, tag="reading"):
    """An origin is being read now."""

    job: int
    origin: str


class Read(msgspec.Struct, frozen=True, tag="read"):
    """One article was read."""

    job: int
    origin: str
    extraction: Extraction


class Failed(msgspec.Struct, frozen=True, tag="failed"):
    """One article could not be read, for a reason that a person understands."""

    job: int
    origin: str
    reason: str


class Finished(msgspec.Struct, frozen=True, tag="finished"):
    """A job is done: so many articles read, so many not."""

    job: int
    read: int
    failed: int


Message = Started | Opened | Read | Failed | Finished
"""All that the worker says."""
