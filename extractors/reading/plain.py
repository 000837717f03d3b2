"""Plain text: kept character for character, its headline and outlet noticed."""

import re

from extractors.reading.document import Document
from extractors.reading.mastheads import masthead
from extractors.reading.publication import in_text
from timeline.paragraphs import is_credit

_LONGEST_HEADLINE = 140
"""Characters: a longer line is a paragraph."""
_HEADLINE = re.compile(r"\s*(?P<line>\S[^\n]*?)[ \t]*\n(?P<next>[^\n]*)\n")
_BYLINE = re.compile(r"(?:by|from)\s", re.IGNORECASE)


_BROKEN = re.compile(r"(?<=[^\W\d_])-[ \t]*\n[ \t]*(?=[a-z])")
_ENOUGH_BREAKS = 2
"""So many words broken over lines tell a typeset text; one hyphen at the end of a line may be the word's own."""


_CITATION = re.compile(r"(?<=[\w.,;:!?)”’\"'])(?:\[\d{1,3}\])+(?=[\s.,;:!?)”’\"']|$)")
_FEWEST_CITATIONS = 2
"""So many marks such as `[4]` tell a text with notes; one may be the writer's own."""


def without_citations(text: str) -> str:
    """A text without the marks of its notes: `in 1948.[4]`."""
    return _CITATION.sub("", text) if len(_CITATION.findall(text)) >= _FEWEST_CITATIONS else text


def read_plain(text: str) -> Document:
    """The text as it is; a first line that stands alone and does not end as a sentence does is its title.

    What else stands over it is read in `mastheads.py`, and stays in the text. Words that a typeset text breaks over its
    lines are joined again.
    """
    if len(_BROKEN.findall(text)) >= _ENOUGH_BREAKS:
        text = _BROKEN.sub(lambda broken: _joined(text, broken), text)
    text = without_citations(text)
    found = masthead(text, _headline(text))
    return Document(text=text, title=found.title, publisher=found.outlet)


def _joined(text: str, broken: re.Match[str]) -> str:
    """Nothing, or the hyphen that is the word's own: one that the text writes within a line too."""
    start = broken.start()
    while start and text[start - 1].isalpha():
        start -= 1
    end = broken.end()
    while end < len(text) and text[end].isalpha():
        end += 1
    return "-" if f"{text[start : broken.start()]}-{text[broken.end() : end]}" in text else ""


def _headline(text: str) -> str:
    match = _HEADLINE.match(text)
    line = match["line"] if match and (not match["next"].strip() or is_credit(match["next"])) else ""
    if len(line) > _LONGEST_HEADLINE or line.endswith((".", "!", "?", ":", ";", ",", "”", '"')):
        return ""
    return "" if _BYLINE.match(line) or is_credit(line) or in_text(line) else line
