"""A process in which two people's timelines are merged, for tests that kill it; and what must be there after that."""

from collections.abc import Sequence
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path

from tests.timeline.builders import reading
from timeline.edits import EditKind
from timeline.logs.log import Log
from timeline.model import Extraction
from timeline.store import Store, open_files
from timeline.store.contents import Contents
from timeline.store.earlier import current
from timeline.store.known_inputs import KnownInputs

Said = list[tuple[str, str]]
BRINGS = ("merged", "taken back")
"""What was done last to an article of the other's."""


def article(number: int, word: str = "old") -> Extraction:
    return reading(
        f"Event {number} happened on Friday.",
        f"Nobody in the {word} town hall would say how much of all the money was left.",
        name=f"article {number}",
    )


def theirs(number: int) -> Contents:
    read = reading(f"Something else happened on Saturday {number}.", name=f"theirs {number}")
    edit = Log((), "Orr").next(EditKind.NOTE, read.events[0].id, f"theirs {number}", before="")
    return Contents({read.article.id: read}, (edit,), KnownInputs({}))


def work(path: Path, first: int, said: Connection) -> None:
    """Add, correct, join, merge, take back and make again, and add changed texts, without end; say what was kept."""
    open_files._JOURNAL_LIMIT = 12_000  # compact often, so that kills hit that too
    with Store.open(path) as timeline:
        for number in count(first):
            mine, other = article(number), theirs(number)
            (brought,) = other.extractions
            timeline.add(mine)
            said.send(("article", mine.article.id))
            timeline.edit(EditKind.NOTE, mine.events[0].id, f"note {number}")
            said.send(("note", f"note {number}"))
            timeline.edit(EditKind.JOIN, mine.events[1].id, mine.events[0].id)
            timeline.merge(other, "theirs.json")
            said.send(("merged", brought))
            timeline.undo()
            said.send(("taken back", brought))
            timeline.redo()
            said.send(("merged", brought))
            timeline.add(article(number, "new"))
            said.send(("article", article(number, "new").article.id))


def assert_all_holds(path: Path, sessions: Sequence[Said]) -> None:
    """All that was said to be done is, but for what may have been done since the last word of each session."""
    said = [one for session in sessions for one in session]
    last_words = [session[-1] for session in sessions if session]
    with Store.open(path, read_only=True) as timeline:
        contents, shown = timeline.contents(), timeline.timeline
    known = contents.extractions
    notes = {edit.value for edit in contents.log if not edit.undone}
    last = {which: kind for kind, which in said if kind in BRINGS}
    for kind, which in said:
        if kind == "article":
            assert current(contents.earlier, which, known) is not None
        if kind == "note":
            assert which in notes
    for which, kind in last.items():
        if (kind, which) not in last_words:
            assert (which in known) == (kind == "merged")
    theirs_there = sum(one.article.name.startswith("theirs") for one in known.values())
    assert theirs_there == sum(note.startswith("theirs") for note in notes), "a merge is whole or not at all"
    assert len({one.article.name for one in known.values()}) == len(known), "no article is there in two texts"
    assert shown.orphans == ()
    assert [edit.number for edit in contents.log] == list(range(1, len(contents.log) + 1))
