"""A reading process that meets what no text alone can bring about; `COMMAND` starts it, from whatever folder.

It is the real one, but for an article that contains a word of `TROUBLES`: that befalls the process when it is read. Of
one with the word `TWICE` each event is found twice, which no timeline takes.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

from msgspec.structs import replace
from spacy.language import Language

from extractors import extract as real
from extractors.worker import harvest
from extractors.worker.__main__ import main
from timeline.model import Article, Extraction

_ROOT = str(Path(__file__).parents[3])
_START = f"import sys; sys.path.insert(0, {_ROOT!r}); from tests.extractors.worker import trouble; trouble.start()"
COMMAND = (sys.executable, "-P", "-c", _START)

GIGABYTE = 10**9


def burn() -> None:
    while True:
        pass


def hoard() -> None:
    held = []
    while True:
        held.append(b"x" * (GIGABYTE // 20))


def crash() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def be_killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def leave() -> None:
    print("no more of this", file=sys.stderr)
    sys.stderr.flush()
    os._exit(3)


def babble() -> None:
    os.write(1, b"stray")
    print("stray", flush=True)


def nest() -> None:
    raise RecursionError


def starve() -> None:
    raise MemoryError


TROUBLES: dict[str, Callable[[], None]] = {
    "BURN": burn,
    "HOARD": hoard,
    "CRASH": crash,
    "KILL": be_killed,
    "LEAVE": leave,
    "BABBLE": babble,
    "NEST": nest,
    "STARVE": starve,
}


def start() -> None:
    """Be the process."""

    def extract(article: Article, nlp: Language) -> Extraction:
        for word, befall in TROUBLES.items():
            if word in article.text:
                befall()
        found = real(article, nlp)
        return replace(found, events=found.events * 2) if "TWICE" in article.text else found

    with patch.object(harvest, "extract", extract):
        main()
