"""Paragraphs: a blank line parts them; single line breaks do where the text has no blank lines."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

_BLANK_LINE = re.compile(r"\n[^\S\n]*+\n")


def paragraphs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Token ranges of the paragraphs, without the white space between them."""
    lines_are_wrapped = bool(_BLANK_LINE.search(doc.text.strip()))
    start = 0
    for token in doc:
        if _parts(token, lines_are_wrapped):
            if start < token.i:
                yield start, token.i
            start = token.i + 1
    if start < len(doc):
        yield start, len(doc)


def _parts(token: Token, lines_are_wrapped: bool) -> bool:
    return token.is_space and token.text.count("\n") > lines_are_wrapped
