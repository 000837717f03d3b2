"""Completing a path that a person types among others, as a shell does."""

import os
import re
from collections import deque
from typing import NamedTuple

from extractors.reading import SUFFIXES

_WORD = re.compile(r"""(?:\\.|"[^"]*(?:"|\Z)|'[^']*(?:'|\Z)|[^\s"'\\]|\\\Z)+""", re.DOTALL)
"""A word: with backslashes before spaces in it, or quotation marks around them; from any place it is read once."""
_SPECIAL = re.compile(r"""([\s"'\\])""")


class PathCompletion(NamedTuple):
    """What a text could go on with."""

    text: str
    """All of it, as far as there is but one way to go on."""
    names: tuple[str, ...]
    """The ways, where there are several; folders end with a slash."""


def completed(text: str) -> PathCompletion:
    """Go on with the last path of a text; hidden files only where their dot was typed. An address stays as it is.

    What is taken from a folder goes before all else that lies there: that is offered where nothing else is meant.
    """
    word = next((match[0] for match in deque(_WORD.finditer(text), maxlen=1) if match.end() == len(text)), "")
    typed = _plain(word)
    if not typed or "://" in typed:
        return PathCompletion(text, ())
    cut = max(typed.rfind("/"), typed.rfind(os.sep)) + 1
    folder, name = typed[:cut], typed[cut:]  # as it was typed, with all its slashes
    names = _in(folder, name)
    if not names:
        return PathCompletion(text, ())
    whole = folder + _common(names)
    now = text[: len(text) - len(word)] + _SPECIAL.sub(r"\\\1", whole)
    if len(names) == 1 and not names[0].endswith("/"):
        now += " "
    return PathCompletion(now if typed != whole else text, names if len(names) > 1 else ())


def _in(folder: str, start: str) -> tuple[str, ...]:
    try:
        where = os.path.expanduser(folder) or "."  # noqa: PTH111 - it leaves alone a home that there is not
        found = [one.name + "/" * _is_folder(one) for one in os.scandir(where) if one.name.startswith(start)]
    except (OSError, ValueError):  # a NUL in it
        return ()
    shown = sorted(one for one in found if start.startswith(".") or not one.startswith("."))
    return tuple(one for one in shown if one.lower().endswith(("/", *SUFFIXES))) or tuple(shown)


def _is_folder(one: os.DirEntry[str]) -> bool:
    try:
        return one.is_dir()
    except OSError:  # a link in a circle
        return False


def _common(names: tuple[str, ...]) -> str:
    """What all of them begin with; the first and the last in their order differ most."""
    first, last = names[0], names[-1]
    return next((first[:at] for at, letter in enumerate(first) if last[at : at + 1] != letter), first)


def _plain(word: str) -> str:
    """A word without its quotation marks and backslashes."""
    return re.sub(r"""\\(.)|["']""", lambda found: found[1] or "", word, flags=re.DOTALL)
