"""Two invented reports of one sinking, of two days, by two outlets, and the timeline in which a person joined them."""

import datetime as dt
from pathlib import Path

from tests.tui.demo import DraftEvent, extraction
from timeline.edits import EditKind
from timeline.meanings.counted import Weekday
from timeline.model import Extraction, Status
from timeline.store import Store


def report(
    sentence: str, time: str, day: int, *, publisher: str, speaker: str = "", status: Status = Status.OCCURRED
) -> Extraction:
    """An article of one sentence that tells of a sinking on a weekday, published on Monday 28 January 2019."""
    draft = DraftEvent(sentence.rstrip("."), sentence, "sank", time, Weekday(day), speaker=speaker, status=status)
    return extraction(
        sentence, (draft,), title=f"{publisher} reports", publisher=publisher, published=dt.date(2019, 1, 28)
    )


COURIER = report("The Marigold sank on Saturday with 14 people.", "Saturday", 5, publisher="Ansel Courier")
HERALD = report(
    "The Marigold sank on Friday with 16 people, Ilse Varga said.",
    "Friday",
    4,
    publisher="Coast Herald",
    speaker="Ilse Varga",
)


def joined(path: Path, *reports: Extraction) -> Path:
    """A timeline in which the first event of each report was joined to that of the first."""
    with Store.open(path) as store:
        for each in reports:
            store.add(each)
        first, *others = (each.events[0].id for each in reports)
        for other in others:
            store.edit(EditKind.JOIN, other, first)
    return path
