"""Quotation marks are paired, over paragraphs where a quotation goes on."""

from itertools import pairwise

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from extractors.quotations.component import KEY, Quotations, quotations
from tests.effort import effort

NLP = spacy.blank("en")
NLP.max_length = 10_000_000


def quoted(text: str) -> list[str]:
    """The quotations of a text; the runs of one are joined by a bar."""
    doc = NLP(text)
    return [" | ".join(doc[start:end].text for start, end in item.runs) for item in Quotations().match(doc)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We waited,” she said. “Nobody came.”", ["“We waited,”", "“Nobody came.”"]),
        ('"We waited," she said. "Nobody came."', ['"We waited,"', '"Nobody came."']),
        ("‘We waited,’ she said. ‘Nobody came.’", ["‘We waited,’", "‘Nobody came.’"]),
        ("'We waited,' she said. 'Nobody came.'", ["'We waited,'", "'Nobody came.'"]),
        ("''We waited,'' she said.", ["''We waited,''"]),
        ("``We waited,'' she said. ``Nobody came.''", ["``We waited,''", "``Nobody came.''"]),
        ('She said — "never" — and left ("at once").', ['"never"', '"at once"']),
        ("She said—“never again”—and left.", ["said—“never again”—and"]),
        ('“We waited," she said.', ['“We waited,"']),
        ("\"He said, 'No' \", she recalled.", ["\"He said, 'No' \""]),
        ("She calls it a “coup” and a 'farce'.", ["“coup”", "'farce'"]),
    ],
)
def test_marks_of_every_kind_are_paired(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "“He said ‘never’ to me,” she said.",
        "‘He said “never” to me,’ she said.",
        "\"He said 'never' to me,\" she said.",
        "“He said “never” to me,” she said.",
        "“The workers’ union won’t strike,” she said.",
        "‘The workers’ union won’t strike,’ she said.",
        "'It's the miners' strike of the '80s,' she said.",
    ],
)
def test_what_is_quoted_in_a_quotation_and_apostrophes_part_none(text: str) -> None:
    (found,) = quoted(text)
    assert found == text.removesuffix(" she said.")


@pytest.mark.parametrize(
    "text",
    [
        "The workers’ union and the miners’ club met in the ’90s.",
        "The dogs' and the cats' food of the '60s.",
        "He is 5'10\" tall, on a 6\" heel, in rock 'n' roll.",
        "It’s theirs, isn't it?",
        "Nobody said so.”",
        'Nobody said so."',
        "",
        "“”",
    ],
)
def test_apostrophes_feet_inches_and_lone_closing_marks_quote_nothing(text: str) -> None:
    assert quoted(text) == []


def test_an_inch_inside_a_quotation_does_not_end_it_but_a_number_may() -> None:
    assert quoted('"It was a 6" pipe," he said.') == ['"It was a 6" pipe,"']
    assert quoted('He wrote "born in 1987" and "died in 1990" there.') == ['"born in 1987"', '"died in 1990"']


@pytest.mark.parametrize(("opening", "closing"), ["“”", '""', "‘’"])
def test_a_quotation_that_each_paragraph_opens_again_is_one(opening: str, closing: str) -> None:
    text = (
        f"{opening}We waited.\n\n{opening}Nobody came.\n\n{opening}We left,{closing} she said. {opening}Late.{closing}"
    )
    one = f"{opening}We waited. | {opening}Nobody came. | {opening}We left,{closing}"
    assert quoted(text) == [one, f"{opening}Late.{closing}"]


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    assert quoted("“We waited, she said.\n\nThen they left. “Late,” he said.") == ["“We waited, she said.", "“Late,”"]


def test_a_mark_that_opens_anew_ends_what_was_left_open_before() -> None:
    assert quoted("“We waited, she said. “Late,” he said.") == ["“We waited, she said.", "“Late,”"]


def test_a_quotation_closed_and_opened_in_the_next_paragraph_is_another() -> None:
    assert quoted("“We waited.”\n\n“Nobody came.”") == ["“We waited.”", "“Nobody came.”"]


def test_the_runs_of_one_quotation_share_an_id_and_stay_with_the_doc() -> None:
    doc = Quotations()(NLP("“We waited.\n\n“Nobody came,” she said. “Late.”"))
    again = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert [span.id_ for span in again.spans[KEY]] == ["0", "0", "1"]
    assert quotations(again) == tuple(Quotations().match(doc))


@given(st.text(alphabet="“”‘’'\"«»„ns6.,— \n", max_size=60))
def test_runs_lie_in_the_doc_and_never_overlap(text: str) -> None:
    doc = NLP(text)
    runs = [run for item in Quotations().match(doc) for run in item.runs]
    assert all(0 <= start < end <= len(doc) for start, end in runs)
    assert all(before[1] <= after[0] for before, after in pairwise(runs))


@pytest.mark.parametrize("unit", ["“ ", '" ', "‘ a", "”", "' s' ", "“a\n\n", '"a" '])
def test_thousands_of_marks_take_work_in_proportion(unit: str) -> None:
    def work(count: int) -> int:
        words = unit.split(" ") * count
        doc = Doc(NLP.vocab, [word or " " for word in words])
        return effort(lambda: Quotations().match(doc))

    work(10)
    assert work(8_000) < 5 * work(2_000)
