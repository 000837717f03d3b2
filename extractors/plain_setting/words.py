"""The words that are parsed for those of a doc: without white space, and with one kind of mark and dash."""

from typing import NamedTuple

from spacy.tokens import Doc

from extractors.lexicons.abbreviations import leading_abbreviations

BLANK_LINE = "\n\n"
"""Between paragraphs: what the pipeline was trained with."""

ADDED = -1
"""The place of a word that the doc doesn't have."""

_DASHES = frozenset(("—", "–", "--"))
_DASH = "–"
_MARKS = str.maketrans("“”„«»‘’", '"""""\'\'')
_STARTS, _OPEN = 1, 0
"""Values of `Token.sent_start`."""


class Word(NamedTuple):
    """A word that is parsed."""

    text: str
    at: int
    """The token of the doc that it stands for."""
    space: bool
    """Whether a space follows."""
    start: int
    """Whether a sentence starts with it, by spaCy's numbers."""


def plain_words(doc: Doc) -> list[Word]:
    """The words of a doc whose sentences are marked as far as layout shows them."""
    words: list[Word] = []
    for token in doc:
        if _ends_title(doc, token.i) and words:
            words[-1] = words[-1]._replace(text=words[-1].text + ".", space=bool(token.whitespace_))
            continue
        if token.is_space and not _parts(doc, token.i):
            if words and words[-1].text != BLANK_LINE:
                words[-1] = words[-1]._replace(space=True)
            continue
        text = BLANK_LINE if token.is_space else _word(doc, token.i)
        space = bool(token.whitespace_) and not token.is_space
        if text == _DASH and words and words[-1].text != BLANK_LINE:
            words[-1], space = words[-1]._replace(space=True), True
        words.append(Word(text, token.i, space, token.sent_start))
    return words


def _ends_title(doc: Doc, at: int) -> bool:
    """Whether a point is that of a title which a tokenizer cuts in two: *Sgt. Ana Idan*."""
    if doc[at].text != "." or not at or doc[at - 1].whitespace_ or at + 1 >= len(doc):
        return False
    return doc[at - 1].lower_ + "." in leading_abbreviations() and doc[at + 1].is_title


def is_alike(text: str, word: str) -> bool:
    """Whether a word of a doc and one that is parsed differ in marks at most."""
    return text.translate(_MARKS) == word


def before(word: Word, text: str) -> list[Word]:
    """A word with one added before it."""
    return [Word(text, ADDED, True, word.start), word._replace(start=_OPEN if word.start == _STARTS else word.start)]


def _word(doc: Doc, at: int) -> str:
    """A word with the marks of a typewriter, and a dash as printers set it between words."""
    text = doc[at].text
    if text not in _DASHES:
        return text.translate(_MARKS)
    spans = 0 < at < len(doc) - 1 and doc[at - 1].text[-1].isdigit() and doc[at + 1].text[0].isdigit()
    return "-" if spans and not doc[at - 1].whitespace_ and not doc[at].whitespace_ else _DASH


def _parts(doc: Doc, at: int) -> bool:
    """Whether white space stands between two paragraphs."""
    return 0 < at < len(doc) - 1 and "\n" in doc[at].text and doc[at + 1].is_sent_start is True
