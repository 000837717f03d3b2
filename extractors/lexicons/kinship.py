"""Words of one family, which share a root: *resign* and *resignation*, *collapse* and *collapse*, *die* and *death*."""

from functools import lru_cache

from extractors.lexicons.nouns import related_verbs

_SHORTEST_STEM = 3
"""Letters: what is left of a shorter word before its ending is no root."""
_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ation", ("", "e", "ate")),
    ("ition", ("", "e", "ite")),
    ("ution", ("ve", "ute")),
    ("ssion", ("t", "ss")),
    ("sion", ("d", "de", "t", "se", "s")),
    ("tion", ("t", "te")),
    ("ment", ("",)),
    ("ing", ("", "e")),
    ("al", ("", "e")),
    ("ure", ("", "e")),
    ("ance", ("", "e")),
    ("ence", ("", "e")),
    ("ery", ("", "er")),
    ("er", ("e",)),
    ("off", ("",)),
)
"""How nouns for what happens end, and how the verbs end that they are made of."""


PARTICLES = frozenset("away down in off out over up".split())


def compounds(verb: str, particle: str) -> frozenset[str]:
    """A verb with its particle as one word, which is how nouns have them: *walkout*, *break-in*."""
    return frozenset((f"{verb}{particle}", f"{verb}-{particle}"))


@lru_cache(maxsize=20_000)
def roots(word: str) -> frozenset[str]:
    """A verb or noun, and the verbs that it may be made of."""
    family = {word, *related_verbs(word)}
    for ending, verbs in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST_STEM:
            family.update(stem + verb for verb in verbs)
            if stem[-1] == stem[-2]:  # *robbery*, *acquittal*
                family.add(stem[:-1])
    return frozenset(family)
