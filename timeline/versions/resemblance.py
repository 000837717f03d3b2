"""How much two texts resemble each other, and whether two articles are one whose text was changed.

The measure is that of Broder (1997): of all runs of three words that are in one text or the other, the share that is in
both. It needs no order, and a changed word changes three runs.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from timeline.model import Article, fold

SAME_ADDRESS = 0.5
"""So much do texts of one article resemble each other at least that have one address, or path. The next article there
is another: of 32,896 pairs of news articles, many of one outlet and on one matter, none reaches 0.3. A text that has
grown to twice its length has 0.5; that of a single sentence of twelve words in which one was changed, 0.54."""

SAME_TITLE = 0.7
"""And so much if they have but title, outlet and day in common, as reports of one form may. Five words changed in a
text of a hundred leave 0.74."""

SAME_IN_SHORT = 0.6
"""And so much in their words, whatever their order, if one is short and they have one address or path: there a changed
word changes most runs. Of 16,000 pairs of leads of 25 words two have more; of leads in which three words were changed
98 in 100 have it, where 54 have enough in common by runs."""
_SHORT = 40
"""Words."""

_RUN = 3
_WORD = re.compile(r"\w+")
_PASSING = re.compile(r"^(https?://)?(www\.)?|/*(#.*)?$")
"""What two ways of writing one address may differ in."""

_STDIN = "-"
_NUMBERED = re.compile(r", (?:line|article) \d+$")
"""How the place of one of many in a file ends: another may stand there tomorrow."""

Runs = frozenset[int]


def runs(text: str) -> Runs:
    """The runs of three words in a text, each as a number; of a shorter one, all of it."""
    words = _words(text)
    return frozenset(hash(tuple(words[at : at + _RUN])) for at in range(max(1, len(words) - _RUN + 1)))


def resemblance(one: Runs, other: Runs) -> float:
    """Between 0, nothing in common, and 1, the same.

    >>> resemblance(runs("the old mill burned down"), runs("the old mill burned down"))
    1.0
    >>> resemblance(runs("the old mill burned down"), runs("the new bridge opened late"))
    0.0
    """
    return len(one & other) / len(one | other)


def resemblance_in_short(one: str, other: str) -> float:
    """The share of words that two texts have in common, if one of them is short; else 0.

    >>> round(resemblance_in_short("The old mill burned down on Monday.", "The old mill burned on Monday."), 2)
    0.86
    """
    words, others = (Counter(_words(text)) for text in (one, other))
    if not 0 < min(words.total(), others.total()) <= _SHORT:
        return 0
    return (words & others).total() / (words | others).total()


def _words(text: str) -> list[str]:
    return _WORD.findall(composed(text).casefold())


def composed(text: str) -> str:
    """A text with each letter and its accents as one sign, where there is one: some programs write them apart.

    >>> composed("Guaido\N{COMBINING ACUTE ACCENT}") == "Guaid\N{LATIN SMALL LETTER O WITH ACUTE}"
    True
    """
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def labels(article: Article) -> Iterable[tuple[str, ...]]:
    """What an article may have in common with a later text of it: address, file; or title and outlet."""
    if article.url:
        yield "address", _PASSING.sub("", article.url)
    if article.origin:
        yield "file", _parts(article.origin)[-1]
    if article.title:
        yield "title", fold(article.title), fold(article.publisher)


def _may_be_one(one: str, other: str) -> bool:
    """Whether two paths may lead to one file: they are the same, or one of them is the other, told from another folder.

    >>> _may_be_one("clips/./fire.txt", "/srv/lee/clips/fire.txt"), _may_be_one("/a/fire.txt", "/b/fire.txt")
    (True, False)
    """
    short, long = sorted((_parts(one), _parts(other)), key=len)
    are_whole = one.startswith("/") and other.startswith("/")
    return short == long or (not are_whole and long[-len(short) :] == short)


def _parts(path: str) -> tuple[str, ...]:
    """Of a path, without what says only where it was told from."""
    parts = [part for part in re.split(r"[\\/]+", path) if part not in ("", ".")]
    while ".." in parts[1:]:
        at = parts.index("..", 1)
        del parts[at - 1 : at + 1]
    return tuple(part for part in parts if part != "..") or (path,)


def are_of_one_place(one: Article, other: Article) -> bool:
    """Whether two articles of the same words come from one address, or one file; of standard input nobody knows."""
    if one.origin == other.origin and not (one.url and other.url):
        return one.origin != _STDIN
    return least(one, other) <= SAME_ADDRESS


def is_numbered(article: Article) -> bool:
    """Whether where it comes from is but its number among others, such as a line of a file, and no address."""
    return not article.url and _NUMBERED.search(article.origin) is not None


def least(one: Article, other: Article) -> float:
    """How much their texts resemble each other at least if two articles are one; more than 1 if they can't be."""
    shared = {label[0] for label in {*labels(one)} & {*labels(other)}}
    if one.url and other.url:
        return SAME_ADDRESS if "address" in shared else 2
    if "file" in shared and _may_be_one(one.origin, other.origin):
        return SAME_ADDRESS
    days = {article.published.date for article in (one, other) if article.published is not None}
    return SAME_TITLE if "title" in shared and len(days) < 2 else 2
