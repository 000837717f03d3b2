import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.timeline.builders import MONDAY, by_metadata, person, reading
from tests.timeline.export.chronicle import Hostile, dated, hostile_timelines, strike, texts, timeline_of
from tests.tui.two_reports import COURIER, HERALD, joined
from timeline.edits import Edit, EditKind
from timeline.export import export
from timeline.export.chronology import Section, chronology
from timeline.export.commonmark import escape, escape_lines, link
from timeline.inert import one_line
from timeline.model import Polarity, Status
from timeline.store import Store

OUR_BLOCKS = {"heading", "paragraph", "bullet_list", "ordered_list", "list_item", "inline"}
OUR_INLINES = {"text", "softbreak", "hardbreak", "strong", "em", "link"}

MARKED = st.text(st.sampled_from(list('ab1 *_~`[](){}<>&;#!:$|\\^-+=.x/"')), max_size=24)
"""Text in which much could be markup."""
EXTENDED = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def parsed(markdown: str) -> list[Token]:
    return MarkdownIt("commonmark").parse(markdown)


def kinds(tokens: list[Token]) -> set[str]:
    return {token.type.removesuffix("_open").removesuffix("_close") for token in tokens}


def rendered(tokens: list[Token]) -> Iterator[str]:
    """The text of each paragraph and heading as a reader sees it."""
    for token in tokens:
        if token.type == "inline":
            yield "".join("\n" if child.type == "hardbreak" else child.content for child in token.children or ())


def links(tokens: list[Token]) -> set[str]:
    children = [child for token in tokens for child in token.children or ()]
    return {str(child.attrs["href"]) for child in children if child.type == "link_open"}


@example("0 #", "## {}")
@given(MARKED | texts, st.sampled_from(["{}", "- {}", "1. x: {}", "## {}", "- **{}.** x", "- x *(y)*. {}"]))
def test_escaped_text_reads_as_it_was_wherever_it_stands(text: str, place: str) -> None:
    markdown = place.format(escape(text) or "empty")
    tokens = parsed(markdown)
    shown = place.translate(str.maketrans("", "", "*")).removeprefix("- ").removeprefix("1. ").removeprefix("## ")
    assert list(rendered(tokens)) == [shown.format(one_line(text) or "empty")]
    inline = [child for token in tokens for child in token.children or ()]
    assert kinds(inline) <= {"text", "strong", "em", "text_special"}


@example("a | b\n-|-")
@example("a\\\n: b\n\n===")
@given(st.text(st.sampled_from(list('ab1 *_~`[](){}<>&;#!:$|\\^-+=.x/"\n')), max_size=32) | texts)
def test_lines_stay_lines_of_one_paragraph_and_make_no_markup_together(text: str) -> None:
    tokens = EXTENDED.parse(f"- x\n  - Note: {escape_lines(text, '    ')}\n- y")
    lines = [one_line(line) for line in text.splitlines() if one_line(line)]
    assert list(rendered(tokens)) == ["x", "\n".join((f"Note: {lines[0] if lines else ''}".rstrip(), *lines[1:])), "y"]
    assert {child.type for token in tokens for child in token.children or ()} <= {"text", "text_special", "hardbreak"}


@example("[a", "b](c)", "x")
@example("[a]", "(b)", "~c~")
@example("~a", "b~", "*")
@example("&amp", "&#11", "&#11")
@given(MARKED, MARKED, MARKED)
def test_texts_of_one_line_make_no_markup_together_nor_in_extensions(title: str, source: str, place: str) -> None:
    texts = [text or "empty" for text in map(one_line, (title, source, place))]
    title, source, place = map(escape, texts)
    markdown = f"- {title} *(in {place})* — {source} [1]\n- **{source}** ({place}; also {title}): 2\n\n## {title}\n"
    tokens = EXTENDED.parse(markdown)
    title, source, place = texts
    shown = [f"{title} (in {place}) — {source} [1]", f"{source} ({place}; also {title}): 2", title]
    assert list(rendered(tokens)) == shown
    inline = [child.type for token in tokens for child in token.children or ()]
    assert (inline.count("strong_open"), inline.count("em_open")) == (1, 1)
    assert set(inline) <= {"text", "text_special", "strong_open", "strong_close", "em_open", "em_close"}


@pytest.mark.parametrize(
    "text",
    [
        "The [Port of Oslund] was closed",
        "Profits of A&B rose to $5 million, not US$10 million",
        "5 * 3 < 20 > 10",
        "file_name_2.txt | The Quay",
        "about ~20 people",
        "-5 degrees in #oslund",
        "1.5 million left",
        "100% of those (or more!) – “so far”",
    ],
)
def test_what_is_no_markup_anyway_stays_as_it_is(text: str) -> None:
    assert escape(text) == text
    assert list(rendered(EXTENDED.parse(text))) == [text]


@given(MARKED | texts, st.from_regex(r"https?://[a-z]{1,9}\.example/[!-;=?-\[\]-~]{0,20}", fullmatch=True))
def test_link_leads_to_its_address_and_shows_its_text(text: str, address: str) -> None:
    (inline,) = (token for token in parsed(f"- {link(text or 'x', address)}") if token.type == "inline")
    assert (inline.children or [])[0].type == "link_open"
    target = str((inline.children or [])[0].attrs["href"])
    assert target == MarkdownIt().normalizeLink(address.replace("`", "%60"))


@given(hostile_timelines())
def test_no_text_becomes_markup_html_or_a_link(hostile: Hostile) -> None:
    timeline = hostile.timeline
    tokens = parsed(export(timeline, timeline.entries, "markdown", notes=True))
    assert kinds(tokens) <= OUR_BLOCKS
    assert kinds([child for token in tokens for child in token.children or ()]) <= OUR_INLINES | {"text_special"}
    addresses = {MarkdownIt().normalizeLink(article.url) for article in timeline.articles.values()}
    assert all(target in addresses for target in links(tokens))
    assert not any(target.lower().startswith("javascript") for target in links(tokens))
    shown = "\n".join(rendered(tokens))
    for text in hostile.texts:
        assert one_line(text).rstrip(".") in one_line(shown) or not one_line(text)


def test_bare_addresses_are_not_left_for_extensions_to_link() -> None:
    markdown = f"see {escape('https://evil.example and www.evil.example')}"
    assert "https://" not in markdown
    assert "www.e" not in markdown


def test_templates_of_web_sites_find_no_braces_to_fill() -> None:
    markdown = (
        f"{escape('{{ site.secret }} {% include x %} {# x #}')} {link('x', 'https://a.example/{{ site.secret }}')}"
    )
    assert not any(braces in markdown for braces in ("{{", "}}", "{%", "%}", "{#", "#}"))


def headings(sections: tuple[Section, ...]) -> list[object]:
    return [(s.heading, [e.title for e in s.entries], headings(s.sections)) for s in sections]


def test_few_events_need_no_heading_but_the_year() -> None:
    assert headings(chronology(dated("2019-01-26", "2019-02-02", "2018-05"))) == [
        ("2018", ["2018-05"], []),
        ("2019", ["2019-01-26", "2019-02-02"], []),
    ]


def test_months_get_headings_where_there_are_several_and_one_is_full() -> None:
    assert headings(chronology(dated("2019", "2019-01", "2019-01-26", "2019-02-02"))) == [
        ("2019", ["2019"], [("January 2019", ["2019-01", "2019-01-26"], []), ("February 2019", ["2019-02-02"], [])]),
    ]


def test_days_get_headings_where_one_is_full_and_others_stand_where_they_begin_or_are_over() -> None:
    entries = dated(
        *("2019-01", "2019-01-21/2019-01-27", "2019-01-25", "2019-01-26", "2019-01-26T10:30:00", "2019-01-26?"),
        *("../2019-01-26", "../2019-01"),
    )
    assert headings(chronology(entries)) == [
        (
            "2019",
            ["2019-01"],
            [
                ("Monday 21 January 2019", ["2019-01-21/2019-01-27"], []),
                ("Friday 25 January 2019", ["2019-01-25"], []),
                (
                    "Saturday 26 January 2019",
                    ["2019-01-26", "2019-01-26?", "2019-01-26T10:30:00", "../2019-01-26"],
                    [],
                ),
                ("Thursday 31 January 2019", ["../2019-01"], []),
            ],
        )
    ]


def test_notes_are_a_persons_own_and_stand_in_markdown_only_where_they_are_asked_for() -> None:
    timeline = strike()
    assert "Ask her" not in export(timeline, timeline.entries, "markdown")
    assert "\n  - Note: Ask her.\\\n    \\# Really?\n" in export(timeline, timeline.entries, "markdown", notes=True)
    assert "Ask her" in export(timeline, timeline.entries, "csv")


def test_below_a_day_hours_stand_alone_and_in_their_order() -> None:
    read = reading("One.", "Two.", "Three.", "Four.", published=by_metadata(MONDAY), publisher="Quay")
    dates = ["2019-01-26T15:00:00/2019-01-26T16:00:00", "2019-01-26T14:15:00", "2019-01-26T06:40:00", "2019-01-27"]
    edits = [
        Edit(number=number, kind=EditKind.DATE, target=event.id, value=date)
        for number, (event, date) in enumerate(zip(read.events, dates, strict=True), 1)
    ]
    timeline = timeline_of([read], edits)
    told = export(timeline, timeline.entries, "markdown")
    assert [line for line in told.splitlines() if line.startswith(("###", "- "))][:6] == [
        "### Saturday 26 January 2019",
        "- **06:40.** Three — Quay [3]",
        "- **14:15.** Two — Quay [2]",
        "- **15:00–16:00.** One — Quay [1]",
        "### Sunday 27 January 2019",
        "- Four — Quay [4]",
    ]


def test_a_date_that_could_be_two_days_stands_in_its_place_and_says_both() -> None:
    entries = dated("[2019-01-26,2019-02-02]", "2019-01-26", "2019-01-27", "../2019-01-27")
    (year,) = chronology(entries)
    assert [section.heading for section in year.sections] == ["Saturday 26 January 2019", "Sunday 27 January 2019"]
    assert [entry.title for section in year.sections for entry in section.entries] == [one.title for one in entries]


def test_a_line_under_a_day_that_is_not_surely_its_day_says_its_own_date() -> None:
    day, other, by = "2019-01-26", "[2019-01-26,2019-02-02]", "../2019-01-26"
    read = reading(*(f"Event {number}." for number in range(5)), published=by_metadata(MONDAY))
    edits = [
        Edit(number=number, kind=EditKind.DATE, target=event.id, value=date)
        for number, (event, date) in enumerate(zip(read.events, (day, day, other, by, "2019-01-27"), strict=True), 1)
    ]
    timeline = timeline_of([read], edits)
    lines = export(timeline, timeline.entries, "markdown").splitlines()
    dates = [line.partition(".** ")[0] if ".**" in line else "" for line in lines if line.startswith("- ")][:4]
    assert dates == ["", "", "- **Sat 26 Jan 2019 or Sat 2 Feb 2019", "- **until Sat 26 Jan 2019"]


def test_accounts_that_differ_say_each_what_they_told_and_not_who_joined_them(tmp_path: Path) -> None:
    with Store.open(joined(tmp_path / "t.json", COURIER, HERALD)) as store:
        (line, *others) = [
            line for line in export(store.timeline, store.timeline.entries, "markdown").splitlines() if "- " in line[:4]
        ]
    assert "accounts differ in date and figures" in line
    assert "Ansel Courier, “14 people” [1]; Ilse Varga, in Coast Herald, “16 people”, dated " in line
    assert "by hand" not in line
    assert not any("Joined" in one for one in others)


def test_a_decade_has_its_own_heading_before_its_first_year_and_open_times_stand_where_they_begin_or_end() -> None:
    assert headings(chronology(dated("199X", "1990", "2018/..", "../2017", "2016/2017"))) == [
        ("1990s", ["199X"], []),
        ("1990", ["1990"], []),
        ("2016 – 2017", ["2016/2017"], []),
        ("2017", ["../2017"], []),
        ("2018", ["2018/.."], []),
    ]


def test_both_candidates_of_an_uncertain_date_are_shown() -> None:
    entries = dated("[2019-01-26,2019-02-02]")
    read = reading("Event 0.", published=by_metadata(MONDAY))
    markdown = export(timeline_of([read]), entries, "markdown")
    assert "**Sat 26 Jan 2019 or Sat 2 Feb 2019.**" in markdown
    assert "date uncertain" in markdown


def test_a_sentence_cited_twice_has_one_number() -> None:
    timeline = strike()
    markdown = export(timeline, (*timeline.entries, *timeline.entries), "markdown")
    numbers = [int(number) for number in re.findall(r"^(\d+)\. ", markdown, re.MULTILINE)]
    assert numbers == list(range(1, len(timeline.entries) + 1))


def test_each_article_stands_once_with_all_that_is_cited_from_it() -> None:
    timeline = strike()
    sources = export(timeline, timeline.entries, "markdown").partition("## Sources")[2]
    assert sources.count("The Quay") == 1
    for entry in timeline.entries:
        assert timeline.evidence_of(entry.lead) in sources


def test_a_line_names_the_actors_that_its_title_does_not() -> None:
    read = reading("Ilse Vane left.", "She met Tom Orr.", actors=[person("Ilse Vane"), person("Tom Orr")])
    untitled = (msgspec.structs.replace(read.assertions[0], title="She left"), *read.assertions[1:])
    timeline = timeline_of([msgspec.structs.replace(read, assertions=untitled)])
    markdown = export(timeline, timeline.entries, "markdown")
    assert "She left *(actor: Ilse Vane)*" in markdown
    assert "She met Tom Orr [2]" in markdown


def test_an_article_without_a_publisher_is_called_by_its_site() -> None:
    read = reading("Ilse Vane left.", title="Mayor leaves")
    article = msgspec.structs.replace(read.article, url="https://www.quay.example/news/1")
    timeline = timeline_of([msgspec.structs.replace(read, article=article)])
    assert "### quay.example, “[Mayor leaves]" in export(timeline, timeline.entries, "markdown")


def test_undated_events_come_after_all_dated_ones() -> None:
    timeline = strike()
    shown = list(rendered(parsed(export(timeline, timeline.entries[::-1], "markdown"))))
    assert shown.index("2019") < shown.index("Undated") < shown.index("Cast")


def test_status_other_than_occurred_is_said() -> None:
    for status in Status:
        timeline = timeline_of([reading("Ilse Vane left Saturday.", status=status)])
        assert (f"({status})" in export(timeline, timeline.entries, "markdown")) == (status != Status.OCCURRED)


def test_what_did_not_happen_is_said_once_where_the_title_does_not_say_it() -> None:
    for title, is_told in (("The ferry sank.", True), ("The ferry did not sink.", False), ("Nobody drowned.", False)):
        timeline = timeline_of([reading(title, polarity=Polarity.NEGATIVE)])
        assert ("did not happen" in export(timeline, timeline.entries, "markdown")) is is_told
        assert '"polarity": "neg"' in export(timeline, timeline.entries, "json")
        assert "neg" in export(timeline, timeline.entries, "csv")


def test_what_a_person_accepted_and_corrected_is_not_told_to_readers() -> None:
    read = reading("Ilse Vane left Saturday.", published=by_metadata(MONDAY))
    (event,) = read.events
    edits = [
        Edit(number=1, kind=EditKind.REVIEW, target=event.id, value="accepted"),
        Edit(number=2, kind=EditKind.TITLE, target=event.id, value="Ilse Vane left the quay"),
    ]
    timeline = timeline_of([read], edits)
    markdown = export(timeline, timeline.entries, "markdown")
    assert "Ilse Vane left the quay" in markdown
    assert "✓" not in markdown
    assert "by hand" not in markdown
