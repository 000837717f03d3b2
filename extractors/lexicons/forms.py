"""Forms of verbs that their endings don't show: the lists of `forms.toml`."""

from collections.abc import Mapping
from functools import cache, cached_property

import msgspec

from extractors.lexicons.files import lists


class Forms(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """The lists of `forms.toml`."""

    pasts: Mapping[str, str]
    """By verb its past, where that does not end in “-ed”."""
    unchanged_past: frozenset[str]
    """Verbs whose past is their base."""
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
