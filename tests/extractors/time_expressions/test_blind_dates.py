"""Sentences with dates that were written before the grammar was run on them, each with what a reader expects of it.

What is still wrong is listed in `blind_wrong.tsv` with the reason, and nowhere else: a row that comes right must leave
that list.
"""

from collections import Counter
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet
from spacy.language import Language

from benchmarks.blind_dates import Row, judge, read_rows

ROWS = read_rows()
WRONG = {
    line.split("\t")[1]: line.split("\t")[0]
    for line in (Path(__file__).parent / "blind_wrong.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
}
"""The reason by the text of the row."""


def test_the_sentences_are_many_and_of_many_kinds() -> None:
    assert len(ROWS) >= 380
    assert len({row.kind for row in ROWS}) >= 20
    assert min(Counter(row.published[:3] for row in ROWS).values()) >= 1


def test_what_is_wrong_is_a_sentence_of_the_table_and_has_a_reason() -> None:
    assert set(WRONG) <= {row.text for row in ROWS}
    assert all(WRONG.values())


def _rows() -> list[ParameterSet]:
    return [
        pytest.param(
            row,
            marks=[pytest.mark.xfail(reason=WRONG[row.text], strict=True)] if row.text in WRONG else [],
            id=f"{row.kind}: {row.text[:50]}",
        )
        for row in ROWS
    ]


@pytest.mark.parametrize("row", _rows())
def test_a_sentence_written_blind_is_read_as_expected(nlp: Language, row: Row) -> None:
    outcome = judge(row, nlp)
    assert outcome.is_right, f"{outcome.found} instead of {outcome.expected}"
