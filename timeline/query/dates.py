"""Dates of several words in a filter, `date:3 mar 2017`: which of the words behind belong to the date.

Those that make one date with it do, as many as can. What looks like more of a date and makes none with it is refused:
it would otherwise be looked for as a word, beside a date that nobody meant.
"""

import re
from collections.abc import Callable, Sequence
from contextlib import suppress

from timeline.query.tokens import FIELD, QueryError, Token

Read = Callable[[str], object]
"""Understands a date that a person typed. Raises ValueError."""

LONGEST_DATE = 8
"""Words behind the first; *the first monday of may 2019* has six in all."""
_IN_FIGURES = re.compile(r"[\d.-]+")
_NUMBER = re.compile(r"\d{1,4}(?:st|nd|rd|th)?,?", re.IGNORECASE)
_SIGNS = frozenset({"(", ")", "|", "-", "or"})
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def words_behind(text: str, left: Sequence[Token]) -> list[Token]:
    """The plain words with which what is left begins; a minus between blanks is one, as in *12 - 15 mar*."""
    words: list[Token] = []
    for token in left[:LONGEST_DATE]:
        is_dash = token.text == "-" and text[token.end : token.end + 1].isspace()
        if not is_dash and (token.is_phrase or token.text.lower() in _SIGNS or token.text.startswith("@")):
            break
        if FIELD.match(token.text):
            break
        words.append(token)
    return words


def whole_date(text: str, first: Token, behind: Sequence[Token], read: Read) -> tuple[Token, int]:
    """A date that begins with a word, and how many of those behind it are in it.

    Raises:
        QueryError: the next one looks like more of the date, and makes none with it.
    """
    for used in range(len(behind), -1, -1):
        date = _joined(text, first, behind[:used])
        if not date.text.endswith("-") and _reads(date.text, read):
            break
    else:
        used = next((at for at, word in enumerate(behind) if not _is_of_a_date(word.text, read)), len(behind))
        return _joined(text, first, behind[:used]), used
    if used < len(behind) and _goes_on(date, behind[used], read):
        more = behind[used].text
        reason = f"“{date.text} {more}” is no date that is read here; type it as 26 jan 2019"
        raise QueryError(
            date.start, behind[used].end, f'date: {reason}, or "{more}" in quotation marks to find the word'
        )
    return date, used


def refuse_a_year_for_one_alone(dates: Sequence[Token]) -> None:
    """Refuse `mar|apr 2017`, in which March would be of another year.

    Raises:
        QueryError: one of them is in words that have no year, and another one that stands in several words has one.
    """
    if any(" " in date.text and not date.is_phrase and _YEAR.search(date.text) for date in dates):
        for date in dates:
            if not _YEAR.search(date.text) and not date.is_phrase:
                raise QueryError(
                    date.start, date.end, f"date: “{date.text}” has no year; type one, as in mar 2017|apr 2017"
                )


def refuse_a_date_without_field(text: str, behind: Sequence[Token], read: Read) -> None:
    """Refuse `date:2017 or 2018`, in which 2018 would be looked for as a word.

    Raises:
        QueryError: the words behind an `or` are a date.
    """
    date, _ = whole_date(text, behind[0], behind[1:], read)
    if _reads(date.text, read):
        reason = f'type date:{date.text} behind “or”, or "{date.text}" in quotation marks to find the words'
        raise QueryError(date.start, date.end, f"date: {reason}")


def _joined(text: str, first: Token, behind: Sequence[Token]) -> Token:
    end = behind[-1].end if behind else first.end
    return Token(first.start, end, " ".join(text[first.start : end].split()))


def _reads(typed: str, read: Read) -> bool:
    with suppress(ValueError):
        read(typed)
        return True
    return False


def _is_of_a_date(word: str, read: Read) -> bool:
    """Whether a word can be in a date: a number, or what is a date alone, as the name of a month."""
    return bool(_NUMBER.fullmatch(word)) or _reads(word, read)


def _goes_on(date: Token, word: Token, read: Read) -> bool:
    """Whether a word looks like more of a date; beside one in figures, which says all, a number doesn't."""
    if word.text[0].isdigit():
        return not _IN_FIGURES.fullmatch(date.text) and _is_of_a_date(word.text, read)
    return _reads(word.text, read)
