"""Places and peoples: `countries.tsv`, `places.toml` and `groups.toml`."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from extractors.lexicons.files import LexiconError, lists, text_of


class Places(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `places.toml`, which has a comment on each."""

    nature: frozenset[str]
    provinces: frozenset[str]
    cities: dict[str, tuple[str, ...]]
    ambiguous: frozenset[str]
    initials: frozenset[str]
    regions: dict[str, tuple[str, ...]]
    """With the demonyms and adjectives of each."""
    states: dict[str, tuple[str, ...]]
    """With the names of their people."""


class Groups(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `groups.toml`."""

    faith: frozenset[str]
    politics: frozenset[str]
    people: frozenset[str]
    ambiguous: frozenset[str]


class Country(NamedTuple):
    """A row of `countries.tsv`."""

    name: str
    demonyms: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


@cache
def country_rows() -> tuple[Country, ...]:
    """The rows of `countries.tsv`. Raises LexiconError where one is wrong."""
    return read_countries(text_of("countries.tsv"))


def read_countries(text: str) -> tuple[Country, ...]:
    """The rows of a table of countries.

    Raises:
        LexiconError: a row has more cells than there are columns, or a name or demonym stands twice.
    """
    rows: list[Country] = []
    claims: set[str] = set()
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        name, *cells = line.split("\t")
        if not name or len(cells) >= len(Country._fields):
            raise LexiconError(
                f"countries.tsv, “{name}”: a row has a name and at most {len(Country._fields) - 1} cells"
            )
        words = [tuple(word for word in cell.split("|") if word) for cell in cells]
        row = Country(name, *words)
        for claim in (row.name, *row.demonyms, *row.others):
            if claim in claims:
                raise LexiconError(f"countries.tsv, “{name}”: “{claim}” stands twice")
            claims.add(claim)
        rows.append(row)
    return tuple(rows)


@cache
def countries() -> dict[str, str]:
    """Every name of a country, its own and others, and its demonyms, to the name it goes by here."""
    named = {other: row.name for row in country_rows() for other in (row.name, *row.others)}
    return named | demonyms()


@cache
def demonyms() -> dict[str, str]:
    """Demonyms and adjectives of countries, with their plurals, to the country."""
    return {form: row.name for row in country_rows() for form in with_plurals(row.demonyms)}


@cache
def capitals() -> dict[str, str]:
    """Capitals to their countries; one that two claim is the larger one's."""
    return {capital: row.name for row in country_rows() for capital in row.capitals}


@cache
def _places() -> Places:
    return lists("places", Places)


@cache
def _groups() -> Groups:
    return lists("groups", Groups)


@cache
def cities() -> frozenset[str]:
    """Cities, states and provinces that are governed as such (GPE), without the capitals of countries."""
    listed = frozenset(city for of_country in _places().cities.values() for city in of_country)
    return listed | _places().provinces | frozenset(_places().states)


@cache
def country_codes() -> dict[str, str]:
    """Places and peoples that tell a country, to its code (ISO 3166): *Lagos*, *Nigerian*, *Ohio*."""
    found = {city: code for code, listed in _places().cities.items() for city in listed}
    found |= dict.fromkeys(_places().provinces, "CA")
    found |= dict.fromkeys((*_places().states, *(form for forms in _places().states.values() for form in forms)), "US")
    for row in country_rows():
        for code in row.codes:
            found |= dict.fromkeys((row.name, *with_plurals(row.demonyms), *row.others, *row.capitals), code)
    return found


@cache
def places() -> frozenset[str]:
    """Parts of the world, waters and mountains (LOC)."""
    return _places().nature | frozenset(_places().regions)


@cache
def initials() -> frozenset[str]:
    """States in two letters, cities in initials: places where something takes them for names, never by themselves."""
    return _places().initials


@cache
def groups() -> frozenset[str]:
    """Groups that people belong to (NORP), with their plurals, other than by country."""
    listed = _groups().faith | _groups().politics | _groups().people
    regional = (form for table in (_places().regions, _places().states) for forms in table.values() for form in forms)
    return frozenset(with_plurals((*listed, *regional)))


@cache
def ambiguous_places() -> frozenset[str]:
    """Names of places that are as often a person's, another thing's or a common word."""
    return _places().ambiguous


@cache
def ambiguous_groups() -> frozenset[str]:
    """Names of groups that name other things as often."""
    return _groups().ambiguous


def with_plurals(forms: Iterable[str]) -> Iterator[str]:
    """The forms, and the plural in “-s” of each that may have one: *Iraqis*, not *Frenchs*."""
    for form in forms:
        yield form
        if not form.endswith(("s", "sh", "ch", "ese", "man", "men", "ic")):
            yield form + "s"
