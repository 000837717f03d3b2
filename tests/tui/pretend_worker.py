"""Stands in for `extractors.worker`: the same messages, without reading anything.

`good` is read, `slow` is read after a while, `wait` when there is a file `go`, `bad` fails, `rows` holds one article
that is read and one that fails, `garbage` answers with what is no message, and `crash` ends the process.
"""

import sys
import time
from pathlib import Path

import msgspec

from extractors.worker.messages import Failed, Finished, Job, Message, Opened, Read, Started
from tests.tui.demo import HARBOUR, UNDATED


def say(message: Message) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(message) + b"\n")
    sys.stdout.buffer.flush()


def main() -> None:
    for line in sys.stdin.buffer:
        job = msgspec.json.decode(line, type=Job)
        say(Started(job.number, job.origins))
        read = failed = 0
        for origin in job.origins:
            say(Opened(job.number, origin))
            if origin == "crash":
                sys.exit("out of memory")
            if origin == "bad":
                failed += 1
                say(Failed(job.number, origin, "not a text"))
                continue
            if origin == "rows":
                read += 1
                failed += 1
                say(Read(job.number, "rows, line 1", HARBOUR))
                say(Failed(job.number, "rows, line 2", "has an empty text"))
                continue
            if origin == "garbage":
                sys.stdout.buffer.write(b"no message\n")
                sys.stdout.buffer.flush()
            while origin == "wait" and not Path("go").exists():
                time.sleep(0.02)
            if origin == "slow":
                time.sleep(600)
            read += 1
            say(Read(job.number, origin, HARBOUR if origin == "good" else UNDATED))
        say(Finished(job.number, read, failed))


main()
