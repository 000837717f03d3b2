"""Sentence boundaries for news: a paragraph ends one, a title or an initial does not.

A spaCy component, `dateline_sentences`. Before a parser it settles what layout and abbreviations show, and leaves the
rest to the parse; in a pipeline without one its rules decide alone. It keeps boundaries that are already set.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from extractors.component import Component
from extractors.lexicons.abbreviations import all_abbreviations, final_abbreviations, leading_abbreviations
from extractors.lexicons.forms import looks_past
from extractors.sentences.paragraphs import paragraphs

_ENDS = frozenset(".!?…")
_CLOSERS = frozenset("\"'”’)]»")
_OPENERS = frozenset("\"'“‘([«")

_DATELINE = re.compile(
    r"""
    [A-Z][A-Z.'’-]{2,}+\b
    (?: [^\n.!?“”] | (?<=[a-z])\.(?=,) ){0,30}           # CARACAS, Venezuela; FLINT, Mich.
    (?: [A-Z][a-z]{2,8}\.?\ \d\d? [^\n“”]{0,30}            # Jan. 28, 2019 (AP)
      | (?<=,\ )\d\d?\ [A-Z][a-z]{2,8}\b [^\n“”]{0,30}?     # 28 January (AP)
      | \([^)\n]{2,40}\)\ ? )                               # (AP)
    (?: — | – | -- | - | _ )\s
  | [A-Z][A-Z.'’-]{2,}+ (?:\ [A-Z][A-Z.'’-]++){0,2} (?:,\ [A-Z][\w.]++){0,2}   # OSLUND; NEW CORRAN, Velmark
    \ ?(?: — | – | (?<=\ )-{1,2} ) \ (?=[A-Z“"‘'])
  | [A-Z][\w'’-]{2,20}+ (?:,?\ [A-Z][\w'’-]{1,20}+){0,3}    # Oslund (28 January 2019) –
    \ \( (?: \d\d?\ [A-Z][a-z]{2,8} | [A-Z][a-z]{2,8}\.?\ \d\d? ) (?:,?\ \d{4})? \) \ ?(?: — | – | - )\s
    """,
    re.VERBOSE,
)
"""`CARACAS, Venezuela, Jan. 28 (AP) — `: where and when it was written, and no part of the sentence after it."""

_HOURS = frozenset("a.m. p.m.".split())
_LANDS = frozenset("u.s. u.k. u.n. e.u. d.c. u.s.a. u.a.e.".split())
"""Those that stand before a noun as adjectives do: *U.S. lawmakers said*."""
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_JOINING = frozenset(". - ’s 's".split())
_BEGIN = frozenset(
    "a all an and another any as at both but by each few for four from he her his i if in it its many most my no not "
    "of on one our she since so some that the their then there these they this those three to two we what when where "
    "while who with you".split()
)
"""Small words: no day, zone or name that an hour could go on with, nor part of a name behind a firm."""
_TENSED = frozenset("is are was were am has have had will would can could may might must should does did do".split())
_YES, _OPEN, _NO = 1, 0, -1
"""spaCy's values of `SENT_START`."""

LONGEST = 200
"""Tokens: what runs on for longer is read in pieces, so that no text costs more than in proportion to its length."""


def sentences(doc: Doc) -> Iterator[Span]:
    """The sentences of a doc, whoever marked them; where nobody has, by the rules of this component."""
    if doc.has_annotation("SENT_START"):
        cuts = [one.start for one in doc.sents]
    else:
        cuts = np.flatnonzero(_marks(doc, alone=True) == _YES).tolist()
    for first, last in pairwise([0, *cuts, len(doc)]):
        for start in range(first, last, LONGEST):
            yield doc[start : min(start + LONGEST, last)]


class Sentences(Component[int]):
    """Sets `Token.is_sent_start`."""

    def __init__(self, *, alone: bool) -> None:
        """Whether nothing comes after it that reads sentences better."""
        self.alone = alone

    def match(self, doc: Doc) -> list[int]:
        """For each token whether a sentence starts there, 1, -1, or 0 where a parse may say; none if that is known."""
        return [] if doc.has_annotation("SENT_START") else _marks(doc, alone=self.alone).tolist()

    def set_annotations(self, doc: Doc, records: Sequence[int]) -> None:
        """Mark the sentences of `doc`."""
        if records:
            # As one array: setting `Token.is_sent_start` looks through the whole doc each time.
            column = np.array(records, dtype=np.int64).astype(np.uint64).reshape(-1, 1)
            doc.from_array(["SENT_START"], column)  # type: ignore[arg-type]  # thinc's stub knows no numpy array


def _marks(doc: Doc, *, alone: bool) -> npt.NDArray[np.int64]:
    """For each token whether a sentence starts there."""
    starts = np.full(len(doc), _NO if alone else _OPEN, dtype=np.int64)
    for start, end in paragraphs(doc):
        if alone:
            starts[list(_starts(doc, start, end))] = _YES
        else:
            starts[[start, _after_dateline(doc, start, end)]] = _YES
            starts[list(_inner(doc, start, end))] = _NO
        starts[list(_behind_semicolons(doc, start, end))] = _YES
        starts[list(_behind_abbreviations(doc, start, end))] = _YES
        starts[list(_behind_quotations(doc, start, end))] = _YES
    return starts


def _inner(doc: Doc, start: int, end: int) -> Iterator[int]:
    """Tokens of a paragraph at which no sentence starts, whatever a parse makes of line breaks and abbreviations."""
    for token in doc[start:end]:
        if token.is_space:
            yield token.i
            if token.i + 1 < end and token.i > start and not _ends(token.nbor(-1)) and not _closes(token.nbor(-1)):
                yield token.i + 1
        elif _is_abbreviation(token) and token.i + 1 < end:
            yield token.i + 1


def _behind_semicolons(doc: Doc, start: int, end: int) -> Iterator[int]:
    """Where one sentence follows another behind a semicolon: *the ferry sank; nine people were saved*.

    Parsers that read on mix the two up. What has no verb behind it, as in a list, stays with the sentence.
    """
    if ";" not in doc[start:end].text:
        return
    first, told = start, False
    for token in doc[start:end]:
        if _ends(token):
            first, told = token.i + 1, False
        elif token.text == ";" and token.i + 1 < end and not doc[token.i + 1].is_space:
            after = token.i + 1
            told = told or any(map(_has_tense, doc[first : token.i]))  # what stands before `first` was looked at
            first = after
            behind = takewhile(lambda one: not _ends(one) and one.text != ";", doc[after:end])
            if told and any(map(_has_tense, behind)):
                yield after
                told = False


def _behind_abbreviations(doc: Doc, start: int, end: int) -> Iterator[int]:
    """Where a sentence ends with an hour, a firm or a country: *after 3 a.m. The alarm*, *to Rask Inc. Shares fell*.

    Not *3 a.m. Tuesday*, *3 a.m. GMT*, *Rask Inc. Chairman Otto Lind*. A parser finds half of such places: of six hours
    in six articles that editors had dated it found three, this finds all.
    """
    for token in doc[start + 1 : end - 1]:
        word = _with_point(token).lower()
        if word not in final_abbreviations() or not token.whitespace_:
            continue
        if word in _HOURS and not token.nbor(-1).text[0].isdigit():
            continue
        following = token.nbor()
        quotes = following.text in _OPENERS and following.i + 1 < end
        first = following.nbor() if quotes else following
        if first.text.istitle() and ((quotes and word in _HOURS) or _begins(first, end, adjective=word in _LANDS)):
            yield following.i


def _behind_quotations(doc: Doc, start: int, end: int) -> Iterator[int]:
    """Where one follows a quotation that ends in a point: *“It sank.” She wept*; who says so stands behind a comma."""
    for token in doc[start + 2 : end - 1]:
        closed = token.text in _CLOSERS and token.whitespace_ and token.nbor(-1).text == "." and _ends(token.nbor(-1))
        if closed and token.nbor().text.istitle() and token.nbor().lower_ in _BEGIN:
            yield token.i + 1


def _begins(first: Token, end: int, *, adjective: bool) -> bool:
    """Whether a sentence begins with a word rather than a name: *the*, *she*, *shares fell*; not *no. 1*."""
    if first.i + 1 >= end:
        return False
    if first.lower_ in _BEGIN:
        return first.nbor().text not in _JOINING
    plural = first.lower_.endswith("s") and not first.lower_.endswith("ss")
    return plural and not adjective and first.lower_.removesuffix("s") not in _DAYS and _has_tense(first.nbor())


def _has_tense(token: Token) -> bool:
    return token.lower_ in _TENSED or looks_past(token.lower_)


def _closes(token: Token) -> bool:
    return token.text in _CLOSERS and token.i > 0 and _ends(token.nbor(-1))


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
    word = _with_point(token)
    initial = len(word) == len("J.") and word[0].isupper()
    return word.lower() not in all_abbreviations() and not initial


def _is_abbreviation(token: Token) -> bool:
    """Whether a word with a point is one that a name or number always follows."""
    return token.text[-1] == "." and _with_point(token).lower() in leading_abbreviations()


def _with_point(token: Token) -> str:
    if token.text == "." and token.i and not token.nbor(-1).whitespace_:
        return token.nbor(-1).text + token.text
    return token.text


def _may_start(token: Token) -> bool:
    return token.text[0].isupper() or token.text[0].isdigit() or token.text[0] in _OPENERS


@Language.factory("dateline_sentences", assigns=["token.is_sent_start"], default_config={"alone": True})
def make_sentences(nlp: Language, name: str, *, alone: bool) -> Sentences:  # noqa: ARG001 - a spaCy factory
    """The component, for `nlp.add_pipe("dateline_sentences")`; not `alone` it leaves to a parser what that decides."""
    return Sentences(alone=alone)
