"""A reading process: it takes requests from standard input and answers on standard output.

It is started as `extractors.worker.command` says, and ends when its standard input does: a supervisor that is killed
leaves nothing running.
"""

import contextlib
import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from queue import SimpleQueue
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from extractors.worker.messages import (
    Answer,
    Done,
    Launched,
    Load,
    Loaded,
    Loading,
    ReadInput,
    Request,
    Unusable,
    frames,
    sender,
)
from extractors.worker.restraint import allow, restrain

if TYPE_CHECKING:
    from spacy.language import Language

_NICENESS = 10
"""So that whatever a person does meanwhile goes first."""


class _UnusableError(Exception):
    """There is no such language pipeline, or it cannot be used."""


def serve(requests: Iterable[Request], say: Callable[[Answer], None]) -> None:
    """Do what is asked, one after the other, and answer with `say`."""
    pipelines = _Pipelines(say)
    for request in requests:
        try:
            for answer in _answers(request, pipelines):
                say(answer)
        except _UnusableError as error:
            say(Unusable(str(error)))
        else:
            say(Done())


def _answers(request: Request, pipelines: "_Pipelines") -> Iterator[Answer]:
    match request:
        case Load(model):
            pipelines.load(model)
        case ReadInput(one, task, seconds):
            from extractors.worker.harvest import harvest  # noqa: PLC0415 - slow, so not before it is needed

            allow(seconds)
            yield from harvest(one, task, pipelines.load)


class _Pipelines:
    """The language pipelines that were asked for, each loaded once."""

    def __init__(self, say: Callable[[Answer], None]) -> None:
        self._say = say
        self._loaded: dict[str | None, Language] = {}

    def load(self, model: str | None) -> "Language":
        """The pipeline of that name."""
        if model not in self._loaded:
            self._say(Loading())
            from extractors.pipeline import PipelineError, load_pipeline  # noqa: PLC0415 - spaCy takes a second

            try:
                self._loaded[model] = load_pipeline(model)
            except PipelineError as error:
                raise _UnusableError(str(error)) from None
            self._say(Loaded())
        return self._loaded[model]


def _requests(stream: BinaryIO) -> Iterator[Request]:
    """Requests as they come in; when `stream` ends, this process does, even within one."""
    queue: SimpleQueue[bytes] = SimpleQueue()

    def listen() -> None:
        for frame in frames(stream):
            queue.put(frame)
        os._exit(0)

    threading.Thread(target=listen, daemon=True).start()
    decode = msgspec.msgpack.Decoder(Request).decode
    while True:
        yield decode(queue.get())


def main() -> None:
    """Serve until standard input ends."""
    if "--gentle" in sys.argv[1:]:
        with contextlib.suppress(AttributeError, OSError):
            os.nice(_NICENESS)
    restrain()
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    # What libraries print must not fall among the answers, nor may anything else read the requests.
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    say = sender(answers)
    try:
        say(Launched(os.getpid()))
        serve(_requests(requests), say)
    except (BrokenPipeError, KeyboardInterrupt):
        sys.stderr.close()
        os._exit(0)


if __name__ == "__main__":
    main()
