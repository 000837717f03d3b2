from pathlib import Path

import pytest

from tests.timeline.store.changing import cuts, flips, lost, made, silent


@pytest.mark.parametrize("name", ["snapshot", "journal"])
def test_no_flipped_bit_and_no_cut_opens_silently_different(tmp_path: Path, name: str) -> None:
    files = made(tmp_path)
    assert flips(files, name, 60, silent) == 0
    assert not any(cuts(files, name, 29))


def test_no_flipped_bit_of_the_journal_loses_a_correction(tmp_path: Path) -> None:
    assert flips(made(tmp_path), "journal", 30, lost) == 0
