"""Titles that say themselves that something did not happen, behind which no remark need say it once more."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from timeline.model import fold

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_NUMBERED = re.compile(r"\bno\.? ?(?=\d)")
"""In “No. 4” it is a number that is told."""


def denies_itself(title: str) -> bool:
    """Whether a title's own words deny: *found no faults*, *didn't resign*, *kept them from leaving*.

    >>> denies_itself("The wardens found no trace of her"), denies_itself("The wardens opened No. 4")
    (True, False)
    """
    alone, with_from = _denying()
    words = _WORD.findall(_NUMBERED.sub("", fold(title).replace("’", "'")))
    before = words[: len(words) - 1 - words[::-1].index("from")] if "from" in words else []
    return any(word.endswith("n't") or word in alone for word in words) or any(word in with_from for word in before)


@cache
def _denying() -> tuple[frozenset[str], frozenset[str]]:
    """Words that deny alone, and those that do with *from* behind them."""
    rows = tomllib.loads((files("dateline_data") / "denying_words.toml").read_text(encoding="utf-8"))
    return frozenset(rows["words"].split()), frozenset(rows["words_with_from"].split())
