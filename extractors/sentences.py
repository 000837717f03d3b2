"""Sentence boundaries for news: a paragraph ends one, a title or an initial does not.

A spaCy component, `dateline_sentences`, for pipelines that have no parser; it keeps boundaries that are already set.
"""

import re
from collections.abc import Iterator

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from extractors.paragraphs import paragraphs

_ENDS = frozenset(".!?…")
_CLOSERS = frozenset("\"'”’)]»")
_OPENERS = frozenset("\"'“‘([«")
_ABBREVIATIONS = frozenset(
    "mr. mrs. ms. dr. prof. sen. rep. gov. gen. col. maj. capt. lt. sgt. adm. rev. st. jr. sr. no. vs. inc. "
    "corp. ltd. co. jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. u.s. u.n. u.k. e.g. i.e. a.m. "
    "p.m.".split()
)

_DATELINE = re.compile(
    r"""
    [A-Z][A-Z.'’-]{2,}+\b [^\n.!?“”]{0,30}                  # CARACAS, Venezuela
    (?: [A-Z][a-z]{2,8}\.?\ \d\d? [^\n“”]{0,30}            # Jan. 28, 2019 (AP)
      | \([^)\n]{2,40}\)\ ? )                               # (AP)
    (?: — | – | -- | - )\s
    """,
    re.VERBOSE,
)
"""`CARACAS, Venezuela, Jan. 28 (AP) — `: where and when it was written, and no part of the sentence after it."""

LONGEST = 200
"""Tokens: what runs on for longer is read in pieces, so that no text costs more than in proportion to its length."""


def sentences(doc: Doc) -> Iterator[Span]:
    """The sentences of a doc, whoever marked them; where nobody has, by the rules of this component."""
    if not doc.has_annotation("SENT_START"):
        Sentences()(doc)
    for sentence in doc.sents:
        for start in range(sentence.start, sentence.end, LONGEST):
            yield doc[start : min(start + LONGEST, sentence.end)]


class Sentences:
    """Sets `Token.is_sent_start` on every token."""

    def __call__(self, doc: Doc) -> Doc:
        """Mark the sentences of `doc`."""
        if doc.has_annotation("SENT_START"):
            return doc
        starts = np.full(len(doc), -1, dtype=np.int64)
        for start, end in paragraphs(doc):
            for at in _starts(doc, start, end):
                starts[at] = 1
        # As one array: setting `Token.is_sent_start` looks through the whole doc each time.
        column = starts.astype(np.uint64).reshape(-1, 1)
        return doc.from_array(["SENT_START"], column)  # type: ignore[arg-type]  # thinc's stub knows no numpy array


def _starts(doc: Doc, start: int, end: int) -> Iterator[int]:
    """The first tokens of the sentences of a paragraph."""
    ended = True
    after_dateline = _after_dateline(doc, start, end)
    for token in doc[start:end]:
        if token.is_space:
            continue
        starts = token.i == after_dateline or (ended and (token.i == start or _may_start(token)))
        if starts:
            yield token.i
        ended = _ends(token) or (ended and not starts and token.text in _CLOSERS)


def _after_dateline(doc: Doc, start: int, end: int) -> int:
    """The token that follows the dateline of a paragraph; the first where there is none."""
    paragraph = doc[start:end]
    match = _DATELINE.match(paragraph.text)
    if match is None:
        return start
    at = paragraph.start_char + match.end()
    return next((token.i for token in paragraph if token.idx >= at), start)


def _ends(token: Token) -> bool:
    if token.text[-1] not in _ENDS:
        return False
    word = token.text
    if word == "." and token.i and not token.nbor(-1).whitespace_:
        word = token.nbor(-1).text + word
    initial = len(word) == len("J.") and word[0].isupper()
    return word.lower() not in _ABBREVIATIONS and not initial


def _may_start(token: Token) -> bool:
    return token.text[0].isupper() or token.text[0].isdigit() or token.text[0] in _OPENERS


@Language.factory("dateline_sentences", assigns=["token.is_sent_start"])
def make_sentences(nlp: Language, name: str) -> Sentences:  # noqa: ARG001 - the signature of a spaCy factory
    """The component, for `nlp.add_pipe("dateline_sentences")`."""
    return Sentences()
