"""Quotations: runs of tokens between quotation marks, each within its paragraph."""

from collections.abc import Iterator

from spacy.tokens import Doc

OPENING = frozenset('“"')
CLOSING = frozenset('”"')


def quotations(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Token ranges of the quotations of a paragraph, marks included; one left open runs to its end."""
    opened: int | None = None
    for token in doc[start:end]:
        if opened is None and token.text in OPENING:
            opened = token.i
        elif opened is not None and token.text in CLOSING:
            yield opened, token.i + 1
            opened = None
    if opened is not None:
        yield opened, end
