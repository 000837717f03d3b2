"""The gold of articles that are not in the repository: sound by itself, whether they lie beside it or not."""

import json
from itertools import pairwise

from benchmarks.unseen_articles import GOLD

ROWS = [json.loads(row) for row in GOLD.read_text(encoding="utf-8").splitlines()]


def test_every_line_names_its_sources_and_none_overlaps_another() -> None:
    for row in ROWS:
        named = {name for line in row["lines"] for name in line[-1].split("|")}
        assert named <= set(row["sources"]), row["text"]
        spans = sorted((line[0], line[1]) for line in row["lines"])
        assert all(end <= start for (_, end), (start, _) in pairwise(spans)), row["text"]


def test_every_date_that_counts_as_right_is_an_interval_in_order() -> None:
    accepted = [(row["text"], *line[6]) for row in ROWS for line in row["lines"]]
    assert not [one for one in accepted if one[1] and one[2] and one[1] > one[2]]


def test_two_in_five_articles_are_shut() -> None:
    assert sum(row["shut"] for row in ROWS) * 5 == len(ROWS) * 2
