"""From the words that a title keeps to its line: spaces, punctuation, quotation marks and the capital."""

import re
from collections.abc import Iterable, Mapping, Sequence

from spacy.tokens import Doc

_PAIRS = {"“": "”", "‘": "’", "(": ")", "[": "]"}
_OPENING, _CLOSING = frozenset("“‘([«"), frozenset("”)]»")
_EDGES = " ,;:—–-…"
_DANGLING = re.compile(r"(?:[\s,;:—–-]+(?:and|or|but|that|who|which|as|because))+$")

_LEADING = re.compile(r"^(?:(?:and|but|or|then|because|so)\b[\s,]+)+", re.IGNORECASE)


def line(doc: Doc, words: Sequence[int], replaced: Mapping[int, str], seam: tuple[int, str] | None = None) -> str:
    """The words in their order as one line that begins with a capital; `replaced` gives some another text.

    Punctuation is kept where the words on both sides of it are, and stand beside each other as in the text. `seam` is a
    word whose subject stood elsewhere, and the mark before it.
    """
    parts: list[str] = []
    for number, at in enumerate(words):
        after = words[number + 1] if number + 1 < len(words) else len(doc)
        if number == 0:
            parts.append(_opening_before(doc, at))
        parts.append(replaced.get(at, doc[at].text.strip()))
        if after > at and all(_is_mark(doc, between) for between in range(at + 1, after)) and after < len(doc):
            parts.append(_between(doc, at, after))
        else:
            parts += [
                _closing_after(doc, at),
                seam[1] if seam and after == seam[0] else _comma(doc, at, after, closes="," in "".join(parts)),
                " ",
                _opening_before(doc, after) if after < len(doc) else "",
            ]
    return finished("".join(parts))


def finished(text: str) -> str:
    """A line with its edges clean, its marks in pairs and a capital at its beginning."""
    text = re.sub(r"\s+", " ", text).strip(_EDGES)
    text = _LEADING.sub("", _DANGLING.sub("", _balanced(text)).strip(_EDGES))
    text = re.sub(r"\s+([,.;:!?’”)])", r"\1", re.sub(r"([“(\[])\s+", r"\1", text)).removesuffix(".").strip(_EDGES)
    first = next((at for at, letter in enumerate(text) if letter.isalnum() or letter == "["), 0)
    named = text[first : first + 1] == "["
    return text if named else text[:first] + text[first : first + 1].upper() + text[first + 1 :]


def _is_mark(doc: Doc, at: int) -> bool:
    return doc[at].is_punct or doc[at].is_space


def _between(doc: Doc, at: int, after: int) -> str:
    gap = "".join(doc[n].text_with_ws for n in range(at + 1, after))
    return doc[at].whitespace_ + gap


def _comma(doc: Doc, at: int, after: int, *, closes: bool) -> str:
    """A comma that stood only behind what is left out: *under one roof* of *lived under one roof, meaning that …*.

    Where one `closes` what another has opened, it stays: *the mayor, Rosa Lind, also left*.
    """
    adverbs = all(doc[n].pos_ == "ADV" or _is_mark(doc, n) for n in range(at + 1, after))
    if closes and adverbs and at + 1 < len(doc) and doc[at + 1].text == ",":
        return ","
    skipped = _OPENING | _CLOSING | {'"'}

    def first(places: Iterable[int]) -> str:
        return next((doc[n].text for n in places if not doc[n].is_space and doc[n].text not in skipped), "")

    behind = first(range(after - 1, at, -1)) == ","
    return "," if behind and first(range(at + 1, after)) not in (",", "—", "–", "(", "((") else ""


def _closing_after(doc: Doc, at: int) -> str:
    marks = ""
    for n in range(at + 1, min(at + 3, len(doc))):
        if not _is_mark(doc, n):
            break
        marks += doc[n].text if doc[n].text in _CLOSING or (doc[n].text == '"' and not doc[n - 1].whitespace_) else ""
    return marks


def _opening_before(doc: Doc, at: int) -> str:
    if at == 0:
        return ""
    mark = doc[at - 1]
    return mark.text if mark.text in _OPENING or (mark.text == '"' and not mark.whitespace_) else ""


def _balanced(text: str) -> str:
    """Without those marks whose partners are left out."""
    alone: list[int] = []
    opened: list[int] = []
    for at, letter in enumerate(text):
        if letter in _PAIRS and not (letter == "‘" and text[at + 1 : at + 2].isdigit()):
            opened.append(at)
        elif letter in _CLOSING:
            if opened and _PAIRS.get(text[opened[-1]]) == letter:
                opened.pop()
            else:
                alone.append(at)
        elif letter == "’" and opened and text[opened[-1]] == "‘" and not text[at + 1 : at + 2].isalpha():
            opened.pop()
    drop = {*alone, *opened}
    straight = [at for at, letter in enumerate(text) if letter == '"']
    drop |= set(straight[-1:]) if len(straight) % 2 else set()
    return "".join(letter for at, letter in enumerate(text) if at not in drop)
