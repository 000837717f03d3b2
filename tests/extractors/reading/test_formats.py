"""Markdown and HTML give paragraphs, and metadata that can be named; hostile pages do no harm."""

import datetime as dt
import warnings
from collections.abc import Callable

import pytest

from extractors.reading.document import Document, Stated
from extractors.reading.errors import Unreadable
from extractors.reading.markdown import read_markdown
from extractors.reading.page import looks_like_html, read_page
from extractors.reading.plain import read_plain

DAY = dt.date(2019, 1, 28)
SENTENCE = "The assembly met again on day {}, and officials in the capital said that nobody expected a vote."
PARAGRAPHS = [SENTENCE.format(number) for number in range(6)]
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def page(head: str = "", body: str = BODY, foot: str = "") -> str:
    return f"""<!doctype html><html lang="en-GB"><head><title>Assembly meets</title>{head}</head>
    <body><nav><a href="/">Home</a> <a href="/world">World</a></nav><script>var unseen = "Saturday"</script>
    <article><h1>Assembly meets</h1>{body}</article><footer>Copyright 2017 Example News{foot}</footer></body></html>"""


def read_html(markup: str) -> Document:
    (document,) = read_page(markup)
    return document


@pytest.mark.parametrize("start", ["<!-- a -->\n" * 200, "<!---->" * 300, "<!--" * 200 + "-->", "\n" * 3000])
def test_many_comments_before_a_text_are_looked_through_in_time_that_a_person_waits(start: str) -> None:
    assert not looks_like_html(f"{start}A text.")
    assert looks_like_html(f"{start}<html>")


def test_a_page_gives_its_paragraphs_and_nothing_around_them() -> None:
    document = read_html(page())
    assert document.text.split("\n\n") == PARAGRAPHS
    assert (document.title, document.language) == ("Assembly meets", "en")


def test_a_page_gives_its_metadata() -> None:
    head = """<meta property="article:published_time" content="2019-01-28T23:30:00-05:00">
    <meta property="article:modified_time" content="2019-01-30T10:00:00Z">
    <meta name="author" content="Ana Torres; Jo Rey"><meta property="og:site_name" content="Example News">
    <link rel="canonical" href="https://example.org/vote">"""
    document = read_html(page(head))
    assert document.published == Stated(DAY, "article:published_time")
    assert document.updated == Stated(dt.date(2019, 1, 30), "article:modified_time")
    assert document.authors == ("Ana Torres", "Jo Rey")
    assert (document.publisher, document.url) == ("Example News", "https://example.org/vote")


@pytest.mark.parametrize(
    ("head", "body", "field"),
    [
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2019-01-28"}</script>',
            "",
            "datePublished",
        ),
        ('<meta itemprop="datePublished" content="2019-01-28">', "", "datePublished"),
        ("", '<div><time datetime="2019-01-28T10:00">28 Jan</time></div>', "time"),
        ("", '<span class="published-date">Published 28 January 2019</span>', "published-date"),
    ],
)
def test_the_field_that_states_the_date_is_named(head: str, body: str, field: str) -> None:
    assert read_html(page(head, body + BODY)).published == Stated(DAY, field)


@pytest.mark.parametrize(
    ("head", "body", "foot"),
    [
        ("", "", ""),
        ("", "", "<p>© 2018-05-03</p>"),
        ("", "<p>The treaty of 2018-05-20 was signed by all the parties, officials in the capital said.</p>", ""),
        ("", f'<p>On <time datetime="2018-05-20">Sunday</time> {SENTENCE} {SENTENCE} {SENTENCE}</p>', ""),
        ('<meta itemprop="copyrightYear" content="2018">', "", ""),
        ('<meta property="article:published_time" content="soon">', "", ""),
    ],
)
def test_a_date_that_no_field_states_is_not_the_publication_date(head: str, body: str, foot: str) -> None:
    document = read_html(page(head, body + BODY, foot))
    assert document.published is None
    assert document.updated is None


def test_entities_are_text_and_invisible_hyphens_go() -> None:
    body = BODY + "<p>On Satur&shy;day the R&amp;D minister said &ldquo;no&rdquo; to the officials there.</p>"
    last = read_html(page(body=body)).text.split("\n\n")[-1]
    assert "Saturday the R&D minister said “no”" in last


@pytest.mark.parametrize("markup", ["", "<html></html>", "<html><body><script>x</script></body></html>", "<" * 1000])
def test_a_page_without_an_article_is_refused(markup: str) -> None:
    with pytest.raises(Unreadable, match="no article text"):
        read_html(markup)


@pytest.mark.parametrize(
    "hostile",
    [
        lambda: page(body=BODY + "<div>" * 100_000),
        lambda: page(body=f"<a {' '.join(f'a{number}=1' for number in range(300_000))}>x</a>{BODY}"),
        lambda: page(body=BODY + "<table><tr><td>" * 3000),
        lambda: page(body=BODY + "<!--" * 100_000),
        lambda: (
            '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa">'
            + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
            + f"]>{page(body='<p>&i;</p>' + BODY)}"
        ),
    ],
    ids=["nesting", "attributes", "tables", "comments", "entities"],
)
def test_a_hostile_page_is_read_in_linear_time(hostile: Callable[[], str]) -> None:
    text = read_html(hostile()).text
    assert PARAGRAPHS[0] in text
    assert len(text) < 10_000


def test_pages_are_known_by_their_start() -> None:
    assert looks_like_html("\n<!-- saved -->\n<!DOCTYPE html><html>")
    assert not looks_like_html("A <b>bold</b> claim")


def test_markdown_keeps_words_and_drops_marks() -> None:
    document = read_markdown(
        "# The *title*\n\nA **bold** claim by\n[Ana](https://example.org/2018/05/05/x) &amp; others[^1].\n\n"
        "- one `thing`\n- another\n\n> We will not go.\n\n<!-- unseen --><div>seen<script>unseen</script></div>\n\n"
        "![a picture](x.png)\n\n| a | b |\n|---|---|\n| c | d |\n"
    )
    assert document.title == "The title"
    assert document.text.split("\n\n") == [
        "A bold claim by Ana & others[^1].",
        *["one thing", "another", "We will not go.", "seen", "a | b", "c | d"],
    ]


def test_front_matter_becomes_metadata() -> None:
    document = read_markdown(
        '---\ntitle: "Assembly meets: again"\ndate: 2019-01-28T10:00:00Z\nauthors:\n  - Ana Torres\n  - Jo Rey\n'
        "source: Example News\nurl: https://example.org/vote\nlastmod: 30 January 2019\ntags: [a]\n---\n\nThe text.\n"
    )
    assert document.text == "The text."
    assert (document.title, document.publisher) == ("Assembly meets: again", "Example News")
    assert document.authors == ("Ana Torres", "Jo Rey")
    assert document.url == "https://example.org/vote"
    assert document.published == Stated(DAY, "front matter: 2019-01-28T10:00:00Z")
    assert document.updated is not None
    assert document.updated.date == dt.date(2019, 1, 30)


def test_a_rule_in_the_text_is_no_front_matter() -> None:
    assert read_markdown("The text.\n\n---\n\nThe rest.").text == "The text.\n\nThe rest."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Assembly meets again\n\nThe text.", "Assembly meets again"),
        ("\n  Assembly meets again  \n \nThe text.", "Assembly meets again"),
        ("The text is one sentence.\n\nThe rest.", ""),
        ("By Ana Torres\n\nThe text.", ""),
        ("Updated 28 January 2019\n\nThe text.", ""),
        ("A line that goes on\nin the next one\n\nThe rest.", ""),
        ("Only one line", ""),
    ],
)
def test_a_headline_is_noticed_and_the_text_is_left_alone(text: str, title: str) -> None:
    document = read_plain(text)
    assert (document.title, document.text) == (title, text)


def test_a_row_of_a_table_is_one_paragraph() -> None:
    document = read_markdown("# Strike\n\n| Date | Event |\n|---|---|\n| 4 Nov 1926 | It **began** |\n| | It ended |\n")
    assert document.text.split("\n\n") == ["Date | Event", "4 Nov 1926 | It began", "It ended"]


def test_a_wiki_page_gives_neither_the_day_it_was_made_nor_its_references() -> None:
    head = """<meta name="generator" content="MediaWiki 1.40"><script type="application/ld+json">
    {"@type":"Article","datePublished":"2011-03-04T10:11:12Z","dateModified":"2025-08-19T20:01:02Z"}</script>"""
    foot = """<sup class="reference"><a href="#n">[1]</a></sup><h2>References</h2>
    <ol class="references"><li>Calder, R. Dock life. Retrieved 14 March 2015.</li></ol>"""
    document = read_html(page(head, BODY + foot))
    assert (document.published, document.updated) == (None, None)
    assert "Retrieved" not in document.text
    assert "[1]" not in document.text


def test_a_stamp_in_utc_is_known_as_such() -> None:
    stated = read_html(page('<meta property="article:published_time" content="2019-01-28T02:14:33+00:00">')).published
    assert stated == Stated(DAY, "article:published_time", in_utc=True)


def test_an_unknown_time_zone_warns_nobody() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        page_in_gulf_time = page('<meta property="article:published_time" content="2019-01-28 12:00:00 GST">')
        assert read_html(page_in_gulf_time).published == Stated(DAY, "article:published_time")


def test_words_that_a_typeset_text_breaks_over_its_lines_are_joined() -> None:
    text = "The strike had be-\ngun on 4 Novem-\nber in the well-\nknown port. It is well-known."
    assert read_plain(text).text == "The strike had begun on 4 November in the well-known port. It is well-known."


def test_one_hyphen_at_the_end_of_a_line_may_be_the_words_own() -> None:
    assert read_plain("The left-\nwing union met.").text == "The left-\nwing union met."


def test_marks_of_notes_are_no_part_of_a_text() -> None:
    text = "It closed in 1948.[4] The dam burst on 3 May 1950[5][6]. See [7]."
    assert read_plain(text).text == "It closed in 1948. The dam burst on 3 May 1950. See [7]."
    assert read_plain("One, in 1948.[4] No more.").text == "One, in 1948.[4] No more."
