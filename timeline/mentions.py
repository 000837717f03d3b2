"""What tells one mention of an event from others: all that is kept of one that a later reading no longer has."""

from collections.abc import Mapping
from typing import Self

import msgspec

from timeline.model import Assertion, Extraction, Polarity, Span, event_id, fold


class Mention(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is compared of a mention; of one that is gone, all that is kept."""

    event: str
    """The id of its event, were it told alone."""
    article: str
    title: str
    trigger: str
    sentence: str
    actors: tuple[str, ...] = ()
    """Names, folded."""
    date: str = ""
    is_denied: bool = False
    at: Span = (0, 0)
    """Where the trigger stands in the article."""
    clause: Span = (0, 0)
    place: float = 0.0
    """How far into the article it stands, from 0 to 1."""
    likely: str = ""
    """Of one that is gone from an edited text: the event that it may be told as now, though that is not sure."""

    @classmethod
    def of(cls, one: Assertion, text: str, names: Mapping[str, str]) -> Self:
        """That of an assertion in an article's text, whose actors have these names by id."""
        return cls(
            event=event_id(one.article, one.trigger),
            article=one.article,
            title=one.title,
            trigger=text[slice(*one.trigger)],
            sentence=text[slice(*one.evidence)],
            actors=tuple(sorted({fold(names[part.actor]) for part in one.participants if part.actor in names})),
            date=one.when.edtf,
            is_denied=one.polarity is Polarity.NEGATIVE,
            at=one.trigger,
            clause=one.clause,
            place=round(one.trigger[0] / max(1, len(text)), 3),
        )


def mentions_of(extraction: Extraction) -> dict[str, Mention]:
    """By event, the mentions of a reading; one that was joined to others by the id that it would have alone."""
    names = {actor.id: actor.name for actor in extraction.actors}
    leads = {event.assertions[0]: event.id for event in extraction.events}
    found = {}
    for one in extraction.assertions:
        mention = Mention.of(one, extraction.article.text, names)
        found[leads.get(one.id, mention.event)] = mention
    return found
