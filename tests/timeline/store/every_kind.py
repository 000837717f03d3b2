"""A process that makes corrections of every kind, for tests that kill it; and what must be there after that."""

from collections.abc import Iterator, Sequence
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path

from msgspec.structs import replace

from tests.timeline.builders import MONDAY, by_metadata, person, reading, told_together, triggered_elsewhere
from tests.timeline.store.two_people import theirs
from timeline.edit_values import EventByHand, written_by_hand
from timeline.edits import Edit, EditKind
from timeline.model import Extraction, event_id
from timeline.store import Store, open_files

Said = list[tuple[str, str]]
Step = tuple[EditKind, str, str, str]
"""Kind, target, value and part of an edit."""
TURNED = ("undone", "redone")
A_ROUND = 50
"""So many things are said of one article."""


def article(number: int) -> Extraction:
    return reading(
        f"Ann Lee left on Friday {number}.",
        f"Bo Orr {number} met Ann Lee on Friday.",
        "A ferry sank off Corran on Saturday.",
        "The court heard nobody.",
        published=by_metadata(MONDAY),
        actors=[person(f"Ann Lee {number}"), person(f"Bo Orr {number}")],
        speaker=f"Rosa Lind {number}",
        name=f"article {number}",
    )


def pair(number: int) -> Extraction:
    """One whose two mentions were read as one event."""
    return told_together(reading(f"Rain fell on Friday {number}.", "It rained on Friday.", name=f"rain {number}"))


def without_last(extraction: Extraction) -> Extraction:
    """As another extractor reads it, that misses the last event."""
    events, told = extraction.events[:-1], extraction.assertions[:-1]
    return replace(extraction, events=events, assertions=told, extractor="en-2")


def edits(number: int) -> Iterator[Step]:
    """One of every kind that a person can make, in an order in which each can be made."""
    read, rain = article(number), pair(number)
    left, met, sank, heard = (event.id for event in read.events)
    first, second = (actor.id for actor in read.actors)
    mention = triggered_apart(rain)
    source = read.sources[1].id
    added = f"added-{number}"
    quoted = EventByHand(title=f"Quoted {number}", article=read.article.id, passage="met Ann Lee")
    yield EditKind.STAR, left, "yes", ""
    yield EditKind.HIDE, met, "yes", ""
    yield EditKind.HIDE, met, "", ""
    yield EditKind.NOTE, heard, f"note {number}", ""
    yield EditKind.TAG, left, "yes", f"tag {number}"
    yield EditKind.REVIEW, sank, "accepted", ""
    yield EditKind.DATE, met, "2019-01-25", ""
    yield EditKind.TITLE, left, f"She left {number}", ""
    yield EditKind.STATUS, sank, "alleged", ""
    yield EditKind.POLARITY, sank, "neg", ""
    yield EditKind.SOURCE, sank, f"Somebody {number}", ""
    yield EditKind.PLACE, sank, f"Corran {number}", ""
    yield EditKind.ROLE, sank, "victim", second
    yield EditKind.ORDER, met, f"before {left}", ""
    yield EditKind.EVENT, added, written_by_hand(EventByHand(title=f"By hand {number}", date="2019-01-26")), ""
    yield EditKind.EVENT, f"{added}-quoted", written_by_hand(quoted), ""
    yield EditKind.JOIN, added, sank, ""
    yield EditKind.SPLIT, mention, "yes", ""
    yield EditKind.PUBLISHED, read.article.id, "2019-02-04", ""
    yield EditKind.HEADLINE, read.article.id, f"Headline {number}", ""
    yield EditKind.OUTLET, read.article.id, f"The Quay {number}", ""
    yield EditKind.REMOVE, rain.article.id, "yes", ""
    yield EditKind.REMOVE, rain.article.id, "", ""
    yield EditKind.ACTOR, f"newcomer-{number}", f"Newcomer {number}", ""
    yield EditKind.ACTOR_NAME, first, f"Ann Lee of {number}", ""
    yield EditKind.ACTOR_KIND, second, "organisation", ""
    yield EditKind.ACTOR_JOIN, f"newcomer-{number}", first, ""
    yield EditKind.ACTOR_SPLIT, second, "yes", read.article.id
    yield EditKind.SOURCE_NAME, source, f"Mayor Lind {number}", ""
    yield EditKind.SOURCE_KIND, source, "unnamed", ""
    yield EditKind.SOURCE_JOIN, source, read.sources[0].id, ""


def triggered_apart(rain: Extraction) -> str:
    """The event that the second of two joined mentions is by itself."""
    return event_id(rain.article.id, rain.assertions[1].trigger)


def work(path: Path, first: int, said: Connection) -> None:
    """Make corrections of every kind, take each fifth back and make it again, read again, merge; say what was kept."""
    open_files._JOURNAL_LIMIT = 30_000  # compact often, so that kills hit that too
    with Store.open(path) as store:
        for number in count(first):
            for read in (article(number), pair(number)):
                store.add(read)
                said.send(("article", read.article.id))
            for at, (kind, target, value, part) in enumerate(edits(number)):
                edit = store.edit(kind, target, value, part)
                said.send(("edit", as_kept(edit)))
                if at % 5 == first // 1_000 % 5:
                    store.undo()
                    said.send(("undone", as_kept(edit)))
                    store.redo()
                    said.send(("redone", as_kept(edit)))
            store.add(without_last(article(number)))
            said.send(("lost", article(number).events[-1].id))
            store.add(triggered_elsewhere(article(number)))
            said.send(("attached", article(number).events[0].id))
            store.merge(theirs(number), f"theirs {number}")
            said.send(("merged", f"theirs {number}"))


def as_kept(edit: Edit) -> str:
    """An edit in one text, whatever number it has after a merge; none here is made twice."""
    return f"{edit.kind} {edit.target} {edit.part} {edit.value}"


def assert_all_holds(path: Path, sessions: Sequence[Said]) -> None:
    """All that was said to be done is; a step that was begun after the last word of a session is whole or not there."""
    said = [one for session in sessions for one in session]
    last_words = {session[-1] for session in sessions if session}
    with Store.open(path, read_only=True) as store:
        contents, shown = store.contents(), store.timeline
    log = contents.log
    assert [edit.number for edit in log] == list(range(1, len(log) + 1))
    undone = {as_kept(edit): edit.undone for edit in log}
    made = {kind: {edit.target for edit in log if edit.kind is kind} for kind in EditKind}
    turned = {which: kind for kind, which in said if kind in TURNED}
    for kind, which in said:
        match kind:
            case "article":
                assert which in contents.extractions
            case "edit":
                assert which in undone
                assert not undone[which] or which in turned or (kind, which) in last_words
            case "lost":
                assert which in made[EditKind.LOST]
            case "attached":
                assert which in made[EditKind.ATTACH]
            case "merged":
                assert which in made[EditKind.MERGE]
    for which, kind in turned.items():
        assert undone[which] == (kind == "undone") or (kind, which) in last_words
    merged = sum(one.article.name.startswith("theirs") for one in contents.extractions.values())
    assert merged == sum(edit.value.startswith("theirs") for edit in log if edit.kind is EditKind.NOTE)
    assert {edit.kind for edit in shown.orphans} <= {EditKind.NOTE, EditKind.LOST}
