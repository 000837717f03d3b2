"""Reading articles into the open timeline, one by one as the worker process hands them over."""

from collections import deque
from collections.abc import Callable
from dataclasses import replace

from extractors.worker.messages import Failed, Finished, Message, Opened, Read, Started
from timeline.counts import counted
from timeline.model import Extraction
from timeline.store import StoreError
from tui.inputs import Inputs, Item, State
from tui.reader import Reader, ReaderError
from tui.screens.reading import Wanted
from tui.session import Session
from tui.widgets.status_line import Level, Report


class Importing:
    """Keeps what is read, and how that goes; `changed` is called after every step.

    What is wanted while something is being read waits for it, and `stop` gives up both.
    """

    def __init__(
        self,
        session: Session,
        inputs: Inputs,
        changed: Callable[[], None],
        tell: Callable[[Report], None],
        reader: Reader | None = None,
    ) -> None:
        self._session = session
        self._inputs = inputs
        self._changed = changed
        self._tell = tell
        self._reader = reader or Reader()
        self._waiting: deque[tuple[int, Wanted]] = deque()
        self._jobs = 0
        self._stopped = False
        self._read = self._failed = 0

    async def read(self, wanted: Wanted) -> None:
        """Read all that is wanted, after what was wanted before; what fails is told and does not stop the rest."""
        self._jobs += 1
        self._waiting.append((self._jobs, wanted))
        self._inputs.expect(self._jobs, wanted.origins)
        self._inputs.waiting = len(self._waiting)
        self._changed()
        if not self._inputs.running:
            await self._read_waiting()

    def stop(self) -> None:
        """Give up what is being read and what waits; what was read stays."""
        if self._inputs.running:
            self._stopped = True
            for job, _ in self._waiting:
                self._inputs.give_up(job, "not read: stopped")
            self._waiting.clear()
            self._reader.stop()

    async def close(self) -> None:
        """Read no more, and end the worker process."""
        self.stop()
        await self._reader.close()

    async def _read_waiting(self) -> None:
        self._inputs.running = True
        self._read = self._failed = 0
        try:
            while self._waiting:
                job, wanted = self._waiting.popleft()
                self._inputs.waiting = len(self._waiting)
                await self._do(job, wanted)
        finally:
            self._inputs.running = False
            self._changed()

    async def _do(self, job: int, wanted: Wanted) -> None:
        self._stopped = False
        self._inputs.start(0)
        self._changed()
        messages = self._reader.read(wanted.origins, published=wanted.published, publisher=wanted.publisher)
        try:
            async for message in messages:
                self._take(job, message)
                self._changed()
                if self._stopped:
                    self._reader.stop()  # again: it may have been stopped before it was there
            self._sum_up()
        except (ReaderError, StoreError) as ended:
            await self._give_up(job, str(ended))
        except Exception as fault:  # noqa: BLE001 - whatever it is, it must be told, and must not end the app
            await self._give_up(job, f"reading failed: {type(fault).__name__}: {fault}")
        finally:
            await messages.aclose()

    async def _give_up(self, job: int, why: str) -> None:
        """Begin the next job with another worker process: this one may be anywhere in its job."""
        await self._reader.close()
        left = self._inputs.give_up(job, "not read: stopped" if self._stopped else f"not read: {why}")
        self._failed += left
        if self._stopped:
            self._tell(Report("reading stopped; what was read stays", Level.WARNING))
        else:
            self._tell(Report(f"{left} not read: {why}", Level.ERROR, "i shows which"))

    def _sum_up(self) -> None:
        """Of all jobs since the person last waited for none."""
        failed = f", {self._failed} failed: i shows why" if self._failed else ""
        self._tell(
            Report(f"read {counted(self._read, 'article')}{failed}", Level.WARNING if self._failed else Level.DONE)
        )

    def _take(self, job: int, message: Message) -> None:
        match message:
            case Started():
                self._inputs.expect(job, message.origins)
                self._inputs.start(len(message.origins))
            case Opened():
                self._inputs.begin(job, message.origin)
            case Read():
                self._keep(Item(job, message.origin), message.extraction)
            case Failed():
                self._inputs.put(Item(job, message.origin, State.FAILED, message.reason))
                self._failed += 1
            case Finished():
                self._inputs.settle()

    def _keep(self, item: Item, found: Extraction) -> None:
        try:
            added = self._session.add(found)
        except ValueError as fault:  # of ours: what it could not open again, the store does not take
            self._inputs.put(replace(item, state=State.FAILED, says=f"cannot be kept: {fault}"))
            self._failed += 1
            return
        events = counted(added.events, "event") + ("" if added.outcome == "new" else f", {added.outcome}")
        published = found.article.published
        date = published.date.isoformat() if published else "⚠ no date: 3 Sources, d sets it"
        self._inputs.put(replace(item, state=State.READ, says=f"{events} · {date}"))
        self._read += 1
