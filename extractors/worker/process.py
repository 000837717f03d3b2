"""Reading in another process, anew where an article was too much for it."""

from collections.abc import Sequence
from threading import Lock

from extractors.reading import Input, ReadError
from extractors.reading.inputs import AddressInput
from extractors.worker.child import Child, GaveUpError, ReaderError, TooLongError
from extractors.worker.command import command as own_command
from extractors.worker.limits import Limit
from extractors.worker.messages import Extracted, Load, More, ReadInput, Refused, Task, Written
from timeline.model import Extraction

Outcome = Extraction | Written | ReadError
"""What becomes of an article."""

STOPPED = "reading was stopped"


class ReadingProcess:
    """Starts a process when there is something to read, and another one when an article was too much for it.

    One thread at a time may have it read; any may end it.
    """

    def __init__(self, limit: Limit | None = None, command: Sequence[str] | None = None) -> None:
        """Prepare to read.

        Args:
            limit: What each article may take.
            command: What to start, if not `extractors.worker.command`.
        """
        self._limit = limit or Limit()
        self._command = command or own_command()
        self._child: Child | None = None
        self._ended = False
        self._changing = Lock()

    @property
    def pid(self) -> int | None:
        """The id of the process; None while there is none."""
        return None if self._child is None else self._child.pid

    def load(self, model: str | None) -> None:
        """Load a language pipeline now rather than at the first article.

        Raises:
            UnusableModelError: There is none of that name, or it cannot be used.
            ReaderError: No process can be started, or `end` was called.
        """
        for _ in self._running().ask(Load(model), None):
            pass

    def read(self, one: Input, task: Task) -> list[Outcome | Input]:
        """What becomes of the articles of an input, or the inputs that are to be read in its place.

        An input that ends the process, or takes too much, gives one `ReadError`. Where that may be for what the process
        read before, the input is tried again in a fresh one, so that the same article always has the same outcome.

        Raises:
            UnusableModelError: The task's language pipeline is not there or cannot be used.
            ReaderError: No process can be started, or `end` was called.
        """
        length = 0 if isinstance(one, AddressInput) else len(one.data)
        bounds = self._limit.bounds(length, other_model=task.model is not None)
        while True:
            child = self._running()
            fresh, child.used = not child.used, True
            outcomes: list[Outcome | Input] = []
            try:
                for answer in child.ask(ReadInput(one, task, bounds.seconds), bounds):
                    outcomes.append(_outcome(answer))  # noqa: PERF401 - what was found before it gave up is kept
            except GaveUpError as why:
                self._drop()
                if fresh or isinstance(why, TooLongError):
                    return [*outcomes, ReadError(one.place, why.reason, why.advice)]
            else:
                return outcomes

    def end(self) -> None:
        """End the process at once and start none any more; what it was reading is given up."""
        self._ended = True
        self._drop()

    def _running(self) -> Child:
        with self._changing:
            if self._ended:
                raise ReaderError(STOPPED)
            if self._child is None:
                self._child = Child(self._command)
            return self._child

    def _drop(self) -> None:
        with self._changing:
            child, self._child = self._child, None
        if child is not None:
            child.end()


def _outcome(answer: Extracted | Written | Refused | More) -> Outcome | Input:
    match answer:
        case Extracted(extraction):
            return extraction
        case More(one):
            return one
        case Refused(origin, reason, advice):
            return ReadError(origin, reason, advice)
        case Written():
            return answer
