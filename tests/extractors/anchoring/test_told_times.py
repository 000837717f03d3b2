"""Short stories whose times count from other times, events and speakers, read by the pipeline that ships."""

import datetime as dt
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest
from spacy.language import Language

from extractors import extract
from extractors.anchoring.linked_times import linked_times
from tests.effort import effort
from timeline.dates.article_dates import redate, resolve_expression
from timeline.model import Article, Basis, Published, article_id

OPEN = "open"
ROWS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "told_times.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
NOT_YET = {
    # Whether it lies ahead is left open.
    "Workers at the mill walked out [the day before] the November 15 deadline.",
    # The second attack has no verb of its own.
    "The rebels attacked Tamar on Sunday and Velo on Monday. [The day after] the attack on Velo, the governor fled.",
}
"""What is left open, or has another date beside the right one, though the text settles it."""


class Story(NamedTuple):
    """An article, and the EDTF of what stands in brackets in it."""

    article: Article
    edtf: str


def read(text: str, published: str, nlp: Language) -> Story:
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    date = Published(dt.date.fromisoformat(published), Basis.PERSON)
    article = extract(Article(id=article_id(plain), name="story", text=plain, published=date), nlp).article
    found = [at for at, one in enumerate(article.time_expressions) if one.start < end and start < one.end]
    return Story(article, (resolve_expression(article, found[0]).edtf or OPEN) if found else OPEN)


def test_the_stories_are_many_and_often_open_or_uncertain() -> None:
    assert len(ROWS) >= 70
    assert sum(edtf == OPEN or edtf.endswith("?") for _, edtf, _ in ROWS) >= 40
    assert {text for _, _, text in ROWS} >= NOT_YET


@pytest.mark.parametrize(("published", "edtf", "text"), ROWS, ids=[row[2] for row in ROWS])
def test_a_time_of_the_story_has_the_date_that_the_text_gives_it(
    published: str, edtf: str, text: str, nlp: Language
) -> None:
    story = read(text, published, nlp)
    assert (story.edtf == edtf) is (text not in NOT_YET), story.edtf


@pytest.mark.parametrize("text", sorted(NOT_YET))
def test_what_is_not_read_yet_is_open_or_uncertain(text: str, nlp: Language) -> None:
    """A wrong date that looks certain would be the worst."""
    published, edtf = next(row[:2] for row in ROWS if row[2] == text)
    found = read(text, published, nlp).edtf
    assert found == OPEN or edtf.rstrip("?") in found
    assert found == OPEN or found.startswith("[")


@pytest.mark.parametrize("published", ["2019-11-20", "2020-02-29"])
def test_another_publication_date_needs_no_second_reading(published: str, nlp: Language) -> None:
    """Every story dated anew is what reading it under that date gives."""
    date = Published(dt.date.fromisoformat(published), Basis.PERSON)
    for _, _, marked in ROWS[:40:3]:
        text = marked.replace("[", "").replace("]", "")
        story = Article(id=article_id(text), name="story", text=text)
        undated, dated = extract(story, nlp), extract(msgspec.structs.replace(story, published=date), nlp)
        given = msgspec.structs.replace(undated.article, published=date)
        assert given == dated.article
        assert [redate(given, one) for one in undated.assertions] == [one.when for one in dated.assertions]


def derivation(text: str, nlp: Language) -> list[str]:
    article = read(text, "2018-05-25", nlp).article
    (at,) = (at for at, one in enumerate(article.time_expressions) if one.event is not None)
    return [step.says for step in resolve_expression(article, at).derivation]


def test_the_derivation_says_which_event_is_counted_from_and_what_dates_it(nlp: Language) -> None:
    says = derivation("Parliament voted on Monday. [Two days after] the vote, its speaker resigned.", nlp)
    assert says[1:] == [
        "counts from “the vote”, which the text puts on “Monday” (Mon 21 May 2018)",
        "2 days after that",
    ]


def test_the_derivation_says_which_event_the_text_does_not_date(nlp: Language) -> None:
    assert derivation("[The day before] he left, Harlan sold his house.", nlp)[1:] == [
        "stays open: it counts from “he left”, which the text doesn't date"
    ]


def test_looking_for_a_dated_thing_takes_work_in_proportion_to_the_text(nlp: Language) -> None:
    def work(times: int) -> int:
        doc = nlp("It rained on 3 May 2019. They met a week after the note was written. " * times)
        return effort(lambda: linked_times(doc))

    work(2)
    assert work(480) < 5 * work(120)
