"""Lexicons as files: read once, and refused as a whole where a line is wrong."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

import msgspec

_LINE = re.compile(r"at line (\d+)")
T = TypeVar("T")


class LexiconError(ValueError):
    """A lexicon that holds what nobody reads, or says something twice; the message names file and row."""


def text_of(file: str) -> str:
    """The text of one file of `data/lexicons`."""
    return (files("dateline_data") / "lexicons" / file).read_text(encoding="utf-8")


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The tables of one lexicon as they stand in its file. Raises LexiconError where it has a line twice."""
    return parse(f"{name}.toml", text_of(f"{name}.toml"))


@cache
def words(name: str, table: str) -> frozenset[str]:
    """One list of words of a lexicon that has its words in tables."""
    return frozenset(lexicon(name)[table]["words"])


def rows(name: str, row: type[T]) -> Mapping[str, T]:
    """The rows of a lexicon by word.

    Raises:
        LexiconError: a row stands twice, is empty, or has an unknown key or value, or one twice.
    """
    return read_rows(f"{name}.toml", text_of(f"{name}.toml"), row)


def lists(name: str, shape: type[T]) -> T:
    """A lexicon of lists.

    Raises:
        LexiconError: a list is missing, unknown, or has a word twice.
    """
    return _checked(f"{name}.toml", lexicon(name), shape)


def parse(file: str, text: str) -> dict[str, Any]:
    """The tables of a text in TOML. Raises LexiconError where it is none, or has a row twice."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = _LINE.search(str(error))
        at = text.rstrip().splitlines()[int(line[1]) - 1 if line else -1]
        why = "it stands twice" if "overwrite" in str(error) else str(error)
        raise LexiconError(f"{file}, “{at.split('=')[0].strip()}”: {why}") from None


def read_rows(file: str, text: str, row: type[T]) -> Mapping[str, T]:
    """The rows of a text; `file` is its name in messages. Raises LexiconError as `rows` does."""
    cells = parse(file, text)
    empty = next((word for word, keys in cells.items() if not keys), None)
    if empty is not None:
        raise LexiconError(f"{file}, “{empty}”: nothing is said of it")
    return {word: _checked(f"{file}, “{word}”", keys, row) for word, keys in cells.items()}


def _checked(where: str, value: Any, shape: type[T]) -> T:  # noqa: ANN401 - whatever TOML has
    for key, words in _lists(value):
        twice = [word for word, count in Counter(words).items() if count > 1]
        if twice:
            raise LexiconError(f"{where}: {key} has “{twice[0]}” twice")
    try:
        return msgspec.convert(value, shape)
    except msgspec.ValidationError as error:
        raise LexiconError(f"{where}: {error}") from None


def _lists(value: Any, key: str = "") -> Iterator[tuple[str, list[str]]]:  # noqa: ANN401 - whatever TOML has
    if isinstance(value, dict):
        for name, below in value.items():
            yield from _lists(below, name)
    elif isinstance(value, list):
        yield key, value
