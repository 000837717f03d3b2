"""Control characters in a text: which of them were quotation marks, and what is told of those that are left out."""

import re
from collections.abc import Iterator

from timeline.counts import counted

_AS_WINDOWS = str.maketrans({number: bytes([number]).decode("cp1252") for number in (0x80, *range(0x91, 0x98))})
_QUOTES = re.compile("[\x80\x91-\x97]")
_LEFT_OUT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
"""Without those that end lines and those that begin the commands of a terminal."""


def without_mistaken(text: str) -> tuple[str, tuple[str, ...]]:
    r"""A text with the quotes and dashes of windows-1252 that somebody made control characters of; and what to tell.

    Those that nothing in a text means are left out where it is cleaned.

    >>> without_mistaken("It\x92s late\0.")
    ('It’s late\x00.', ('has 1 control character, left out here, in line 1',))
    """
    return text.translate(_AS_WINDOWS) if _QUOTES.search(text) else text, tuple(_left_out(text))


def _left_out(text: str) -> Iterator[str]:
    found = [control.start() for control in _LEFT_OUT.finditer(text)]
    if found:
        line = text.count("\n", 0, found[0]) + 1
        where = f"the first in line {line}" if len(found) > 1 else f"in line {line}"
        yield f"has {counted(len(found), 'control character')}, left out here, {where}"
