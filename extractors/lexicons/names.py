"""Words that tell what kind of thing a capitalised name is: the lists and rows of `names.toml`."""

from functools import cache
from typing import Literal

import msgspec

from extractors.lexicons.files import lists

Pronoun = Literal["he", "she"]


class Organisations(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that end the name of an organisation."""

    strong: frozenset[str]
    weak: frozenset[str]
    """As often a building, or the end of other runs of capitals."""


class Landmarks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that end, or before “of” begin, the name of a place."""

    governed: frozenset[str]
    """Of one that has a government."""
    others: frozenset[str]


class Title(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A title or occupation; `names.toml` says what its keys mean."""

    leads: bool = True
    doubtful: bool = False
    small: bool = False
    pronoun: Pronoun | None = None


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `names.toml`, which has a comment on each."""

    openers: frozenset[str]
    companies: frozenset[str]
    particles: frozenset[str]
    given: frozenset[str]
    possessives: frozenset[str]
    doing: frozenset[str]
    locating: frozenset[str]
    nobody: frozenset[str]
    bodies: frozenset[str]
    owned: frozenset[str]
    trading: frozenset[str]
    leading: frozenset[str]
    leading_small: frozenset[str]
    of_somebody: frozenset[str]
    heads: frozenset[str]
    left_out: frozenset[str]
    after_hyphens: frozenset[str]
    portfolios: frozenset[str]
    works: frozenset[str]
    organisations: Organisations
    landmarks: Landmarks
    titles: dict[str, Title]


@cache
def name_words() -> Names:
    """The lists. Raises LexiconError where one is wrong."""
    return lists("names", Names)


@cache
def organisation_words() -> frozenset[str]:
    """Words that end the name of an organisation, the weak ones too."""
    return name_words().organisations.strong | name_words().organisations.weak


@cache
def landmark_words() -> frozenset[str]:
    """Words that end the name of a place."""
    return name_words().landmarks.governed | name_words().landmarks.others


@cache
def titles() -> frozenset[str]:
    """Titles that a name follows."""
    return frozenset(form for form, title in name_words().titles.items() if title.leads)


@cache
def doubtful_titles() -> frozenset[str]:
    """Titles that begin other names as well: *General Motors*."""
    return frozenset(form for form, title in name_words().titles.items() if title.doubtful)


@cache
def small_titles() -> frozenset[str]:
    """Titles and occupations that say in small letters that the name after them is a person's."""
    return frozenset(form.lower() for form, title in name_words().titles.items() if title.small)


@cache
def titles_of(pronoun: Pronoun) -> frozenset[str]:
    """Titles whose bearers one pronoun means."""
    return frozenset(form for form, title in name_words().titles.items() if title.pronoun == pronoun)
