from msgspec.structs import replace

from timeline.edits import Edit, EditKind
from timeline.logs.conflicts import conflicts
from timeline.logs.identity import edit_id

TIME = "2026-01-05T10:00:00.{:03}+00:00"


def date(number: int, value: str, *replaces: Edit) -> Edit:
    names = tuple(sorted(map(edit_id, replaces)))
    return Edit(number=number, kind=EditKind.DATE, target="a", value=value, at=TIME.format(number), replaces=names)


FIRST = date(1, "2019")
HERS, HIS = date(2, "2019-01", FIRST), date(3, "2019-02", FIRST)


def disputed(*log: Edit) -> list[list[int]]:
    return [[edit.number for edit in conflict.edits] for conflict in conflicts(log)]


def test_two_edits_that_replace_the_same_and_say_different_things_are_a_conflict() -> None:
    assert disputed(FIRST, HERS, HIS) == [[2, 3]]


def test_one_that_replaces_the_other_or_says_the_same_is_none() -> None:
    assert disputed(FIRST, HERS, date(3, "2019-02", HERS)) == []
    assert disputed(FIRST, HERS, date(3, "2019-01", FIRST)) == []


def test_edits_of_different_kinds_or_targets_are_none() -> None:
    assert disputed(FIRST, HERS, replace(HIS, target="b"), replace(HIS, kind=EditKind.NOTE)) == []


def test_one_that_was_taken_back_is_none() -> None:
    assert disputed(FIRST, HERS, replace(HIS, undone=True)) == []
    assert disputed(FIRST, replace(HERS, undone=True), HIS) == []


def test_what_one_replaces_through_another_that_was_taken_back_is_replaced() -> None:
    between = replace(HERS, undone=True)
    assert disputed(FIRST, between, date(4, "2019-03", between)) == []


def test_a_later_edit_that_knew_both_settles_it_until_it_is_taken_back() -> None:
    settling = date(4, "2019-01", HERS, HIS)
    assert disputed(FIRST, HERS, HIS, settling) == []
    assert disputed(FIRST, HERS, HIS, replace(settling, undone=True)) == [[2, 3]]
