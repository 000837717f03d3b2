"""Parsed sentences in a line: `She:PRP:nsubj:refused refused/refuse:VBD:root to:TO:mark:go go:VB:xcomp:refused`.

Each word has its tag, its label and its head, by the head's word (its first occurrence, or `word#2` for the second).
A lemma follows a slash where it is not the word itself. A word with no label is a root.
"""

from collections.abc import Sequence
from typing import NamedTuple

import spacy
from spacy.tokens import Doc

VOCAB = spacy.blank("en").vocab

_POS = {
    "VB": "VERB",
    "MD": "AUX",
    "NNP": "PROPN",
    "NN": "NOUN",
    "PRP": "PRON",
    "WP": "PRON",
    "CD": "NUM",
    "IN": "ADP",
    "TO": "PART",
    "JJ": "ADJ",
    "RB": "ADV",
    "DT": "DET",
    "CC": "CCONJ",
    "EX": "PRON",
}
_PUNCTUATION = frozenset("“”\"'.,:;!?—")


class Word(NamedTuple):
    """One word of a line; without a head it is a root."""

    text: str
    lemma: str
    tag: str
    label: str
    head: str


def parsed(line: str) -> Doc:
    """A doc with the parse that the line gives."""
    rows = [_word(item) for item in line.split()]
    words = [row.text for row in rows]
    pos = [_pos(row.text, row.tag, row.label) for row in rows]
    heads = [_find(words, row.head) if row.head else at for at, row in enumerate(rows)]
    return Doc(
        VOCAB,
        words,
        lemmas=[row.lemma for row in rows],
        tags=[row.tag for row in rows],
        pos=pos,
        deps=[row.label for row in rows],
        heads=heads,
    )


def _word(item: str) -> Word:
    word, tag, label, head = [*item.split(":"), "", "", ""][:4] if item.count(":") < 4 else _subtyped(item)
    word, _, lemma = word.partition("/")
    return Word(word, lemma or word.lower(), tag or "NN", label or "root", head)


def _subtyped(item: str) -> list[str]:
    """A label such as `nsubj:pass` holds a colon too."""
    word, tag, *label, head = item.split(":")
    return [word, tag, ":".join(label), head]


def _find(words: Sequence[str], head: str) -> int:
    word, _, number = head.partition("#")
    return [at for at, other in enumerate(words) if other == word][int(number or 1) - 1]


def _pos(word: str, tag: str, label: str) -> str:
    if word in _PUNCTUATION:
        return "PUNCT"
    if label.startswith(("aux", "cop")):
        return "AUX"
    return next((pos for start, pos in _POS.items() if tag.startswith(start)), "X")
