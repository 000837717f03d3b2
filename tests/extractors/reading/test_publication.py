"""The publication date is found where articles state it, and nowhere else."""

import datetime as dt

import pytest

from extractors.reading.document import Document, Stated
from extractors.reading.publication import in_address, in_text, publication
from timeline.model import Basis

DAY = dt.date(2019, 1, 28)
BODY = "The assembly met again in the capital.\n\nNobody expected a vote before the weekend, officials said."


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/2019/01/28/americas/vote/index.html",
        "https://example.org/2019/1/28/vote",
        "https://example.org/world/2019-01-28/vote",
        "https://example.org/world/2019-01-28-vote.html",
        "https://example.org/world/vote-20190128.html",
        "https://example.org/world/20190128/vote",
        "https://example.org/world/2019/jan/28/vote",
        "https://example.org/story_2019_01_28_vote",
    ],
)
def test_an_address_gives_its_date(address: str) -> None:
    found = in_address(address)
    assert found is not None
    assert (found.date, found.basis) == (DAY, Basis.URL)
    assert found.evidence in address


@pytest.mark.parametrize(
    "address",
    [
        "",
        "http://[not an address/2019/01/28/",
        "https://example.org/world/47036129",
        "https://example.org/2019/01/vote",
        "https://example.org/2019/13/28/vote",
        "https://example.org/2019/02/30/vote",
        "https://example.org/2019/the/28/vote",
        "https://example.org/item/120190128",
        "https://example.org/item/201901281",
        "https://example.org/vote?at=2019-01-28",
        "https://2019-01-28.example.org/vote",
    ],
)
def test_an_address_without_a_whole_date_gives_none(address: str) -> None:
    assert in_address(address) is None


@pytest.mark.parametrize(
    "line",
    [
        "CARACAS, Jan. 28, 2019 (AP) — The assembly met again.",
        "CARACAS, Venezuela, Jan 28, 2019 (Reuters) - The assembly met again.",
        "CARACAS, Venezuela (AP), January 28, 2019 -- The assembly met again.",
        "CARACAS, 28 January 2019 – The assembly met again.",
        "Caracas (28 January 2019) – The assembly met again.",
        "New Corran (January 28, 2019) — The assembly met again.",
        "SANTA ANA DEL RIO, Monday, 28 January 2019: The assembly met again.",
        "MIAMI, Fla., Jan. 28, 2019 /PRNewswire/ -- The assembly met again.",
        "ST. LUCIA, Jan. 28th, 2019 — The assembly met again.",
        "January 28, 2019 (CARACAS) - The assembly met again.",
        "Monday, 28 January 2019 (Caracas, Venezuela): The assembly met again.",
    ],
)
def test_a_dateline_gives_its_date(line: str) -> None:
    found = in_text(f"A headline\n\n{line}\n\n{BODY}")
    assert found is not None
    assert (found.date, found.basis) == (DAY, Basis.DATELINE)
    assert found.evidence in line


@pytest.mark.parametrize(
    "line",
    [
        "Updated 6:14 PM ET, Mon January 28, 2019",
        "Updated 2314 GMT (0714 HKT) January 28, 2019",
        "Published: 28 January 2019",
        "Published 28 January 2019 10:32 GMT",
        "Published: 28 January 2019 | Updated: 30 January 2019",
        "Last updated on Monday, 28 January 2019 at 10:32",
        "First published on 28 Jan 2019 14.05 GMT",
        "By Ana Torres | Posted: Jan. 28, 2019",
        "Publication date: 2019-01-28",
        "Date: 28/01/2019",
        "Updated 01/28/2019",
        "Published: 28 January 2019 Updated: 30 January 2019",
        "Published 28 January 2019 10:32 Updated 30 January 2019 11:00",
        "Date: Mon, 28 Jan 2019 10:32:00 +0000",
        "Published: 2019-01-28T16:20:31+01:00",
    ],
)
@pytest.mark.parametrize("place", ["top", "bottom"])
def test_a_line_that_says_when_it_was_published_gives_its_date(line: str, place: str) -> None:
    middle = "\n\n".join([BODY] * 12)
    text = f"A headline\n{line}\n\n{middle}" if place == "top" else f"A headline\n\n{middle}\n\n{line}\n"
    found = in_text(text)
    assert found is not None
    assert (found.date, found.basis, found.evidence) == (DAY, Basis.UPDATED, line)


@pytest.mark.parametrize(
    "line",
    [
        "January 28, 2019",
        "Monday, 28 January 2019",
        "28 Jan 2019, 10:32 GMT",
        "2019-01-28",
        "2019-01-28T16:20:31+01:00",
    ],
)
def test_a_date_alone_on_a_line_near_the_top_is_the_publication_date(line: str) -> None:
    found = in_text(f"A headline\n\n{line}\n\n{BODY}")
    assert found is not None
    assert found.date == DAY


@pytest.mark.parametrize(
    "line",
    [
        "CARACAS, Jan. 28 (AP) — The assembly met again.",
        "Caracas (28 January) – The assembly met again.",
        "Rosa Lind (3 March 1902 – 4 May 1960) was a painter.",
        "CARACAS (AP) — On Jan. 28, 2019, the assembly met again.",
        "NATO said Jan. 28, 2019 — the day of the vote — was over.",
        "The report, published January 28, 2019, blames the ministry.",
        "Published January 28, 2019, the report blames the ministry.",
        "Updated 6:14 PM ET, Mon January 28",
        "Updated 03/04/2019",
        "Updated 30 February 2019",
        "Copyright 2019 Example News",
        "© January 28, 2019 Example News",
        "An update on 28 January 2019 changed nothing.",
        "Jan. 28",
    ],
)
def test_what_is_no_statement_of_the_publication_date_gives_none(line: str) -> None:
    assert in_text(f"A headline\n\n{line}\n\n{BODY}") is None


def test_a_lone_date_deep_in_the_text_is_not_taken() -> None:
    assert in_text("\n\n".join([BODY] * 6 + ["28 January 2019"] + [BODY] * 6)) is None


def test_several_dates_alone_on_their_lines_are_headings_of_a_chronology() -> None:
    assert in_text(f"28 January 2019\n\n{BODY}\n\n30 January 2019\n\n{BODY}") is None


def test_a_date_in_dotted_figures_is_day_first() -> None:
    found = in_text(f"Updated 12.08.2019\n\n{BODY}")
    assert found is not None
    assert found.date == dt.date(2019, 8, 12)


@pytest.mark.parametrize("in_utc", [True, False])
def test_a_stamp_in_utc_gives_way_to_the_day_that_the_page_prints(in_utc: bool) -> None:
    document = Document(
        text=f"Published: 28 January 2019 at 8:14 p.m.\n\n{BODY}",
        published=Stated(dt.date(2019, 1, 29), "article:published_time", in_utc=in_utc),
    )
    found = publication(document)
    assert found is not None
    assert found.date.day == (28 if in_utc else 29)


def test_a_stamp_in_utc_gives_way_to_the_day_of_the_address() -> None:
    document = Document(
        text=BODY,
        url="https://example.org/2019/01/28/vote",
        published=Stated(dt.date(2019, 1, 29), "article:published_time", in_utc=True),
    )
    found = publication(document)
    assert found is not None
    assert (found.date, found.basis) == (DAY, Basis.URL)


def test_a_stamp_in_utc_stands_against_a_day_that_is_not_beside_it() -> None:
    document = Document(
        text=f"Updated: 2 February 2019\n\n{BODY}", published=Stated(DAY, "article:published_time", in_utc=True)
    )
    found = publication(document)
    assert found is not None
    assert found.date == DAY


def test_the_line_published_wins_over_the_line_updated() -> None:
    found = in_text(f"Updated: 30 January 2019\nPublished: 28 January 2019\n\n{BODY}")
    assert found is not None
    assert found.date == DAY


def test_the_order_is_person_metadata_address_dateline_line_update() -> None:
    dates = [dt.date(2019, 1, number) for number in range(1, 7)]
    document = Document(
        text=f"Updated: 5 January 2019\n\nCARACAS, Jan. 4, 2019 (AP) — {BODY}",
        url="https://example.org/2019/01/03/vote",
        published=Stated(dates[1], "article:published_time"),
        updated=Stated(dates[5], "article:modified_time"),
    )
    found = []
    weaker = [
        (document, dates[0]),
        (document, None),
        (document := _without(document, published=None), None),
        (document := _without(document, url=""), None),
        (document := _without(document, text=f"Updated: 5 January 2019\n\n{BODY}"), None),
        (document := _without(document, text=BODY), None),
        (_without(document, updated=None), None),
    ]
    for each, person in weaker:
        stated = publication(each, person)
        found.append(stated and (stated.date, stated.basis))
    bases = [Basis.PERSON, Basis.METADATA, Basis.URL, Basis.DATELINE, Basis.UPDATED, Basis.UPDATED]
    assert found == [*zip(dates, bases, strict=True), None]


def _without(document: Document, **changes: object) -> Document:
    import msgspec

    return msgspec.structs.replace(document, **changes)


@pytest.mark.parametrize(
    "line", ["Oslund Post, January 28, 2019", "The Oslund Post, Monday, 28 January 2019", "Oslund, 28 January 2019"]
)
def test_an_outlet_or_a_place_with_a_day_below_the_headline_is_when_it_was_published(line: str) -> None:
    found = publication(Document(text=f"A headline\n{line}\n\n{BODY}"))
    assert found is not None
    assert (found.date, found.basis) == (DAY, Basis.DATELINE)
