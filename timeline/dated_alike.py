"""The lines of an article that the same words date: where these were misread once, they may be in all of them."""

from typing import NamedTuple

from timeline.collection import Entry, Timeline
from timeline.meanings import Meaning
from timeline.model import Article, Assertion, Tie

_AT_ITS_TIME = (Tie.OWN, Tie.SCENE)


class _Dating(NamedTuple):
    """How words date what is told: alike where all of this is."""

    words: str
    meaning: Meaning
    tie: Tie
    apart: int | None
    counted_from: tuple[int | None, int | None, str]
    """The times that they count from, and the event: *two days later* is another day in each story."""


def dated_alike(timeline: Timeline, article: Article, entry: Entry) -> list[Entry]:
    """The other lines that words such as those of `entry` date in the article, as they read; none where no words do."""
    alike = _dating(article, entry.lead)
    if alike is None:
        return []
    told = (one for one in timeline.of_articles({article.id}) if one.id != entry.id)
    return [one for one in told if one.lead.article == article.id and _dating(article, one.lead) == alike]


def _dating(article: Article, lead: Assertion) -> _Dating | None:
    if lead.time is None:
        return None
    words = article.time_expressions[lead.time]
    counted_from = (
        words.told.expression if words.told is not None else None,
        words.spoken,
        words.event.text if words.event is not None else "",
    )
    tie = Tie.OWN if lead.tie in _AT_ITS_TIME else lead.tie
    return _Dating(" ".join(words.text.lower().split()), words.meaning, tie, lead.apart, counted_from)
