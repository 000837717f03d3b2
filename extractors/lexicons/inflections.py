"""From a form of a word to what may be its base: *sank* to *sink*, *robberies* to *robbery*."""

from collections.abc import Iterator
from functools import cache, lru_cache

from extractors.lexicons.forms import forms

_SHORTEST = 3
"""Letters of a base."""
_ENDINGS = (
    ("ies", ("y",)),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ied", ("y",)),
    ("ed", ("", "e")),
    ("ying", ("y", "ie")),
    ("ing", ("", "e")),
)


@lru_cache(maxsize=20_000)
def bases(word: str) -> frozenset[str]:
    """The word itself, and whatever it may be a form of; not all of them need be words.

    >>> sorted(bases("sank"))
    ['sank', 'sink']
    """
    return frozenset((word, *_regular(word), *_irregular(word)))


def _regular(word: str) -> Iterator[str]:
    for ending, ends in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word:
            continue
        yield from (stem + end for end in ends if len(stem + end) >= _SHORTEST)
        if ending in ("ed", "ing") and len(stem) > _SHORTEST and stem[-1] == stem[-2]:  # *banned*, *stopping*
            yield stem[:-1]


def _irregular(word: str) -> Iterator[str]:
    pasts = _verbs_by_past()
    # A participle is the past, or the past or the base with an -n, or has a *u* for its *a*: *broken*, *given*, *sunk*.
    for form in (word, word.removesuffix("n"), word.removesuffix("en"), word.replace("u", "a")):
        yield from pasts.get(form, ())
    if word.endswith("n"):
        yield from (base for base in (word[:-1], word[:-2]) if base in forms().pasts)


@cache
def _verbs_by_past() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for verb, past in forms().pasts.items():
        found[past] = (*found.get(past, ()), verb)
    return found
