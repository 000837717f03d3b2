"""That what a person does costs the same in a long timeline as in a short one."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from tests.effort import effort
from tests.timeline.builders import MONDAY, by_metadata, person, reading
from timeline.edits import EditKind
from timeline.store import Store

MORE = 1.3
"""So many times the work is still the same: a search in ten times as many takes a few steps more."""
GUAIDO = person("Guaido")


def write(path: Path, articles: int) -> None:
    with Store.open(path) as store:
        for number in range(articles):
            sentences = (f"Guaido spoke {number} times on {day}." for day in ("Friday", "Saturday"))
            store.add(reading(*sentences, published=by_metadata(MONDAY), actors=[GUAIDO], name=f"a{number}"))


def work(path: Path, do: Callable[[Store], Callable[[], object]]) -> int:
    with Store.open(path) as store:
        assert store.timeline.entries
        again = do(store)
        again()  # what is looked up once is known then
        return effort(again)


def note(store: Store) -> Callable[[], object]:
    event, notes = store.timeline.entries[-1].id, count()
    return lambda: store.edit(EditKind.NOTE, event, f"note {next(notes)}")


def note_after_others(store: Store) -> Callable[[], object]:
    for entry in store.timeline.entries[:-1]:
        store.edit(EditKind.STAR, entry.id, "yes")
    return note(store)


def undo(store: Store) -> Callable[[], object]:
    again = note_after_others(store)
    again()
    again()
    return store.undo


def article_date(store: Store) -> Callable[[], object]:
    article, days = min(store.timeline.articles), count(1)
    return lambda: store.edit(EditKind.PUBLISHED, article, f"2019-03-{next(days):02}")


@pytest.mark.parametrize("do", [note, note_after_others, undo, article_date])
def test_a_correction_is_as_much_work_among_many_events_as_among_few(
    tmp_path: Path, do: Callable[[Store], Callable[[], object]]
) -> None:
    few, many = tmp_path / "few.json", tmp_path / "many.json"
    write(few, 10)
    write(many, 100)
    assert work(many, do) <= MORE * work(few, do)
