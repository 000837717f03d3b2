"""What moves when an article, or words that date several events, get another date: each event, from when to when."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from timeline.collection import Entry, Timeline
from timeline.correcting.events import set_by_person
from timeline.dates.article_dates import redate
from timeline.dates.edtf import describe, marked
from timeline.model import Article, Basis, Published, Tie
from timeline.when import When
from tui.dates import UNSURE


class Move(NamedTuple):
    """An event that would have another date."""

    id: str
    title: str
    now: When
    then: When


def moves(timeline: Timeline, article: Article, date: dt.date) -> list[Move]:
    """The events that get another date if `article` was published on `date`; those that a person dated stay.

    So do those of which one reads the same: what is to be done by 2020 is so from whenever it is told.
    """
    dated = msgspec.structs.replace(article, published=Published(date, Basis.PERSON))
    own = (entry for entry in timeline.of_articles({article.id}) if not entry.dated_by_person)
    found = ((entry, redate(dated, entry.lead)) for entry in own if entry.lead.article == article.id)
    moved = ((entry, then) for entry, then in found if describe(then) != describe(entry.lead.when))
    return [Move(entry.id, entry.title, entry.lead.when, then) for entry, then in moved]


def moves_to(entries: Iterable[Entry], edtf: str, asked: str) -> list[Move]:
    """The events that get another date if a person gives all of them this one, of `asked` and of those beside it."""
    given = ((entry, date_of(entry, edtf, asked)) for entry in entries)
    return [Move(entry.id, entry.title, entry.when, set_by_person(to)) for entry, to in given if entry.when.edtf != to]


def as_read(entries: Iterable[Entry]) -> list[Move]:
    """The events that a person dated, which get what was read again."""
    return [Move(one.id, one.title, one.when, one.lead.when) for one in entries if one.dated_by_person]


def date_of(entry: Entry, edtf: str, asked: str) -> str:
    """The date that a person gave to all that the same words date, as one of the events gets it.

    Whether the words date what is told in their scene is as much in doubt as before, but of the event that was asked.
    """
    stays_in_doubt = entry.id != asked and entry.lead.tie is Tie.SCENE and entry.when.is_uncertain
    return marked(edtf, "?") if stays_in_doubt and not edtf.startswith("[") else edtf


def told(move: Move) -> str:
    """`Sat 11 Mar 2017 → Sat 4 Mar 2017  A ferry sank`; `Sat 4 Mar 2017 ?` of a date in doubt."""
    now, then = (describe(when).replace(" (uncertain)", f" {UNSURE}") for when in (move.now, move.then))
    return f"{now} → {then}  {move.title}"
