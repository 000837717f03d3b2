"""Reading articles into the open timeline, one by one as they come from the process that reads."""

from collections import deque
from collections.abc import Callable
from dataclasses import replace

from extractors.worker.child import ReaderError
from timeline.counts import counted
from timeline.model import Extraction
from timeline.store import StoreError
from tui.arrivals import arrived
from tui.inputs import Inputs, Item, State
from tui.publication_days import doubt_of
from tui.reader import Failed, Opened, Read, Reader, Started, Step
from tui.screens.reading import Wanted
from tui.screens.review import waits
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
        self._read = self._failed = self._noted = 0
        self._before: frozenset[str] = frozenset()
        """The articles that were there before."""
        self._new: set[str] = set()
        """Those that were not."""

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
        """Read no more, and end the process that reads."""
        self.stop()
        await self._reader.close()

    async def _read_waiting(self) -> None:
        self._inputs.running = True
        self._read = self._failed = self._noted = 0
        self._before, self._new = frozenset(self._session.timeline.articles), set()
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
        steps = self._reader.read(wanted.origins, published=wanted.published, publisher=wanted.publisher)
        try:
            async for step in steps:
                self._take(job, step)
                self._changed()
            self._inputs.settle()
            self._sum_up()
        except (ReaderError, StoreError) as ended:
            self._give_up(job, str(ended))
        except Exception as fault:  # noqa: BLE001 - whatever it is, it must be told, and must not end the app
            self._give_up(job, f"reading failed: {type(fault).__name__}: {fault}")
        finally:
            await steps.aclose()

    def _give_up(self, job: int, why: str) -> None:
        """Begin the next job with another process: this one may be anywhere in its job."""
        self._reader.stop()
        left = self._inputs.give_up(job, "not read: stopped" if self._stopped else f"not read: {why}")
        self._failed += left
        if self._stopped:
            self._tell(Report("reading stopped; what was read stays", Level.WARNING))
        else:
            self._tell(Report(f"{left} not read: {why}", Level.ERROR, "i shows which"))

    def _sum_up(self) -> None:
        """Of all jobs since the person last waited for none."""
        noted = f", {self._noted} with a note" if self._noted else ""
        failed = f", {self._failed} failed" if self._failed else ""
        doubt = bool(noted or failed)
        shown = f"{noted}{failed}: i shows {'why' if failed else 'it'}" if doubt else ""
        says = f"read {counted(self._read, 'article')}{shown}"
        self._tell(Report(says, Level.WARNING if doubt else Level.DONE, self._offer()))

    def _offer(self) -> str:
        """What to do with what came in: review it if something of it waits for that, else look at it."""
        timeline = self._session.timeline
        new = timeline.of_articles(self._new)
        waiting = sum(1 for entry in new if waits(entry, timeline))
        if waiting:
            return f"4 reviews {waiting:,} in doubt of {counted(len(new), 'new event')}"
        return "is:new lists what came in" if new else ""

    def _take(self, job: int, step: Step) -> None:
        match step:
            case Started(origins):
                self._inputs.expect(job, origins)
                self._inputs.start(len(origins))
            case Opened(origin):
                self._inputs.begin(job, origin)
            case Read(extraction):
                self._keep(Item(job, extraction.article.origin), extraction)
            case Failed(origin, reason):
                self._inputs.put(Item(job, origin, State.FAILED, reason))
                self._failed += 1

    def _keep(self, item: Item, found: Extraction) -> None:
        try:
            added = self._session.add(found)
        except ValueError as fault:  # of ours: what it could not open again, the store does not take
            self._inputs.put(replace(item, state=State.FAILED, says=f"cannot be kept: {fault}"))
            self._failed += 1
            return
        if added.article not in self._before and not self._new:
            arrived(self._session.path, self._before)
        if added.article not in self._before:
            self._new.add(added.article)
        outcome = added.says or ("" if added.outcome == "new" else added.outcome)
        events = ", ".join(filter(None, (counted(added.events, "event"), outcome)))
        article = self._session.article(added.article) or found.article  # which a person may have dated
        date = article.published.date.isoformat() if article.published else "⚠ no date: 3 Sources, d sets it"
        doubt = doubt_of(article.published.date) if article.published else ""
        notices = (*found.article.notices, *filter(None, (doubt,)))
        says = " · ".join((*(f"⚠ {notice}" for notice in notices), events, date))
        self._inputs.put(replace(item, state=State.READ, says=says))
        self._read += 1
        self._noted += bool(notices)
