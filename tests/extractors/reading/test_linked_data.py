"""Whose dates a page's linked data are, and that a teaser dates nothing but itself."""

import datetime as dt
import json

import pytest

from extractors.reading.document import Document
from extractors.reading.page import read_page

DAY = dt.date(2019, 1, 28)
TEXT = "".join(
    f"<p>The council of Oslund met again on day {n}, and officials said that nobody expected a vote.</p>"
    for n in range(6)
)
ARTICLE = {"@type": "NewsArticle", "datePublished": "2019-01-28"}


def read(body: str, head: str = "") -> Document:
    (document,) = read_page(f"<html><head><title>Vote</title>{head}</head><body>{body}</body></html>")
    return document


def described(data: object) -> dt.date | None:
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    stated = read(f"<article><h1>Vote</h1>{TEXT}</article>", script).published
    return None if stated is None else stated.date


@pytest.mark.parametrize(
    "data",
    [
        ARTICLE,
        {"@graph": [{"@type": "WebPage", "datePublished": "2014-01-01"}, ARTICLE]},
        [{"@type": "WebSite", "datePublished": "2001-01-01"}, ARTICLE],
        {"@type": "NewsArticle", "video": {"@type": "VideoObject", "uploadDate": "2011-01-01"}, **ARTICLE},
        {"@type": "NewsArticle", "comment": [{"@type": "Comment", "datePublished": "2022-02-02"}], **ARTICLE},
        {"@type": ["Thing", "ReportageNewsArticle"], "datePublished": "2019-01-28T10:00:00+01:00"},
        {"@type": "WebPage", "mainEntity": ARTICLE, "datePublished": "2014-01-01"},
    ],
)
def test_the_day_is_that_of_the_article_whatever_else_is_described_beside_it(data: object) -> None:
    assert described(data) == DAY


@pytest.mark.parametrize(
    "data",
    [
        {"@type": "NewsArticle", "comment": [{"@type": "Comment", "datePublished": "2022-02-02"}]},
        {"@type": "WebSite", "datePublished": "2001-01-01"},
        [ARTICLE, {"@type": "NewsArticle", "datePublished": "2018-05-05"}],
        "2001-01-01",
        [[[[[[[[ARTICLE]]]]]]]],
    ],
)
def test_what_is_described_beside_an_article_dates_nothing_nor_do_two_that_differ(data: object) -> None:
    assert described(data) is None


def test_linked_data_that_are_none_leave_the_page_its_other_dates() -> None:
    script = '<script type="application/ld+json">{"datePublished": "2001-01-01", </script>'
    stated = read(f'<time datetime="2019-01-28">28 Jan</time>{TEXT}', script).published
    assert stated is not None
    assert stated.date == DAY


@pytest.mark.parametrize(
    "teaser",
    [
        '<article><h3>Mayor resigns</h3><time datetime="2015-01-05">5 Jan</time><p>She has resigned.</p></article>',
        '<div class="related"><h3>Mayor resigns</h3><time datetime="2015-01-05">5 Jan</time></div>',
        '<ul><li><a href="/o">Mayor resigns</a> <time datetime="2015-01-05">5 Jan</time></li></ul>',
        '<p>Related: <time datetime="2015-01-05">5 January 2015</time></p>',
    ],
)
def test_an_article_without_a_day_has_none_from_a_teaser(teaser: str) -> None:
    assert read(f"<article><h1>Vote</h1>{TEXT}</article>{teaser}").published is None


def test_a_page_that_is_called_after_its_sidebar_keeps_its_own_day() -> None:
    body = f'<div class="content-with-sidebar"><h1>Vote</h1><time datetime="2019-01-28">28 Jan</time>{TEXT}</div>'
    stated = read(body).published
    assert stated is not None
    assert stated.date == DAY
