"""Days that have a name and come again, as `data/days/holidays.toml` has them, and where they lie in a year."""

import datetime as dt
import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

import msgspec

from timeline.dates.calendar_names import day_of
from timeline.dates.feasts import easter, nth_weekday, orthodox_easter
from timeline.dates.public_holidays import public_holiday

Span = tuple[int, int]


class _Observed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A public holiday of a country."""

    country: str = msgspec.field(name="in")
    name: str


class _Way(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a day is found in a year; the table has a comment on each."""

    on: str = ""
    nth: tuple[int, int, int] | None = None
    easter: int | None = None
    orthodox: int | None = None
    beside: tuple[str, int] | None = None
    dates: tuple[dt.date, ...] = ()
    either: tuple[str, ...] = ()
    observed: tuple[_Observed, ...] = ()
    span: Span = (0, 0)
    until: tuple[str, int] | None = None
    about: bool = False
    since: int = dt.MINYEAR
    weekend: Span | None = None


class _Abroad(_Way, frozen=True, forbid_unknown_fields=True):
    """Another day of the same name, of some countries."""

    countries: tuple[str, ...] = msgspec.field(name="in", default=())


class _Entry(_Way, frozen=True, forbid_unknown_fields=True):
    """A row of the table."""

    names: tuple[str, ...] = ()
    abroad: tuple[_Abroad, ...] = ()
    public: tuple[str, ...] = ()
    unsure: bool = False


class Days(msgspec.Struct, frozen=True):
    """The day, or the days, of a name in a year."""

    first: dt.date
    last: dt.date
    about: bool = False
    """Whether it may have been a day earlier or later."""

    @property
    def edtf(self) -> str:
        """`2019-12-25`, `2021-04-13~/2021-05-12~`."""
        mark = "~" if self.about else ""
        return "/".join(f"{day}{mark}" for day in dict.fromkeys((self.first, self.last)))


@cache
def _table() -> dict[str, _Entry]:
    text = (files("dateline_data") / "days" / "holidays.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), dict[str, _Entry])


NO_DAY = "no-day"
"""Id of the names that only begin as those of days do: *the Good Friday Agreement*."""


def ids() -> tuple[str, ...]:
    """The ids of all of them."""
    return tuple(_table())


@cache
def names() -> dict[str, str]:
    """Every name, as it is written, to its id."""
    return {name: id_ for id_, entry in _table().items() for name in entry.names}


_LEFT_OUT = re.compile(r"[\s.,'’‑-]+")


def key(name: str) -> str:
    """A name without what is written in several ways: capitals, spaces, points, apostrophes, hyphens."""
    return _LEFT_OUT.sub("", name).casefold()


def differs(id_: str) -> bool:
    """Whether its day is another one in other countries."""
    entry = _table().get(id_)
    return entry is not None and bool(entry.abroad or entry.public)


def keeps(country: str, id_: str) -> bool:
    """Whether a country has a day of that name, as far as that is known."""
    entry = _table()[id_]
    return bool(_own(entry, country)) or bool(tuple(_public(entry, country, _ANY_YEAR)))


_ANY_YEAR = 2020


def ways(id_: str, countries: Sequence[str] = ()) -> tuple[str, ...]:
    """Of a name that has several days those that a text with these countries may mean: what `days` takes.

    Each is a country, or empty for the day that the name has by itself.
    """
    entry = _table().get(id_)
    if entry is None:
        return ()
    told = tuple(country for country in countries if keeps(country, id_))
    if told or not (entry.abroad and entry.unsure):
        return told or ("",)
    return ("", *(one.countries[0] for one in entry.abroad if one.countries))


def days(id_: str, year: int, country: str = "") -> tuple[Days, ...]:
    """The days of a holiday in a year, of those of a country where one is given; none where they are not known."""
    entry = _table().get(id_)
    if entry is None or not dt.MINYEAR < year < dt.MAXYEAR or year < entry.since:
        return ()
    if own := _own(entry, country):
        return tuple(_found(own, year))
    return tuple(_public(entry, country, year)) or tuple(_found(entry, year))


def holiday(id_: str, year: int) -> dt.date | None:
    """The first day of a holiday in a year, where it is known and one."""
    found = days(id_, year)
    return found[0].first if len(found) == 1 else None


def weekend(id_: str, country: str = "") -> Span | None:
    """First and last day of *the … weekend*, counted from the day, where it is more than the weekend next to it."""
    entry = _table().get(id_)
    if entry is None:
        return None
    return (_own(entry, country) or entry).weekend


def _own(entry: _Entry, country: str) -> _Abroad | None:
    return next((one for one in entry.abroad if country in one.countries), None)


def _public(entry: _Entry, country: str, year: int) -> Iterator[Days]:
    if not country:
        return
    for name in entry.public:
        if found := public_holiday(country, name, year):
            yield from (Days(one.day, one.day, one.estimated) for one in found)
            return


def _found(way: _Way, year: int) -> Iterator[Days]:
    for first, estimated in _firsts(way, year):
        last = first + dt.timedelta(days=way.span[1])
        if way.until is not None:
            id_, after = way.until
            last = next((one.first for one in days(id_, year) if one.first > first), first) + dt.timedelta(days=after)
        yield Days(first + dt.timedelta(days=way.span[0]), max(first, last), way.about or estimated)


def _firsts(way: _Way, year: int) -> Iterator[tuple[dt.date, bool]]:
    if way.on:
        day = day_of(year, int(way.on[:2]), int(way.on[3:]))
        if day is not None:
            yield day, False
    if way.nth is not None:
        yield nth_weekday(year, *way.nth), False
    if way.easter is not None:
        yield easter(year) + dt.timedelta(days=way.easter), False
    if way.orthodox is not None:
        yield orthodox_easter(year) + dt.timedelta(days=way.orthodox), False
    yield from ((day, False) for day in way.dates if day.year == year)
    if way.beside is not None:
        id_, after = way.beside
        yield from ((one.first + dt.timedelta(days=after), one.about) for one in days(id_, year))
    for other in way.either:
        yield from ((one.first, one.about) for one in days(other, year))
    for one in way.observed:
        if found := public_holiday(one.country, one.name, year):
            yield from found
            return
