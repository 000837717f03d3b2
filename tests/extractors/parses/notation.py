"""Parsed sentences in a line: `She:PRP:nsubj:refused refused/refuse:VBD:root to:TO:mark:go go:VB:xcomp:refused`.

Each word has its tag, its label and its head, by the head's word (its first occurrence, or `word#2` for the second).
A lemma follows a slash where it is not the word itself. A word with no label is a root.
"""

from collections.abc import Sequence

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


def parsed(line: str) -> Doc:
    """A doc with the parse that the line gives."""
    rows = [_fields(item) for item in line.split()]
    words = [row[0] for row in rows]
    pos = [_pos(word, tag, label) for word, _, tag, label, _ in rows]
    heads = [_find(words, head) if head else at for at, (*_, head) in enumerate(rows)]
    return Doc(
        VOCAB,
        words,
        lemmas=[row[1] for row in rows],
        tags=[row[2] for row in rows],
        pos=pos,
        deps=[row[3] for row in rows],
        heads=heads,
    )


def _fields(item: str) -> tuple[str, str, str, str, str]:
    word, tag, label, head = [*item.split(":"), "", "", ""][:4] if item.count(":") < 4 else _subtyped(item)
    word, _, lemma = word.partition("/")
    return word, lemma or word.lower(), tag or "NN", label or "root", head


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
