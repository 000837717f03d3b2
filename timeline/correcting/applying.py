"""Whether an edit has all that it speaks of."""

from collections.abc import Iterable, Iterator

from timeline.correcting.lines import Lines
from timeline.correcting.order import start_of
from timeline.edit_values import by_hand
from timeline.edits import NONE, ON_ACTORS, ON_ARTICLES, ON_SOURCES, Edit, EditKind, followed
from timeline.quoting import quoted


def knows(lines: Lines, kind: EditKind, target: str) -> bool:
    """Whether there is something that a kind of edit could be done to."""
    if kind in ON_ARTICLES:
        return target in lines.records.articles
    if kind in ON_SOURCES:
        return target in lines.voices.sources
    if kind in ON_ACTORS:
        return kind is EditKind.ACTOR or target in lines.cast.known
    if kind in (EditKind.EVENT, EditKind.ATTACH, EditKind.LOST, EditKind.MERGE):
        return True
    return lines.is_event(target) or (kind is EditKind.SPLIT and lines.is_mention(target))


def lacks(lines: Lines, kind: EditKind, value: str, part: str) -> str:
    """The id in the value or part of an edit of which there is nothing, if there is one."""
    match kind:
        case EditKind.JOIN | EditKind.ATTACH if value:
            event = followed(lines.to, value)
            return "" if lines.is_event(event) or lines.is_mention(event) else value
        case EditKind.ORDER if value:
            beside = value.partition(" ")[2]
            return "" if lines.is_event(followed(lines.to, beside)) else beside
        case EditKind.ROLE if value and value != NONE:
            return "" if part in lines.cast.known else part
        case EditKind.ACTOR_JOIN if value:
            return "" if value in lines.cast.known else value
        case EditKind.SOURCE_JOIN if value:
            return "" if value in lines.voices.sources else value
        case EditKind.ACTOR_SPLIT if value:
            return "" if part in lines.records.articles else part
        case EditKind.EVENT if value:
            added = by_hand(value)
            if added.article and added.article not in lines.records.articles:
                return added.article
            return next((one.actor for one in added.participants if one.actor not in lines.cast.known), "")
    return ""


_LEANING = frozenset({EditKind.JOIN, EditKind.ORDER, EditKind.ROLE, EditKind.EVENT, *ON_ACTORS, *ON_SOURCES})
"""Kinds that may come to lack something by edits on other targets."""


def unapplied(lines: Lines, targets: Iterable[str]) -> Iterator[Edit]:
    """The edits on these targets, or that lean on others, that hold and change nothing, as something is not there.

    One that only gives back what was read is none.
    """
    for target in {*targets, *lines.held.of(*_LEANING)}:
        for edit in lines.edits_on(target):
            says_nothing = not edit.value and edit.kind is not EditKind.PUBLISHED
            if not (says_nothing or edit.kind in (EditKind.ATTACH, EditKind.LOST)) and not (
                knows(lines, edit.kind, target) and not lacks(lines, edit.kind, edit.value, edit.part)
            ):
                yield edit


def check_edit(lines: Lines, kind: EditKind, target: str, value: str, part: str) -> None:
    """Pass over an edit that can be made now. Raises KeyError or ValueError."""
    if not knows(lines, kind, target):
        raise KeyError(target)
    if missing := lacks(lines, kind, value, part):
        raise KeyError(missing)
    if value and not lines.edits_on(target).value(kind, part):  # what is said already may be said once more, to settle
        _refuse_idle(lines, kind, target, value, part)
    match kind:
        case EditKind.JOIN if value and lines.line_of(value) == lines.line_of(target):
            raise ValueError("they are one event already")
        case EditKind.ACTOR_JOIN if value and lines.cast.id_of(value) == lines.cast.id_of(target):
            raise ValueError("they are one actor already")
        case EditKind.SOURCE_JOIN if value and lines.voices.lead(value) == lines.voices.lead(target):
            raise ValueError("they are one source already")
        case EditKind.ORDER if value.partition(" ")[2] == target:
            raise ValueError("an event stands neither before nor after itself")
        case EditKind.EVENT if target in lines.records.events or target in lines.records.mentions:
            raise ValueError("it is an event that was read")
        case EditKind.ACTOR if target in lines.records.actors:
            raise ValueError("they are an actor who was read")


def _refuse_idle(lines: Lines, kind: EditKind, target: str, value: str, part: str) -> None:
    """Pass over an edit that changes something. Raises ValueError."""
    match kind:
        case EditKind.ACTOR_SPLIT if not occurs(lines, target, part):
            name, article = lines.cast.known[target].name, lines.records.head(part)
            raise ValueError(f"{quoted(name)} does not occur in {quoted(article.title or article.name)}")
        case EditKind.ROLE if value == NONE and (entry := lines.entry(target)) is not None:
            if part not in {one.actor for one in entry.participants}:
                known = lines.cast.known.get(part)
                raise ValueError(f"{quoted(known.name if known else part)} takes no part in it")
        case EditKind.ORDER:
            entry, beside = lines.entry(target), lines.entry(followed(lines.to, value.partition(" ")[2]))
            if entry is not None and beside is not None and start_of(entry.when) != start_of(beside.when):
                raise ValueError("the two do not start on one day, and only within a day is there an order to give")


def occurs(lines: Lines, actor: str, article: str) -> bool:
    """Whether an actor takes part in what an article tells, or says so there, by the id that was read."""
    by_hand_there = (lines.notebook.told(event) for event in lines.notebook.events)
    as_read = (lines.records.told(event) for event in lines.records.of_article(article))
    return any(
        one.article == article
        and (
            any(part.actor == actor for part in one.participants)
            or ((source := lines.records.sources.get(one.source)) is not None and source.actor == actor)
        )
        for told in (*as_read, *by_hand_there)
        for one in told
    )
