"""Forms of verbs that their endings don't show: the lists of `forms.toml`."""

from collections.abc import Mapping
from functools import cache, cached_property

import msgspec

from extractors.lexicons.files import lists

_SHORTEST_ED = 4
"""Letters of a past form that no tag shows: *died*, *freed*."""


class Forms(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """The lists of `forms.toml`."""

    pasts: Mapping[str, str]
    """By verb its past, where that does not end in “-ed”."""
    pasts_besides: Mapping[str, str]
    """Likewise, where the past is another word as well: *ground*."""
    unchanged_past: frozenset[str]
    """Verbs whose past is their base."""
    past_alone: frozenset[str]
    """Past forms that are no participles: *sank*, *threw*."""
    not_past: frozenset[str]
    """Words in “-ed” that are no past forms."""

    @cached_property
    def irregular_past(self) -> frozenset[str]:
        """Past forms that do not end in “-ed”."""
        return frozenset((*self.pasts.values(), "were"))


@cache
def forms() -> Forms:
    """The lists. Raises LexiconError where one is wrong."""
    return lists("forms", Forms)


def looks_past(lower: str) -> bool:
    """Whether a word can be nothing but a past form, or hardly anything else: *sank*, *defected*."""
    regular = lower.endswith("ed") and len(lower) >= _SHORTEST_ED and lower not in forms().not_past
    return regular or lower in forms().irregular_past
