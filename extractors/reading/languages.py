"""Which language a text is in.

English is known by its own small words, which no other language has, so that nearly all articles need no detector and
none that is plainly English can be refused. What lacks them is judged by py3langid, without its names and quotations:
those tell of whom a text speaks, not in which language. How it was chosen, and how often it is right, is measured by
`benchmarks/languages.py`.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENGLISH = "en"
_NEAR = frozenset({"pcm", "sco"})
"""Nigerian Pidgin and Scots: that is what English with few small words is taken for."""

_SMALL_WORDS = frozenset(
    "the and of that with from which were have has had said their they this these those who would could been being"
    " but not because after before when while about into than it its she you your our".split()
)
_ENOUGH = 0.1
"""A share of small words that nothing but English reaches: in news it is 0.25, in Dutch sentences at most 0.07."""
_FEW = 0.03
"""A paragraph with a smaller share may be in another language; a list may too, so that the detector is asked."""

_SURE = 0.35
"""So likely must another language be: of English sentences full of foreign names, none is taken for one with 0.27."""
_SURER = 0.6
"""The same where the page says that it is English, and for a part of an English text."""

_WINDOW = 10_000
"""Characters at the beginning, in the middle and at the end of a long text: only these are looked at."""
_LETTERS = 5
"""Of a word, where no spaces part words."""
_LEAST_WORDS = 15
"""Shorter paragraphs are captions, names and headings, of which no language can be told."""
_LEAST_PART = 0.1
"""Of the text; a single quotation in another language is nothing that a person need be told."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_QUOTED = re.compile(r"“[^”\n]{0,1000}”|„[^“”\n]{0,1000}[“”]|«[^»\n]{0,1000}»|\"[^\"\n]{0,1000}\"")


def language_of(text: str, declared: str = "") -> str:
    """The ISO 639 code of the language that a text is in; `en` where nothing shows another.

    Args:
        text: A whole article.
        declared: The code that its metadata claim, such as `de-AT`: evidence, since pages often claim wrongly.
    """
    claimed = declared.replace("_", "-").split("-")[0].strip().lower()
    words = _plain(_sample(text))
    if _share(words) >= _ENOUGH:
        return ENGLISH
    likely = dict(_identifier().rank(words))
    if claimed != ENGLISH and likely.get(claimed, 0) > likely[ENGLISH]:
        return claimed
    best = max(likely, key=lambda code: likely[code])
    sure = likely[best] >= (_SURER if claimed == ENGLISH else _SURE)
    return best if sure and best not in _NEAR else ENGLISH


def other_part(text: str) -> str:
    """The language other than English that a part of an English text is in, a tenth of it or more; or nothing."""
    total = strange = 0.0
    paragraphs = []
    for paragraph in text.split("\n"):
        words = _WORD.findall(paragraph)
        total += (length := _length(words))
        if length >= _LEAST_WORDS and _share(" ".join(words)) < _FEW:
            strange += length
            paragraphs.append(paragraph)
    if not paragraphs or strange < _LEAST_PART * total:
        return ""
    code, sure = _identifier().classify(_plain(_sample("\n".join(paragraphs))))
    return str(code) if sure >= _SURER and code not in {ENGLISH, *_NEAR} else ""


def language_name(code: str) -> str:
    """What a language is called in English; the code itself where it has no name."""
    from babel import Locale  # noqa: PLC0415 - only for what is not English

    return str(Locale(ENGLISH).languages.get(code, code))


def _sample(text: str) -> str:
    if len(text) <= 3 * _WINDOW:
        return text
    middle = (len(text) - _WINDOW) // 2
    return "\n".join((text[:_WINDOW], text[middle : middle + _WINDOW], text[-_WINDOW:]))


def _plain(text: str) -> str:
    """The words without quotations, figures and names; in capitals alone, all of them."""
    unquoted = _QUOTED.sub(" ", text)
    words = _WORD.findall(unquoted)
    small = [word for word in words if not word[0].isupper()]
    return " ".join(small or words)


def _share(words: str) -> float:
    said = words.lower().split()
    return sum(word in _SMALL_WORDS for word in said) / _length(said) if said else 0.0


def _length(words: Sequence[str]) -> float:
    """The number of words, also where no spaces part them."""
    return max(len(words), sum(map(len, words)) / _LETTERS)


@cache
def _identifier() -> "LanguageIdentifier":
    """The detector, which takes a second and 80 MB to load."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
