"""Days called by what happened on them, as `data/days/happenings.toml` has them: `D-Day`, `the Sept. 11 attacks`."""

import datetime as dt
import tomllib
from functools import cache
from importlib.resources import files

import msgspec

from timeline.dates.holidays import key


class Happened(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of the table, which has a comment on each field."""

    date: dt.date
    what: str
    source: str
    names: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    called: frozenset[str] = frozenset()
    kept: bool = False
    where: frozenset[str] = frozenset()
    alone: bool = False
    by_year: bool = False
    countries: frozenset[str] = frozenset()


@cache
def happenings() -> dict[str, Happened]:
    """All of them, by their ids."""
    text = (files("dateline_data") / "days" / "happenings.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), dict[str, Happened])


@cache
def by_name() -> dict[str, tuple[str, ...]]:
    """Every name, as `holidays.key` has it, to the ids of those that it may mean."""
    found: dict[str, tuple[str, ...]] = {}
    for id_, one in happenings().items():
        for name in dict.fromkeys(map(key, one.names)):
            found[name] = (*found.get(name, ()), id_)
    return found


@cache
def by_figures() -> dict[str, str]:
    """`7/7` and the like, to their ids."""
    return {figures: id_ for id_, one in happenings().items() for figures in one.figures}


def on(month: int, day: int, called: str) -> tuple[str, ...]:
    """The ids of those that news calls by that day and a word: `Sept. 11` and `attack`."""
    return tuple(
        id_
        for id_, one in happenings().items()
        if (one.date.month, one.date.day) == (month, day) and called in one.called
    )


def alone(month: int, day: int) -> tuple[str, ...]:
    """The ids of those that are meant by their date alone: `since Oct. 7`."""
    dates = ((id_, one.date) for id_, one in happenings().items() if one.alone)
    return tuple(id_ for id_, date in dates if (date.month, date.day) == (month, day))


def several(ids: tuple[str, ...]) -> bool:
    """Whether a name may mean several, so that the country of the text tells which."""
    return len(ids) > 1
