"""Reading as the app does it: in another process, step by step, so that it never makes a key wait."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from datetime import date

from extractors.reading import STDIN, ReadError, clean_name, expand, inputs, passed_over
from extractors.worker.command import command as own_command
from extractors.worker.messages import Task
from extractors.worker.process import Outcome
from extractors.worker.readers import Readers
from timeline.model import Extraction


@dataclass(frozen=True)
class Started:
    """What will be read, one after the other: of folders their files."""

    origins: tuple[str, ...]


@dataclass(frozen=True)
class Opened:
    """An origin is being read now."""

    origin: str


@dataclass(frozen=True)
class Read:
    """One article was read."""

    extraction: Extraction


@dataclass(frozen=True)
class Failed:
    """One article could not be read, for a reason that a person understands."""

    origin: str
    reason: str


Step = Started | Opened | Read | Failed


class Reader:
    """Starts a process when there is something to read, and keeps it for the next time."""

    def __init__(self, command: Sequence[str] | None = None) -> None:
        self._command = command or own_command(gentle=True)
        self._readers = Readers(command=self._command)
        self._ending: list[asyncio.Future[None]] = []

    async def read(
        self, origins: Sequence[str], *, published: date | None = None, publisher: str = ""
    ) -> AsyncGenerator[Step, None]:
        """Read articles.

        Raises:
            ReaderError: no process can be started, or reading was stopped.
        """
        readers, task = self._readers, Task(published=published, publisher=publisher)
        expanded, others = await asyncio.to_thread(lambda: (list(expand(origins)), list(passed_over(origins))))
        yield Started(tuple(map(clean_name, expanded)))
        for error in others:
            yield _step(error)
        for origin in expanded:
            yield Opened(clean_name(origin))
            if origin == STDIN:
                yield Failed(origin, "is the keyboard here (pipe it into dateline add - instead)")
                continue
            outcomes = readers.read(inputs(origin), task)
            while (found := await asyncio.to_thread(next, outcomes, None)) is not None:
                yield _step(found)

    def stop(self) -> None:
        """Read no more of what is being read."""
        stopped, self._readers = self._readers, Readers(command=self._command)
        self._ending.append(asyncio.get_running_loop().run_in_executor(None, stopped.end))

    async def close(self) -> None:
        """Read no more, and wait until every process is gone."""
        self.stop()
        await asyncio.gather(*self._ending)


def _step(found: Outcome) -> Step:
    match found:
        case Extraction():
            return Read(found)
        case ReadError():
            return Failed(clean_name(found.origin), clean_name(found.explanation))
        case _:
            raise TypeError(f"records were asked for, not {type(found).__name__}")
