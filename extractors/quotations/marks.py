"""Quotation marks: which signs open and close a quotation, and which of them belong together in a paragraph.

A curly mark says what it is, a straight one is told by the space around it; apostrophes (*workers’*, *’90s*) and the
signs of feet and inches look the same and are none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

_DOUBLE_OPENING = frozenset("“„«")
_DOUBLE_CLOSING = frozenset("”»")
_STRAIGHT = frozenset(('"', "''"))
_SINGLE = frozenset("‘’'")
_MARKS = _DOUBLE_OPENING | _DOUBLE_CLOSING | _STRAIGHT | _SINGLE
_INSIDE = re.compile(r"[“”\"]")
_BEFORE_OPENING = frozenset("([{—–-/“‘„«\"'`")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-/…”’»\"'")
_BEHIND = frozenset(",;:?!)")
"""What no quotation begins with."""
_ELISIONS = frozenset("n em tis twas til till cause cos bout round".split())
"""What an apostrophe begins: *rock ’n’ roll*, *’tis*."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark, by the index of its token."""

    at: int
    double: bool
    opens: bool
    closes: bool
    doubtful: bool = False
    """It may be an apostrophe or the sign of an inch, or has space on both sides."""


def quotation_marks(doc: Doc, start: int, end: int) -> list[Mark]:
    """The marks of a paragraph that can open or close a quotation."""
    marks = []
    for token in doc[start:end]:
        if token.is_alpha:
            continue
        text = token.text
        if _is_grave(doc, token.i, end):
            marks.append(Mark(token.i, True, opens=True, closes=False))
            continue
        if text in _MARKS:
            before = doc[token.i - 1].text_with_ws[-1:] if token.i > start else ""
            following = "" if token.whitespace_ or token.i + 1 >= end else doc[token.i + 1].text
            mark = _mark(token.i, text, before, following)
        elif len(inside := list(_INSIDE.finditer(text))) == 1:
            # A tokenizer may leave a mark in a word: *said—“never*.
            first, last = inside[0].span()
            mark = _mark(token.i, inside[0].group(), text[:first][-1:], text[last:])
        else:
            continue
        if mark.opens or mark.closes:
            marks.append(mark)
    return marks


def _is_grave(doc: Doc, at: int, end: int) -> bool:
    """*``* of a typewriter or a wire, which a tokenizer may take for two words."""
    two = doc[at].text == "`" and at + 1 < end and doc[at + 1].text == "`" and not doc[at].whitespace_
    return doc[at].text == "``" or two


def _mark(at: int, text: str, before: str, following: str) -> Mark:
    """What a sign is, by the character before it and the word that follows without space, each empty for none."""
    spaced_before, spaced_after = not before.strip(), not following.strip()
    may_open = (spaced_before or before in _BEFORE_OPENING) and not spaced_after
    may_close = not spaced_before and (spaced_after or following[0] in _AFTER_CLOSING)
    if text in _SINGLE:
        return _single(at, text, before, following, may_open=may_open, may_close=may_close)
    if text in _STRAIGHT:
        if spaced_before and following[:1] in _BEHIND:
            return Mark(at, True, opens=False, closes=True)  # *he said, ‘No’ ", she recalled*
        if spaced_before and spaced_after:
            return Mark(at, True, opens=True, closes=True, doubtful=True)
        if not spaced_before and before.isdigit():
            return Mark(at, True, opens=False, closes=True, doubtful=True)
        return Mark(
            at, True, opens=may_open and not (may_close and before not in _BEFORE_OPENING), closes=not spaced_before
        )
    if text in _DOUBLE_OPENING:
        turned = may_close and not may_open
        return Mark(at, True, opens=not turned, closes=turned)
    turned = may_open and not may_close
    return Mark(at, True, opens=turned, closes=not turned)


def _single(at: int, text: str, before: str, following: str, *, may_open: bool, may_close: bool) -> Mark:
    number_or_elision = following[:1].isdigit() or following.lower() in _ELISIONS
    opens = text != "’" and may_open and not number_or_elision
    closes = text != "‘" and may_close
    # *The workers’ union*; *6' tall*: a better mark after it shows that this one closes nothing.
    possessive = before in ("s", "S") and not following.strip()
    return Mark(at, False, opens and not closes, closes, doubtful=possessive or before.isdigit())


def pair(marks: Sequence[Mark], end: int, after: Mark | None) -> tuple[list[tuple[int, int]], Mark | None]:
    """The outermost quotations of a paragraph, and the mark that is left open at its end.

    Args:
        marks: all marks of the paragraph.
        end: where it ends.
        after: the mark that opens the next paragraph, if one does.
    """
    ahead = _Ahead(marks)
    runs: list[tuple[int, int]] = []
    outer: Mark | None = None
    depth = 0
    for number, mark in enumerate(marks):
        if outer is None:
            if mark.opens and _may_begin(mark, ahead.closing(number), after):
                outer, depth = mark, 1
        elif mark.double != outer.double:
            continue
        elif mark.closes:
            if not (mark.doubtful and ahead.has_better(number)):
                depth -= 1
            if not depth:
                runs.append((outer.at, mark.at + 1))
                outer = None
        elif ahead.closing(number) >= ahead.opening(number) + depth:
            depth += 1  # quoted in a quotation by the same marks
        else:
            runs.append((outer.at, mark.at))  # the one before was never closed
            outer, depth = mark, 1
    if outer is not None:
        runs.append((outer.at, end))
    return runs, outer


def _may_begin(mark: Mark, closing: int, after: Mark | None) -> bool:
    """Whether a quotation can begin here: one left open needs a sure mark, for apostrophes abound."""
    if closing:
        return True
    return not mark.doubtful and (mark.double or (after is not None and not after.double))


class _Ahead:
    """For each mark what comes after it, of its own kind."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._closing, self._opening, self._better = ([0] * len(marks) for _ in range(3))
        closing, opening, better = ({True: 0, False: 0} for _ in range(3))
        for number in range(len(marks) - 1, -1, -1):
            mark = marks[number]
            kind = mark.double
            self._closing[number] = closing[kind]
            self._better[number] = better[kind]
            closing[kind] += mark.closes
            opening[kind] += mark.opens and not mark.closes
            self._opening[number] = opening[kind]
            if not mark.doubtful:
                better[kind] = mark.closes

    def closing(self, number: int) -> int:
        """How many marks after this one can close."""
        return self._closing[number]

    def opening(self, number: int) -> int:
        """How many marks from this one on open."""
        return self._opening[number]

    def has_better(self, number: int) -> bool:
        """Whether the next mark that leaves no doubt closes."""
        return bool(self._better[number])
