"""The date component on docs that other people's pipelines make."""

import datetime as dt
import pickle
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

from extractors.extraction import from_doc
from extractors.pipeline import load_pipeline
from extractors.time_expressions.records import KEY
from tests.extractors.parses import SCHEMES, both_schemes
from timeline.dates.article_dates import resolve_expression
from timeline.meanings.base import DateKind
from timeline.model import Article, Basis, Direction, Published

MONDAY = "2019-01-28"
TEXT = "The mill closed on 4 May 2017. Two days later its owner fled. He was caught last week, from Monday to Friday."


@pytest.fixture(scope="module")
def blank() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("dateline_time_expressions")
    return nlp


class Dated(NamedTuple):
    """A time expression and its date."""

    text: str
    type: str
    edtf: str


def dates(doc: Doc) -> list[Dated]:
    return [Dated(span.text, span.label_, span._.time_edtf) for span in doc.spans[KEY]]


def test_on_a_blank_pipeline_spans_have_type_value_edtf_days_and_derivation(blank: Language) -> None:
    doc = blank("He was caught last week.")
    doc._.published = MONDAY
    (span,) = doc.spans[KEY]
    assert (span.text, span.label_) == ("last week", "DATE")
    assert (span._.time_value, span._.time_edtf) == ("2019-W04", "2019-01-21/2019-01-27")
    assert (span._.time_earliest, span._.time_latest) == (dt.date(2019, 1, 21), dt.date(2019, 1, 27))
    assert span._.time_derivation[0] == "“last week”"
    assert span._.time_derivation[-1] == "the week before that of publication (Mon 28 Jan 2019)"


def test_a_span_says_how_often_such_are_right_and_nothing_while_it_stays_open(blank: Language) -> None:
    doc = blank("He was caught last week.")
    (span,) = doc.spans[KEY]
    found = [span._.time_confidence]
    doc._.published = MONDAY
    found.append(span._.time_confidence)
    assert found[0] is None
    assert found[1].kind is DateKind.WEEK
    assert 0 < found[1].rate < 1


def test_without_a_publication_date_what_counts_from_it_stays_open_and_says_so(blank: Language) -> None:
    doc = blank("He was caught last week.")
    (span,) = doc.spans[KEY]
    assert (span._.time_value, span._.time_edtf) == ("XXXX-WXX", "")
    assert (span._.time_earliest, span._.time_latest) == (None, None)
    assert "no publication date to count from" in span._.time_derivation[-1]


def test_another_publication_date_gives_other_dates_at_once(blank: Language) -> None:
    doc = blank("He was caught last week.")
    (span,) = doc.spans[KEY]
    found = []
    for published in (MONDAY, dt.date(2020, 3, 2), dt.datetime(2020, 3, 9, 1, tzinfo=dt.UTC), None):
        doc._.published = published
        found.append((doc._.published, span._.time_edtf))
    assert found == [
        (dt.date(2019, 1, 28), "2019-01-21/2019-01-27"),
        (dt.date(2020, 3, 2), "2020-02-24/2020-03-01"),
        (dt.date(2020, 3, 9), "2020-03-02/2020-03-08"),
        (None, ""),
    ]


def test_what_is_no_date_is_refused_as_publication_date(blank: Language) -> None:
    with pytest.raises(ValueError, match="“yesterday” is no publication date such as 2019-01-28"):
        blank("x")._.published = "yesterday"
    with pytest.raises(ValueError, match="“28/1/2019” is no publication date"):
        spacy.blank("en").add_pipe("dateline_time_expressions", config={"published": "28/1/2019"})


def test_a_component_can_give_its_date_to_docs_that_have_none() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("dateline_time_expressions", config={"published": MONDAY})
    own = nlp.make_doc("He was caught last week.")
    own._.published = "2018-01-01"
    assert dates(nlp(own)) == [("last week", "DATE", "2017-12-25/2017-12-31")]
    assert dates(nlp("He was caught last week.")) == [("last week", "DATE", "2019-01-21/2019-01-27")]


def test_what_counts_from_the_story_counts_from_the_sentence_before(blank: Language) -> None:
    doc = blank(TEXT)
    assert dates(doc)[:2] == [("4 May 2017", "DATE", "2017-05-04"), ("Two days later", "DATE", "2017-05-06?")]
    assert "counts from “4 May 2017” (Thu 4 May 2017), it seems" in doc.spans[KEY][1]._.time_derivation


def test_a_span_that_is_no_time_expression_has_none_of_it(blank: Language) -> None:
    span = blank(TEXT)[0:2]
    assert span._.time_when is span._.time_value is span._.time_edtf is span._.time_derivation is None
    assert span._.time_confidence is None


def test_the_like_span_of_another_group_is_dated_too(blank: Language) -> None:
    doc = blank("He was caught last week.")
    doc._.published = MONDAY
    doc.spans["mine"] = [Span(doc, 3, 5, label="WHEN")]
    assert doc.spans["mine"][0]._.time_edtf == "2019-01-21/2019-01-27"


@pytest.mark.parametrize("text", ["", " ", "\n\n \t", "…", "\u00a0", "Friday"])
def test_docs_of_next_to_nothing_are_read(blank: Language, text: str) -> None:
    doc = blank(text)
    assert [span.text for span in doc.spans[KEY]] == (["Friday"] if text == "Friday" else [])
    assert [span._.time_value for span in doc.spans[KEY]] == ["XXXX-WXX-5"] * (text == "Friday")


def test_docs_made_of_words_are_read(blank: Language) -> None:
    component = blank.get_pipe("dateline_time_expressions")
    assert dates(component(Doc(blank.vocab, words=["on", "May", "3", ",", "2019"]))) == [
        ("May 3 , 2019", "DATE", "2019-05-03")
    ]
    assert dates(component(Doc(blank.vocab))) == []


def test_reading_marks_no_sentences_in_a_doc_that_has_none(blank: Language) -> None:
    assert not blank(TEXT).has_annotation("SENT_START")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_parse_of_either_scheme_gives_the_direction(blank: Language, scheme: str) -> None:
    component = blank.get_pipe("dateline_time_expressions")
    docs = [sentence.doc(blank.vocab, scheme) for sentence in both_schemes()]
    found = [span._.time_direction for doc in docs for span in component(doc).spans[KEY]]
    assert len(found) >= 10
    assert {one["sense"] for one in found} > {Direction().sense}


def test_a_slice_as_a_doc_of_its_own_is_read(blank: Language) -> None:
    part = blank(TEXT)[8:14].as_doc()
    assert dates(blank.get_pipe("dateline_time_expressions")(part)) == [("Two days later", "DATE", "")]


def test_expressions_that_another_component_merged_into_one_token_are_read(blank: Language) -> None:
    doc = blank.make_doc("He was caught last week, on May 3, 2019, by last year's chief.")
    with doc.retokenize() as retokenizer:
        retokenizer.merge(doc[3:5])
        retokenizer.merge(doc[7:11])
        retokenizer.merge(doc[13:16])
    doc._.published = MONDAY
    assert dates(blank(doc)) == [
        ("last week", "DATE", "2019-01-21/2019-01-27"),
        ("May 3, 2019", "DATE", "2019-05-03"),
        ("last year's", "DATE", "2018"),
    ]


def test_a_doc_keeps_its_date_and_times_in_bytes_in_a_docbin_and_in_a_pickle(blank: Language) -> None:
    doc = blank(TEXT)
    doc._.published = MONDAY
    (from_bin,) = (
        DocBin(docs=[doc], store_user_data=True)
        .from_bytes(DocBin(docs=[doc], store_user_data=True).to_bytes())
        .get_docs(blank.vocab)
    )
    for again in (Doc(blank.vocab).from_bytes(doc.to_bytes()), from_bin, pickle.loads(pickle.dumps(doc)), doc.copy()):  # noqa: S301
        assert again._.published == dt.date(2019, 1, 28)
        assert dates(again) == dates(doc)
        assert [span._.time_when for span in again.spans[KEY]] == [span._.time_when for span in doc.spans[KEY]]


def test_two_processes_give_what_one_gives_and_the_date_comes_with_the_text(blank: Language) -> None:
    pairs = [(f"{number} came. {TEXT}", f"20{number}-01-28") for number in range(10, 16)]
    found = []
    for processes in (1, 2):
        docs = []
        for doc, date in blank.pipe(pairs, as_tuples=True, n_process=processes, batch_size=2):
            doc._.published = date
            docs.append(doc)
        found.append([dates(doc) for doc in docs])
    assert found[0] == found[1]
    assert [one[2][2][:4] for one in found[0]] == [f"20{number}" for number in range(10, 16)]


def test_a_saved_pipeline_loads_where_nobody_has_imported_ours(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("dateline_time_expressions", config={"published": MONDAY})
    nlp.to_disk(tmp_path / "pipeline")
    code = (
        f"import spacy; doc = spacy.load({str(tmp_path / 'pipeline')!r})('He fled last week.');"
        "print([span._.time_edtf for span in doc.spans['time_expressions']])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "['2019-01-21/2019-01-27']"


def test_in_our_own_pipeline_spans_have_the_dates_that_are_kept() -> None:
    nlp = load_pipeline()
    doc = nlp(f"{TEXT} “It closes in eight days,” the mayor said Saturday.")
    doc._.published = MONDAY
    article = from_doc(
        Article(id="a", name="a", text=doc.text, published=Published(dt.date(2019, 1, 28), Basis.PERSON)),
        doc,
        extractor="test",
    ).article
    assert [span._.time_when for span in doc.spans[KEY]] == [
        resolve_expression(article, index) for index in range(len(article.time_expressions))
    ]
    assert any(one.spoken is not None for one in article.time_expressions)
