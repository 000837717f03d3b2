"""The gold of articles that nobody had seen: sound by itself, whether they lie in the repository or not."""

import json
from itertools import pairwise

import pytest

from benchmarks.unseen_articles import GOLD, WRITTEN, unseen_articles

READ = [json.loads(row) for row in GOLD.read_text(encoding="utf-8").splitlines()]
ROWS = READ + [json.loads(row) for row in WRITTEN.read_text(encoding="utf-8").splitlines()]


def test_every_line_names_its_sources_and_none_overlaps_another() -> None:
    for row in ROWS:
        named = {name for line in row["lines"] for name in line[8].split("|")}
        assert named <= set(row["sources"]), row["text"]
        spans = sorted((line[0], line[1]) for line in row["lines"])
        assert all(end <= start for (_, end), (start, _) in pairwise(spans)), row["text"]


def test_every_actor_that_takes_part_in_a_line_has_a_name() -> None:
    for row in ROWS:
        taking_part = {name for line in row["lines"] for name in line[9].split("|") if name}
        assert taking_part <= set(row["actors"]), row["text"]


def test_every_date_that_counts_as_right_is_an_interval_in_order() -> None:
    accepted = [(row["text"], *line[6]) for row in ROWS for line in row["lines"]]
    assert not [one for one in accepted if one[1] and one[2] and one[1] > one[2]]


def test_almost_a_quarter_of_the_articles_is_shut() -> None:
    assert (sum(row["shut"] for row in READ), len(READ)) == (184, 799)


@pytest.mark.parametrize("writers", ["writers", "later writers"])
def test_each_written_article_is_there_with_its_lines(writers: str) -> None:
    found = [gold["id"] for shut in (False, True) for gold, _ in unseen_articles(writers, shut=shut)]
    assert sorted(found) == sorted(row["text"] for row in ROWS if row["readers"] == writers)
