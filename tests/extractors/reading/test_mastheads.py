"""Headline, outlet and day are read from the first lines of a text, and from nothing that only looks like them."""

import datetime as dt

import pytest

from extractors.reading.document import Document
from extractors.reading.markdown import read_markdown
from extractors.reading.outlet_names import is_outlet
from extractors.reading.plain import read_plain
from extractors.reading.publication import publication

HEADLINE = "Tram leaves rails at Lower Velden"
OUTLET = "The Velden Courier"
DAY = dt.date(2024, 5, 7)
BODY = "VELDEN — A tram left the rails on Monday, injuring nine people.\n\nNobody knows why, the operator said.\n"


def read(head: str) -> tuple[str, str, dt.date | None]:
    text = f"{head}\n\n{BODY}"
    document = read_plain(text)
    assert document.text == text
    return document.title, document.publisher, day_of(document)


def day_of(document: Document) -> dt.date | None:
    found = publication(document)
    return found.date if found else None


@pytest.mark.parametrize(
    "head",
    [
        f"{HEADLINE}\n{OUTLET}\n7 May 2024",
        f"{HEADLINE}\n\n{OUTLET}\nTuesday, May 7, 2024, 10:40 GMT",
        f"{HEADLINE}\n\n{OUTLET}, 7 May 2024",
        f"{HEADLINE}\n{OUTLET} | 7 May 2024",
        f"{HEADLINE}\n7 May 2024 | {OUTLET}",
        f"{HEADLINE}\n{OUTLET}, 7.5.2024",
        f"{HEADLINE}\n{OUTLET} - 7 May 2024 - page 3",
        f"{HEADLINE}\n{OUTLET} - 7 May 2024 - page 3\nBy Mirre Tolk",
        f"{HEADLINE}\n7 May 2024\n{OUTLET}",
        f"{HEADLINE}\nBy Mirre Tolk, {OUTLET}\n7 May 2024",
        f"{HEADLINE}\nBy Mirre Tolk and Aron Feld for {OUTLET}\n7 May 2024",
        f"{HEADLINE}\nBy Mirre Tolk\n{OUTLET}\n7 May 2024",
        f"{HEADLINE}\nSource: {OUTLET}\nPublished: 7 May 2024",
        f"Published: 7 May 2024\nSource: {OUTLET}\n\n{HEADLINE}",
        f"Date: 2024-05-07\nTitle: {HEADLINE}\nAuthor: Mirre Tolk\nPublication: {OUTLET}",
        f"Published in {OUTLET} on 7 May 2024\n\n{HEADLINE}",
        f"{OUTLET} — 7 May 2024 — {HEADLINE}",
        f"{HEADLINE} | {OUTLET} | 7 May 2024",
        f"Transport | {OUTLET} | 7 May 2024\n\n{HEADLINE}",
        f"{OUTLET}\n7 May 2024\n\n{HEADLINE}",
        f"{OUTLET}\n{HEADLINE}\n7 May 2024",
        f"{OUTLET}\n\n{HEADLINE}\n\nBy Mirre Tolk\n7 May 2024",
        f"{HEADLINE}\nNine hurt, service halted until the weekend\n{OUTLET}\n7 May 2024",
        f"Tram leaves rails\nat Lower Velden\n{OUTLET}\n7 May 2024",
    ],
)
def test_headline_outlet_and_day_stand_over_a_text_in_many_ways(head: str) -> None:
    assert read(head) == (HEADLINE, OUTLET, DAY)


@pytest.mark.parametrize("headline", ["Who signalled the tram?", "Operator: “We checked the rails”", "£9m for rails"])
def test_a_headline_above_the_outlet_may_ask_or_quote(headline: str) -> None:
    assert read(f"{headline}\n{OUTLET}\n7 May 2024") == (headline, OUTLET, DAY)


@pytest.mark.parametrize("name", ["Politiken", "Velden Transport Union"])
def test_a_label_makes_any_name_beside_the_day_an_outlet(name: str) -> None:
    assert read(f"{HEADLINE}\nSource: {name}\nPublished: 7 May 2024") == (HEADLINE, name, DAY)


def test_a_headline_over_a_byline_or_over_a_dateline_is_read() -> None:
    told = "VELDEN, May 7, 2024 — A tram left the rails.\n\nNobody knows why."
    for head in (f"{HEADLINE}\nBy Mirre Tolk", f"{HEADLINE}\nBy Mirre Tolk, Transport Correspondent", HEADLINE):
        document = read_plain(f"{head}\n{told}")
        assert (document.title, document.publisher, day_of(document)) == (HEADLINE, "", DAY)


def test_a_line_below_the_heading_of_markdown_names_the_outlet_too() -> None:
    document = read_markdown(f"# {HEADLINE}\n\n*{OUTLET}, 7 May 2024*\n\n{BODY}")
    assert (document.title, document.publisher, day_of(document)) == (HEADLINE, OUTLET, DAY)


@pytest.mark.parametrize(
    "line",
    [
        "Lower Velden",
        "Velden, Brennia",
        "Oslo",
        "Mirre Tolk",
        "Emily Post",
        "Mrs Star",
        "World News",
        "Press Release",
        "Photo: The Velden Courier",
        "Nine Hurt",
        "Storm Hits Harbour Mail",
        "The Velden Courier closes its doors",
        "By Mirre Tolk, Transport Editor",
        "Source: police, witnesses",
    ],
)
def test_places_people_sections_and_sentences_beside_the_day_are_no_outlets(line: str) -> None:
    assert read(f"{HEADLINE}\n{line}\n7 May 2024") == (HEADLINE, "", DAY)


@pytest.mark.parametrize(
    "headline", ["Long Night in the Harbour", "Trams Collide at Velden Post", "Velden Post", "Emily Post"]
)
def test_a_headline_that_looks_like_an_outlet_stays_the_headline(headline: str) -> None:
    assert read(f"{headline}\n7 May 2024") == (headline, "", DAY)
    assert read(f"{headline}\n\nBy Mirre Tolk\n7 May 2024") == (headline, "", DAY)


@pytest.mark.parametrize(
    "head",
    [
        f"{HEADLINE}\n\nThe Velden Courier",
        f"{HEADLINE}\n\nThe Velden Courier reported it first.\n\n7 May 2024",
        f"{HEADLINE}\nThe Velden Courier\nBrennia Gazette\n7 May 2024",
        f"{HEADLINE}\n\nThe men told the Velden Courier\n7 May 2024 was the day",
    ],
)
def test_an_outlet_away_from_the_day_or_beside_another_is_not_taken(head: str) -> None:
    assert read(head)[1] == ""


@pytest.mark.parametrize(
    "text",
    [
        "The Velden Courier met the operator on 7 May 2024\nto ask how the tram left the rails.\n\nNobody knew.",
        "The Velden Courier — 7 May 2024 — was the first\nto tell of the tram. Others followed.\n\nNobody knew.",
        "Velden | 7 May 2024\n\nA tram left the rails.\n\nNobody knew.",
    ],
)
def test_a_text_without_a_head_has_no_headline_no_outlet_and_no_day_by_it(text: str) -> None:
    document = read_plain(text)
    assert document.publisher == ""
    assert day_of(document) is None


def test_a_legend_below_the_day_is_no_headline() -> None:
    assert read("7 May 2024\n\n██ Closed for the whole week") == ("", "", DAY)
    assert read("7 May 2024\n\nClosed for the whole week") == ("", "", DAY)


def test_a_name_is_an_outlet_by_its_last_word_or_its_first() -> None:
    names = "Evening Post;VELDEN GAZETTE;Times of Velden;Radio Velden;Veldenposten;velden.example;Velden Post-Dispatch"
    others = (
        "Velden;the Velden Post;Post;Local News;Police Raid Velden Post;Velden Post.;Radio Host Dies;By Velden Post"
    )
    assert [name for name in names.split(";") if not is_outlet(name)] == []
    assert [name for name in others.split(";") if is_outlet(name)] == []
