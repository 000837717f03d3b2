"""Who or what a noun or a given name means: the lists of `beings.toml` and `people.toml`."""

from functools import cache

import msgspec

from extractors.lexicons import nouns
from extractors.lexicons.files import lists
from extractors.lexicons.names import Pronoun, name_words, small_titles


class Beings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `beings.toml`, which has a comment on each."""

    people: frozenset[str]
    crowds: frozenset[str]
    she: frozenset[str]
    he: frozenset[str]
    kin: frozenset[str]
    bodies: frozenset[str]
    firms: frozenset[str]
    societies: frozenset[str]
    unnamed_bodies: frozenset[str]
    anybody: frozenset[str]
    lands: frozenset[str]
    towns: frozenset[str]
    vehicles: frozenset[str]
    buildings: frozenset[str]
    given_to_women: frozenset[str]
    given_to_both: frozenset[str]


@cache
def beings() -> Beings:
    """The lists. Raises LexiconError where one is wrong."""
    return lists("beings", Beings)


class People(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The list of `people.toml`, which is WordNet's."""

    words: frozenset[str]


@cache
def person_nouns() -> frozenset[str]:
    """Nouns for one person, titles and occupations too."""
    listed = beings().people | lists("people", People).words
    return (listed | small_titles() | nouns.officers() | nouns.outsiders()) - body_nouns()


@cache
def body_nouns() -> frozenset[str]:
    """Nouns for what acts as one and is no person."""
    return beings().bodies | nouns.bodies() | name_words().bodies


def pronoun_of_noun(lemma: str) -> Pronoun | None:
    """Which pronoun means whom a noun names, where the noun says it: *woman*, *policeman*."""
    if lemma in beings().she or lemma.endswith("woman"):
        return "she"
    if lemma in beings().he or (lemma.endswith("man") and lemma in person_nouns()):
        return "he"
    return None


def pronoun_of_given(name: str) -> Pronoun | None:
    """Which pronoun most bearers of a given name go by; None for one that nobody knows, or that women and men bear."""
    if name in beings().given_to_both:
        return None
    if name in beings().given_to_women:
        return "she"
    return "he" if name in name_words().given else None
