"""The founding article, read where it lies beside the project; nothing of it is copied here."""

import datetime as dt
import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from benchmarks.score_samples import read_article
from extractors import extract
from timeline.dates.article_dates import resolve_expression
from timeline.dates.edtf import parse
from timeline.edits import EditKind
from timeline.export import export
from timeline.model import Article, TimexType
from timeline.store import Store
from timeline.when import When

SEED = Path(__file__).parents[2] / "shared" / "seed"
PUBLISHED = "2019-01-28"

pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the founding article is not beside the project")


@pytest.fixture(scope="module")
def gold() -> Any:
    return json.loads((SEED / "venezuela.gold.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def dated() -> Article:
    return extract(read_article(SEED / "venezuela.txt", PUBLISHED)).article


class Dated(NamedTuple):
    """When something is that stands at these characters."""

    start: int
    end: int
    when: When


def whens(article: Article) -> list[Dated]:
    times = enumerate(article.time_expressions)
    return [Dated(one.start, one.end, resolve_expression(article, index)) for index, one in times]


def test_past_weekdays_weeks_and_years_have_the_right_interval(gold: Any, dated: Article) -> None:
    wanted = {
        (time["start"], time["end"]): time["value"]
        for time in gold["timex"]
        if time["anchor"] == "article" and time["value"] <= PUBLISHED + "~"
    }
    assert len(wanted) >= 12
    read = {(one.start, one.end): one.when for one in whens(dated)}
    for (start, end), value in wanted.items():
        when = next(when for (first, last), when in read.items() if first < end and start < last)
        day = value.removesuffix("/..").removesuffix("TNI")
        if "/" in day:
            continue
        span = parse(day)
        assert not when.is_uncertain, (start, end)
        assert when.earliest == span.earliest
        assert when.latest in (span.latest, None)


def test_nothing_becomes_a_date_that_is_none(gold: Any, dated: Article) -> None:
    """What the gold does not list as a time stays open, unless it is the date of the gold event it stands in."""
    spans = [(time["start"], time["end"]) for time in gold["timex"]]
    events = [(event["start"], event["end"], event["date"]) for event in gold["events"]]
    for index, one in enumerate(dated.time_expressions):
        when = resolve_expression(dated, index)
        listed = any(one.start < end and start < one.end for start, end in spans)
        of_event = any(start <= one.start < end and date == when.edtf for start, end, date in events)
        assert listed or of_event or one.type == TimexType.SET or when.is_open, one.start


def test_what_needs_grammar_is_right_or_openly_uncertain(gold: Any, dated: Article) -> None:
    for time in gold["timex"]:
        if time["anchor"].startswith("speech") and len(time["value"]) == len(PUBLISHED):
            when = next(one.when for one in whens(dated) if one.start < time["end"] and time["start"] < one.end)
            dates = [candidate.edtf for candidate in when.candidates] or [when.edtf]
            assert when.is_open or time["value"] in dates, time["start"]


def test_what_counts_from_an_event_has_the_days_that_the_event_leaves_it(gold: Any, dated: Article) -> None:
    (time,) = (time for time in gold["timex"] if time["anchor"].startswith("event"))
    when = next(one.when for one in whens(dated) if one.start < time["end"] and time["start"] < one.end)
    day = parse(time["value"]).earliest
    assert when.is_uncertain
    assert when.earliest is not None
    assert when.latest is not None
    assert day is not None
    assert when.earliest <= day <= when.latest <= when.earliest + dt.timedelta(days=6)


def test_every_weekday_hangs_on_the_right_verb() -> None:
    extraction = extract(read_article(SEED / "venezuela.txt", PUBLISHED))
    article = extraction.article
    dating = {
        (article.text[slice(*one.trigger)], article.time_expressions[one.time].text, one.when.earliest)
        for one in extraction.assertions
        if one.time is not None
    }
    assert dating >= {
        ("took", "Saturday", dt.date(2019, 1, 26)),
        ("responded", "Monday", dt.date(2019, 1, 28)),
        ("tweeted", "Sunday", dt.date(2019, 1, 27)),
        ("said", "Saturday", dt.date(2019, 1, 26)),
        ("recognize", "in eight days", dt.date(2019, 2, 3)),
        ("called", "Sunday", dt.date(2019, 1, 27)),
        ("take", "Wednesday", dt.date(2019, 1, 30)),
        ("join", "Saturday", dt.date(2019, 2, 2)),
        ("said", "Friday", dt.date(2019, 1, 25)),
        ("killed", "last week", dt.date(2019, 1, 21)),
        ("moved", "Monday", dt.date(2019, 1, 28)),
    }


def test_without_a_date_nothing_relative_gets_one() -> None:
    article = extract(read_article(SEED / "venezuela.txt")).article
    assert article.published is None
    assert {when.edtf for _, _, when in whens(article)} == {"", "2019"}


def test_a_date_given_later_yields_the_identical_timeline(tmp_path: Path) -> None:
    exports = []
    for given in ("before", "after"):
        with Store.open(tmp_path / f"{given}.json") as store:
            article = read_article(SEED / "venezuela.txt", PUBLISHED if given == "before" else "")
            added = store.add(extract(article))
            if given == "after":
                assert all(entry.when.is_open for entry in store.timeline.entries if entry.when.edtf != "2019")
                store.edit(EditKind.PUBLISHED, added.article, PUBLISHED)
            assert store.timeline.articles[added.article].published
            exports.append(
                [export(store.timeline, store.timeline.entries, each) for each in ("markdown", "json", "csv")]
            )
    assert exports[0] == exports[1]
