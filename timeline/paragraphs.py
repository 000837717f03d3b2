"""Where the paragraphs of a text are."""

import re

from timeline.model import Span

_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_LINE_END = re.compile("\n")


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of a text: split at blank lines, or at every line end if it has no blank line."""
    separator = _BLANK_LINE if _BLANK_LINE.search(text) else _LINE_END
    spans, start = [], 0
    for gap in separator.finditer(text):
        spans.append((start, gap.start()))
        start = gap.end()
    spans.append((start, len(text)))
    return [(a, b) for a, b in spans if text[a:b].strip()]
