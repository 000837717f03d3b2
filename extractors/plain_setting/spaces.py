"""White space as spaces, one character for each, so that offsets stay; and the tokens of that."""

import re

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from timeline.paragraphs import paragraphs

_OTHER_SPACES = re.compile(r"[^\S ]")
_FREE_HYPHEN = re.compile(r"(?<=\S )-(?= \S)")
_RANGE = re.compile(r"(?<=\d)–(?=\d)")


def with_plain_spaces(text: str) -> str:
    """A text of the same length, with spaces for line breaks and other white space within its paragraphs.

    A hyphen between spaces is a dash.
    """
    parts: list[str] = []
    last = 0
    for start, end in paragraphs(text):
        parts += (text[last:start], _FREE_HYPHEN.sub("–", _OTHER_SPACES.sub(" ", text[start:end])))
        last = end
    return "".join([*parts, text[last:]])


def tokens_of(nlp: Language, text: str) -> Doc:
    """The tokens of a text, by its pipeline's tokenizer; *2015–16* has those of *2015-16*."""
    doc = nlp.make_doc(_RANGE.sub("-", text))
    if doc.text == text:
        return doc
    words = [text[token.idx : token.idx + len(token)] for token in doc]
    made = Doc(doc.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc])
    norms = np.asarray(doc.to_array(["NORM"]), dtype=np.uint64).reshape(-1, 1)
    made.from_array(["NORM"], norms)  # type: ignore[arg-type]  # thinc's stub knows no numpy array
    return made
