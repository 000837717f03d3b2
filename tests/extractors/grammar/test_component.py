"""The grammar of a doc: what is set stays set, and any doc has trees and tags."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from extractors.pipeline import load_pipeline, own_pipeline


@pytest.fixture(scope="module")
def bare() -> Language:
    """The pipeline that ships, up to the grammar."""
    nlp = load_pipeline()
    nlp.select_pipes(enable=["dateline_sentences", "dateline_vectors", "dateline_grammar"])
    return nlp


def test_a_plain_sentence_is_read(bare: Language) -> None:
    doc = bare("The dam burst on Monday, officials said.")
    assert [
        (word.text, word.tag_, word.dep_, word.head.text) for word in doc if word.text in ("dam", "burst", "said")
    ] == [
        ("dam", "NN", "nsubj", "burst"),
        ("burst", "VBD", "ccomp", "said"),
        ("said", "VBD", "ROOT", "said"),
    ]
    assert doc[2].pos_ == "VERB"
    assert doc[2].morph.get("Tense", []) == ["Past"]


def test_sentences_begin_where_they_are_said_to(bare: Language) -> None:
    words = "the ferry sank off the coast nine people were saved".split()
    doc = Doc(bare.vocab, words=words, sent_starts=[1, -1, -1, -1, -1, -1, 1, -1, -1, -1])
    for name in ("dateline_vectors", "dateline_grammar"):
        doc = bare.get_pipe(name)(doc)
    assert [sentence.start for sentence in doc.sents] == [0, 6]


def test_no_sentence_begins_right_behind_a_word(bare: Language) -> None:
    assert len(list(bare("In 1998 Rosa Lind founded the firm.").sents)) == 1


@given(
    st.lists(
        st.sampled_from(["The", "ferry", "sank", ".", "\n\n", " ", "Ana", "Kovac", "”", "1998", "\u200b", "x" * 90])
    )
)
@settings(max_examples=60, deadline=None)
def test_any_words_have_trees(bare: Language, words: list[str]) -> None:
    doc = Doc(bare.vocab, words=words)
    for name in ("dateline_vectors", "dateline_grammar"):
        doc = bare.get_pipe(name)(doc)
    for sentence in doc.sents:
        assert [word for word in sentence if word.head.i == word.i] == [sentence.root]
    assert all(word.dep_ and word.tag_ and word.pos_ for word in doc)
    assert all(word.dep_ == "dep" and word.pos_ == "SPACE" for word in doc if word.is_space and word.i)


def test_a_text_without_a_stop_is_cut_into_sentences_of_bearable_length(bare: Language) -> None:
    doc = bare("and the ferry sank " * 400)
    assert max(len(sentence) for sentence in doc.sents) <= 260


def test_the_pipeline_that_ships_has_no_other_grammar() -> None:
    assert {"tagger", "parser"}.isdisjoint(path.name for path in own_pipeline().iterdir())
