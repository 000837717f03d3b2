"""Each way to tell an article otherwise does what it says, and nothing else."""

import datetime as dt

import pytest
from spacy.language import Language

from benchmarks.told_otherwise.changes import CHANGES
from benchmarks.told_otherwise.comparing import pairs
from benchmarks.told_otherwise.edits import Edit, retold
from benchmarks.told_otherwise.told import otherwise, told
from extractors.extraction import default_pipeline
from timeline.model import Article, Basis, Published

PUBLISHED = Published(dt.date(2019, 3, 13), Basis.METADATA)
"""A Wednesday."""


@pytest.fixture(scope="module")
def nlp() -> Language:
    return default_pipeline()


def article(text: str) -> Article:
    return Article(id="a", name="a", text=text, published=PUBLISHED)


@pytest.mark.parametrize(
    ("change", "before", "after"),
    [
        ("straight marks", "“It’s over,” Lind said.", '"It\'s over," Lind said.'),
        ("curly marks", '"It\'s over," Lind said.', "“It’s over,” Lind said."),
        ("hyphens for dashes", "He left — at last — in 2015–16.", "He left - at last - in 2015-16."),
        ("en dashes", "He left—at last.", "He left – at last."),
        ("hard spaces", "It sank on March 5 with 12 men.", "It sank on March\u00a05\u00a0with\u00a012\u00a0men."),
        ("two spaces", "It sank. Divers came.", "It sank.  Divers came."),
        ("lines of 72", f"{'a ' * 36}b c.\nd", f"{('a ' * 36).strip()}\nb c.\n\nd"),
        ("ellipses", "It sank...", "It sank…"),
        (
            "5 March",
            "It sank on March 5, 2018, and on March 6 and 7.",
            "It sank on 5 March 2018, and on March 6 and 7.",
        ),
        ("March 5", "It sank on 5 March 2018.", "It sank on March 5, 2018."),
        ("Mar. 5", "It sank on March 5.", "It sank on Mar. 5."),
        ("March 5th", "It sank on March 5.", "It sank on March 5th."),
        ("Monday, not on", "It sank on Monday.", "It sank Monday."),
        ("on Monday", "He said Monday that it sank.", "He said on Monday that it sank."),
        ("no yesterday", "It sank yesterday, not today.", "It sank on Tuesday, not on Wednesday."),
        ("15:00", "It sank at 3 p.m. on Monday, or at 12:30 am.", "It sank at 15:00 on Monday, or at 00:30."),
        ("28 years before", "It sank in 2018 with $2018.", "It sank in 1990 with $2018."),
        ("time to the end", "On Monday, the ferry sank.", "The ferry sank on Monday."),
        ("time to the front", "The ferry sank on Monday.", "On Monday, the ferry sank."),
        ("time before verb", "The ferry sank on Monday.", "The ferry on Monday sank."),
        ("S, Y said", "Rosa Lind said that the ferry had sunk.", "The ferry had sunk, Rosa Lind said."),
        ("Y said S", "The ferry had sunk, officials said.", "Officials said the ferry had sunk."),
        ("Y said that S", "According to Rosa Lind, the ferry sank.", "Rosa Lind said that the ferry sank."),
        ("according to Y, S", "The ferry had sunk, officials said.", "According to officials, the ferry had sunk."),
        ("figures in words", "It sank with 12 people.", "It sank with twelve people."),
        ("words in figures", "It sank with twelve people.", "It sank with 12 people."),
        ("1200", "It cost 1,200,000 dollars.", "It cost 1200000 dollars."),
        ("did not", "It didn't sink and can't.", "It did not sink and cannot."),
        ("didn't", "It did not sink.", "It didn't sink."),
        ("British", "They organized the center and advised.", "They organised the centre and advised."),
        ("American", "They organised the centre and advised.", "They organized the center and advised."),
        ("per cent", "It fell 5%.", "It fell 5 per cent."),
        ("percent sign", "It fell 5 per cent.", "It fell 5%."),
        ("paragraphs split", "It sank. He left. She came.", "It sank.\n\nHe left. She came."),
        ("paragraphs joined", "It sank.\n\nHe left.\n\nShe came.", "It sank.\n\nHe left. She came."),
    ],
)
def test_a_change_does_what_it_says(nlp: Language, change: str, before: str, after: str) -> None:
    read = told(nlp, article(before))
    assert retold(before, CHANGES[change].edits(read)).text == after


def test_a_name_is_another_wherever_it_stands(nlp: Language) -> None:
    text = "Mayor Rosa Lind resigned on Monday. Lind had led Skerra since 2015. She left for Egypt."
    read = told(nlp, article(text))
    changed = retold(text, CHANGES["other people"].edits(read)).text
    assert "Lind" not in changed.replace("Lindqvist", "").replace("Lindgren", "")
    assert changed.endswith("She left for Egypt.")
    assert "Egypt" not in retold(text, CHANGES["other places"].edits(read)).text


def test_a_place_in_a_text_is_found_again_after_edits() -> None:
    text = retold("a bb ccc dddd", [Edit(2, 4, "xxxx"), Edit(9, 9, "new "), Edit(9, 13, "lost")])
    assert text.text == "a xxxx ccc new lost"
    assert [text.text[slice(*text.moved(span))] for span in ((0, 1), (2, 4), (5, 8))] == ["a", "xxxx", "ccc"]


def test_a_line_that_is_told_otherwise_is_known_for_the_same(nlp: Language) -> None:
    change = CHANGES["28 years before"]
    text = "The ferry sank on 5 March 2018. It was sold in 2019."
    before = told(nlp, article(text))
    changed = retold(text, change.edits(before))
    early = Published(dt.date(1991, 3, 13), Basis.METADATA)
    other = Article(id="a", name="a", text=changed.text, published=early)
    found = list(pairs(change, before, told(nlp, other), changed))
    assert len(found) == 2
    assert all(pair.is_same for pair in found)


def test_what_differs_is_named(nlp: Language) -> None:
    before = told(nlp, article("The ferry sank on Monday."))
    changed = retold(before.text, [Edit(18, 24, "Sunday")])
    (pair,) = pairs(CHANGES["ellipses"], before, told(nlp, otherwise(before.article, changed.text)), changed)
    assert pair.differs == ("date",)
    assert pair.touched
