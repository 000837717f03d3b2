import datetime as dt

import msgspec
import pytest
from spacy.language import Language

from extractors import extract
from extractors.anchoring.discourse import LONGEST_CHAIN, with_told
from tests.effort import effort
from timeline.dates.article_dates import redate, resolve_expression
from timeline.dates.confidence import of_assertion
from timeline.meanings import Meaning
from timeline.meanings.base import DateKind
from timeline.meanings.counted import Shift, Weekday
from timeline.meanings.units import Anchor, Unit
from timeline.model import Article, Basis, Direction, Published, TimeExpression, TimexType, article_id

MONDAY = Published(dt.date(2019, 1, 28), Basis.PERSON)


def read(text: str, nlp: Language, published: Published | None = MONDAY) -> Article:
    return extract(Article(id=article_id(text), name="text", text=text, published=published), nlp).article


def date_of(words: str, article: Article) -> str:
    (index,) = (at for at, one in enumerate(article.time_expressions) if one.text.lower() == words)
    return resolve_expression(article, index).edtf


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("The mill closed on Wednesday. The next day its owner fled.", "the next day", "2019-01-24?"),
        ("The mill closed on 4 May 2017. Two days later its owner fled.", "two days later", "2017-05-06?"),
        ("The mill closed on 4 May 2017. The owner had fled a day earlier.", "a day earlier", "2017-05-03?"),
        ("The mill closed on 4 May 2017. Its owner fled that day.", "that day", "2017-05-04?"),
        ("The mill closed on 4 May 2017. Its owner fled the previous Friday.", "the previous friday", "2017-04-28?"),
        (
            "The mill closed on 4 May 2017. It reopened the following week.",
            "the following week",
            "2017-05-08?/2017-05-14?",
        ),
        ("The mill closed in May 2017. Its owner fled the same month.", "the same month", "2017-05?"),
        ("The mill closed in May 2017. Its owner fled two years later.", "two years later", "2019?"),
        ("The mill closed on 4 May 2017 and reopened three days later.", "three days later", "2017-05-07"),
        ("The mill closed on 4 May 2017. It was sold in July 2018 and razed a week later.", "a week later", ""),
    ],
)
def test_what_counts_from_the_story_counts_from_the_time_told_of(
    text: str, words: str, edtf: str, nlp: Language
) -> None:
    assert date_of(words, read(text, nlp)) == edtf


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The next day its owner fled. The mill closed on 4 May 2017.", "the next day"),
        ("The mill closed in May 2017. Two days later its owner fled.", "two days later"),
        ("The mill ran for two days. The next day its owner fled.", "the next day"),
        ("The mill closed on 4 May 2017. It rained the day before he left.", "the day before"),
        ("“It closed on 4 May 2017,” said Rosa Lind. The next day the owner fled.", "the next day"),
        (
            "The mill closed on 4 May 2017.\n\nIt was old.\n\nIt was red.\n\nThe next day the owner fled.",
            "the next day",
        ),
    ],
)
def test_where_nothing_fits_it_stays_open(text: str, words: str, nlp: Language) -> None:
    assert date_of(words, read(text, nlp)) == ""


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        # A paragraph before, and not only two sentences.
        (
            "A bus hit a wall on 4 May 2017. Nobody saw it. The driver ran off. It rained.\n\n"
            "He came back two days later.",
            "two days later",
            "2017-05-06?",
        ),
        (
            "The mill closed on 4 May 2017. It was old. It was red. Nobody came.\n\nThat day its owner fled.",
            "that day",
            "",
        ),
        # In the words of the article, whoever told it.
        ("The mill closed on 4 May 2017, police said. The next day its owner fled.", "the next day", "2017-05-05?"),
        (
            "Rosa Lind said that it had closed on 4 May 2017. The owner fled the next day.",
            "the next day",
            "2017-05-05?",
        ),
        (
            "A barn burned down on Sunday, police said. "
            "The farm, which Lind ran from 1990 to 1997, closed the next day.",
            "the next day",
            "2019-01-28?",
        ),
        (
            "On 4 May 2017 the owner fled.\n\n"
            "The mill was searched on 9 May 2017, police said. Two days later it closed.",
            "two days later",
            "2017-05-11?",
        ),
        # Looking back is no step of the story.
        (
            "The mill closed on 4 May 2017, after a fire the previous night. The owner fled the next day.",
            "the next day",
            "2017-05-05?",
        ),
        # A longer time, where no day is told.
        (
            "In March 2017 soldiers came to the mill; its owner was arrested the same night.",
            "the same night",
            "2017-03?",
        ),
        ("In March 2017 soldiers came to the mill. Its owner fled two days later.", "two days later", ""),
        ("Home again by the end of 1961, and married the next year, she ran the mill.", "the next year", "1962?"),
        ("She came home by 1961. The next year she ran the mill.", "the next year", "1962?"),
    ],
)
def test_a_story_goes_on_from_the_time_that_it_was_at(text: str, words: str, edtf: str, nlp: Language) -> None:
    assert date_of(words, read(text, nlp)) == edtf


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("Two men left a bar on 4 May 2017 at 11 p.m. They were caught at 2 a.m.", "2 a.m.", "2017-05-05?"),
        ("A house caught fire on the evening of 4 May 2017. By dawn it was gone.", "dawn", "2017-05-05?"),
        (
            "Thieves came on the night of 4 May 2017. In the morning a cook found the safe empty.",
            "the morning",
            "2017-05-05?",
        ),
        (
            "A house caught fire on the evening of 4 May 2017. The roof fell shortly after midnight.",
            "midnight",
            "2017-05-05?",
        ),
        (
            "A house caught fire on the evening of 4 May 2017. The roof fell at about 8.30 a.m.",
            "about 8.30 a.m.",
            "2017-05-05?",
        ),
        # No night lies between.
        ("A house caught fire on the evening of 4 May 2017. The roof fell at 10 p.m.", "10 p.m.", "2017-05-04?"),
        (
            "A house caught fire on the evening of 4 May 2017. The roof fell shortly before midnight.",
            "midnight",
            "2017-05-04?",
        ),
        ("A house caught fire on the morning of 4 May 2017. The roof fell at 5 a.m.", "5 a.m.", "2017-05-04?"),
        ("Rosa Lind died on the evening of 4 May 2017. That morning she was at work.", "that morning", "2017-05-04?"),
        ("A house caught fire on 4 May 2017. By dawn it was gone.", "dawn", "2017-05-04?"),
    ],
)
def test_a_night_ends_on_the_day_after(text: str, words: str, edtf: str, nlp: Language) -> None:
    assert date_of(words, read(text, nlp)) == edtf


def test_a_saying_that_tells_of_another_time_leaves_open_which_is_meant(nlp: Language) -> None:
    article = read("Police said Friday that the mill closed Wednesday. The next day its owner fled.", nlp)
    assert date_of("the next day", article) == ""


def test_one_that_counts_can_be_counted_from(nlp: Language) -> None:
    article = read("The mill closed on 4 May 2017. The next day its owner fled. Two days later he was caught.", nlp)
    assert date_of("two days later", article) == "2017-05-07?"


def test_the_derivation_says_what_it_counts_from(nlp: Language) -> None:
    article = read("The mill closed on Friday. The next day its owner fled.", nlp)
    says = [step.says for step in resolve_expression(article, 1).derivation]
    assert "counts from “Friday” (Fri 25 Jan 2019), it seems" in says


def test_a_date_given_later_moves_what_counts_from_it(nlp: Language) -> None:
    text = "The mill closed on Wednesday. The next day its owner fled."
    undated, dated = (
        extract(Article(id=article_id(text), name="text", text=text, published=date), nlp) for date in (None, MONDAY)
    )
    given = msgspec.structs.replace(undated.article, published=MONDAY)
    assert all(one.when.is_open for one in undated.assertions)
    assert [redate(given, one) for one in undated.assertions] == [one.when for one in dated.assertions]
    assert any(one.when.edtf == "2019-01-24?" for one in dated.assertions)


def test_a_date_given_later_has_the_confidence_of_a_fresh_reading(nlp: Language) -> None:
    text = "The mill closed on Wednesday. It had opened in May. The next day its owner fled."
    undated, dated = (
        extract(Article(id=article_id(text), name="text", text=text, published=date), nlp) for date in (None, MONDAY)
    )
    given = msgspec.structs.replace(undated.article, published=MONDAY)
    later = [msgspec.structs.replace(one, when=redate(given, one)) for one in undated.assertions]
    rated = [of_assertion(one, given) for one in later]
    assert rated == [of_assertion(one, dated.article) for one in dated.assertions]
    assert {one.kind for one in rated if one is not None} == {DateKind.WEEKDAY, DateKind.MONTH, DateKind.STORY}
    assert not any(of_assertion(one, undated.article) for one in undated.assertions)


def test_a_long_chain_ends_and_takes_work_in_proportion() -> None:
    def told(count: int) -> tuple[TimeExpression, ...]:
        story: list[Meaning] = [Weekday(4), *[Shift(1, Unit.DAY, Anchor.NARRATIVE)] * count]
        found = [
            TimeExpression(at, at + 1, "x", TimexType.DATE, meaning, Direction(), ())
            for at, meaning in enumerate(story)
        ]
        return with_told("x" * len(found), found, (), [0], [0])

    assert [one.told is not None for one in told(12)] == [
        False,
        *[True] * LONGEST_CHAIN,
        *[False] * (12 - LONGEST_CHAIN),
    ]
    assert effort(lambda: told(2_000)) < 5 * effort(lambda: told(500))
