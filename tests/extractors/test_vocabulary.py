import gc
import weakref

import pytest
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc

from extractors import extract, extraction, load_pipeline, vocabulary
from extractors.pipeline import process
from timeline.model import Article, article_id


def article(number: int, words: int = 60) -> Article:
    """An article whose names and verbs no other has."""
    sounds = "".join("bdfgklmnpr"[int(figure)] + "aeiou"[number % 5] for figure in str(1_000 + number))
    sentences = (f"Ana {sounds}{chr(97 + at % 26) * (at // 26 + 1)} {sounds}ed on Friday." for at in range(words))
    text = " ".join(sentence.replace(f"Ana {sounds[0]}", f"Ana {sounds[0].upper()}") for sentence in sentences)
    return Article(id=article_id(text), name="words", text=text)


def test_a_process_that_reads_new_words_for_ever_keeps_only_so_many(monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = load_pipeline()
    monkeypatch.setattr(vocabulary, "MOST_STRINGS", 500)
    loaded = len(nlp.vocab.strings)
    for number in range(30):
        extract(article(number), nlp)
    lemmatizer = nlp.get_pipe("lemmatizer")
    assert isinstance(lemmatizer, Lemmatizer)
    assert loaded + 500 <= len(nlp.vocab.strings) < loaded + 1_000
    assert len(lemmatizer.cache) <= 500


def test_what_is_read_is_the_same_when_words_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    keeping = [extract(article(number), load_pipeline()) for number in range(3)]
    monkeypatch.setattr(vocabulary, "MOST_STRINGS", 0)
    forgetting = load_pipeline()
    assert [extract(article(number), forgetting) for number in range(3)] == keeping
    assert any(extraction.events for extraction in keeping)


def test_the_new_words_of_a_long_text_are_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = load_pipeline()
    known = len(nlp.vocab.strings)
    monkeypatch.setattr(vocabulary, "LONG_TEXT", 500)
    extract(article(1), nlp)
    assert len(nlp.vocab.strings) == known


def test_a_doc_that_was_read_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[weakref.ref[Doc]] = []

    def remembered(*arguments: object) -> Doc:
        doc = process(*arguments)  # type: ignore[arg-type]
        read.append(weakref.ref(doc))
        return doc

    monkeypatch.setattr(extraction, "process", remembered)
    extract(article(1), load_pipeline())
    gc.collect()
    assert [doc() for doc in read] == [None]
