"""One date, from the command line, for all events of an article that the same words date."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from tests.timeline.builders import MONDAY, by_metadata, reading
from timeline.store import Store

STORY = reading(
    "The quarry flooded on Friday.",
    "Pumps arrived on Friday.",
    "The road closed on Saturday.",
    "Divers went home on Friday.",
    published=by_metadata(MONDAY),
    name="quarry",
)
FLOODED, ARRIVED, CLOSED, WENT = (event.id for event in STORY.events)
Run = Callable[..., Result]


def dates(path: Path) -> list[str]:
    with Store.open(path, read_only=True) as store:
        return [store.timeline.entry(event.id).when.edtf for event in STORY.events]


def done(run: Run, *words: str) -> list[str]:
    ran = run(*words)
    assert ran.exit_code == 0, ran.output
    return ran.stdout.splitlines()


READ = ["2019-01-25", "2019-01-25", "2019-01-26", "2019-01-25"]


def test_all_that_the_same_words_date_moves_in_one_step_and_each_is_told(run: Run, path: Path) -> None:
    assert dates(path) == READ
    assert done(run, "edit", FLOODED, "--date", "18 jan 2019", "--every") == [
        "Fri 25 Jan 2019 → Fri 18 Jan 2019  The quarry flooded on Friday",
        "Fri 25 Jan 2019 → Fri 18 Jan 2019  Pumps arrived on Friday",
        "Fri 25 Jan 2019 → Fri 18 Jan 2019  Divers went home on Friday",
        "3 events of “Friday” moved. dateline undo takes this back",
    ]
    assert dates(path) == ["2019-01-18", "2019-01-18", "2019-01-26", "2019-01-18"]
    done(run, "undo")
    assert dates(path) == READ


def test_what_was_dated_by_hand_stays_and_an_empty_date_gives_all_back_as_read(run: Run, path: Path) -> None:
    done(run, "edit", ARRIVED, "--date", "2019-01-20")
    told = done(run, "edit", FLOODED, "--date", "2019-01-18", "--every")
    assert told[-1] == "2 events of “Friday” moved; 1 set by hand stays. dateline undo takes this back"
    assert dates(path) == ["2019-01-18", "2019-01-20", "2019-01-26", "2019-01-18"]
    assert done(run, "edit", WENT, "--date", "", "--every")[-1].startswith("3 events of “Friday” moved.")
    assert dates(path) == READ
    again = run("edit", WENT, "--date", "", "--every")
    assert (again.exit_code, again.stderr) == (1, "dateline: not changed: nothing was set there by hand\n")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((FLOODED, "--every"), "--every goes with the --date of one event"),
        ((FLOODED, "--date", "2019", "--every", "--star"), "and with nothing else"),
        ((FLOODED, WENT, "--date", "2019", "--every"), "of one event"),
        (("quarry", "--date", "2019-01-18", "--every"), "dateline article --date dates all of an article"),
        ((CLOSED, "--date", "2019-01-18", "--every"), "no other event of its article is dated by the same words"),
    ],
)
def test_where_it_has_no_meaning_nothing_is_changed(run: Run, path: Path, words: tuple[str, ...], says: str) -> None:
    refused = run("edit", *words)
    assert refused.exit_code == 2
    assert says in refused.stderr
    assert dates(path) == READ
