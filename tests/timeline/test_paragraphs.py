import pytest

from timeline.paragraphs import paragraphs


def test_lines_are_paragraphs_only_where_there_are_no_blank_lines() -> None:
    assert paragraphs("a\nb\n\nc") == [(0, 3), (5, 6)]
    assert paragraphs("a\nb") == [(0, 1), (2, 3)]
    assert paragraphs(" \n\n") == []


def test_many_blank_lines_are_no_part_of_a_paragraph() -> None:
    assert paragraphs("a\n\n\n \n  b") == [(0, 1), (6, 9)]


def test_blank_lines_before_and_after_a_text_of_lines_part_none_of_them() -> None:
    assert paragraphs("\n\na\nb\n\n") == [(2, 3), (4, 5)]


@pytest.mark.parametrize(
    "credit",
    [
        "Published: 3 May 2026",
        "By Rosa Lind",
        "By Rosa Lind and Otto Rask",
        "Oslund Post, March 23, 2026",
        "Oslund, 3 May 2026",
        "Oslund Post | 3 May 2026",
        "3 May 2026 — The Oslund Post",
        "Source: Oslund Post",
        "Wednesday, 11 March 2026",
        "The Oslund Post, 14/03/2026",
        "14.03.2026 | Oslund Post",
        "Oslund Post - 17 Mar 2026 - page 3",
        "Oslund Post, p. A3, 17 March 2026",
    ],
)
def test_who_wrote_a_text_and_when_is_no_part_of_its_headline_or_story(credit: str) -> None:
    text = f"Bridge closes\n{credit}\n\nThe old bridge was\nclosed on Friday.\n\nNobody was hurt.\n{credit}"
    assert [text[slice(*span)] for span in paragraphs(text)] == [
        "Bridge closes",
        credit,
        "The old bridge was\nclosed on Friday.",
        "Nobody was hurt.",
        credit,
    ]


@pytest.mark.parametrize(
    "line",
    [
        "By Monday he had left.",
        "The vote of 3 May 2026",
        "The vote of 14/03/2026 - page 3",
        "by the mayor",
        "Published in 2019 and banned, it",
    ],
)
def test_a_line_of_a_story_stays_in_its_paragraph(line: str) -> None:
    text = f"The bridge was closed.\n{line} was told.\n\nNobody was hurt."
    assert len(paragraphs(text)) == len(["the bridge", "nobody"])


@pytest.mark.parametrize("outlet", ["Oslund Post", "The Oslund Post", "Radio Oslund"])
def test_the_outlet_between_headline_and_day_is_a_paragraph_of_its_own(outlet: str) -> None:
    text = f"Bridge closes\n{outlet}\n3 May 2026\n\nThe old bridge was closed.\n\nNobody was hurt."
    assert [text[slice(*span)] for span in paragraphs(text)][:3] == ["Bridge closes", outlet, "3 May 2026"]


def test_a_headline_that_goes_on_in_a_second_line_is_one_paragraph() -> None:
    headline = "Bridge Over the Oslund Narrows Closes to All Traffic After\nInspectors Find Cracks"
    text = f"{headline}\n3 May 2026\n\nThe old bridge was closed.\n\nNobody was hurt."
    assert [text[slice(*span)] for span in paragraphs(text)][:2] == [headline, "3 May 2026"]
