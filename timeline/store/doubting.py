"""Lines that a person accepted or corrected, and that an article tells otherwise since its text was changed.

Nobody has said that what they tell now is right. So they go back to review; the log keeps what was accepted.
"""

import re
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from timeline.edits import ACCEPTED, CHANGED, PROGRAM, Corrections, EditKind, followed
from timeline.logs.identity import LONG_AGO, instant_after
from timeline.logs.log import Log
from timeline.model import Assertion, Extraction, event_id
from timeline.store.contents import Contents

_OF_WHAT_IS_TOLD = (
    *(EditKind.DATE, EditKind.TITLE, EditKind.STATUS, EditKind.POLARITY, EditKind.SOURCE, EditKind.PLACE),
    EditKind.ROLE,
)
"""Kinds that correct what a sentence says; a star, a note or a tag is of the event, however it is told."""
_WORD = re.compile(r"\w+")

Facts = tuple[object, ...]


def with_doubted(now: Contents, kept: Extraction, fresh: Extraction, names: Mapping[str, str]) -> tuple[Contents, int]:
    """A timeline in which those lines wait for review, and how many; `names` are ids in `fresh` by those in `kept`."""
    log = Log(now.log, PROGRAM)
    held, to = log.held, log.to
    doubted: dict[str, str] = {}
    for old, title in _told_otherwise(kept, fresh, {**names, **to}):
        own = followed(to, names.get(old, old))
        for line in _lines(own, held, to):
            if _is_vouched_for(held.get(line)):
                doubted[line] = title if line == own else doubted.get(line, "")
    for line, title in sorted(doubted.items()):
        at = instant_after(log.last.at if log.last else LONG_AGO)
        log.put([replace(log.next(EditKind.REVIEW, line, CHANGED, before=title), at=at)])
    return (replace(now, log=log.all) if doubted else now), len(doubted)


def _told_otherwise(kept: Extraction, fresh: Extraction, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The events of an earlier text, each mention by itself too, that are told in other words now; their titles."""
    after = _by_event(fresh)
    for old, mentions in _by_event(kept).items():
        told = {facts for _, facts in after.get(names.get(old, old), ())}
        if told and any(facts not in told for _, facts in mentions):
            yield old, mentions[0][0].title


def _by_event(extraction: Extraction) -> dict[str, list[tuple[Assertion, Facts]]]:
    """By event, and by the event that each mention is by itself, what is told of it."""
    sources = {one.id: one.name for one in extraction.sources}
    text = extraction.article.text
    places = {name: place for event in extraction.events for place, name in enumerate(event.assertions)}
    found: dict[str, list[tuple[Assertion, Facts]]] = {}
    for one in sorted(extraction.assertions, key=lambda each: places.get(each.id, 0)):
        words = tuple(_WORD.findall(text[slice(*one.clause)].casefold()))
        facts = (words, one.title, one.when.edtf, one.status, one.polarity, sources.get(one.source, ""))
        for event in {one.event, event_id(one.article, one.trigger)}:
            found.setdefault(event, []).append((one, facts))
    return found


def _lines(target: str, held: Mapping[str, Corrections], to: Mapping[str, str]) -> Iterator[str]:
    """An event, and those to which a person joined it, one after the other."""
    seen: set[str] = set()
    while target and target not in seen:
        seen.add(target)
        yield target
        joined = held[target].value(EditKind.JOIN) if target in held else ""
        target = followed(to, joined) if joined else ""


def _is_vouched_for(edits: Corrections | None) -> bool:
    """Whether a person accepted a line, or corrected it and didn't reject it."""
    if edits is None:
        return False
    review = edits.value(EditKind.REVIEW)
    if review:
        return review == ACCEPTED
    return any(edits.value(kind) for kind in _OF_WHAT_IS_TOLD) or any(edits.parts(EditKind.ROLE).values())
