"""Forms of verbs that their endings don't show: the lists of `forms.toml`."""

from functools import cache

import msgspec

from extractors.lexicons.files import lists


class Forms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `forms.toml`."""

    irregular_past: frozenset[str]
    """Past forms that do not end in “-ed”."""
    unchanged_past: frozenset[str]
    """Verbs whose past is their base."""
    not_past: frozenset[str]
    """Words in “-ed” that are no past forms."""


@cache
def forms() -> Forms:
    """The lists. Raises LexiconError where one is wrong."""
    return lists("forms", Forms)
