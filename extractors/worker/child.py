"""A process that was started to read, as the one that started it sees it."""

import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, TYPE_CHECKING

import msgspec

from extractors.worker.limits import Bounds, told_memory, told_seconds
from extractors.worker.messages import (
    Answer,
    Done,
    Extracted,
    Launched,
    Loaded,
    Loading,
    More,
    Refused,
    Request,
    Unusable,
    Written,
    frames,
    sender,
)

if TYPE_CHECKING:
    from extractors.worker.meter import Meter

WATCH_SECONDS = 0.1
"""Between two looks at what an article takes; meanwhile it may take some 200 MB more than it is allowed."""

_NEW_GROUP: int = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
_SIGKILL = 9
_decode = msgspec.msgpack.Decoder(Answer).decode


class ReaderError(Exception):
    """Nothing can be read, whatever it is; the message says why."""


class UnusableModelError(ReaderError):
    """There is no such language pipeline, or it cannot be used."""


class GaveUpError(Exception):
    """What was read is given up: the reason, and what to do."""

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(reason, advice)
        self.reason = reason
        self.advice = advice


class TooLongError(GaveUpError):
    """It takes more computing than it may."""


class TooLargeError(GaveUpError):
    """It takes more memory than it may."""


class DiedError(GaveUpError):
    """The process ended over it."""


class Child:
    """A process that reads."""

    def __init__(self, command: Sequence[str]) -> None:
        """Start it.

        Raises:
            ReaderError: It cannot be started.
        """
        self.used = False
        """Whether it was asked to read anything yet."""
        self._meter: Meter | None = None
        self._loading = False
        self._inbox: SimpleQueue[Answer | None] = SimpleQueue()
        self._made_sense = True
        self._last_words = ""
        errors = tempfile.TemporaryFile()  # noqa: SIM115 (closed when the process has ended)
        try:
            with _unheard_interrupts():
                self._process = subprocess.Popen(  # noqa: S603 - no shell, and nothing from outside in it
                    command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=errors,
                    creationflags=_NEW_GROUP,
                )
        except (OSError, ValueError) as error:
            errors.close()
            raise ReaderError(f"reading can't begin: {getattr(error, 'strerror', None) or error}") from error
        assert self._process.stdin is not None
        self._send = sender(self._process.stdin)
        self._listener = Thread(target=self._listen, args=(self._process, errors), daemon=True)
        self._listener.start()

    @property
    def pid(self) -> int:
        """The id of what was started."""
        return self._process.pid

    def ask(self, request: Request, bounds: Bounds | None) -> Iterator[Extracted | Written | Refused | More]:
        """What it answers, until all is done.

        Args:
            request: What it is asked.
            bounds: What each answer may take; None for whatever it does.

        Raises:
            GaveUpError: It takes too much, or the process ended. Nothing more can be asked of it.
            UnusableModelError: The language pipeline is not there or cannot be used.
            ReaderError: It ended before it could read anything.
        """
        with suppress(OSError):  # it has ended, which shows below
            self._send(request)
        while True:
            if self._meter is not None:
                self._meter.begin()
            match self._next(bounds):
                case Launched(pid):
                    from extractors.worker.meter import Meter  # noqa: PLC0415 - by now there is time to import it

                    self._meter = Meter(pid)
                case Loading():
                    self._loading = True
                case Loaded():
                    self._loading = False
                    assert self._meter is not None
                    self._meter.rest()
                case Unusable(reason):
                    self._loading = False
                    raise UnusableModelError(reason)
                case Done():
                    return
                case answer:
                    yield answer

    def end(self) -> None:
        """End it at once, whatever it is doing, and wait until it is gone; from any thread."""
        self._process.kill()
        self._listener.join()

    def _next(self, bounds: Bounds | None) -> Answer:
        while True:
            try:
                answer = self._inbox.get(timeout=WATCH_SECONDS)
            except Empty:
                if bounds is not None and not self._loading:
                    self._check(bounds)
                continue
            if answer is None:
                raise self._how_it_ended()
            return answer

    def _check(self, bounds: Bounds) -> None:
        if self._meter is None:
            return
        seconds, memory = self._meter.taken
        if seconds > bounds.seconds:
            more = told_seconds(2 * bounds.seconds)
            raise TooLongError(f"takes more than {told_seconds(bounds.seconds)} to read", _advice(more))
        if memory > bounds.memory:
            more = told_memory(2 * bounds.memory)
            raise TooLargeError(f"needs more than {told_memory(bounds.memory)} of memory", _advice(more))

    def _listen(self, process: subprocess.Popen[bytes], errors: IO[bytes]) -> None:
        """Take in what it says; when it has ended, or says what is no message, put everything away."""
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            for frame in frames(process.stdout):
                self._inbox.put(_decode(frame))
        except (OSError, msgspec.MsgspecError):
            self._made_sense = False
        process.kill()
        process.wait()
        process.stdout.close()
        with suppress(OSError):  # of what was not sent any more
            process.stdin.close()
        with errors:
            errors.seek(0)
            self._last_words = (errors.read().decode(errors="replace").strip().splitlines() or [""])[-1]
        self._inbox.put(None)

    def _how_it_ended(self) -> Exception:
        status = self._process.returncode
        if self._meter is None or self._loading:
            return ReaderError(f"reading can't begin: {self._last_words or f'its process ended with status {status}'}")
        if not self._made_sense:
            return DiedError("confused the process that read it", "please report it")
        if status == -_SIGKILL:
            return DiedError(
                "the process that read it was killed, for want of memory perhaps", "split it into smaller articles"
            )
        how = signal.Signals(-status).name if status < 0 else self._last_words or f"status {status}"
        return DiedError(f"ended the process that read it: {how}", "please report it")


@contextmanager
def _unheard_interrupts() -> Iterator[None]:
    """What is started meanwhile never hears ctrl-c, which a terminal sends to all: only its starter is to answer it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _advice(more: str) -> str:
    return f"split it into smaller articles, or give each more with --limit {more.replace(' ', '')}"
