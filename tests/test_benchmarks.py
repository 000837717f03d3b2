from collections.abc import Sequence

import msgspec
import pytest

from benchmarks.gold import Gold, locate, samples
from benchmarks.score_samples import read_article, score
from timeline.export.findings import EventRow, Findings, findings
from timeline.model import Article, Extraction
from timeline.when import When

GOLD = tuple(samples())


def perfect(gold: Gold, article: Article) -> list[EventRow]:
    """What a careful person would have read."""
    names = {source["id"]: "article" if source["type"] == "article" else source["name"] for source in gold.sources}
    return [
        EventRow(
            start=span[0],
            end=span[1],
            date=None if event.precision == "undated" else event.date,
            kind=event.kind,
            polarity=event.polarity,
            source=names[event.source],
            actors=(),
            title="",
            clause=span,
            evidence=span,
            roles=(),
            when=When(),
            status_because=None,
            source_because=None,
            confidence=None,
        )
        for event in gold.events
        for span in [locate(article.text, event.quote)]
    ]


def read_as(article: Article, events: Sequence[EventRow]) -> Findings:
    return msgspec.structs.replace(findings(Extraction(article=article)), events=tuple(events))


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold.id)
def test_what_the_gold_says_scores_full_marks(gold: Gold) -> None:
    article = read_article(gold.path)
    counts = score(gold, article, read_as(article, perfect(gold, article)))
    assert (counts["found"], counts["missed"], counts["extra"]) == (len(gold.events), 0, 0)
    assert counts["line"] == counts["must"]


def test_nothing_read_scores_nothing() -> None:
    article = read_article(GOLD[0].path)
    counts = score(GOLD[0], article, read_as(article, []))
    assert (counts["found"], counts["missed"], counts["line"]) == (0, len(GOLD[0].events), 0)


def test_a_wrong_date_status_or_source_costs_the_line() -> None:
    gold = GOLD[0]
    article = read_article(gold.path)
    rows = perfect(gold, article)
    for change in ({"date": "1066-10-14"}, {"kind": "conditional"}, {"source": "a passer-by"}):
        changed = [msgspec.structs.replace(row, **change) for row in rows]
        assert score(gold, article, read_as(article, changed))["line"] == 0
