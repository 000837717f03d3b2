"""Periods as a filter has them: in figures, read at each key without a reader of dates, and told in words."""

import re

from timeline.dates.edtf import describe_edtf, members, parse

_SHORT_END = re.compile(r"\d\d(-\d\d)?")
"""The end of a period that shares its year, or year and month, with the start."""
_FIGURES = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(\.\.(\d{4}-)?(\d\d-)?(\d\d)?)?|\.\.\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
"""What is read at each key without a reader of dates: days, months and years, and from one to another."""
_FEW = 3
"""So many times that a date could be are told one by one."""


def in_figures(text: str) -> bool:
    """Whether a date, or a period from one to another, stands in nothing but figures."""
    return _FIGURES.fullmatch(text.strip()) is not None


def read_figures(text: str) -> str:
    """The EDTF string of `2019-01`, `2019-01-21..28`, `..2019`, `2019-01-21..`. Raises ValueError."""
    start, dots, end = text.strip().partition("..")
    if _SHORT_END.fullmatch(end) and len(end) < len(start):
        end = start[: -len(end)] + end
    edtf = f"{start or '..'}/{end or '..'}" if dots else start
    parse(edtf)
    return edtf


def told(edtf: str) -> str:
    """A period in words; of many, how many they are."""
    dates = members(edtf)
    if len(dates) <= _FEW:
        return describe_edtf(edtf)
    return f"{describe_edtf(dates[0])}, {describe_edtf(dates[1])} … {describe_edtf(dates[-1])} ({len(dates)} times)"
