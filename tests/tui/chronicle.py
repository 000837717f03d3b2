"""A long timeline, for lists that have headings and folds: many events, each on the day that is asked for."""

import datetime as dt
from collections.abc import Iterable

from tests.tui.demo import DraftEvent, extraction
from timeline.dates.edtf import MONTHS
from timeline.meanings.named import CalendarDate
from timeline.model import Extraction


def chronicle(dates: Iterable[str]) -> Extraction:
    """An article with an event for each of `2019-03-11`, `2019-03`, `2019`, or nothing for one without a date."""
    drafts = []
    for number, date in enumerate(dates):
        parts = [int(part) for part in date.split("-")] if date else []
        words = " ".join(str(part) if at != 1 else MONTHS[part - 1] for at, part in enumerate(parts))
        told = f"Boat {number} sailed" + (f" on {words}." if words else ".")
        meaning = CalendarDate(*parts) if parts else None
        drafts.append(DraftEvent(f"Boat {number} sails", told, "sailed", words, meaning))
    text = "\n\n".join(draft.sentence for draft in drafts)
    return extraction(text, drafts, title="Boats", publisher="Log", published=dt.date(2030, 1, 1))


def sailings() -> Extraction:
    """Seven events of long ago, 64 of one year: two of all of it, 14 in March, 48 in April; eight without a date."""
    long_ago = [f"19{year}" for year in range(80, 87)]
    march = [f"2019-03-{day:02}" for day in (2, 11, 11, 11, 11, 11, 11, 14, 15, 16, 17, 18, 19, 20)]
    april = [f"2019-04-{day:02}" for day in range(2, 14) for _ in range(4)]
    return chronicle([*long_ago, "2019", "2019", *march, *april, *[""] * 8])
