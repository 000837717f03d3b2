"""Lines that a person accepted or corrected and that are told otherwise since, in a changed text, read or dated anew.

Nobody has said that what they tell now is right. So they go back to review; the log keeps what was accepted.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from timeline.correcting.articles import in_force_of
from timeline.counts import counted
from timeline.edits import ACCEPTED, CHANGED, PROGRAM, Corrections, Edit, EditKind, followed
from timeline.logs.identity import LONG_AGO, edit_id, instant_after
from timeline.logs.log import Log
from timeline.merging import redated
from timeline.model import Assertion, Extraction, SourceKind, event_id

_SETTING = {
    EditKind.TITLE: "title",
    EditKind.DATE: "date",
    EditKind.STATUS: "status",
    EditKind.POLARITY: "polarity",
    EditKind.SOURCE: "source",
}
"""Kinds that set what is read, and what: where that is read otherwise in the same words, the line stays as it was."""
_OF_WHAT_IS_TOLD = (*_SETTING, EditKind.PLACE, EditKind.ROLE)
"""Kinds that correct what a sentence says; a star, a note or a tag is of the event, however it is told."""
_PUBLISHED = EditKind.PUBLISHED
_WORD = re.compile(r"\w+")


def told_of(lines: int) -> str:
    """That so many lines wait for review again."""
    return f"{counted(lines, 'line')} that you had looked at told otherwise now, for review again"


class _Facts(NamedTuple):
    """What is told of an event in one clause."""

    words: str
    title: str
    date: str
    status: str
    polarity: str
    source: str


class _Changed(NamedTuple):
    """An event that is told otherwise."""

    event: str
    """As it is known now."""
    title: str
    """That it had."""
    before: tuple[_Facts, ...]
    after: tuple[_Facts, ...]

    def is_seen(self, edits: Corrections) -> bool:
        """Whether its line says something else, with these corrections on it; in other words it always does."""
        if not {one.words for one in self.before} <= {one.words for one in self.after}:
            return True
        unset = {field: "" for kind, field in _SETTING.items() if edits.value(kind)}
        now = {one._replace(**unset) for one in self.after}
        return any(one._replace(**unset) not in now for one in self.before)


def as_dated(read: Extraction, edits: Corrections) -> Extraction:
    """What is read from an article under the date that a person gave it, with these corrections of it."""
    article = in_force_of(read.article, edits) if EditKind.PUBLISHED in edits else None
    if article is None or article.published == read.article.published:
        return read
    return redated(replace(read, article=replace(read.article, published=article.published)))


def doubted(
    before: Extraction,
    after: Extraction,
    log: Log,
    names: Mapping[str, str],
    of_before: Collection[str] | None = None,
) -> dict[str, str]:
    """The lines that wait for review now, each with the title that it had if it is the event's own and another now.

    `names` are ids in `after` by those in `before`; of edits that vouch for a line count those `of_before`, if not all.
    """
    found: dict[str, str] = {}
    for one in _told_otherwise(before, after, names, log.to):
        for line in _lines(one.event, log):
            edits = log.on(line)
            if one.is_seen(edits) and any(of_before is None or edit_id(edit) in of_before for edit in _vouching(edits)):
                is_called_otherwise = line == one.event and all(facts.title != one.title for facts in one.after)
                found[line] = one.title if is_called_otherwise else found.get(line, "")
    return found


def doubted_by(edits: Sequence[Edit], kept: Extraction, fresh: Extraction, log: Log) -> dict[str, str]:
    """The same, once `fresh` stands in the place of `kept`, a reading of the same text, and these edits are made."""
    article = kept.article.id
    dated = {(edit.kind, edit.part): edit for edit in edits if (edit.kind, edit.target) == (_PUBLISHED, article)}
    if log.last is None or (not dated and fresh == kept):
        return {}
    held = log.on(article)
    before, after = as_dated(kept, held), as_dated(fresh, held.with_more(dated) if dated else held)
    moved = any(edit.kind is EditKind.ATTACH for edit in edits)
    return doubted(before, after, Log((*log.all, *edits)) if moved else log, {})


def with_doubted(log: Log, lines: Mapping[str, str]) -> tuple[Edit, ...]:
    """A log with the edits by which these lines wait for review, whoever makes it; one undo takes all of them back."""
    log = Log(log.all, PROGRAM)
    step = ""
    for line, title in sorted(lines.items()):
        at = instant_after(log.last.at if log.last else LONG_AGO)
        step = step or (at if len(lines) > 1 else "")
        log.put([replace(log.next(EditKind.REVIEW, line, CHANGED, before=title), at=at, step=step)])
    return log.all


def _told_otherwise(
    before: Extraction, after: Extraction, names: Mapping[str, str], to: Mapping[str, str]
) -> Iterator[_Changed]:
    """The events of an earlier reading, each mention by itself too, that are told otherwise now."""
    now = _by_event(after)
    for event, (title, was) in _by_event(before).items():
        own = followed(to, event if event in to else names.get(event, event))
        _, told = now.get(own, ("", ()))
        if told and not set(was) <= set(told):
            yield _Changed(own, title, was, told)


def _by_event(read: Extraction) -> dict[str, tuple[str, tuple[_Facts, ...]]]:
    """By event, and by the event that each mention is by itself, its title and what is told of it."""
    # An outlet may become known, or be called otherwise, and tells what it told.
    sources = {one.id: one.name for one in read.sources if one.kind is not SourceKind.OUTLET}
    places = {name: place for event in read.events for place, name in enumerate(event.assertions)}
    found: dict[str, tuple[str, tuple[_Facts, ...]]] = {}
    for one in sorted(read.assertions, key=lambda each: places.get(each.id, 0)):
        facts = _facts(one, read.article.text, sources)
        for event in {one.event, event_id(one.article, one.trigger)}:
            title, told = found.get(event, (one.title, ()))
            found[event] = title, (*told, facts)
    return found


def _facts(one: Assertion, text: str, sources: Mapping[str, str]) -> _Facts:
    words = " ".join(_WORD.findall(text[slice(*one.clause)].casefold()))
    return _Facts(words, one.title, one.when.edtf, one.status, one.polarity, sources.get(one.source, ""))


def _lines(target: str, log: Log) -> Iterator[str]:
    """An event, and those to which a person joined it, one after the other."""
    seen: set[str] = set()
    while target and target not in seen:
        seen.add(target)
        yield target
        joined = log.on(target).value(EditKind.JOIN)
        target = followed(log.to, joined) if joined else ""


def _vouching(edits: Corrections) -> Iterator[Edit]:
    """The edits by which a person vouches for a line: accepted it, or corrected it and didn't reject it."""
    review = edits.get(EditKind.REVIEW)
    if review is not None and review.value:
        if review.value == ACCEPTED:
            yield review
        return
    yield from (edit for edit in edits if edit.kind in _OF_WHAT_IS_TOLD and edit.value)
