"""Plain text: kept character for character, its headline noticed."""

import re

from extractors.reading.document import Document
from extractors.reading.publication import in_text

_LONGEST_HEADLINE = 140
_HEADLINE = re.compile(r"\s*(?P<line>\S[^\n]*?)[ \t]*\n[ \t]*\n")
_BYLINE = re.compile(r"(?:by|from)\s", re.IGNORECASE)


def read_plain(text: str) -> Document:
    """The text as it is; a first line that stands alone and does not end as a sentence does is its title."""
    return Document(text=text, title=_headline(text))


def _headline(text: str) -> str:
    match = _HEADLINE.match(text)
    line = match["line"] if match else ""
    if len(line) > _LONGEST_HEADLINE or line.endswith((".", "!", "?", ":", ";", ",", "”", '"')):
        return ""
    return "" if _BYLINE.match(line) or in_text(line) else line
