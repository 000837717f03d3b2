"""Words of time, whatever they mean: the tables of `time.toml` that hold nouns."""

from functools import cache

from extractors.lexicons.files import lexicon

_UNITS = ("unit", "units")
_DAYS = ("weekday", "weekdays", "day_offset", "daypart", "dayparts", "hour_name")


@cache
def time_units() -> frozenset[str]:
    """What time is counted in, one and several: *week*, *weeks*."""
    return frozenset(word for table in _UNITS for word in lexicon("time")[table])


@cache
def time_nouns() -> frozenset[str]:
    """Nouns that say when something happens, right behind a verb or before its subject: *Monday*, *noon*, *weeks*."""
    return time_units().union(*(lexicon("time")[table] for table in _DAYS))
