"""Wherein the accounts of one event differ."""

from itertools import permutations
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.timeline.builders import reading
from tests.timeline.export.chronicle import told_of_one
from tests.tui.two_reports import COURIER, HERALD, joined, report
from timeline.accounts import Account, Accounts, Difference, Figure, accounts_of, figures_apart, told_once
from timeline.edits import EditKind
from timeline.entry import WholeEntry
from timeline.model import Extraction, Span, Status
from timeline.store import Store
from timeline.told_hours import told_hours

COURIER_AGAIN = report("The Marigold sank on Saturday with 14 people aboard.", "Saturday", 5, publisher="Evening Post")
NO_FIGURE = report("The Marigold sank on Saturday.", "Saturday", 5, publisher="Evening Post")
IN_LETTERS = report("The Marigold sank on Saturday with twelve people.", "Saturday", 5, publisher="Evening Post")
OF_ELSE = report("The Marigold sank on Saturday at 58 degrees, 3 miles out.", "Saturday", 5, publisher="Evening Post")
AT_TWO = report("On Saturday at 2.40 a.m. the Marigold sank.", "Saturday", 5, publisher="Evening Post")
AT_THREE = report("On Saturday at 3.10 a.m. the Marigold sank.", "Saturday", 5, publisher="Quay")
AFTER_THREE = report("On Saturday, shortly after 3 a.m., the Marigold sank.", "Saturday", 5, publisher="Wire")
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


@pytest.mark.parametrize(
    ("clause", "differs"),
    [((0, 24), False), ((8, 24), False), ((25, 40), True)],
    ids=["the same", "one in the other", "beside it"],
)
def test_a_paper_and_whose_words_it_tells_in_a_clause_are_not_two_witnesses(
    tmp_path: Path, clause: Span, differs: bool
) -> None:
    with Store.open(joined(tmp_path / "t.json", COURIER, HERALD)) as store:
        (entry,) = store.timeline.entries
        first, second = entry.assertions
        own = msgspec.structs.replace(first, clause=(0, 24))
        its = msgspec.structs.replace(own, id="its", source=second.source, clause=clause, status=Status.PLANNED)
        assert isinstance(entry, WholeEntry)
        accounts = accounts_of(msgspec.structs.replace(entry, assertions=(own, its)), store.timeline)
        assert (Difference.STATUS in accounts.differing) is differs
        assert bool(accounts.differing) is differs
        assert any(figures_apart(accounts)) is (Difference.FIGURES in accounts.differing)


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


def clash(one: Figure, account: Account, other: Account) -> bool:
    """Whether an account has a figure otherwise than another: of the same, none of its numbers, or the only one."""
    if len(account.figures) == len(other.figures) == 1:
        return one.number != other.figures[0].number
    numbers, its = ({each.number for each in told.figures if each.of == one.of} for told in (account, other))
    return bool(one.of and its) and not numbers & its


FIGURES = st.lists(st.builds(Figure, st.just((0, 0)), st.sampled_from("123"), st.sampled_from(["", "men", "women"])))
TOLD = st.lists(st.tuples(st.integers(0, 3), FIGURES.map(tuple)), min_size=1, max_size=6)
"""In which sentence, and with which figures."""


@given(TOLD)
def test_figures_apart_are_those_that_some_account_of_another_sentence_has_otherwise(
    told: list[tuple[int, tuple[Figure, ...]]],
) -> None:
    read = reading("The ferry sank.")
    each = [
        Account(
            msgspec.structs.replace(read.assertions[0], evidence=(at, at + 1)),
            *(read.article, "Post", "", figures, read.assertions[0].when, told_hours(read.assertions[0].when, "")),
        )
        for at, figures in told
    ]
    expected: list[set[str]] = [set() for _ in each]
    for (at, one), (_, other) in permutations(enumerate(each), 2):
        if one.assertion.evidence != other.assertion.evidence:
            expected[at] |= {figure.of for figure in one.figures if clash(figure, one, other)}
    found = figures_apart(Accounts(each, frozenset()))
    assert [{figure.of for figure in figures} for figures in found] == expected
    for account, figures in zip(each, found, strict=True):
        assert figures == tuple(next(one for one in account.figures if one.of == its.of) for its in figures)


@pytest.mark.parametrize(
    ("days", "differing"),
    [
        (["on Friday", "on Friday"], set()),
        (["on Friday", ""], set()),
        (["on Friday", "", "on Saturday"], {Difference.DATE}),
    ],
)
def test_a_sentence_without_a_date_agrees_with_each_day(days: list[str], differing: set[Difference]) -> None:
    entry, timeline = told_of_one(f"It sank {day}." for day in days)
    assert accounts_of(entry, timeline).differing == differing


def differing(path: Path, *reports: Extraction) -> tuple[set[Difference], bool]:
    with Store.open(joined(path, *reports)) as store:
        (entry,) = store.timeline.entries
        accounts = accounts_of(entry, store.timeline)
        assert told_once(accounts).hours_compared == accounts.hours_compared
        return set(accounts.differing), accounts.hours_compared


def test_hours_that_differ_are_a_difference_and_those_that_may_are_not_said_to_agree(tmp_path: Path) -> None:
    assert differing(tmp_path / "a.json", AT_TWO, AT_THREE) == ({Difference.HOURS}, True)
    assert differing(tmp_path / "b.json", AT_TWO, AFTER_THREE) == (set(), False)
    assert differing(tmp_path / "c.json", AT_TWO, NO_FIGURE) == (set(), True)


def test_a_date_that_a_person_set_wins_when_its_event_is_joined_and_stands_with_its_account(tmp_path: Path) -> None:
    with Store.open(joined(tmp_path / "t.json", NO_FIGURE, AT_TWO)) as store:
        lead, member = NO_FIGURE.events[0].id, AT_TWO.events[0].id
        store.edit(EditKind.DATE, member, "2019-01-26T03:10:00")
        (entry,) = store.timeline.entries
        assert (entry.id, entry.when.edtf) == (lead, "2019-01-26T03:10:00")
        assert entry.dated_by_person
        store.edit(EditKind.DATE, lead, "2019-01-26T02:50:00")
        (entry,) = store.timeline.entries
        assert entry.when.edtf == "2019-01-26T02:50:00"
        when = {one.assertion.event: one.when.edtf for one in accounts_of(entry, store.timeline).each}
        assert when == {lead: "2019-01-26", member: "2019-01-26T03:10:00"}
        store.undo()
        store.edit(EditKind.JOIN, member, "")
        assert {one.id: one.when.edtf for one in store.timeline.entries} == when
