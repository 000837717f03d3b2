"""Evidence as a person reads it: the sentence inside its paragraph, with who, what and when marked in it.

Where there is no colour the marks are also written: ‹when›, ⟦who says so⟧, *what*.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from textual.content import Content

from timeline.model import Article, Assertion, Span
from timeline.paragraphs import paragraphs
from tui.matches import MATCH, matches

SENTENCE = "$text on $evidence"
AROUND = "$secondary"
TIME = "underline $text-warning"
OTHER_TIME = "$text-warning"
"""A time that dates another event, or none."""
TRIGGER = "bold $text-accent"
SPEAKER = "italic $text-success"

CONTEXT = 700
"""So much of a paragraph is shown on either side of its sentence, in characters, where the paragraph is very long."""


class Mark(NamedTuple):
    """A stretch of the text that looks different."""

    start: int
    end: int
    style: str
    opening: str = ""
    """Written before it where there is no colour."""
    closing: str = ""


def marks(article: Article, assertion: Assertion) -> list[Mark]:
    """What is marked in the article's text for one assertion."""
    parts = [Mark(*assertion.evidence, SENTENCE), Mark(*assertion.trigger, TRIGGER, "*", "*")]
    if assertion.time is not None:
        time = article.time_expressions[assertion.time]
        parts.append(Mark(time.start, time.end, TIME, "‹", "›"))
    if assertion.attribution is not None:
        spans = article.attributions[assertion.attribution].source
        parts.extend(Mark(*span, SPEAKER, "⟦", "⟧") for span in spans)
    return parts


def marked(
    text: str, span: Span, marks: Iterable[Mark], *, plain: bool, base: str = "", words: Sequence[str] = ()
) -> Content:
    """`text[span]` with its marks, and `words` marked too; `plain` writes marks out, for terminals without colour."""
    start, end = span
    found = [Mark(start + first, start + last, MATCH) for first, last in matches(text[start:end], words)]
    inside = [mark for mark in (*marks, *found) if mark.start < end and mark.end > start]
    cuts = sorted({start, end, *(max(start, m.start) for m in inside), *(min(end, m.end) for m in inside)})
    pieces: list[Content] = []
    for a, b in pairwise(cuts):
        covering = [mark for mark in inside if mark.start <= a and mark.end >= b]
        piece = text[a:b].replace("\n", " ")
        if plain:
            opened = "".join(mark.opening for mark in covering if mark.start == a)
            piece = opened + piece + "".join(mark.closing for mark in reversed(covering) if mark.end == b)
        content = Content.styled(piece, "" if covering else base)
        for mark in covering:
            content = content.stylize(mark.style)
        pieces.append(content)
    return Content.assemble(*pieces)


def sentence(article: Article, assertion: Assertion, *, plain: bool, words: Sequence[str] = ()) -> Content:
    """Only the sentence, for where there is little room."""
    rest = [mark for mark in marks(article, assertion) if mark.style != SENTENCE]
    return marked(article.text, assertion.evidence, rest, plain=plain, words=words)


def paragraph(article: Article, assertion: Assertion, *, plain: bool, words: Sequence[str] = ()) -> Content:
    """The sentence inside its paragraph, or inside as much of it as is good to read."""
    first, last = assertion.evidence
    span = next(((a, b) for a, b in paragraphs(article.text) if a <= first < b), assertion.evidence)
    start, end = max(span[0], first - CONTEXT), min(max(span[1], last), last + CONTEXT)
    own = marks(article, assertion)
    text = marked(article.text, (start, end), own, plain=plain, base=AROUND, words=words)
    return Content.assemble("… " if start > span[0] else "", text, " …" if end < span[1] else "")
