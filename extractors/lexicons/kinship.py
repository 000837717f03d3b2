"""Words of one family, which share a root: *resign* and *resignation*, *collapse* and *collapse*, *die* and *death*."""

from functools import lru_cache

from extractors.lexicons.inflections import bases
from extractors.lexicons.nouns import related_verbs, totals
from extractors.lexicons.verbs import light, reporting

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


@lru_cache(maxsize=20_000)
def families(trigger: str) -> frozenset[str]:
    """What the words of a trigger may be of one family with, whatever their form; none where they tell too little.

    What a toll counts is one: who was killed has died.

    >>> sorted(families("dies") & families("killing"))
    ['death']
    """
    found = bases(trigger.lower().partition(" ")[0])
    if not trigger or any(base in light() or base in reporting() for base in found):
        return frozenset()
    own = frozenset(root for base in found for root in roots(base))
    return own.union(noun for noun in totals() if own.intersection(related_verbs(noun)))
