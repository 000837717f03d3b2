"""Public holidays of a country in a year, by their English names: all that we ask of the library `holidays`.

Importing it takes 0.1 s, so that it is imported when the first such day is asked for.
"""

import datetime as dt
import re
import warnings
from functools import lru_cache
from typing import NamedTuple


class PublicHoliday(NamedTuple):
    """A day of that name; of several in a row the first."""

    day: dt.date
    estimated: bool
    """Whether nobody has written down yet which day it was or will be."""


_REMARK = re.compile(r" *\(([^)]*)\)")
_ESTIMATED, _OBSERVED = "(estimated)", "(observed)"


def public_holiday(country: str, name: str, year: int) -> tuple[PublicHoliday, ...]:
    """The days of that name; none where the country (ISO 3166), the name or the year is not known.

    A day off for one that fell on a weekend is not it, unless no other day has its name.
    """
    return _named(country, year).get(name.casefold(), ())


@lru_cache(maxsize=512)
def _named(country: str, year: int) -> dict[str, tuple[PublicHoliday, ...]]:
    import holidays  # noqa: PLC0415 - see above

    if country not in holidays.list_supported_countries(include_aliases=False):
        return {}
    kind = getattr(holidays, country)
    if not kind.start_year <= year <= kind.end_year:
        return {}
    language = "en_US" if "en_US" in kind.supported_languages else None
    with warnings.catch_warnings():  # of days that it knows for a part of these years only
        warnings.simplefilter("ignore")
        days = kind(years=year, categories=kind.supported_categories, language=language)
    named: dict[str, list[PublicHoliday]] = {}
    less_sure: dict[str, list[PublicHoliday]] = {}
    for day, names in sorted(days.items()):
        for written in names.split("; "):
            name = written.replace(_ESTIMATED, "").strip()
            one = PublicHoliday(day, _ESTIMATED in written)
            if _OBSERVED not in name:
                named.setdefault(name.casefold(), []).append(one)
            for other in (_REMARK.sub("", name).strip(), *_REMARK.findall(name)):
                less_sure.setdefault(other.casefold(), []).append(one)
    return {name: tuple(_first_of_each_run(found)) for name, found in (less_sure | named).items()}


def _first_of_each_run(found: list[PublicHoliday]) -> list[PublicHoliday]:
    days = {one.day for one in found}
    return [one for one in found if one.day - dt.timedelta(days=1) not in days]
