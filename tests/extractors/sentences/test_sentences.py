from collections.abc import Callable

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extractors.sentences.component import Sentences
from tests.effort import effort


def sentences(doc: Doc) -> list[str]:
    return [span.text.strip() for span in doc.sents]


def test_a_paragraph_ends_a_sentence_without_a_full_stop(read: Callable[[str], Doc]) -> None:
    assert sentences(read("Ferry sinks off Oslund\n\nThe ferry sank Saturday.")) == [
        "Ferry sinks off Oslund",
        "The ferry sank Saturday.",
    ]


def test_titles_initials_and_months_do_not_end_one(read: Callable[[str], Doc]) -> None:
    text = "Col. J. Marr met Mr. Lund on Jan. 28 in St. Ives."
    assert sentences(read(text)) == [text]


def test_a_closing_quotation_mark_stays_with_its_sentence(read: Callable[[str], Doc]) -> None:
    assert sentences(read("“It sank.” She wept. “All are safe.”")) == ["“It sank.”", "She wept.", "“All are safe.”"]


def test_a_line_break_inside_a_paragraph_ends_nothing(read: Callable[[str], Doc]) -> None:
    assert len(sentences(read("Ferry sinks\n\nThe ferry sank off\nOslund on Saturday."))) == 2


def test_where_no_line_is_blank_each_line_is_a_paragraph(read: Callable[[str], Doc]) -> None:
    assert sentences(read("Ferry sinks\nThe ferry sank")) == ["Ferry sinks", "The ferry sank"]


def test_boundaries_set_before_are_kept(nlp: Language) -> None:
    doc = nlp.make_doc("It sank. She wept.")
    for token in doc:
        token.is_sent_start = token.i == 0
    assert sentences(nlp(doc)) == ["It sank. She wept."]


@pytest.mark.parametrize(
    "dateline",
    [
        "OSLUND, Velmark, Jan. 28, 2019 (Harbour Wire) —",
        "OSLUND (HW) -",
        "PORT MARREN, March 3 --",
        "PORT MARREN, 3 March —",
        "OSLUND, 28 January (HW) —",
        "Oslund (28 January 2019) –",
        "Port Marren (3 March) –",
    ],
)
def test_a_dateline_is_no_part_of_the_sentence_after_it(read: Callable[[str], Doc], dateline: str) -> None:
    assert sentences(read(f"{dateline} The ferry sank Saturday.")) == [dateline, "The ferry sank Saturday."]


def test_a_dash_in_a_sentence_ends_nothing(read: Callable[[str], Doc]) -> None:
    assert len(sentences(read("NATO — the alliance — met in March."))) == 1


@pytest.mark.parametrize("dateline", ["OSLUND — ", "NEW CORRAN, Velmark – ", "OSLUND - "])
def test_a_place_in_capitals_before_a_dash_is_where_it_was_written(read: Callable[[str], Doc], dateline: str) -> None:
    assert sentences(read(f"{dateline}A fire killed four people."))[-1] == "A fire killed four people."


def test_a_body_in_capitals_that_a_dash_says_more_of_is_none(read: Callable[[str], Doc]) -> None:
    text = "NATO — the alliance of the west — met on Friday."
    assert sentences(read(text)) == [text]


def test_behind_a_semicolon_a_sentence_starts_where_both_sides_have_a_verb(read: Callable[[str], Doc]) -> None:
    text = "The ferry sank on Saturday; nine people were saved; the captain, they said, left first."
    assert sentences(read(text)) == [
        "The ferry sank on Saturday;",
        "nine people were saved;",
        "the captain, they said, left first.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry called at Oslund, Velmark; Corran; and Skerra.",
        "They met Otto Rask, the mayor; Mia Lind, a judge; and two divers.",
        "In May, nine; in June, ten.",
    ],
)
def test_a_list_parted_by_semicolons_stays_one_sentence(read: Callable[[str], Doc], text: str) -> None:
    assert sentences(read(text)) == [text]


def test_lists_parted_by_semicolons_take_work_in_proportion_to_the_text() -> None:
    words = spacy.blank("en")

    def work(size: int) -> int:
        doc = words.make_doc("a tern; " * size)
        return effort(lambda: Sentences(alone=True)(doc))

    work(10)
    assert work(800) < 5 * work(200)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The pump failed shortly before 4 a.m.", "Some nine boats were adrift by noon."),
        ("Rosa Lind shut the gate at 9:15 p.m.", "“Nobody came,” she said."),
        ("Divers went down at 6 a.m.", "In the hold they found nine crates."),
    ],
)
def test_an_hour_ends_a_sentence_where_a_small_word_or_a_quotation_follows(
    read: Callable[[str], Doc], first: str, second: str
) -> None:
    assert sentences(read(f"{first} {second}")) == [first, second]


@pytest.mark.parametrize(
    "text",
    [
        "The pump failed at 4 a.m. Tuesday in Corran.",
        "The pump failed at 4 a.m. GMT and again at 9 p.m. Corran time.",
        'Rosa Lind wrote "home by 9 p.m." and left.',
    ],
)
def test_the_day_and_the_zone_of_an_hour_stay_with_it(read: Callable[[str], Doc], text: str) -> None:
    assert sentences(read(text)) == [text]


def test_a_text_may_break_off_behind_a_firm_and_a_word(read: Callable[[str], Doc]) -> None:
    assert "".join(sentences(read("The yard went to Rask Inc. Shares"))).endswith("Shares")


def test_a_life_in_brackets_is_no_dateline(read: Callable[[str], Doc]) -> None:
    text = "Rosa Lind (3 March 1902 – 4 May 1960) was a painter."
    assert sentences(read(text)) == [text]
