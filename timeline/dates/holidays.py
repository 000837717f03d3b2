"""Days that have a name, as news in English has them, and where they lie in a year.

Sources: 5 U.S.C. § 6103 (public holidays of the United States), 2 U.S.C. § 7 (Election Day), the Bank Holidays page of
gov.uk, and the Gregorian computus (Meeus, Astronomical Algorithms, chapter 8) for the days that Easter moves. Feasts of
calendars that follow the moon are known by name only: which days they took is not in the words.
"""

import datetime as dt

from timeline.dates.calendar_names import day_of
from timeline.dates.edtf import month_end

_FIXED = {
    "new-years-day": (1, 1),
    "epiphany": (1, 6),
    "valentines-day": (2, 14),
    "st-patricks-day": (3, 17),
    "april-fools-day": (4, 1),
    "may-day": (5, 1),
    "juneteenth": (6, 19),
    "independence-day": (7, 4),
    "bastille-day": (7, 14),
    "halloween": (10, 31),
    "guy-fawkes-night": (11, 5),
    "veterans-day": (11, 11),
    "christmas-eve": (12, 24),
    "christmas": (12, 25),
    "boxing-day": (12, 26),
    "new-years-eve": (12, 31),
}
_NTH_WEEKDAY = {
    "martin-luther-king-day": (1, 0, 3),
    "presidents-day": (2, 0, 3),
    "memorial-day": (5, 0, -1),
    "labor-day": (9, 0, 1),
    "columbus-day": (10, 0, 2),
    "thanksgiving": (11, 3, 4),
}
_FROM_EASTER = {
    "mardi-gras": -47,
    "ash-wednesday": -46,
    "palm-sunday": -7,
    "good-friday": -2,
    "easter": 0,
    "easter-monday": 1,
    "pentecost": 49,
}
_BY_THE_MOON = ("ramadan", "eid", "passover", "yom-kippur", "rosh-hashana", "hanukkah", "diwali", "lunar-new-year")
ELECTION_DAY = "election-day"

NAMES = {
    "new year 's day": "new-years-day",
    "new year 's eve": "new-years-eve",
    "new year 's": "new-years-day",
    "epiphany": "epiphany",
    "valentine 's day": "valentines-day",
    "st. patrick 's day": "st-patricks-day",
    "april fools ' day": "april-fools-day",
    "april fool 's day": "april-fools-day",
    "may day": "may-day",
    "juneteenth": "juneteenth",
    "independence day": "independence-day",
    "fourth of july": "independence-day",
    "july fourth": "independence-day",
    "bastille day": "bastille-day",
    "halloween": "halloween",
    "guy fawkes night": "guy-fawkes-night",
    "veterans day": "veterans-day",
    "veterans ' day": "veterans-day",
    "armistice day": "veterans-day",
    "remembrance day": "veterans-day",
    "christmas": "christmas",
    "christmas day": "christmas",
    "christmas eve": "christmas-eve",
    "boxing day": "boxing-day",
    "martin luther king day": "martin-luther-king-day",
    "martin luther king jr. day": "martin-luther-king-day",
    "presidents day": "presidents-day",
    "presidents ' day": "presidents-day",
    "memorial day": "memorial-day",
    "labor day": "labor-day",
    "columbus day": "columbus-day",
    "thanksgiving": "thanksgiving",
    "thanksgiving day": "thanksgiving",
    "mardi gras": "mardi-gras",
    "ash wednesday": "ash-wednesday",
    "palm sunday": "palm-sunday",
    "good friday": "good-friday",
    "easter": "easter",
    "easter sunday": "easter",
    "easter monday": "easter-monday",
    "whit sunday": "pentecost",
    "pentecost": "pentecost",
    "election day": ELECTION_DAY,
    "ramadan": "ramadan",
    "eid al - fitr": "eid",
    "eid al - adha": "eid",
    "passover": "passover",
    "yom kippur": "yom-kippur",
    "rosh hashana": "rosh-hashana",
    "rosh hashanah": "rosh-hashana",
    "hanukkah": "hanukkah",
    "diwali": "diwali",
    "lunar new year": "lunar-new-year",
    "chinese new year": "lunar-new-year",
}
"""Names as they are written, word by word in lower case, to ids. "New Year" alone is no day."""

IDS = (*_FIXED, *_NTH_WEEKDAY, *_FROM_EASTER, ELECTION_DAY, *_BY_THE_MOON)


def holiday(name: str, year: int) -> dt.date | None:
    """The day of a holiday in a year; None for one that the Gregorian calendar doesn't place, and unknown ids."""
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return None
    if name in _FIXED:
        return day_of(year, *_FIXED[name])
    if name in _NTH_WEEKDAY:
        return nth_weekday(year, *_NTH_WEEKDAY[name])
    if name in _FROM_EASTER:
        return easter(year) + dt.timedelta(days=_FROM_EASTER[name])
    if name == ELECTION_DAY:
        return nth_weekday(year, 11, 0, 1) + dt.timedelta(days=1)
    return None


def nth_weekday(year: int, month: int, weekday: int, number: int) -> dt.date:
    """The first (1) to fourth, or the last (-1), such weekday of a month."""
    if number > 0:
        first = dt.date(year, month, 1)
        return first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
    last = month_end(year, month)
    return last - dt.timedelta(days=(last.weekday() - weekday) % 7)


def easter(year: int) -> dt.date:
    """Easter Sunday of the western churches."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - correction + 15) % 30
    leaps, years = divmod(rest, 4)
    weekday = (32 + 2 * century_rest + 2 * leaps - epact - years) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return dt.date(year, month, day + 1)
