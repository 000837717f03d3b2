from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from timeline.edits import Edit, EditKind
from timeline.logs.identity import edit_id, heads, in_order, is_time

SECOND = "2026-01-05T10:00:0{}+00:00"
NOTES = st.builds(
    Edit,
    number=st.just(1),
    kind=st.sampled_from([EditKind.NOTE, EditKind.STAR]),
    target=st.sampled_from(["a", "b"]),
    value=st.sampled_from(["yes", ""]),
    at=st.sampled_from(["", *(SECOND.format(second) for second in range(3)), "2026-01-05T10:00:01.500+00:00"]),
    author=st.sampled_from(["", "ann"]),
)
LOGS = st.lists(NOTES, max_size=8).map(lambda log: [replace(edit, number=at) for at, edit in enumerate(log, 1)])


@given(LOGS)
def test_each_edit_of_a_log_is_later_than_the_one_before_it_and_its_own(log: list[Edit]) -> None:
    ordered = in_order(log)
    assert [(edit.number, edit.value) for edit in ordered] == [(edit.number, edit.value) for edit in log]
    assert sorted(ordered, key=lambda edit: (edit.at, edit_id(edit))) == list(ordered)
    assert len({edit_id(edit) for edit in ordered}) == len(log)
    assert all(is_time(edit.at) for edit in ordered)


@given(LOGS, st.integers(0, 8))
def test_what_comes_of_a_log_stays_so_whatever_is_added_and_however_often_it_is_read(log: list[Edit], cut: int) -> None:
    ordered = in_order(log)
    assert in_order(ordered) == ordered
    assert in_order(log[:cut]) == ordered[:cut]
    assert in_order([*ordered[:cut], *log[cut:]]) == ordered


@given(LOGS)
def test_in_a_log_of_an_earlier_version_each_edit_replaces_the_one_before_it(log: list[Edit]) -> None:
    ordered = in_order(log)
    for kind in EditKind:
        for target in "ab":
            own = [edit for edit in ordered if (edit.kind, edit.target) == (kind, target)]
            assert list(heads(own).values()) == own[-1:]


def test_an_edit_is_the_same_wherever_it_stands_and_whether_it_holds() -> None:
    edit = Edit(number=1, kind=EditKind.NOTE, target="a", value="x", at=SECOND.format(1), author="ann")
    elsewhere = replace(edit, number=7, after=3, undone=True, turns=1, replaces=("b",))
    assert edit_id(elsewhere) == edit_id(edit)
    assert edit_id(replace(edit, value="y")) != edit_id(edit)
