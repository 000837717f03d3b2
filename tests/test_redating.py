"""Another publication date on what is stored gives what reading the article anew with that date would give."""

import datetime as dt
from functools import cache
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace
from spacy.language import Language
from typer.testing import CliRunner

from benchmarks.gold import samples
from benchmarks.score_samples import read_article
from extractors import extract, load_pipeline
from extractors.extraction import from_doc
from extractors.pipeline import process
from timeline.dates.article_dates import resolve_expression
from timeline.dates.settling import settled
from timeline.edits import EditKind
from timeline.export import export
from timeline.model import Article, Basis, Extraction, Published, article_id
from timeline.store import Store
from tui.cli import app

DAYS = (
    *("0001-01-01", "0001-01-03", "1582-10-15", "1900-02-28", "1999-12-31", "2000-02-29", "2019-01-28", "2019-12-30"),
    *("2020-01-01", "2020-02-29", "2020-12-31", "2021-01-03", "2021-03-31", "2100-02-28", "9999-12-30", "9999-12-31"),
)
"""Leap days and what stands for them, ends of years and months, Sundays and Mondays, the ends of the calendar."""

OWN = {
    "relative": (
        "The mill closed last Friday and reopens next Monday. It had burned down on 29 February. In the spring its "
        "owner left for two weeks; by the end of the year he will be back. The 31st is a holiday, and so is Christmas."
    ),
    "story": (
        "The mill closed in May. The next day its owner fled. Two days later he was caught. He had left the town a "
        "week earlier, the day before the mill burned. The following month a court heard him, and that year he died."
    ),
    "speech": (
        "“I will open the mill tomorrow, and in eight days the bakery,” Rosa Lind said Saturday. Police said on "
        "Thursday that a man had been seen two days ago. In a letter dated February 27 she wrote that she left the day "
        "before yesterday."
    ),
    "business": (
        "Profit rose 4% in the third quarter from a year earlier. The company expects a loss in the first half of the "
        "fiscal year that ends in June. Sales fell last quarter, and in the same period last year; on 3/4 shares sank."
    ),
    "named days": (
        "The mall was shut on Independence Day and on Thanksgiving. Its owner, a Canadian, had lost a brother in the "
        "Sept. 11 attacks; in the June 9 blast he lost his shop. He will be back at Easter, after Ramadan, for VE Day "
        "and Mother's Day. On Bloody Sunday he prayed in Selma, and over the Labor Day weekend in Leeds."
    ),
    "agenda": (
        "The bridge closes on 5 May 2019, and a ferry starts on 1 June 2021. The trial is set for 3 March 2020. The "
        "election on 31 October 1999 was the last. A hearing on Monday opens the inquiry, and the mayor speaks in July."
    ),
    "history": (
        "The siege began in 1941. On 8 September the last road was cut. By November bread was short. In January 1942 "
        "a convoy came. In 1943 the ring was broken, and on 27 January 1944 the siege was over. In 1945 it was told."
    ),
}


@cache
def pipeline() -> Language:
    return load_pipeline()


@cache
def articles() -> dict[str, Article]:
    found = {gold.id: replace(read_article(gold.path), published=None) for gold in samples()}
    return found | {name: Article(id=article_id(text), name=name, text=text) for name, text in OWN.items()}


def on(day: str) -> Published:
    return Published(dt.date.fromisoformat(day), Basis.PERSON)


def stored(extraction: Extraction) -> Extraction:
    return msgspec.json.decode(msgspec.json.encode(extraction), type=Extraction)


NAMES = sorted([*(gold.id for gold in samples()), *OWN])


@pytest.mark.parametrize("name", NAMES)
def test_a_stored_article_dated_anew_is_the_article_read_anew(name: str) -> None:
    article = articles()[name]
    doc = process(pipeline(), article.text)
    kept = stored(from_doc(article, doc, extractor="test"))
    seen = set()
    for day in DAYS:
        fresh = from_doc(replace(article, published=on(day)), doc, extractor="test")
        dated = replace(kept.article, published=on(day))
        assert dated == fresh.article
        whens = [resolve_expression(dated, at) for at in range(len(dated.time_expressions))]
        assert whens == [resolve_expression(fresh.article, at) for at in range(len(whens))]
        assert [settled(dated, one) for one in kept.assertions] == list(fresh.assertions)
        seen.add(tuple(when.edtf for when in whens))
    assert len(seen) > 1 or name == "history"


@pytest.mark.parametrize("day", ["2020-02-29", "2021-01-03"])
def test_a_timeline_whose_articles_are_dated_by_corrections_is_that_of_articles_read_with_these_dates(
    day: str, tmp_path: Path
) -> None:
    undated = [extract(article, pipeline()) for article in articles().values()]
    with Store.open(tmp_path / "corrected.json") as store:
        for one in undated:
            store.add(one)
        for one in undated:
            store.edit(EditKind.PUBLISHED, one.article.id, day)
        corrected = store.timeline
    with Store.open(tmp_path / "corrected.json") as store:
        reopened = store.timeline
    with Store.open(tmp_path / "fresh.json") as store:
        for article in articles().values():
            store.add(extract(replace(article, published=on(day)), pipeline()))
        fresh = store.timeline
    assert any(not entry.when.is_open for entry in fresh.entries)
    for timeline in (corrected, reopened):
        assert [(entry.id, entry.when, entry.status, entry.status_because) for entry in timeline.entries] == [
            (entry.id, entry.when, entry.status, entry.status_because) for entry in fresh.entries
        ]


def test_a_date_given_by_the_command_afterwards_gives_the_export_of_a_date_given_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    files = []
    for name, text in OWN.items():
        files.append(f"{name}.txt")
        (tmp_path / files[-1]).write_text(text, encoding="utf-8")
    for steps, timeline in (([[], ["--date", "2020-02-29"]], "later.json"), ([["--date", "2020-02-29"]], "once.json")):
        for step in steps:
            run = CliRunner().invoke(app, ["add", *files, *step, "--timeline", timeline])
            assert run.exit_code == 0, run.output
    exports = []
    for timeline in ("later.json", "once.json"):
        with Store.open(tmp_path / timeline, read_only=True) as store:
            exports.append(export(store.timeline, store.timeline.entries, "markdown"))
    assert exports[0] == exports[1]
    assert "2020" in exports[0]
