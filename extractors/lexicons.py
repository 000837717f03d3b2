"""The word lists in `data/lexicons`, read once."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The tables of one lexicon, `time`, `verbs`, `names`."""
    path = files("dateline_data") / "lexicons" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def words(name: str, table: str, key: str = "words") -> frozenset[str]:
    """One list of words of a lexicon."""
    return frozenset(lexicon(name)[table][key])


@cache
def countries() -> dict[str, str]:
    """Every name of a country, its own and others, and its demonyms, to the name it goes by here."""
    path = files("dateline_data") / "lexicons" / "countries.tsv"
    table: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, *others = line.split("\t")
            table |= dict.fromkeys([name, *(other for cell in others for other in cell.split("|"))], name)
    return table
