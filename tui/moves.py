"""What moves when an article, or words that date several events, get another date: each event, from when to when."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from timeline.collection import Entry, Timeline
from timeline.correcting.events import set_by_person
from timeline.dates.article_dates import redate
from timeline.dates.edtf import describe
from timeline.model import Article, Basis, Published
from timeline.when import When


class Move(NamedTuple):
    """An event that would have another date."""

    title: str
    now: When
    then: When


def moves(timeline: Timeline, article: Article, date: dt.date) -> list[Move]:
    """The events that get another date if `article` was published on `date`; those that a person dated stay."""
    dated = msgspec.structs.replace(article, published=Published(date, Basis.PERSON))
    own = (entry for entry in timeline.of_articles({article.id}) if not entry.dated_by_person)
    found = ((entry, redate(dated, entry.lead)) for entry in own if entry.lead.article == article.id)
    return [Move(entry.title, entry.lead.when, then) for entry, then in found if then.edtf != entry.lead.when.edtf]


def moves_to(entries: Iterable[Entry], edtf: str) -> list[Move]:
    """The events that get another date if a person gives all of them this one."""
    then = set_by_person(edtf)
    return [Move(entry.title, entry.when, then) for entry in entries if entry.when.edtf != edtf]


def told(move: Move) -> str:
    """`Sat 11 Mar 2017 → Sat 4 Mar 2017  A ferry sank`."""
    now, then = (describe(when).removesuffix(" (uncertain)") for when in (move.now, move.then))
    return f"{now} → {then}  {move.title}"
