"""Tags, sentences and the parse of a doc: a spaCy component, `dateline_grammar`, behind `dateline_vectors`.

It keeps the sentence boundaries that are set, and gives what spaCy's tagger, morphologizer and parser give.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from extractors.encoder.component import word_vectors
from extractors.grammar.heads import best_heads
from extractors.grammar.network import Numbers, Words, grammar_network

_SET: list[int | str] = ["TAG", "POS", "MORPH", "HEAD", "DEP"]
_SPACE = ("_SP", "SPACE", "")
_ROOT, _HANGS = "ROOT", "dep"
_YES, _NO = 1, -1
"""spaCy's values of `SENT_START`."""
_LONGEST = 250
"""Words of a sentence; a longer one is cut where the next is likeliest to begin."""

_Rows = npt.NDArray[np.uint64]
"""A column for each of `_SET`."""


class Grammar:
    """Sets tags, parts of speech, features, sentences, heads and relations."""

    def __call__(self, doc: Doc) -> Doc:
        """Annotate `doc`."""
        places = np.array([token.i for token in doc if not token.is_space], dtype=np.int64)
        rows = _of_space(doc, int(places[0]) if len(places) else 0)
        if len(places):
            rows[places] = _of_words(doc.vocab, places, _parsed(doc, places))
        doc.from_array(_SET, rows)  # type: ignore[arg-type]  # thinc's stub knows no numpy array
        return doc


class _Parse(NamedTuple):
    """What the network says of the words of a doc, by number."""

    readings: Numbers
    heads: Numbers
    """Its own place for a root."""
    relations: Numbers


def _parsed(doc: Doc, places: Numbers) -> _Parse:
    """That of the words that stand at some places."""
    words = grammar_network().words(word_vectors(doc)[places])
    heads = _heads(words, _starts(words.begins, _given(doc, places)))
    return _Parse(words.readings, heads, words.relations(heads))


def _of_space(doc: Doc, first: int) -> _Rows:
    """What spaCy keeps for white space, in a row a token: it hangs on what is before it, or on the first word."""
    hashes, places = _Hashes(doc.vocab), np.arange(len(doc))
    rows = np.empty((len(doc), len(_SET)), dtype=np.uint64)
    rows[:] = np.array([*hashes.reading(*_SPACE), 0, hashes.word(_HANGS)], dtype=np.uint64)
    rows[:, _SET.index("HEAD")] = (np.maximum(places - 1, first) - places).astype(np.uint64)
    return rows


def _of_words(vocab: Vocab, places: Numbers, parse: _Parse) -> _Rows:
    """What spaCy keeps for each word."""
    hashes, network = _Hashes(vocab), grammar_network()
    readings = np.array([hashes.reading(*one) for one in network.readings], dtype=np.uint64)[parse.readings]
    relations = np.array([hashes.word(one) for one in network.relations], dtype=np.uint64)[parse.relations]
    relations[parse.heads == np.arange(len(places))] = hashes.word(_ROOT)
    steps = (places[parse.heads] - places).astype(np.uint64)
    return np.column_stack([readings, steps, relations])


class _Hashes:
    """What spaCy keeps for a string."""

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab

    def word(self, text: str) -> int:
        return self._vocab.strings.add(text)

    def reading(self, tag: str, pos: str, features: str) -> tuple[int, int, int]:
        return self.word(tag), self.word(pos), self._vocab.morphology.add(features)


def _given(doc: Doc, places: Numbers) -> Numbers:
    """By word what is known of whether a sentence begins there: 1, -1, or 0 where nothing is.

    None begins with a mark that stands close behind a word: *over.”*; and none right behind a word, for news closes its
    sentences with a mark: *in 1998 Rosa Lind founded it*.
    """
    marks = np.asarray(doc.to_array(["SENT_START"]), dtype=np.uint64).astype(np.int64).reshape(-1)
    given = marks[places]
    befores = [0, *(places[:-1] + 1)]
    goes_on = [at > 0 and _goes_on(doc[at - 1], doc[at]) for at in places.tolist()]
    given[(given != _YES) & np.array(goes_on)] = _NO
    given[[bool((marks[before:place] == _YES).any()) for before, place in zip(befores, places, strict=True)]] = _YES
    given[0] = _YES
    return given


def _goes_on(before: Token, word: Token) -> bool:
    return before.text[-1].isalnum() or not (before.whitespace_ or word.text[0].isalnum())


def _starts(begins: npt.NDArray[np.float32], given: Numbers) -> list[int]:
    """The words that begin a sentence, the first among them."""
    found = np.flatnonzero((given == _YES) | ((given != _NO) & (begins > 0)))
    starts: list[int] = []
    for start, end in pairwise([*found.tolist(), len(begins)]):
        starts.append(start)
        while end - starts[-1] > _LONGEST:
            middle = starts[-1] + _LONGEST // 2
            starts.append(middle + int(begins[middle : starts[-1] + _LONGEST].argmax()))
    return starts


def _heads(words: Words, starts: Sequence[int]) -> Numbers:
    """The place of each word's head, its own for a root."""
    sentences = pairwise([*starts, len(words.vectors)])
    found = (first + np.array(best_heads(words.head_scores(first, last))) for first, last in sentences)
    return np.concatenate(list(found))


@Language.factory(
    "dateline_grammar",
    requires=["doc.tensor"],
    assigns=["token.tag", "token.pos", "token.morph", "token.dep", "token.head", "token.is_sent_start", "doc.sents"],
)
def make_grammar(nlp: Language, name: str) -> Grammar:  # noqa: ARG001 - a spaCy factory
    """The component, for `nlp.add_pipe("dateline_grammar")`."""
    return Grammar()
