"""From the words that a title keeps to its line: spaces, punctuation, quotation marks and the capital."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from extractors.events.context.event_context import EventContext

_PAIRS = {"“": "”", "‘": "’", "(": ")", "[": "]"}
_POINTED = re.compile(r"\b(?:[A-Za-z]\.){2,}$")
"""*3 a.m.*, *the U.S.*: the last point is theirs, and not only that of the sentence."""
_OPENING, _CLOSING = frozenset("“‘([«"), frozenset("”)]»")
_QUOTING = _OPENING | _CLOSING | {'"'}
_PAIRED = re.compile('[“”‘’()\\[\\]«»"]')
_VERBATIM = re.compile('["“”]')
_EDGES = " ,;:—–-…"
_LEADING_ON = ("and", "or", "but", "that", "who", "which", "as", "because")
_DANGLING = re.compile(rf"(?:[\s,;:—–-]+(?:{'|'.join(_LEADING_ON)}))+$")

_THEN = re.compile(r",\s*then$")
_LEADING = re.compile(r"^(?:(?:and|but|or|then|because|so)\b[\s,]+)+", re.IGNORECASE)
_BEFORE_CLOSING = re.compile(r"\s+([,.;:!?’”)])")
_AFTER_OPENING = re.compile(r"([“(\[])\s+")


class Wording:
    """The words of one doc, to make lines of."""

    def __init__(self, context: EventContext) -> None:
        table = context.doc.to_array(["IDX", "LENGTH", "IS_PUNCT", "IS_SPACE", "SPACY"]).reshape(-1, 5).T
        starts, lengths, (marks, blanks, spaced) = table[0].tolist(), table[1].tolist(), table[2:].astype(bool).tolist()
        self.texts = [context.text[at : at + length] for at, length in zip(starts, lengths, strict=True)]
        self.pos, self.tags, self.quoted = context.tree.pos, context.tree.tags, context.quoted
        self.timed = context.timed
        self.tenses = [tag in ("VBD", "VBZ", "VBP", "MD") for tag in context.tree.tags] + [False]
        self.blanks: list[bool] = blanks
        self.gaps = [" " if one else "" for one in spaced]
        self.marks = [mark or blank for mark, blank in zip(marks, blanks, strict=True)]

    def line(
        self,
        words: Sequence[int],
        replaced: Mapping[int, str],
        seam: tuple[int, str] | None = None,
        *,
        verbatim: bool = True,
    ) -> str:
        """The words in their order as one line that begins with a capital; `replaced` gives some another text.

        Punctuation is kept where the words on both sides of it are, and stand beside each other as in the text. `seam`
        is a word whose subject stood elsewhere, and the mark before it. What is not `verbatim` has no quotation marks.
        """
        parts: list[str] = []
        last = len(self.texts)
        for number, at in enumerate(words):
            after = words[number + 1] if number + 1 < len(words) else last
            if number == 0:
                parts.append(self._opening_before(at))
            parts.append(replaced[at] if at in replaced else self.texts[at].strip())
            apart = seam is not None and after == seam[0]
            if not apart and after == at + 1 < last:
                parts.append(self.gaps[at])
            elif not apart and at < after < last and all(self.marks[at + 1 : after]):
                parts.append(self._between(at, after))
            else:
                parts += [
                    self._closing_after(at),
                    seam[1] if seam and apart else self._comma(at, after, parts),
                    " ",
                    self._opening_before(after) if after < last else "",
                ]
        text = "".join(parts)
        points = bool(words) and self.pos[words[-1]] == "PRON" and self.tags[words[-1]] == "DT"
        if not verbatim or self._cuts_what_is_quoted(words):
            return finished(_VERBATIM.sub("", text), points=points)
        goes_on = bool(words) and words[-1] not in replaced and bool(self.quoted[words[-1]])
        return finished(text, goes_on=goes_on, points=points)

    def _cuts_what_is_quoted(self, words: Sequence[int]) -> bool:
        """Whether words of one quotation have lost others between them: then it is none any more."""
        for at, after in pairwise(words):
            if after == at + 1 or not self.quoted[at] or not self.quoted[after]:
                continue
            between = range(min(at, after) + 1, max(at, after))
            one = all(self.quoted[n] for n in between)
            if one and (after < at or not (all(self.marks[n] for n in between) or self._is_inserted(between))):
                return True
        return False

    def _is_inserted(self, between: range) -> bool:
        """Whether these are what an editor put in: *[call it off]* of *“I can do it [call it off] if I want”*."""
        words = [self.texts[n] for n in between if not self.blanks[n]]
        return len(words) > 1 and words[0] == "[" and words[-1] == "]"

    def _between(self, at: int, after: int) -> str:
        return self.gaps[at] + "".join(self.texts[n] + self.gaps[n] for n in range(at + 1, after))

    def _comma(self, at: int, after: int, before: Iterable[str]) -> str:
        """A comma that stood only behind what is left out: *under one roof* of *lived under one roof, meaning that …*.

        Where it closes what another `before` it has opened, it stays: *the mayor, Rosa Lind, also left*.
        """
        if self.tags[at] in ("MD", "TO"):
            return ""  # *will pay* of *will leave, pay and come back*
        closes = self.texts[at + 1 : at + 2] == [","] and "," in "".join(before)
        if closes and all(self.pos[n] == "ADV" or self.marks[n] for n in range(at + 1, after)):
            return ","
        if self.tenses[after] and self.texts[at + 1 : after].count(",") > 1 and not self.marks[at + 1]:
            return ""  # *in Oslund, Corran,* between *protests* and *broke out*: both are of what is left out
        if self._closes_a_date(at, after):
            return ""
        last = next((n for n in range(after - 1, at, -1) if self.pos[n] != "ADV"), at)
        behind = self._first(range(last, at, -1)) == ","
        doing = after < len(self.tags) and self.tags[after] == "VBG" and self.texts[after] != "according"
        if behind and doing and self.texts[at + 1] == ",":
            return ","  # *met nine mayors, speaking in Corran, meeting sailors in Skerra* without the first of the two
        return "," if behind and self._first(range(at + 1, after)) not in (",", "—", "–", "(", "((") else ""

    def _closes_a_date(self, at: int, after: int) -> bool:
        """*Voted on May 5, 2016, to leave*: the comma is that of the date."""
        goes_on = at < after < len(self.tags) and self.tags[after] in ("TO", "IN") and self.texts[after] != "with"
        if not goes_on or self.marks[at + 1] or not self.timed.intersection(range(at + 1, after)):
            return False
        return all(n in self.timed or self.marks[n] or self.tags[n] == "IN" for n in range(at + 1, after))

    def _first(self, places: Iterable[int]) -> str:
        return next((self.texts[n] for n in places if not self.blanks[n] and self.texts[n] not in _QUOTING), "")

    def _closing_after(self, at: int) -> str:
        marks = ""
        for n in range(at + 1, min(at + 3, len(self.texts))):
            if not self.marks[n]:
                break
            text = self.texts[n]
            marks += text if text in _CLOSING or (text == '"' and not self.gaps[n - 1]) else ""
        return marks

    def _opening_before(self, at: int) -> str:
        if at == 0:
            return ""
        mark = self.texts[at - 1]
        return mark if mark in _OPENING or (mark == '"' and not self.gaps[at - 1]) else ""


def finished(text: str, *, goes_on: bool = False, points: bool = False) -> str:
    """A line with its edges clean, its marks in pairs and a capital at its beginning.

    Args:
        text: the words with the marks between them.
        goes_on: whether a quotation goes on behind the last of them, and is closed here.
        points: whether its last word points to something, *denied that*, and leads on to nothing.
    """
    text = " ".join(text.split()).strip(_EDGES)
    # What only the last letters can show is looked for where they do: a title is worded many times until it fits.
    text = _balanced(text, goes_on=goes_on)
    text = _THEN.sub("", text) if text.endswith("then") else text
    text = (_DANGLING.sub("", text) if not points and text.endswith(_LEADING_ON) else text).strip(_EDGES)
    leading = _LEADING.match(text)
    text = text if leading is None else text[leading.end() :]
    text = _BEFORE_CLOSING.sub(r"\1", _AFTER_OPENING.sub(r"\1", text))
    text = (text[:-1] if text.endswith(".") and not _POINTED.search(text) else text).strip(_EDGES)
    first = next((at for at, letter in enumerate(text) if letter.isalnum() or letter == "["), 0)
    named = text[first : first + 1] == "["
    return text if named else text[:first] + text[first : first + 1].upper() + text[first + 1 :]


def _balanced(text: str, *, goes_on: bool) -> str:
    """Without those marks whose partners are left out; a quotation that goes on at the end is closed."""
    if not _PAIRED.search(text):
        return text
    last = max(text.rfind("“"), text.rfind("”"), text.rfind('"'))
    opens = 0 <= last < len(text) - 1 and (text[last] == "“" or (text[last] == '"' and text.count('"') % 2 == 1))
    if goes_on and opens and text[last + 1] != " ":
        text += _PAIRS.get(text[last], '"')
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
    return "".join(letter for at, letter in enumerate(text) if at not in drop) if drop else text
