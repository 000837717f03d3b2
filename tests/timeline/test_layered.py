from hypothesis import given
from hypothesis import strategies as st

from timeline import layered
from timeline.layered import Layered

KEYS = st.sampled_from("abcdefgh")
CHANGES = st.lists(st.tuples(st.lists(KEYS, max_size=3), st.dictionaries(KEYS, st.integers(), max_size=3)), max_size=12)


@given(st.dictionaries(KEYS, st.integers()), CHANGES, st.integers(0, 5))
def test_each_version_is_what_a_dictionary_would_be_and_stays_so(
    first: dict[str, int], changes: list[tuple[list[str], dict[str, int]]], most: int
) -> None:
    kept, layered._MOST = layered._MOST, most
    versions: list[tuple[Layered[int], dict[str, int]]] = [(Layered(first), dict(first))]
    try:
        for gone, fresh in changes:
            ours, plain = versions[-1]
            left = {key: value for key, value in plain.items() if key not in gone}
            versions.append((ours.changed(gone, fresh), {**left, **fresh}))
    finally:
        layered._MOST = kept
    for ours, plain in versions:
        assert dict(ours) == plain
        assert len(ours) == len(plain)
        for key in "abcdefgh":
            assert ours.get(key) == plain.get(key)
            assert (key in ours) is (key in plain)
