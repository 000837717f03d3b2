"""Several reading processes at work on the same pile, whose outcomes come in the order of the pile."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from queue import LifoQueue
from types import TracebackType
from typing import Self

from extractors.reading import Input, ReadError
from extractors.worker.child import ReaderError
from extractors.worker.limits import Limit
from extractors.worker.messages import Task
from extractors.worker.process import STOPPED, Outcome, ReadingProcess

_AHEAD = 4
"""Inputs waiting for each of several processes, so that none is idle and memory stays small."""


class Readers:
    """Reads inputs in as many processes as are wanted. To be used in a `with`, which ends them."""

    def __init__(self, *, jobs: int = 1, limit: Limit | None = None, command: Sequence[str] | None = None) -> None:
        """Prepare to read; a process is started when there is something for it.

        Args:
            jobs: Number of processes.
            limit: What each article may take.
            command: See `ReadingProcess`.
        """
        # One process reads each input as it comes, so that a slow stream is answered row by row.
        self._ahead = 0 if jobs == 1 else _AHEAD * jobs
        self._processes = [ReadingProcess(limit, command) for _ in range(jobs)]
        # The last one that was at work is taken first: few inputs start few processes.
        self._idle: LifoQueue[ReadingProcess] = LifoQueue()
        for process in reversed(self._processes):
            self._idle.put(process)
        self._threads = ThreadPoolExecutor(jobs)

    def load(self, model: str | None) -> None:
        """Load a language pipeline in one process, to see whether it can be.

        Raises:
            UnusableModelError: It cannot.
            ReaderError: No process can be started.
        """
        self._processes[0].load(model)

    def read(self, inputs: Iterable[Input | ReadError], task: Task) -> Iterator[Outcome]:
        """What becomes of each article of the inputs, in their order; a `ReadError` among them comes out again.

        Args:
            inputs: What to read, each taken when it is its turn.
            task: How to read it.

        Raises:
            UnusableModelError: The language pipeline cannot be used.
            ReaderError: No process can be started.
        """
        waiting: deque[Future[list[Outcome | Input]] | ReadError] = deque()
        for one in inputs:
            waiting.append(self._begin(one, task))
            while len(waiting) > self._ahead:
                yield from self._next(waiting, task)
        while waiting:
            yield from self._next(waiting, task)

    def end(self) -> None:
        """End all processes; what they were reading is given up."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for process in self._processes:
            process.end()
        self._threads.shutdown()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.end()

    def _begin(self, one: Input | ReadError, task: Task) -> Future[list[Outcome | Input]] | ReadError:
        if isinstance(one, ReadError):
            return one
        try:
            return self._threads.submit(self._read, one, task)
        except RuntimeError:
            raise ReaderError(STOPPED) from None

    def _read(self, one: Input, task: Task) -> list[Outcome | Input]:
        process = self._idle.get()
        try:
            return process.read(one, task)
        finally:
            self._idle.put(process)

    def _next(self, waiting: deque[Future[list[Outcome | Input]] | ReadError], task: Task) -> Iterator[Outcome]:
        """The outcomes of the first that waits; inputs that it led to wait in its place."""
        first = waiting.popleft()
        results = [first] if isinstance(first, ReadError) else first.result()
        waiting.extendleft(reversed([self._begin(each, task) for each in results if isinstance(each, Input)]))
        yield from (each for each in results if not isinstance(each, Input))
