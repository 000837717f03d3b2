"""Reading articles into the open timeline, one by one as the worker process hands them over."""

from collections.abc import Callable

from extractors.messages import Failed, Finished, Message, Read, Reading, Started
from timeline.store import StoreError
from tui.intake import Intake, Item, State
from tui.reader import Reader, ReaderError
from tui.screens.reading import Wanted
from tui.session import Session
from tui.widgets.status_line import Level, Report


class Importing:
    """Keeps what is read, and how that goes; `changed` is called after every step."""

    def __init__(
        self,
        session: Session,
        intake: Intake,
        changed: Callable[[], None],
        tell: Callable[[Report], None],
        reader: Reader | None = None,
    ) -> None:
        self._session = session
        self._intake = intake
        self._changed = changed
        self._tell = tell
        self._reader = reader or Reader()
        self._stopped = False

    async def read(self, wanted: Wanted) -> None:
        """Read all that is wanted; what fails is told and does not stop the rest."""
        self._stopped = False
        self._intake.start()
        self._changed()
        messages = self._reader.read(wanted.origins, published=wanted.published, publisher=wanted.publisher)
        try:
            async for message in messages:
                self._take(message)
                self._changed()
        except ReaderError as ended:
            how = Report("reading stopped; what was read stays", Level.WARNING)
            self._tell(how if self._stopped else Report(str(ended), Level.ERROR, "i tries again"))
        except StoreError as refused:
            self._reader.stop()
            self._tell(Report(str(refused), Level.ERROR))
        finally:
            await messages.aclose()
            self._intake.stop()
            self._changed()

    def stop(self) -> None:
        """Give up what is being read; what was read stays."""
        if self._intake.running:
            self._stopped = True
            self._reader.stop()

    async def close(self) -> None:
        """End the worker process."""
        await self._reader.close()

    def _take(self, message: Message) -> None:
        match message:
            case Started():
                self._intake.total = message.total
            case Reading():
                self._intake.put(Item(message.origin, State.READING, "reading…"))
            case Read():
                added = self._session.add(message.extraction)
                article = message.extraction.article
                events = f"{added.events} events" + ("" if added.outcome == "new" else f", {added.outcome}")
                date = article.published.date.isoformat() if article.published else "⚠ no date: 3 Sources, d sets it"
                self._intake.put(Item(message.origin, State.READ, f"{events} · {date}"))
            case Failed():
                self._intake.put(Item(message.origin, State.FAILED, message.reason))
            case Finished():
                failed = f", {message.failed} failed: i shows why" if message.failed else ""
                level = Level.WARNING if message.failed else Level.DONE
                self._tell(Report(f"read {message.read} articles{failed}", level))
