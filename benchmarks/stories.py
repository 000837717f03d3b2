"""Which reports of several articles are proposed as one: `python -m benchmarks.stories [--samples]`.

On ECB+ (Cybulska and Vossen 2014) as the shared scorer counts, where it lies beside this checkout. Its articles have no
dates, so that hardly anything is proposed; with all of them published on one day the two stories of each topic, which
are alike and happened years apart, are told of the same days: the least that the precision can be.
"""

import datetime as dt
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace

from benchmarks.score_shared import EVAL, documents, reading_of, scored
from extractors import extract
from extractors.lexicons.kinship import families
from extractors.reading import read
from timeline.collection import Timeline
from timeline.dates.article_dates import redate
from timeline.model import Article, Basis, Extraction, Published
from timeline.proposals import Proposal, proposals

STORIES = EVAL / "stories" / "ecbplus.dev.jsonl"
SAMPLES = Path(__file__).parents[1] / "data" / "samples"
_A_DAY = Published(dt.date(2015, 6, 10), Basis.PERSON)


class Report(NamedTuple):
    """An article of a topic."""

    id: str
    topic: int
    read: Extraction


def timeline_of(found: Iterable[Extraction]) -> Timeline:
    """One timeline of several articles; a text that stands twice is there once."""
    each = list({one.article.id: one for one in found}.values())
    return Timeline.build(
        articles=[one.article for one in each],
        actors=list({actor.id: actor for one in each for actor in one.actors}.values()),
        sources=list({source.id: source for one in each for source in one.sources}.values()),
        events=list(chain.from_iterable(one.events for one in each)),
        assertions=list(chain.from_iterable(one.assertions for one in each)),
        edits=(),
    )


def dated(read_: Extraction) -> Extraction:
    """The same, published on one day."""
    article = replace(read_.article, published=_A_DAY)
    assertions = tuple(replace(one, when=redate(article, one)) for one in read_.assertions)
    return replace(read_, article=article, assertions=assertions)


def proposed(timeline: Timeline) -> list[Proposal]:
    """What is proposed in a timeline."""
    return [one for one in proposals(timeline, families) if one is not None]


def rows(reports: Sequence[Report]) -> Iterator[dict[str, Any]]:
    """What the scorer reads: the events of each article, those that are proposed as one under one id."""
    topics: dict[int, list[Report]] = defaultdict(list)
    for report in reports:
        topics[report.topic].append(report)
    for each in topics.values():
        timeline = timeline_of(report.read for report in each)
        lead: dict[str, str] = {}
        for event, other in proposed(timeline):
            lead[_led(event, lead)] = _led(other, lead)
        told: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for entry in timeline.entries:
            for one in entry.assertions:
                start, end = one.trigger
                told[one.article].append({"start": start, "end": end, "event": _led(entry.id, lead)})
        yield from ({"id": report.id, "events": told[report.read.article.id]} for report in each)


def _led(event: str, lead: dict[str, str]) -> str:
    while event in lead and lead[event] != event:
        event = lead[event]
    return event


def samples() -> None:
    """Print what is proposed among the sample articles."""
    kinds = (".txt", ".html", ".md")
    paths = sorted(path for path in SAMPLES.iterdir() if path.suffix in kinds and path.stem != "README")
    articles = (article for path in paths for article in read(str(path)) if isinstance(article, Article))
    timeline = timeline_of(map(extract, articles))
    found = proposed(timeline)
    print(f"{len(timeline.entries)} events of {timeline.read_articles} articles, {len(found)} proposals")
    for one in found:
        print(f"  “{timeline.entry(one.event).title}” and “{timeline.entry(one.other).title}”")


def main(arguments: Sequence[str]) -> None:
    """Print the figures."""
    samples()
    if "--samples" in arguments or not STORIES.exists():
        return
    reports = [Report(row["id"], row["topic"], reading_of(row["text"], None)) for row in documents(STORIES)]
    print(scored(STORIES.parent / "score_stories.py", STORIES, list(rows(reports))), end="")
    print("all published on one day:")
    on_one_day = [report._replace(read=dated(report.read)) for report in reports]
    print(scored(STORIES.parent / "score_stories.py", STORIES, list(rows(on_one_day))), end="")


if __name__ == "__main__":
    main(sys.argv[1:])
