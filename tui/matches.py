"""Where the words of a filter stand in a text, whatever their case and accents."""

from collections.abc import Sequence

from textual.content import Content

from timeline.model import Span, fold

MATCH = "underline $text-success"


def matches(text: str, words: Sequence[str]) -> list[Span]:
    """Where each of the words stands, in order; where they overlap, the one that begins first."""
    wanted = [word for word in (" ".join(fold(word).split()) for word in words) if word]
    if not wanted:
        return []
    folded, places = _folded(text)
    found = []
    for word in wanted:
        at = folded.find(word)
        while at >= 0:
            found.append((places[at], places[at + len(word) - 1] + 1))
            at = folded.find(word, at + len(word))
    apart: list[Span] = []
    for start, end in sorted(found):
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart


def with_matches(text: str, words: Sequence[str]) -> Content:
    """A text in which they are marked."""
    content = Content(text)
    for start, end in matches(text, words):
        content = content.stylize(MATCH, start, end)
    return content


def _folded(text: str) -> tuple[str, list[int]]:
    """A text without case and accents, and for each of its characters where that comes from."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        plain = " " if letter.isspace() else letter.lower() if letter.isascii() else fold(letter)
        letters.append(plain)
        places += [place] * len(plain)
    return "".join(letters), places
