"""Texts of any length at a cost in proportion to it: what spaCy reads at once is bounded, what it reads stays the same.

Its tokenizer takes time by the square of a run without spaces, and a parser some 20 kB of memory a token.
"""

import re
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.tokens import Doc

from extractors.plain_setting.reading import GRAMMAR
from extractors.plain_setting.spaces import tokens_of

LONGEST_RUN = 500
"""Characters without a space that are tokenised at once; only an address or an attack is longer."""

PIECE = 1_000
"""Tokens that the grammar is read of at once where paragraphs allow it."""

LONGEST_PIECE = 3_000
"""Tokens that the grammar is read of at once whatever the paragraphs; a longer one is cut at a full stop."""

_BESIDE = 16
"""Tokens read again on both sides of a piece, so that its names are read as in the whole."""

_OVERLONG = re.compile(rf"(?<!\S)\S{{{LONGEST_RUN + 1},}}")
_FULL_STOPS = frozenset(".!?…")
_GIVEN: list[int | str] = ["NORM", "SENT_START"]
_Array = npt.NDArray[np.uint64]


def tokenize(nlp: Language, text: str) -> Doc:
    """The tokens of a text, those of its pipeline but for runs longer than `LONGEST_RUN`, which are cut."""
    cuts = [cut for run in _OVERLONG.finditer(text) for cut in range(run.start() + LONGEST_RUN, run.end(), LONGEST_RUN)]
    if not cuts:
        return tokens_of(nlp, text)
    parts = [tokens_of(nlp, text[start:end]) for start, end in pairwise([0, *cuts, len(text)])]
    doc = Doc.from_docs(parts, ensure_whitespace=False)
    assert doc is not None
    return doc


def parse(nlp: Language, doc: Doc) -> Doc:
    """Read the grammar of a doc in pieces, each as it is read in the whole.

    Args:
        nlp: a pipeline with nothing but grammar enabled, that keeps the tokens as they are.
        doc: tokens with their vectors, and its sentences marked as far as layout shows them.
    """
    given = _get(doc, _GIVEN)
    bounds = _bounds(doc, given[:, 1])
    given[bounds[:-1], 1] = 1
    _set(doc, _GIVEN, given)
    _set(doc, GRAMMAR, np.concatenate([_parse_piece(nlp, doc, given, *piece) for piece in pairwise(bounds)]))
    return doc


def _parse_piece(nlp: Language, doc: Doc, given: _Array, start: int, end: int) -> _Array:
    first, last = max(start - _BESIDE, 0), min(end + _BESIDE, len(doc))
    tokens = doc[first:last]
    spaces = [bool(token.whitespace_) for token in tokens]
    piece = Doc(doc.vocab, words=[token.text for token in tokens], spaces=spaces)
    _set(piece, _GIVEN, given[first:last])
    piece.tensor = doc.tensor[first:last]
    return _get(nlp(piece), GRAMMAR)[start - first : end - first]


def _get(doc: Doc, attributes: list[int | str]) -> _Array:
    return np.asarray(doc.to_array(attributes), dtype=np.uint64)


def _set(doc: Doc, attributes: list[int | str], values: _Array) -> None:
    doc.from_array(attributes, values)  # type: ignore[arg-type]  # thinc's stub knows no numpy array


def _bounds(doc: Doc, starts: _Array) -> list[int]:
    """Where pieces begin and the last ends: at starts of sentences that layout shows, if they are near enough."""
    shown = np.flatnonzero(starts == 1)
    bounds = [0]
    while len(doc) - (before := bounds[-1]) > PIECE:
        following = int(np.searchsorted(shown, before, "right"))
        beyond = int(np.searchsorted(shown, before + PIECE, "right"))
        if following < beyond:
            bounds.append(int(shown[beyond - 1]))
        elif following < len(shown) and shown[following] <= before + LONGEST_PIECE:
            bounds.append(int(shown[following]))
        elif len(doc) - before > LONGEST_PIECE:
            bounds.append(_after_full_stop(doc, before + LONGEST_PIECE // 2, before + LONGEST_PIECE))
        else:
            break
    return [*bounds, len(doc)]


def _after_full_stop(doc: Doc, first: int, last: int) -> int:
    return next((at for at in range(last, first, -1) if doc[at - 1].text[-1] in _FULL_STOPS), last)
