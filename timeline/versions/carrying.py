"""What is the same in two readings of an article whose text was changed: by id in the old one, the id in the new."""

from collections.abc import Iterable

from timeline.mentions import mentions_of
from timeline.model import Actor, Assertion, Extraction, Source, event_id
from timeline.versions.matching import matched


def same_ids(old: Extraction, new: Extraction) -> dict[str, str]:
    """The article itself, its events that are told by the same word, and actors and sources that bear one name.

    An event that the new text doesn't tell any more, or in other words, is left out.
    """
    before, after = mentions_of(old), mentions_of(new)
    told = {_own(assertion): assertion.event for assertion in new.assertions}
    same = {old.article.id: new.article.id}
    for pair in matched(before, after):
        one, other = before[pair.before], after[pair.after]
        if pair.is_sure and one.trigger == other.trigger:
            same[pair.before] = told[other.event]
            same[one.event] = other.event
    same |= _by_name(old.article.id, old.actors, new.actors) | _by_name(old.article.id, old.sources, new.sources)
    return {name: other for name, other in same.items() if name != other}


def _own(assertion: Assertion) -> str:
    """The id of the event that a mention is by itself."""
    return event_id(assertion.article, assertion.trigger)


def _by_name(article: str, old: Iterable[Actor | Source], new: Iterable[Actor | Source]) -> dict[str, str]:
    """Of those that are known in this article alone, by its id in theirs."""
    ids = {record.id for record in new}
    named = {(record.name, record.kind): record.id for record in new}
    gone = (record for record in old if record.id not in ids and article in record.id)
    return {record.id: named[record.name, record.kind] for record in gone if (record.name, record.kind) in named}


def event_ids(extraction: Extraction) -> set[str]:
    """The ids by which the events of an article may be corrected: as they are told, and each mention by itself."""
    return {event.id for event in extraction.events} | {_own(assertion) for assertion in extraction.assertions}
