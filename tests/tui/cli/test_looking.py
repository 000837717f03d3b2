"""What `list` shows a person: one line of the terminal for an event, with nothing cut unseen."""

from pathlib import Path

import pytest

from tests.tui.demo import DraftEvent, extraction
from timeline.store import Store
from tui.cli import looking
from tui.cli.looking import _row


@pytest.mark.parametrize("columns", [80, 120])
def test_a_line_of_the_list_fits_the_terminal_however_long_a_source_is(
    columns: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "width", lambda: columns)
    sentence = "The ferry sank off Corran Point with all that it had on board for the islands."
    read = extraction(
        sentence,
        (DraftEvent(sentence.rstrip("."), sentence, "sank"),),
        title="A ferry",
        publisher="The Corran Point and Outer Islands Morning Post and Advertiser",
        published=None,
    )
    with Store.open(tmp_path / "ferry.json") as store:
        store.add(read)
        (line,) = [_row(store.timeline, entry) for entry in store.timeline.entries]
    assert len(line) <= columns
    assert line.endswith("…")


@pytest.mark.parametrize(
    ("said", "cut"),
    [("Sat 11 Mar 2017?", "Sat 11 Mar 2017?        "), ("between 11 Mar and 12 Apr 2017", "between 11 Mar and 12 A…")],
)
def test_a_date_that_is_cut_shows_it(said: str, cut: str) -> None:
    assert looking._cut(said, looking._DATE_COLUMNS) == cut


def test_an_uncertain_date_is_marked_with_one_sign_where_words_would_be_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline.dates.edtf.describe", lambda _: "Sat 11 Mar 2017 (uncertain)")
    told = DraftEvent("It sank", "It sank.", "sank")
    read = extraction("It sank.", (told,), title="A", publisher="B", published=None)
    with Store.open(tmp_path / "ferry.json") as store:
        store.add(read)
        assert "Sat 11 Mar 2017?  " in _row(store.timeline, store.timeline.entries[0])
