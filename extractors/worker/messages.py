"""What a reading process and its supervisor say to each other: MessagePack, each message after its length in bytes."""

import datetime as dt
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import IO

import msgspec

from extractors.reading.inputs import Input
from timeline.model import Extraction

_LENGTH_BYTES = 8
"""Before each message its length, for any that fits into memory."""


class AnswerForm(StrEnum):
    """What is wanted of an article."""

    RECORDS = "records"
    JSON = "json"
    TIMEML = "timeml"


class Task(msgspec.Struct, frozen=True):
    """How inputs are to be read."""

    published: dt.date | None = None
    publisher: str = ""
    language: str = ""
    """The code of the language that a person says everything is in."""
    model: str | None = None
    form: AnswerForm = AnswerForm.RECORDS


class Load(msgspec.Struct, frozen=True, tag="load"):
    """Asks for the language pipeline to be loaded."""

    model: str | None


class ReadInput(msgspec.Struct, frozen=True, tag="read"):
    """Asks for an input to be read."""

    input: Input
    task: Task
    seconds: float
    """Of computing that it may take."""


Request = Load | ReadInput
"""All that a reading process is asked."""


class Launched(msgspec.Struct, frozen=True, tag="started"):
    """The process is there. Its id may differ from that of what was started: on Windows that is a launcher."""

    pid: int


class Loading(msgspec.Struct, frozen=True, tag="loading"):
    """The language pipeline is being loaded, which takes seconds that are nobody's."""


class Loaded(msgspec.Struct, frozen=True, tag="loaded"):
    """The language pipeline is there."""


class Unusable(msgspec.Struct, frozen=True, tag="unusable"):
    """There is no such language pipeline, or it cannot be used."""

    reason: str


class More(msgspec.Struct, frozen=True, tag="more"):
    """The input holds, or leads to, another input that is to be read in its place."""

    input: Input


class Extracted(msgspec.Struct, frozen=True, tag="extracted"):
    """An article's records."""

    extraction: Extraction


class Written(msgspec.Struct, frozen=True, tag="written"):
    """An article's findings in the form that was asked for."""

    name: str
    """Of the article."""
    text: str
    origin: str = ""
    """Of the article too."""
    notices: tuple[str, ...] = ()
    """What a person should know of how it was read."""


class Refused(msgspec.Struct, frozen=True, tag="refused"):
    """What could not be read, why, and what to do; see `extractors.reading.ReadError`."""

    origin: str
    reason: str
    advice: str


class Done(msgspec.Struct, frozen=True, tag="done"):
    """All that was asked is done."""


Answer = Launched | Loading | Loaded | Unusable | More | Extracted | Written | Refused | Done
"""All that a reading process answers."""


def sender(stream: IO[bytes]) -> Callable[[Request | Answer], None]:
    """A function that writes a message to `stream` at once."""
    encoder = msgspec.msgpack.Encoder()

    def send(message: Request | Answer) -> None:
        data = encoder.encode(message)
        stream.write(len(data).to_bytes(_LENGTH_BYTES) + data)
        stream.flush()

    return send


def frames(stream: IO[bytes]) -> Iterator[bytes]:
    """The messages that come in from `stream`, each still encoded, until it ends, be it within one."""
    while len(length := stream.read(_LENGTH_BYTES)) == _LENGTH_BYTES:
        wanted = int.from_bytes(length)
        data = stream.read(wanted)
        if len(data) < wanted:
            return
        yield data
