"""The word lists in `data/lexicons`, read once."""

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The tables of one lexicon, such as `time`, `verbs`, `names`, `places`, `groups`."""
    path = files("dateline_data") / "lexicons" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def words(name: str, table: str, key: str = "words") -> frozenset[str]:
    """One list of words of a lexicon."""
    return frozenset(lexicon(name)[table][key])


class Country(NamedTuple):
    """A row of `countries.tsv`."""

    name: str
    demonyms: tuple[str, ...]
    others: tuple[str, ...]
    capitals: tuple[str, ...]


@cache
def country_rows() -> tuple[Country, ...]:
    """The rows of `countries.tsv`."""
    path = files("dateline_data") / "lexicons" / "countries.tsv"
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return tuple(_country(*line.split("\t")) for line in lines)


def _country(name: str, demonyms: str = "", others: str = "", capitals: str = "") -> Country:
    cells = (tuple(word for word in cell.split("|") if word) for cell in (demonyms, others, capitals))
    return Country(name, *cells)


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
def cities() -> frozenset[str]:
    """Cities, states and provinces that are governed as such (GPE), without the capitals of countries."""
    return words("places", "city") | words("places", "province") | frozenset(lexicon("places")["state"])


@cache
def places() -> frozenset[str]:
    """Parts of the world, waters and mountains (LOC)."""
    return words("places", "nature") | frozenset(lexicon("places")["region"])


@cache
def groups() -> frozenset[str]:
    """Groups that people belong to (NORP), with their plurals, other than by country."""
    listed = (form for table in ("faith", "politics", "people") for form in words("groups", table))
    regional = (form for table in ("region", "state") for forms in lexicon("places")[table].values() for form in forms)
    return frozenset(with_plurals((*listed, *regional)))


def with_plurals(forms: Iterable[str]) -> Iterator[str]:
    """The forms, and the plural in “-s” of each that may have one: *Iraqis*, not *Frenchs*."""
    for form in forms:
        yield form
        if not form.endswith(("s", "sh", "ch", "ese", "man", "men", "ic")):
            yield form + "s"
