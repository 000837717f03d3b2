"""The reading worker: `python -m extractors.worker` reads jobs from standard input and answers on standard output.

It is a process of its own so that reading never makes a key wait, it gives way to all others, and it ends when its
standard input does: an app that is killed leaves nothing running.
"""

import contextlib
import os
import sys
import threading
from collections.abc import Iterable, Iterator
from queue import SimpleQueue
from typing import BinaryIO

import msgspec

from extractors.worker.messages import Failed, Finished, Job, Message, Opened, Read, Started

_NICENESS = 10
"""So that whatever a person does meanwhile goes first."""


def work(jobs: Iterable[Job], say: "Say") -> None:
    """Do jobs one after the other, telling `say` about each step."""
    for job in jobs:
        _read(job, say)


class Say:
    """Writes messages to a stream, one JSON object a line."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def __call__(self, message: Message) -> None:
        """Send a message at once."""
        self._stream.write(msgspec.json.encode(message) + b"\n")
        self._stream.flush()


def _read(job: Job, say: Say) -> None:
    from extractors.reading import ReadError, clean_name, expand  # noqa: PLC0415
    from extractors.worker.harvest import harvest  # noqa: PLC0415 - seconds of imports, when there is something to read

    origins = tuple(expand(job.origins))
    say(Started(job.number, tuple(map(clean_name, origins))))
    read = failed = 0
    for origin in origins:
        say(Opened(job.number, clean_name(origin)))
        for result in harvest(origin, published=job.published, publisher=job.publisher):
            if isinstance(result, ReadError):
                failed += 1
                say(Failed(job.number, clean_name(result.origin), clean_name(result.explanation)))
            else:
                read += 1
                say(Read(job.number, result.article.origin, result))
    say(Finished(job.number, read, failed))


def _jobs(stream: BinaryIO) -> Iterator[Job]:
    """Jobs as they come in; when `stream` ends, this process does, even within a job."""
    queue: SimpleQueue[bytes] = SimpleQueue()

    def listen() -> None:
        for line in stream:
            queue.put(line)
        os._exit(0)

    threading.Thread(target=listen, daemon=True).start()
    while True:
        yield msgspec.json.decode(queue.get(), type=Job)


def main() -> None:
    """Serve until standard input ends."""
    with contextlib.suppress(AttributeError, OSError):
        os.nice(_NICENESS)
    jobs, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    # What libraries print must not fall among the messages, nor may anything else read the jobs.
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    try:
        work(_jobs(jobs), Say(answers))
    except (BrokenPipeError, KeyboardInterrupt):
        sys.stderr.close()
        os._exit(0)


if __name__ == "__main__":
    main()
