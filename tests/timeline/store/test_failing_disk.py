"""A disk that fails at any one step, with a timeline that is worked on and opened again."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from benchmarks import faults_of_two
from tests.timeline.store.failing import Faults, eio, enospc, interrupt, kept, worked
from timeline.store import open_files


@pytest.mark.parametrize(("length", "error"), [(1, eio), (1, interrupt), (3, enospc)])
@pytest.mark.parametrize("limit", [1, 400])
def test_what_was_acknowledged_is_there_whichever_step_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, length: int, error: Callable[[], BaseException], limit: int
) -> None:
    monkeypatch.setattr(open_files, "_JOURNAL_LIMIT", limit)
    faults = Faults(monkeypatch, length, error)
    for after in count():
        path = tmp_path / f"{after}.json"
        acknowledged, failed = worked(path, faults, after)
        assert acknowledged.items() <= kept(path).items(), f"lost after failing call {after}"
        if not failed:
            break
        assert len(acknowledged) >= 5 or length > 1, f"refused too much after failing call {after}"
    assert after > 20


def test_a_merge_and_its_way_back_are_on_the_disk_as_in_the_program_whichever_call_is_interrupted(
    tmp_path: Path,
) -> None:
    runs, failures = faults_of_two.failing_calls(tmp_path, interrupt, lengths=(1,))
    assert runs > 20
    assert failures == 0
