"""The same days and hours in other words."""

import datetime as dt
import re

from benchmarks.told_otherwise.edits import Edit, replacing

_MONTHS = "January February March April May June July August September October November December".split()
_SHORT = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split()
_NAMES = "|".join(_MONTHS)
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_AMERICAN = re.compile(rf"\b(?P<month>{_NAMES})\ (?P<day>\d\d?)\b(?!:|\.\d)(?:,\ (?P<year>\d{{4}})\b)?")
_BRITISH = re.compile(rf"\b(?P<day>\d\d?)\ (?P<month>{_NAMES})\b(?:\ (?P<year>\d{{4}})\b)?")
_ON_DAY = re.compile(rf"(?<=[a-z])\ on\ (?=(?:{'|'.join(_DAYS)})\b(?!s))")
_BARE_DAY = re.compile(
    rf"(?:(?<=[a-z]ed)|(?<=said))\ (?=(?:{'|'.join(_DAYS)})\b(?!s|\ (?:morning|afternoon|evening|night)))"
)
_CLOCK = re.compile(r"\b(?P<hour>1[0-2]|[1-9])(?::(?P<minute>[0-5]\d))?\ ?(?P<half>[ap])\.?\ ?m\b(?P<point>\.?)")
_YESTERDAY = re.compile(r"\b(?P<word>[Yy]esterday|[Tt]oday)\b(?!['’])")
_ORDINALS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
_PLURAL = re.compile(rf"\b(?P<one>{_NAMES})\ \d\d?(?:,?\ (?:and|to|or|through)\ |[-–])\d")
_YEAR = re.compile(r"(?<![\d$£€.,#/-])\b(?:19[3-9]\d|20[0-4]\d)\b(?![\d%/]|,\d|\.\d|-\d\d\b)")
_BACK = 28
"""Years after which all weekdays, and leap years, are as before."""


def british(text: str) -> list[Edit]:
    """“5 March” for “March 5”."""
    return [
        *replacing(_AMERICAN, lambda match: f"{match['day']} {match['month']}{_with_year(match, ' ')}", _single(text)),
    ]


def american(text: str) -> list[Edit]:
    """“March 5” for “5 March”."""
    return replacing(_BRITISH, lambda match: f"{match['month']} {match['day']}{_with_year(match, ', ')}", text)


def short_months(text: str) -> list[Edit]:
    """“Mar. 5” for “March 5”."""
    return replacing(
        re.compile(rf"\b(?:{_NAMES})(?=\ \d\d?\b)"), lambda match: _SHORT[_MONTHS.index(match[0])], _single(text)
    )


def ordinals(text: str) -> list[Edit]:
    """“March 5th” for “March 5”."""
    pattern = re.compile(rf"(?<=\b)(?P<month>{_NAMES})\ (?P<day>\d\d?)\b(?!:|,\ \d)")
    return replacing(pattern, lambda match: f"{match[0]}{_ORDINALS.get(int(match['day']), 'th')}", _single(text))


def bare_weekdays(text: str) -> list[Edit]:
    """“left Monday” for “left on Monday”, as American papers have it."""
    return replacing(_ON_DAY, lambda _: " ", text)


def weekdays_with_on(text: str) -> list[Edit]:
    """“said on Monday” for “said Monday”."""
    return replacing(_BARE_DAY, lambda _: " on ", text)


def weekdays_for_yesterday(text: str, published: dt.date) -> list[Edit]:
    """The weekday that was *yesterday*, or is *today*."""

    def day(match: re.Match[str]) -> str:
        date = published - dt.timedelta(days=match["word"].lower() == "yesterday")
        return f"{'On' if match['word'][0].isupper() else 'on'} {_DAYS[date.weekday()]}"

    after = re.compile(r"(?:of|until|since|by|from|for|before|after|late|early|earlier|and|as|than|-)\s*$")
    free = [match for match in _YESTERDAY.finditer(text) if not after.search(text[: match.start()])]
    part = re.compile(r"\ (?:morning|afternoon|evening|night|at)\b")
    return [Edit(*match.span(), day(match)) for match in free if not part.match(text[match.end() :])]


def hours_of_24(text: str) -> list[Edit]:
    """“15:00” for “3 p.m.”."""

    def hour(match: re.Match[str]) -> str:
        at = int(match["hour"]) % 12 + 12 * (match["half"] == "p")
        ends = match["point"] and re.match(r"\s+[A-Z]|\s*$", text[match.end() :])
        return f"{at:02}:{match['minute'] or '00'}{'.' if ends else ''}"

    return replacing(_CLOCK, hour, text)


def years_ago(text: str) -> list[Edit]:
    """All years 28 earlier; none of a text that names decades, which would be others."""
    if re.search(r"\b\d{3}0s\b|['’]\d0s\b|\bcentur|\bdecade", text):
        return []
    return [Edit(*match.span(), str(int(match[0]) - _BACK)) for match in _YEAR.finditer(text)]


def earlier(date: dt.date) -> dt.date:
    """The same day 28 years before."""
    return date.replace(year=date.year - _BACK)


def later_again(edtf: str) -> str:
    """A date of the text with earlier years, as it was before."""
    return re.sub(r"(?<!\d)(?:19|20)\d\d(?!\d)", lambda match: str(int(match[0]) + _BACK), edtf)


def _single(text: str) -> str:
    """With the dates that share a month hidden: *March 5 and 6* is no *5 March and 6*."""
    return _PLURAL.sub(lambda match: "\0" * len(match[0]), text)


def _with_year(match: re.Match[str], between: str) -> str:
    return f"{between}{match['year']}" if match["year"] else ""
