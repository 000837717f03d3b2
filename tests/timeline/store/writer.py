"""A process that changes a timeline and says so, for tests that kill it."""

from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path

from tests.timeline.builders import reading
from timeline.edits import EditKind
from timeline.store import Store, open_files


def write(path: Path, first: int, said: Connection) -> None:
    """Add articles, edit and undo without end; after each change that was kept, send what it was."""
    open_files._JOURNAL_LIMIT = 6_000  # compact often, so that kills hit that too
    with Store.open(path) as timeline:
        for number in count(first):
            article = reading(f"Event {number} happened on Friday.", "Then it rained.", name=f"article {number}")
            timeline.add(article)
            said.send(("article", article.article.id))
            for _ in range(3):
                edit = timeline.edit(EditKind.NOTE, article.events[0].id, f"note {number}")
                said.send(("edit", edit.number))
            timeline.undo()
            said.send(("undone", edit.number))
