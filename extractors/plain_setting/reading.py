"""The doc that is parsed for another, and what is read of it given back."""

from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from extractors.plain_setting.dates import with_plain_days
from extractors.plain_setting.words import ADDED, Word, is_alike, plain_words

GRAMMAR: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE"]
"""What a pipeline of spaCy's reads of a doc."""

_GIVEN: list[int | str] = ["NORM", "SENT_START"]
_HEAD, _ENTITY = GRAMMAR.index("HEAD"), GRAMMAR.index("ENT_IOB")
_INSIDE, _OUTSIDE, _BEGINS = 1, 2, 3
"""spaCy's values of `ENT_IOB`."""


def plain(doc: Doc) -> tuple[Doc, list[int]]:
    """The doc that is parsed for `doc`, itself if it is plain, and for each of its tokens the one that it stands for.

    The sentences of `doc` must be marked as far as layout shows them.
    """
    words = with_plain_days(plain_words(doc))
    places = [word.at for word in words]
    if places == list(range(len(doc))) and all(doc[word.at].text == word.text for word in words):
        return doc, places
    made = Doc(doc.vocab, words=[word.text for word in words], spaces=[word.space for word in words])
    if words:
        made.from_array(_GIVEN, _given(doc, made, words))  # type: ignore[arg-type]  # thinc's stub knows no numpy array
    return made, places


def _given(doc: Doc, made: Doc, words: list[Word]) -> npt.NDArray[np.uint64]:
    """What is known of each word before it is parsed; the norm of one that stays is that of the tokenizer."""
    norms = [
        doc[word.at].norm if word.at != ADDED and is_alike(doc[word.at].text, word.text) else token.norm
        for word, token in zip(words, made, strict=True)
    ]
    starts = np.array([word.start for word in words], dtype=np.int64).astype(np.uint64)
    return np.stack([np.array(norms, dtype=np.uint64), starts], axis=1)


def with_grammar_of(read: Doc, places: list[int], doc: Doc) -> Doc:
    """A doc with the grammar that was read of its plain one; white space hangs on the word before it."""
    if read is doc or not len(doc):
        return doc
    strings = doc.vocab.strings
    table = np.zeros((len(doc), len(GRAMMAR)), dtype=np.uint64)
    heads = np.maximum(np.arange(len(doc)) - 1, 0)
    found = np.asarray(read.to_array(GRAMMAR), dtype=np.uint64).reshape(-1, len(GRAMMAR))
    for at, place in enumerate(places):
        if place != ADDED:
            table[place], heads[place] = found[at], _head(read, places, at)
    kept = set(places)
    heads[: min(kept - {ADDED}, default=0)] = min(kept - {ADDED}, default=0)
    entities = table[:, _ENTITY:]
    for at in sorted(set(range(len(doc))) - kept, reverse=True):
        table[at, : GRAMMAR.index("HEAD")] = [strings.add("_SP"), strings.add("SPACE"), 0, strings.add(doc[at].text)]
        table[at, GRAMMAR.index("DEP")] = strings.add("dep")
        within = at + 1 < len(doc) and entities[at + 1, 0] == _INSIDE
        entities[at] = (_INSIDE, entities[at + 1, 1]) if within else (_OUTSIDE, 0)
    _begin_again(entities, places)
    table[:, _HEAD] = (heads - np.arange(len(doc))).astype(np.uint64)
    doc.from_array(GRAMMAR, table)  # type: ignore[arg-type]  # thinc's stub knows no numpy array
    doc.tensor = _tensor(read, places, doc)
    return doc


def _tensor(read: Doc, places: list[int], doc: Doc) -> npt.NDArray[Any]:
    """What was read of each word as a vector; zeros for what was left out."""
    tensor = np.zeros((len(doc), *read.tensor.shape[1:]), dtype=read.tensor.dtype)
    for at, place in enumerate(places):
        if place != ADDED and at < len(read.tensor):
            tensor[place] = read.tensor[at]
    return tensor


def _begin_again(entities: npt.NDArray[np.uint64], places: list[int]) -> None:
    """Begin each entity at its first token where a day and its month were turned: *the 3 March Committee*."""
    for first, second in pairwise(places):
        turned = first == second + 1 and second != ADDED
        if turned and entities[first, 0] == _BEGINS and entities[second, 0] == _INSIDE:
            entities[first, 0], entities[second, 0] = _INSIDE, _BEGINS
    for at in range(len(entities)):
        goes_on = at > 0 and entities[at - 1, 0] in (_BEGINS, _INSIDE) and entities[at - 1, 1] == entities[at, 1]
        if entities[at, 0] == _INSIDE and not goes_on:
            entities[at, 0] = _BEGINS


def _head(read: Doc, places: list[int], at: int) -> int:
    """The token of the doc that a word hangs on: past what was added, itself for a root."""
    head = read[at].head
    while places[head.i] == ADDED and head.head.i != head.i:
        head = head.head
    return places[at] if places[head.i] == ADDED else places[head.i]
