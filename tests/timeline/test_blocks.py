import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import blocks
from timeline.blocks import Blocks

NUMBERS = st.sets(st.integers(0, 40))


def key(value: int) -> int:
    return value


@given(NUMBERS, st.lists(st.tuples(NUMBERS, NUMBERS), max_size=8), st.slices(40), st.integers(1, 5))
def test_each_version_is_what_a_sorted_list_would_be_and_stays_so(
    first: set[int], changes: list[tuple[set[int], set[int]]], part: slice, size: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "_SIZE", size)
        versions: list[tuple[Blocks[int], list[int]]] = [(Blocks(sorted(first)), sorted(first))]
        for gone, fresh in changes:
            ours, plain = versions[-1]
            left = set(plain) - gone
            versions.append((ours.changed(gone & set(plain), fresh - left, key, key), sorted(left | fresh)))
    for ours, plain in versions:
        assert list(ours) == plain
        assert ours == tuple(plain)
        assert len(ours) == len(plain)
        assert [ours[at] for at in range(-len(plain), len(plain))] == plain * 2
        assert ours[part] == tuple(plain[part])
        assert all(value in ours for value in plain)


def test_there_is_nothing_beyond_its_ends() -> None:
    with pytest.raises(IndexError):
        Blocks([1])[1]
    with pytest.raises(IndexError):
        Blocks([1])[-2]


def test_it_differs_from_a_sequence_of_others() -> None:
    assert Blocks([1]) != (2,)
    assert Blocks([1]) != (1, 2)
    assert Blocks() == ()


def test_a_change_copies_no_more_of_a_long_one_than_of_a_short_one() -> None:
    long = Blocks(range(0, 100_000, 2))
    shared = {id(block) for block in long.blocks} & {id(block) for block in long.changed([500], [501], key, key).blocks}
    assert len(shared) == len(long.blocks) - 1


def test_what_is_found_out_about_a_block_is_found_out_once_and_stays_with_it() -> None:
    asked: list[tuple[int, ...]] = []

    def total(block: tuple[int, ...]) -> int:
        asked.append(block)
        return sum(block)

    before = Blocks(range(0, 2_000, 2))
    after = before.changed([], [1_999], key, key)
    assert sum(block.once(total) for block in before.blocks) == sum(before)
    assert sum(block.once(total) for block in after.blocks) == sum(after)
    assert sum(block.once(total) for block in before.blocks) == sum(before)
    assert len(asked) == len(before.blocks) + 1
