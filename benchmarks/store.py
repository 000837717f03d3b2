"""How long a timeline takes to open, to correct and to search, and how much memory: beside stock TinyDB and sqlite3.

`python -m benchmarks.store [EVENTS ...]`. Milliseconds of computing, so that a busy machine and its disk count for
nothing: what a sync takes is the disk's. Each size, and each way to open it, is measured in a process of its own.
"""

import datetime as dt
import json
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tinydb import TinyDB, where

from tests.timeline.builders import by_metadata, person, reading
from timeline.edits import ACCEPTED, EditKind
from timeline.model import Extraction
from timeline.query import select
from timeline.store import Store
from timeline.store.glimpse import glimpse
from timeline.store.rows import rows_of
from timeline.store.storage import JournaledStorage
from tui.settling import settle

EVENTS_EACH = 20
"""Of an article."""
PEOPLE = [
    person(f"{first} {last}") for first in ("Ann", "Ben", "Cleo", "Dan") for last in ("Lee", "Orr", "Moss", "Ferry")
]
CORRECTED = 900
"""Corrections that are made before the cost of one more is measured again."""
UNREAD, WHOLE = "--unread", "--whole"
PADDING = "and nobody in the whole of the town would say how much of it was left, or to whom it belonged in the end"
"""So that an event takes about 1 kB of the file with its article."""


def articles(events: int) -> Iterator[Extraction]:
    first = dt.date(2010, 1, 4)
    for number in range(events // EVENTS_EACH):
        sentences = (
            f"{PEOPLE[(number + at) % len(PEOPLE)].name} opened harbour {number * EVENTS_EACH + at} on "
            f"{('Friday', 'Saturday')[at % 2]}, {PADDING}."
            for at in range(EVENTS_EACH)
        )
        day = first + dt.timedelta(days=number % 4_000)
        yield reading(*sentences, published=by_metadata(day), publisher="Courier", name=f"a{number}", actors=PEOPLE)


def milliseconds(work: Callable[[], object], times: int = 1) -> float:
    began = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - began) * 1000 / times


def megabytes() -> int:
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) // 1024


def ours(path: Path) -> Iterator[tuple[str, float]]:
    opened: list[Store] = []

    def open_it() -> None:
        opened.append(Store.open(path))
        assert opened[0].timeline.entries

    yield "first lines", milliseconds(lambda: glimpse(path).timeline)
    yield "open, and its view", milliseconds(open_it)
    store = opened[0]
    yield "memory, MB", megabytes()
    event = store.timeline.entries[len(store.timeline.entries) // 2].id
    store.edit(EditKind.NOTE, event, "the first")
    notes = iter(range(1_000))
    yield "durable edit", milliseconds(lambda: store.edit(EditKind.NOTE, event, f"note {next(notes)}"), 20)
    yield "undo", milliseconds(store.undo, 10)
    reviews = [partial(store.edit, EditKind.REVIEW, entry.id, ACCEPTED) for entry in store.timeline.entries[:CORRECTED]]
    yield f"durable edit, slowest of {CORRECTED:,}", max(map(milliseconds, reviews))
    yield (
        f"durable edit after {CORRECTED:,} others",
        milliseconds(lambda: store.edit(EditKind.NOTE, event, f"note {next(notes)}"), 20),
    )
    article = next(iter(store.timeline.articles))
    days = iter(range(1, 28))
    yield (
        "article's date set (20 events move)",
        milliseconds(lambda: store.edit(EditKind.PUBLISHED, article, f"2019-03-{next(days):02}"), 10),
    )
    for name, words in (
        ("filter actor and period", "actor:orr date:2012-05"),
        ("phrase with negation", '"harbour 77" -actor:lee'),
    ):
        search = partial(select, store.timeline, words)
        yield f"{name}, first", milliseconds(search)
        yield f"{name}, again", milliseconds(search, 5)
    yield "memory after that, MB", megabytes()
    store.close()


def unread(path: Path) -> Iterator[tuple[str, float]]:
    """As the app opens a long one, in a process of its own."""
    opened: list[Store] = []

    def open_it() -> None:
        opened.append(Store.open(path, unread=True))
        assert opened[0].timeline.entries

    yield "unread: open, and its view", milliseconds(open_it)
    store = opened[0]
    yield "unread: a screen of titles", milliseconds(lambda: [entry.title for entry in store.timeline.entries[:40]])
    yield "unread: all the rest, while nothing else is done", milliseconds(store.check)
    settle()
    yield "unread: memory after that, MB", megabytes()
    for block in store.timeline.entries.blocks:
        store.timeline.prepare(block)
    yield "unread: memory once filters were asked, MB", megabytes()
    store.close()


def stock(path: Path, events: int) -> Iterator[tuple[str, float]]:
    text = "x" * 900
    rows = [
        (number, PEOPLE[number % len(PEOPLE)].id, f"2012-05-{number % 28 + 1:02}", text) for number in range(events)
    ]
    tiny = path.with_suffix(".tiny")
    documents = {str(number + 1): {"actor": actor, "day": day, "text": text} for number, actor, day, _ in rows}
    tiny.write_text(json.dumps({"_default": documents}))
    database = TinyDB(tiny)
    yield "TinyDB: open", milliseconds(lambda: len(database))
    yield "TinyDB: edit", milliseconds(lambda: database.update({"note": "a note"}, doc_ids=[events // 2]))
    wanted = (where("actor") == "ben-orr") & (where("day") < "2012-05-09")
    yield "TinyDB: actor and period", milliseconds(lambda: database.search(wanted))
    lite = sqlite3.connect(path.with_suffix(".sqlite"))
    lite.execute("create table events (id integer primary key, actor text, day text, text text, note text)")
    lite.executemany("insert into events values (?, ?, ?, ?, null)", rows)
    lite.execute("create index by_actor on events (actor, day)")
    lite.commit()

    def edit() -> None:
        lite.execute("update events set note = 'a note' where id = ?", (events // 2,))
        lite.commit()

    query = "select * from events where actor = 'ben-orr' and day < '2012-05-09'"
    yield "sqlite3: edit", milliseconds(edit, 20)
    yield "sqlite3: actor and period", milliseconds(lambda: lite.execute(query).fetchall(), 5)


def main() -> None:
    if sys.argv[1:2] in ([UNREAD], [WHOLE]):
        tell((unread if sys.argv[1] == UNREAD else ours)(Path(sys.argv[2])))
        return
    sizes = [int(word) for word in sys.argv[1:]] or [1_000, 10_000, 100_000]
    if len(sizes) > 1:
        for size in sizes:
            subprocess.run([sys.executable, "-m", "benchmarks.store", str(size)], check=True)
        return
    (events,) = sizes
    with TemporaryDirectory() as folder:
        path = Path(folder) / "story.json"
        tables: dict[str, dict[str, object]] = {}
        for extraction in articles(events):
            for table, rows in rows_of(extraction).items():
                tables.setdefault(table, {}).update(rows)
        JournaledStorage(path).put_in_place(tables, 1)
        del tables
        print(f"\n| {events:,} events, {path.stat().st_size / 1e6:.1f} MB | ms |\n| --- | ---: |", flush=True)
        for how in (UNREAD, WHOLE):
            subprocess.run([sys.executable, "-m", "benchmarks.store", how, path], check=True)
        tell(stock(path, events))


def tell(figures: Iterator[tuple[str, float]]) -> None:
    for what, value in figures:
        print(f"| {what} | {value:,.1f} |", flush=True)


if __name__ == "__main__":
    main()
