"""Words as pieces of a vocabulary: the longest that fits first, from the left.

WordPiece (Wu et al. 2016) as BERT has it (Devlin et al. 2019): small letters without accents, and each mark of
punctuation by itself. How quotation marks and dashes are set is no matter. What the vocabulary has no piece for is one
unknown piece.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from unicodedata import category, normalize

UNKNOWN, START, END = "[UNK]", "[CLS]", "[SEP]"
_GOES_ON = "##"
_PLAIN = str.maketrans("“”„«»‘’—–−", '"""""\'\'---')
_DASH = "-"
NUMBER, SMALL, CAPITALS, CAPITAL, MIXED = range(5)
"""How a word is written: without letters, *strike*, *NATO*, *Strike*, *McKay*."""
_LONGEST = 60
"""Letters; a longer word is unknown."""
_KEPT = 1 << 14


class WordPieces:
    """A vocabulary, and how words are split by it."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        """Take the pieces in the order of their numbers; those inside a word begin with `##`."""
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self.start, self.end, self._unknown = (self._numbers[piece] for piece in (START, END, UNKNOWN))
        self.split = lru_cache(maxsize=_KEPT)(self._split)

    def _split(self, word: str) -> tuple[int, ...]:
        """The numbers of the pieces of a word; none for space alone."""
        return tuple(number for part in _parts(word) for number in self._pieces(part))

    def _pieces(self, part: str) -> list[int]:
        found: list[int] = []
        at = 0
        while at < len(part) <= _LONGEST:
            sign = _GOES_ON if at else ""
            end = next((end for end in range(len(part), at, -1) if sign + part[at:end] in self._numbers), None)
            if end is None:
                return [self._unknown]
            found.append(self._numbers[sign + part[at:end]])
            at = end
        return found or [self._unknown]


def shape(word: str) -> int:
    """How a word is written, which its pieces don't tell."""
    if word.islower():
        return SMALL
    if word.isupper():
        return CAPITALS if len(word) > 1 else CAPITAL
    if not any(letter.isalpha() for letter in word):
        return NUMBER
    return CAPITAL if word[0].isupper() and word[1:].islower() else MIXED


def _parts(word: str) -> Iterator[str]:
    """The letters and figures of a word between its marks, and each mark."""
    part = before = ""
    for letter in normalize("NFD", word.lower().translate(_PLAIN)):
        if letter == before == _DASH:
            continue
        before = letter
        kind = category(letter)
        if kind == "Mn":
            continue
        alone = kind[0] in "PS"
        if alone or kind[0] in "ZC":
            if part:
                yield part
            part = ""
            if alone:
                yield letter
        else:
            part += letter
    if part:
        yield part
