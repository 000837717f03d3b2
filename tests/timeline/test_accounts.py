"""Wherein the accounts of one event differ."""

from pathlib import Path

import msgspec
import pytest

from tests.tui.two_reports import COURIER, HERALD, joined, report
from timeline.accounts import Difference, accounts_of, told_once
from timeline.entry import WholeEntry
from timeline.model import Extraction, Status
from timeline.store import Store

COURIER_AGAIN = report("The Marigold sank on Saturday with 14 people aboard.", "Saturday", 5, publisher="Evening Post")
NO_FIGURE = report("The Marigold sank on Saturday.", "Saturday", 5, publisher="Evening Post")
IN_LETTERS = report("The Marigold sank on Saturday with twelve people.", "Saturday", 5, publisher="Evening Post")
OF_ELSE = report("The Marigold sank on Saturday at 58 degrees, 3 miles out.", "Saturday", 5, publisher="Evening Post")
ALLEGED = report(
    "The Marigold sank on Saturday, with 14 people.", "Saturday", 5, publisher="Post", status=Status.ALLEGED
)


@pytest.mark.parametrize(
    ("other", "differing"),
    [
        (HERALD, {Difference.DATE, Difference.FIGURES}),
        (COURIER_AGAIN, set()),
        (NO_FIGURE, set()),
        (IN_LETTERS, {Difference.FIGURES}),
        (OF_ELSE, set()),
        (ALLEGED, {Difference.STATUS}),
    ],
)
def test_accounts_differ_where_not_both_can_be_right(
    tmp_path: Path, other: Extraction, differing: set[Difference]
) -> None:
    with Store.open(joined(tmp_path / "t.json", COURIER, other)) as store:
        (entry,) = store.timeline.entries
        assert accounts_of(entry, store.timeline).differing == differing


def test_an_account_has_its_speaker_and_outlet_and_the_figures_that_belong_to_no_time(tmp_path: Path) -> None:
    with Store.open(joined(tmp_path / "t.json", COURIER, HERALD)) as store:
        (entry,) = store.timeline.entries
        courier, herald = accounts_of(entry, store.timeline).each
    assert (courier.speaker, courier.outlet) == ("Ansel Courier", "")
    assert (herald.speaker, herald.outlet) == ("Ilse Varga", "Coast Herald")
    assert [(figure.number, figure.of) for figure in herald.figures] == [("16", "people")]


def test_what_one_teller_says_in_one_sentence_is_told_in_parts_and_not_in_two_ways(tmp_path: Path) -> None:
    with Store.open(joined(tmp_path / "t.json", COURIER, HERALD)) as store:
        (entry,) = store.timeline.entries
        first, second = (one.assertion for one in accounts_of(entry, store.timeline).each)
        part = msgspec.structs.replace(second, article=first.article, source=first.source, evidence=first.evidence)
        assert isinstance(entry, WholeEntry)
        of_one = msgspec.structs.replace(entry, assertions=(first, part))
        assert not accounts_of(of_one, store.timeline).differing


def test_a_sentence_that_tells_it_twice_is_one_account(tmp_path: Path) -> None:
    with Store.open(joined(tmp_path / "t.json", COURIER, HERALD)) as store:
        (entry,) = store.timeline.entries
        first, second = entry.assertions
        again = msgspec.structs.replace(first, id="again", clause=(0, 0))  # another clause of it, without a figure
        assert isinstance(entry, WholeEntry)
        three = msgspec.structs.replace(entry, assertions=(again, first, second))
        accounts = told_once(accounts_of(three, store.timeline))
        assert [one.assertion for one in accounts.each] == [again, second]
        assert [figure.number for figure in accounts.each[0].figures] == ["14"]
        assert accounts.differing == {Difference.DATE, Difference.FIGURES}


def test_a_sentence_whose_clauses_are_dated_and_told_in_two_ways_agrees_where_one_of_them_does(tmp_path: Path) -> None:
    with Store.open(joined(tmp_path / "t.json", COURIER, COURIER_AGAIN)) as store:
        (entry,) = store.timeline.entries
        first, second = entry.assertions
        elsewhere = report("The Marigold sank on Friday.", "Friday", 4, publisher="Post").assertions[0].when
        part = msgspec.structs.replace(first, id="part", when=elsewhere, status=Status.ONGOING)
        assert isinstance(entry, WholeEntry)
        accounts = accounts_of(msgspec.structs.replace(entry, assertions=(first, part, second)), store.timeline)
        assert not accounts.differing
        assert [one.assertion for one in told_once(accounts).each] == [first, second]
