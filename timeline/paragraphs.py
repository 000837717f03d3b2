"""Where the paragraphs of a text are: a blank line parts them; line ends do where the text has no blank line."""

import re

from timeline.model import Span

_BLANK_LINES = re.compile(r"\n\s*\n")
_LINE_END = re.compile("\n")


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of a text, without the blank lines between them."""
    separator = _BLANK_LINES if _BLANK_LINES.search(text.strip()) else _LINE_END
    spans, start = [], 0
    for gap in separator.finditer(text):
        spans.append((start, gap.start()))
        start = gap.end()
    spans.append((start, len(text)))
    return [(a, b) for a, b in spans if text[a:b].strip()]
