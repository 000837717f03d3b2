"""Short passages of news by kind of time, read by the pipeline that ships: the dates of their lines."""

import datetime as dt
from pathlib import Path

import pytest
from spacy.language import Language

from extractors import extract
from timeline.export.findings import findings
from timeline.model import Article, Basis, Published, article_id

ROWS = [
    tuple(line.replace(" ¶ ", "\n\n").split("\t"))
    for line in (Path(__file__).parent / "passages.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def dates(text: str, published: str, nlp: Language) -> dict[str, str]:
    """The dates of lines by the words for them; "none" where it is known no closer than by the publication."""
    date = Published(dt.date.fromisoformat(published), Basis.PERSON)
    article = Article(id=article_id(text), name="passage", text=text, published=date)
    rows = findings(extract(article, nlp)).events
    return {text[one.start : one.end]: one.date or "none" for one in rows} | {
        text[one.start : one.end]: "none" for one in rows if one.date == f"../{published}"
    }


@pytest.mark.parametrize(("published", "lines", "text"), ROWS)
def test_what_a_passage_tells_has_the_dates_that_its_words_give(
    published: str, lines: str, text: str, nlp: Language
) -> None:
    expected = dict(line.split("=") for line in lines.split("; "))
    found = dates(text, published, nlp)
    assert {word: found.get(word, "no line") for word in expected} == expected
