"""The hours that accounts tell, and whether they can both be right."""

import pytest

from timeline.correcting.events import set_by_person
from timeline.told_hours import told_hours
from timeline.when import Step, When

DAY = set_by_person("2023-03-14")


@pytest.mark.parametrize(
    ("clause", "clock", "exact"),
    [
        ("The siren went at 2.40 a.m", {"02:40"}, True),
        ("The siren went shortly after 3 a.m", {"03:00"}, False),
        ("The siren went at about 12:05", {"12:05"}, False),
        ("At 12.30 pm the siren went", {"12:30"}, True),
        ("Between 1 pm and 2 pm it rained", {"13:00", "14:00"}, False),
        ("It lost 2:1, and 3.5 of 10 people amused 4 amateurs", set(), True),
    ],
)
def test_a_day_has_the_hours_of_its_words(clause: str, clock: set[str], exact: bool) -> None:
    found = told_hours(DAY, clause)
    assert found.clock == clock
    assert found.exact == exact or not clock


@pytest.mark.parametrize(
    ("edtf", "clock", "exact"),
    [
        ("2023-03-14T03:10:00", {"03:10"}, True),
        ("2023-03-14T03:10:00Z", {"03:10"}, False),
        ("2023-03-14T03:00:00/..", {"03:00"}, False),
        ("2023-03-14T03:00:00/2023-03-14T04:00:00", {"03:00", "04:00"}, False),
    ],
)
def test_hours_of_a_date_go_before_those_of_words(edtf: str, clock: set[str], exact: bool) -> None:
    found = told_hours(set_by_person(edtf), "The siren went at 9 am")
    assert found.clock == clock
    assert found.exact is exact


def test_an_hour_that_is_only_about_right_is_not_exact() -> None:
    about = When(edtf="2023-03-14T03:10:00", derivation=(Step("about", "only about, as the words say"),))
    assert not told_hours(about, "").exact


def test_two_hours_differ_where_both_are_exact_and_none_is_in_both() -> None:
    at, after, also = (told_hours(DAY, clause) for clause in ("at 2.40 a.m.", "shortly after 3 a.m.", "at 02:40"))
    later, silent = told_hours(DAY, "at 3.10 am"), told_hours(DAY, "at night")
    assert at.differs(later)
    assert not at.differs(also)
    assert not at.differs(after)
    assert at.is_elsewhere(after)
    assert not at.is_elsewhere(silent)
