"""Which verbs news puts for one another: the rows of `data/alike_verbs.toml`."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

from msgspec import Struct

_ENDINGS = tuple(
    tuple(row.split("/")) for row in ("ies/y", "es/e", "es/", "s/", "ied/y", "ed/e", "ed/", "ing/e", "ing/")
)
"""Of forms, and what stands in their place in the verb."""
_REACH = 4
"""So many words behind its verb a particle may stand: *turned the whole offer down*."""


class _Rows(Struct, forbid_unknown_fields=True):
    """What the file holds."""

    families: list[str]
    irregular: list[str]
    particles: list[str]
    opposites: list[str]


@dataclass(frozen=True)
class Verbs:
    """What is looked up in it."""

    families: dict[str, frozenset[int]]
    """By verb, the numbers of the rows in which it stands."""
    bases: dict[str, str]
    """By irregular form, its verb."""
    particles: frozenset[str]
    opposites: frozenset[tuple[str, str]]

    @cached_property
    def heads(self) -> frozenset[str]:
        """The verbs of it, without their particles."""
        return frozenset(verb.partition("_")[0] for verb in self.families)


@cache
def known_verbs() -> Verbs:
    """What the file says, read once."""
    rows = _Rows(**tomllib.loads((files("dateline_data") / "alike_verbs.toml").read_text(encoding="utf-8")))
    families: dict[str, frozenset[int]] = {}
    for number, row in enumerate(rows.families):
        for verb in row.split():
            families[_spelled(verb)] = families.get(_spelled(verb), frozenset()) | {number}
    bases = {form: row.split()[0] for row in rows.irregular for form in row.split()[1:]}
    pairs = [(_spelled(one), _spelled(other)) for one, other in map(str.split, rows.opposites)]
    opposites = frozenset(pairs) | frozenset((other, one) for one, other in pairs)
    return Verbs(families, bases, frozenset(rows.particles), opposites)


def verbs_of(trigger: Sequence[str], behind: Sequence[str]) -> frozenset[str]:
    """The verbs that folded words may be forms of, alone and with a particle among those that stand `behind` them."""
    known = known_verbs()
    found = {base for word in trigger for base in _bases(word, known)}
    near = [word for word in (*trigger, *behind[:_REACH]) if word in known.particles]
    joined = {f"{verb}_{word}" for verb in found for word in near}
    return frozenset(found | (joined & known.families.keys()))


def families_of(verbs: frozenset[str]) -> frozenset[int]:
    """The rows in which one of some verbs stands."""
    known = known_verbs().families
    return frozenset().union(*(known.get(verb, ()) for verb in verbs))


def are_opposites(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether one of some verbs is the opposite of one of the others."""
    known = known_verbs().opposites
    return any((one, other) in known for one in some for other in others)


def _bases(word: str, known: Verbs) -> set[str]:
    """The word, and the verbs that are known of which it may be a form."""
    word = _spelled(word)
    found = {word, known.bases.get(word, word)}
    for ending, instead in _ENDINGS:
        if word.endswith(ending):
            base = word.removesuffix(ending)
            for one in (base + instead, base[:-1] if base[-2:-1] == base[-1:] else base):
                if one in known.heads:
                    found.add(one)
    return found


def _spelled(word: str) -> str:
    """American and British spellings of a verb as one."""
    return word.replace("iz", "is").replace("yz", "ys")
