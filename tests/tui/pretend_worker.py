"""Stands in for a reading process: the same answers, without reading anything. `COMMAND` starts it.

Of files with these names, `good` is read, `slow` is read after a while, `wait` when there is a file `go`, `bad` fails,
`rows` holds one article that is read and one that fails, `noted` is read with a notice, `garbage` is answered with what
is no message, and `crash` ends the process.
"""

import os
import sys
import time
from pathlib import Path

import msgspec
from msgspec.structs import replace

from extractors.worker.messages import Answer, Done, Extracted, Launched, ReadInput, Refused, frames, sender
from tests.tui.demo import HARBOUR, UNDATED
from timeline.model import Extraction

_ROOT = str(Path(__file__).parents[2])
_START = f"import sys; sys.path.insert(0, {_ROOT!r}); from tests.tui.pretend_worker import main; main()"
COMMAND = (sys.executable, "-P", "-c", _START)


def main() -> None:
    say = sender(sys.stdout.buffer)
    say(Launched(os.getpid()))
    for frame in frames(sys.stdin.buffer):
        asked = msgspec.msgpack.decode(frame, type=ReadInput)
        for answer in answers(asked.input.origin):
            say(answer)
        say(Done())


def answers(origin: str) -> list[Answer]:
    match origin:
        case "crash":
            sys.exit("out of memory")
        case "bad":
            return [Refused(origin, "not a text", "")]
        case "rows":
            return [read(HARBOUR, "rows, line 1"), Refused("rows, line 2", "has an empty text", "")]
        case "noted":
            article = replace(HARBOUR.article, notices=("is one of 2 articles on its page",))
            return [read(replace(HARBOUR, article=article), "noted, article 1")]
        case "garbage":
            sys.stdout.buffer.write((5).to_bytes(8) + b"wrong")
            sys.stdout.buffer.flush()
        case "slow":
            time.sleep(600)
        case "wait":
            while not Path("go").exists():
                time.sleep(0.02)
    return [read(UNDATED if origin == "other" else HARBOUR, origin)]


def read(extraction: Extraction, place: str) -> Extracted:
    return Extracted(replace(extraction, article=replace(extraction.article, origin=place)))
