import datetime as dt
from collections.abc import Iterable
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.timeline.builders import MONDAY, by_metadata, reading
from timeline.export.timeml import write_timeml
from timeline.inert import inert
from timeline.meanings import Meaning
from timeline.meanings.composed import About, Clock, OneOf, PartOfDay, PartOfPeriod, Range
from timeline.meanings.counted import Period, Shift, Weekday
from timeline.meanings.named import CalendarDate
from timeline.meanings.placeless import Duration
from timeline.meanings.units import DayPart, Edge, Modifier, Unit
from timeline.model import Article, Direction, Published, Sense, TimeExpression, TimexType

MONDAY_DATED = by_metadata(MONDAY)
SATURDAY = Weekday(5)


def parsed(document: str) -> ET.Element:
    return ET.fromstring(document)  # noqa: S314 - our own


def found(text: str, words: str, meaning: Meaning, type_: TimexType = TimexType.DATE) -> TimeExpression:
    start = text.index(words)
    return TimeExpression(start, start + len(words), words, type_, meaning, Direction(Sense.PAST), ("test",))


def written(
    text: str, *expressions: TimeExpression, published: Published | None = None, title: str = "", name: str = "a"
) -> ET.Element:
    article = Article(
        id="a", name=name, text=text, title=title, published=published, time_expressions=tuple(expressions)
    )
    return parsed(write_timeml(article))


def text_of(root: ET.Element, tag: str = "TEXT") -> str:
    element = root.find(tag)
    assert element is not None
    return "".join(element.itertext())


def tags(root: ET.Element) -> list[tuple[str | None, dict[str, str]]]:
    return [(tag.text, tag.attrib) for tag in root.iterfind("TEXT/TIMEX3")]


def values(root: ET.Element) -> list[tuple[str | None, str]]:
    return [(words, attributes["value"]) for words, attributes in tags(root)]


def legal(text: str) -> str:
    """What of a text XML 1.0 can hold, by the ranges of its grammar."""
    ranges = [(0x9, 0xA), (0xD, 0xD), (0x20, 0xD7FF), (0xE000, 0xFFFD), (0x10000, 0x10FFFF)]
    return "".join(sign for sign in text if any(first <= ord(sign) <= last for first, last in ranges))


def test_document_is_one_of_timeml_1_2_1() -> None:
    article = reading("She left Saturday.", "Nobody paid.", published=MONDAY_DATED, title="Q&A", name="quay").article
    assert write_timeml(article) == (
        '<?xml version="1.0"?>\n'
        '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
        ' xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">\n'
        "<DOCID>quay</DOCID>\n"
        '<DCT><TIMEX3 tid="t0" type="DATE" value="2019-01-28" temporalFunction="false"'
        ' functionInDocument="CREATION_TIME">2019-01-28</TIMEX3></DCT>\n'
        "<TITLE>Q&amp;A</TITLE>\n"
        '<TEXT>She left <TIMEX3 tid="t1" type="DATE" value="2019-01-26">Saturday</TIMEX3>. Nobody paid.</TEXT>\n'
        "</TimeML>\n"
    )


def test_article_without_a_date_has_no_creation_time_and_values_that_stay_open() -> None:
    text = "She left Saturday, a month after May 3-5, not on June 5 or so."
    root = written(
        text,
        found(text, "Saturday", SATURDAY),
        found(text, "May 3-5", Range(CalendarDate(month=5, day=3), CalendarDate(month=5, day=5))),
        found(text, "June 5", OneOf(())),
    )
    assert [child.tag for child in root] == ["DOCID", "TITLE", "TEXT"]
    assert values(root) == [
        ("Saturday", "XXXX-WXX-6"),
        ("May 3-5", "XXXX-05-03/XXXX-05-05"),
        ("June 5", "XXXX-XX-XX"),
    ]


@pytest.mark.parametrize(
    ("meaning", "mod"),
    [
        (SATURDAY, None),
        (About(Modifier.MORE, Duration(Unit.YEAR, 2)), "MORE_THAN"),
        (PartOfPeriod(Edge.START, CalendarDate(2019, 5)), "START"),
        (PartOfPeriod(Edge.EARLIER, Period(Unit.MONTH, 0)), "BEFORE"),
        (PartOfDay(DayPart.NIGHT, PartOfPeriod(Edge.END, SATURDAY)), "END"),
        (Clock(8, 0, About(Modifier.ABOUT, SATURDAY)), "APPROX"),
        (Range(None, About(Modifier.ABOUT, CalendarDate(1990))), "APPROX"),
        (Range(About(Modifier.ABOUT, CalendarDate(1990))), "APPROX"),
        (Range(About(Modifier.ABOUT, CalendarDate(1990)), CalendarDate(1994)), None),
    ],
)
def test_what_hedges_a_time_is_its_mod(meaning: Meaning, mod: str | None) -> None:
    ((_, attributes),) = tags(written("then", found("then", "then", meaning)))
    assert attributes.get("mod") == mod


def spanning(text: str, whole: str, first: tuple[str, Meaning], last: tuple[str, Meaning]) -> TimeExpression:
    ends = found(text, *first), found(text, *last)
    return replace(found(text, whole, Range(first[1], last[1])), ends=ends)


def test_of_a_span_the_two_ends_are_tagged() -> None:
    text = "It lasted from early May to around June 2020."
    span = spanning(
        text,
        "early May to around June 2020",
        ("early May", PartOfPeriod(Edge.START, CalendarDate(month=5))),
        ("around June 2020", About(Modifier.ABOUT, CalendarDate(2020, 6))),
    )
    dated, undated = written(text, span, published=MONDAY_DATED), written(text, span)
    assert text_of(dated) == text_of(undated) == text
    assert [attributes.get("mod") for _, attributes in tags(dated)] == ["START", "APPROX"]
    assert [attributes["tid"] for _, attributes in tags(dated)] == ["t1", "t2"]
    assert [value for _, value in values(undated)] == ["XXXX-05", "2020-06"]
    assert [words for words, _ in values(undated)] == ["early May", "around June 2020"]


def test_the_ends_of_a_span_have_the_dates_that_they_have_in_it() -> None:
    text = "It lasted from Monday through Friday."
    span = spanning(text, "Monday through Friday", ("Monday", Weekday(0)), ("Friday", Weekday(4)))
    published = by_metadata(dt.date(2019, 6, 12))
    assert values(written(text, span, published=published)) == [("Monday", "2019-06-03"), ("Friday", "2019-06-07")]


def test_an_end_counts_from_the_day_of_speaking_as_its_span_does() -> None:
    text = "He said Saturday it takes from two days on until nobody knows."
    said = found(text, "Saturday", SATURDAY)
    span = spanning(
        text, "two days on until nobody knows", ("two days", Shift(2, Unit.DAY)), ("nobody knows", OneOf(()))
    )
    root = written(text, said, replace(span, spoken=0), published=MONDAY_DATED)
    assert values(root) == [("Saturday", "2019-01-26"), ("two days", "2019-01-28"), ("nobody knows", "XXXX-XX-XX")]


def test_tags_stand_in_the_order_of_the_text_and_never_in_each_other() -> None:
    text = "SaturdaySaturday night and May"
    first = found(text, "Saturday", SATURDAY)
    night = replace(found(text, "Saturday night", PartOfDay(DayPart.NIGHT, SATURDAY)), type=TimexType.TIME)
    inside = replace(first, start=8, end=16)
    across = replace(first, start=17, end=26)
    may = found(text, "May", CalendarDate(month=5))
    outside = [replace(may, end=99), replace(may, start=40, end=43), replace(may, end=may.start)]
    root = written(text, may, across, inside, night, first, *outside)
    assert text_of(root) == text
    assert [(words, attributes["tid"]) for words, attributes in tags(root)] == [
        ("Saturday", "t1"),
        ("Saturday night", "t2"),
        ("May", "t3"),
    ]


MARKUP = st.sampled_from(["]]>", "<TIMEX3>", "</TEXT>", "&amp;", "&#60;", "<!--", "-->", "<?x?>", '"', "'", " "])
SIGNS = st.sampled_from(
    [
        "\r\n",
        "\r",
        "\x85",
        "\x9b2J",
        "\x00",
        "\x0b",
        "\x1b[2J",
        "\ufffe",
        "\uffff",
        "\ud800",
        "\ufeff",
        "\u2028",
        "\u202e",
    ]
)
EMOJI = st.sampled_from(["\U0001f468\u200d\U0001f469", "\U0001f1ee\U0001f1f8"])
TEXTS = st.lists(MARKUP | SIGNS | EMOJI | st.text(st.characters(), max_size=5), max_size=8).map("".join)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = draw(TEXTS)
    places = st.integers(0, len(text) + 2)
    spans = draw(st.lists(st.tuples(places, places), max_size=6))
    return Article(
        id="a", name=draw(TEXTS), text=text, title=draw(TEXTS), time_expressions=tuple(_everywhere(text, spans))
    )


def _everywhere(text: str, spans: Iterable[tuple[int, int]]) -> Iterable[TimeExpression]:
    for start, end in spans:
        yield TimeExpression(start, end, text[start:end], TimexType.DATE, SATURDAY, Direction(), ())


@given(articles())
def test_any_text_is_well_formed_and_the_same_out_of_its_tags(article: Article) -> None:
    document = write_timeml(article)
    root = parsed(document)
    assert text_of(root) == legal(article.text)
    assert (text_of(root, "DOCID"), text_of(root, "TITLE")) == (legal(article.name), legal(article.title))
    assert {element.tag for element in root.iter()} <= {"TimeML", "DOCID", "TITLE", "TEXT", "TIMEX3"}
    assert all(not len(tag) for tag in root.iterfind("TEXT/TIMEX3"))
    assert [attributes["tid"] for _, attributes in tags(root)] == [f"t{n}" for n in range(1, len(tags(root)) + 1)]
    marked = {legal(one.text) for one in article.time_expressions if one.start < one.end <= len(article.text)}
    assert {words or "" for words, _ in tags(root)} <= marked
    assert bool(tags(root)) == bool(marked)
    assert inert(document) == document
    assert "\r" not in document
    assert document.encode().decode() == document
