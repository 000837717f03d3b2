"""A line that a person accepted is in doubt no more: in the list, in filters and in exports alike."""

import csv
import datetime as dt
import io
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.tui.demo import EITHER, DraftEvent, extraction
from timeline.dates.edtf import describe
from timeline.edits import ACCEPTED, EditKind
from timeline.export import export
from timeline.meanings.counted import Weekday
from timeline.model import Extraction
from timeline.query import parse
from timeline.store import Store
from timeline.when import Bound, Precision, When

ONE_OF_TWO = extraction(
    "The ferry sails Saturday. The pier shut.",
    (DraftEvent("The ferry sails", "The ferry sails Saturday.", "sails", "Saturday", Weekday(5), EITHER),),
    title="Ferry",
    publisher="Courier",
    published=dt.date(2019, 1, 28),
)
(SAILS,) = (event.id for event in ONE_OF_TWO.events)


def read_as(edtf: str, bound: Bound | None = None, first: int | None = None) -> Extraction:
    (one,) = ONE_OF_TWO.assertions
    when = When(
        edtf=edtf,
        earliest=dt.date(2019, 1, first) if first else None,
        latest=dt.date(2019, 1, 26),
        precision=Precision.DAY,
        bound=bound,
    )
    return replace(ONE_OF_TWO, assertions=(replace(one, when=when),))


@pytest.mark.parametrize(
    ("read", "edtf", "told"),
    [
        (ONE_OF_TWO, "2019-01-26", "Sat 26 Jan 2019"),
        (read_as("2019-01-26?", first=26), "2019-01-26", "Sat 26 Jan 2019"),
        (read_as("2019-01-26%", first=26), "2019-01-26~", "about Sat 26 Jan 2019"),
        (read_as("../2019-01-26", Bound.BY), "../2019-01-26", "by Sat 26 Jan 2019"),
    ],
    ids=["one of two", "uncertain", "about, uncertain", "by"],
)
def test_accepting_settles_the_date_that_the_line_shows_until_that_is_taken_back(
    tmp_path: Path, read: Extraction, edtf: str, told: str
) -> None:
    with Store.open(tmp_path / "a.json") as store:
        store.add(read)
        before = store.timeline.entry(SAILS)
        assert before.when.is_uncertain
        store.edit(EditKind.REVIEW, SAILS, ACCEPTED)
        for title in ("", "The ferry sails again"):  # a line that is only marked, and one that is corrected
            if title:
                store.edit(EditKind.TITLE, SAILS, title)
            entry = store.timeline.entry(SAILS)
            assert (entry.when.edtf, describe(entry.when)) == (edtf, told)
            assert not entry.when.is_uncertain
            assert entry.when.derivation[-1].says == "a person looked at the sentence and agreed"
            assert (entry.when.earliest, entry.when.latest) == (before.when.earliest, before.when.latest)
        shown, entries = store.timeline, store.timeline.entries
        assert not parse("is:uncertain").select(shown)
        assert len(parse("trust:1").select(shown)) == 1
        row = next(iter(csv.DictReader(io.StringIO(export(shown, entries, "csv")))))
        assert (row["edtf"], row["uncertain"]) == (edtf, "")
        markdown = export(shown, entries, "markdown")
        assert "uncertain" not in markdown
        assert "** The ferry sails again" in markdown
        assert "dated" not in markdown
        while store.undo():
            pass
        assert store.timeline.entry(SAILS).when == before.when


@pytest.mark.parametrize("read", [ONE_OF_TWO, read_as("2019-01-26?", first=26)], ids=["one of two", "uncertain"])
def test_what_nobody_accepted_is_called_uncertain_once(tmp_path: Path, read: Extraction) -> None:
    with Store.open(tmp_path / "a.json") as store:
        store.add(read)
        assert export(store.timeline, store.timeline.entries, "markdown").count("uncertain") == 1


def test_a_doubt_that_a_person_typed_stays_when_they_accept_the_line(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.json") as store:
        store.add(ONE_OF_TWO)
        store.edit(EditKind.DATE, SAILS, "2019-01-26?")
        store.edit(EditKind.REVIEW, SAILS, ACCEPTED)
        assert store.timeline.entry(SAILS).when.is_uncertain
