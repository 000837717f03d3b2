"""What the field reported, in sentences of our own (`field_cases.tsv`): none is wrong and looks certain."""

import pytest

from benchmarks.cases import OURS, Case, Verdict, answer, cases

ROWS = [case for case in cases(OURS) if not case.kind.startswith("typed")]
NOT_YET = ("past: three figures",)
"""Kinds that are left open so far."""


@pytest.mark.parametrize("case", ROWS, ids=[f"{case.kind}: {case.text[:40]}" for case in ROWS])
def test_a_reported_kind_is_read_right(case: Case) -> None:
    found = answer(case)
    expected = {Verdict.RIGHT, Verdict.OPEN} if case.kind in NOT_YET else {Verdict.RIGHT}
    assert found.verdict in expected, found.found
