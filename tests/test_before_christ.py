"""Years before Christ the whole way: read in an article, kept, sorted, filtered, shown and exported."""

import datetime as dt
from functools import partial
from pathlib import Path

import pytest

from extractors import extract
from extractors.typed_dates.reading import read_in_haste
from tests.timeline.export.chronicle import dated
from timeline.collection import Timeline
from timeline.dates.edtf import describe
from timeline.export import export
from timeline.model import Article, Basis, Published, article_id
from timeline.query import select
from timeline.store import Store
from tui.dates import label

TEXT = (
    "Rebels stormed the palace between 1190 and 1185 BC. The league built the harbour in 480 BC. "
    "The consul crossed the river on 10 January 49 BC. Senators murdered the consul in March 44 BC. "
    "The governor left the province in AD 14. Workers rebuilt the harbour in 1906."
)
DATES = ["between 1190 BC and 1185 BC", "480 BC", "49 BC", "44 BC", "AD 14", "1906"]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    article = Article(
        id=article_id(TEXT), name="past.txt", text=TEXT, published=Published(dt.date(2020, 2, 11), Basis.PERSON)
    )
    made = tmp_path_factory.mktemp("past") / "timeline.json"
    with Store.open(made) as store:
        store.add(extract(article))
    return made


@pytest.fixture(scope="module")
def timeline(path: Path) -> Timeline:
    with Store.open(path, read_only=True) as store:
        return store.timeline


def test_they_are_read_kept_and_stand_before_years_of_our_era(timeline: Timeline) -> None:
    assert [describe(entry.when) for entry in timeline.entries] == DATES


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("date:44bc", ["44 BC"]),
        ("date:<1ad", DATES[:4]),
        ('date:"after 49 bc"', ["44 BC", "AD 14", "1906"]),
        ("date:-0479", ["480 BC"]),
        ('date:"the 1st century bc"', ["49 BC", "44 BC"]),
        ("-date:<1ad", ["AD 14", "1906"]),
    ],
)
def test_a_filter_finds_them(timeline: Timeline, text: str, found: list[str]) -> None:
    entries = select(timeline, text, partial(read_in_haste, anchor=dt.date(2020, 2, 11)))
    assert [describe(entry.when) for entry in entries] == found


def test_they_have_headings_in_markdown_and_their_edtf_in_the_spreadsheet(timeline: Timeline) -> None:
    markdown = export(timeline, timeline.entries, "markdown")
    assert "44 BC" in markdown
    assert markdown.index("480 BC") < markdown.index("44 BC") < markdown.index("1906")
    rows = export(timeline, timeline.entries, "csv")
    assert "-0043,,," in rows.replace('"', "") or ",-0043," in rows


def test_the_list_of_the_app_shows_a_span_of_years_before_christ_as_one() -> None:
    (entry,) = dated("264-241 bc")
    assert label(entry.when) == ("", "264–241 BC", "~")
    (entry,) = dated("27 bc - ad 14")
    assert label(entry.when) == ("", "27 BC – AD 14", "~")
