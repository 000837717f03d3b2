"""The words of an article as the name rules see them: capitalised or not, at the start of a sentence, in a headline."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from spacy.tokens import Doc

from extractors.lexicons.names import name_words
from extractors.sentences import sentences
from timeline.model import fold


class Headline(IntEnum):
    """How a sentence is written where its capitals mark no names."""

    NO = 0
    TITLE_CASE = 1
    UPPER_CASE = 2


_SHORTEST_HEADLINE = 4
"""Words: a shorter line in capitals may be a name alone."""
_SMALL = 3
"""Letters: words as short stay small in title case."""


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of one doc, read once."""

    doc: Doc
    texts: tuple[str, ...]
    capital: tuple[bool, ...]
    """Begins with a capital, as a name does."""
    opens: tuple[bool, ...]
    """Stands first in its sentence, where a capital says nothing."""
    headline: tuple[Headline, ...]
    lowered: frozenset[str]
    """The words that the article also writes small."""
    spaces: tuple[str, ...]
    """What stands behind each."""

    def text(self, start: int, end: int) -> str:
        """The text of some tokens."""
        before_last = range(start, end - 1)
        return "".join(self.texts[at] + self.spaces[at] for at in before_last) + self.texts[end - 1]

    def at(self, index: int) -> str:
        """One word; empty outside of the doc."""
        return self.texts[index] if 0 <= index < len(self.texts) else ""

    def is_capital(self, index: int) -> bool:
        """Whether there is a capitalised word at `index`."""
        return 0 <= index < len(self.capital) and self.capital[index]


def read_words(doc: Doc) -> Words:
    """The words of a doc; marks sentences first where nobody has."""
    texts = tuple(token.text for token in doc)
    lowered = frozenset(text for text in texts if text.islower())
    opens = [False] * len(doc)
    headline = [Headline.NO] * len(doc)
    for sentence in sentences(doc):
        start, end = sentence.start, sentence.end
        first = next((at for at in range(start, end) if texts[at][0].isalnum()), start)
        opens[first] = True
        how = _headline(texts[start:end], lowered)
        if how:
            headline[start:end] = [how] * (end - start)
    for at in range(1, len(texts)):
        # What follows an opening quotation mark or a colon begins a sentence of its own.
        opens[at] = opens[at] or texts[at - 1] in ('"', "“", "‘", ":", "•", "*")
    spaces = tuple(token.whitespace_ for token in doc)
    return Words(doc, texts, tuple(map(_is_capital, texts)), tuple(opens), tuple(headline), lowered, spaces)


def name_key(text: str) -> str:
    """A name as it is compared: without case, accents, or the dots of an acronym."""
    return fold(text.replace(".", "").replace("’", "'")) if not text.isspace() else ""


def is_acronym(text: str) -> bool:
    """Whether it is written as an acronym: *UN*, *U.N.*, *KCNA*."""
    letters = text.replace(".", "")
    return 2 <= len(letters) <= 6 and letters.isalpha() and letters.isupper()


def _is_capital(text: str) -> bool:
    if text[0].isupper():
        return True
    # *iPhone*, *eBay*, *al-Assad*, *d'Ivoire*: small at first, yet written as a name.
    return text[0].isalpha() and not text.islower() and any(c.isupper() for c in text[1:])


def _headline(texts: Sequence[str], lowered: frozenset[str]) -> Headline:
    spoken = [text for text in texts if text[0].isalpha()]
    if len(spoken) < _SHORTEST_HEADLINE:
        return Headline.NO
    if all(text.isupper() for text in spoken):
        return Headline.UPPER_CASE
    long = [text for text in spoken if len(text) > _SMALL]
    if texts[-1] == "." or len(long) < _SHORTEST_HEADLINE - 1 or not all(text[0].isupper() for text in long):
        return Headline.NO
    # A list of names has capitals for its own reasons; a headline has capitals on common words.
    common = sum(text.lower() in lowered or text in name_words().openers for text in long)
    return Headline.TITLE_CASE if 3 * common >= len(long) else Headline.NO
