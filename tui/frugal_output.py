"""What is written to the terminal, in fewer bytes: over ssh, a list that scrolls is as slow as its lines are long.

Textual gives each stretch of text all of its style, and takes it all off again. Here only what differs from the stretch
before is said (ECMA-48, SGR), colours that nobody sees on spaces are not, and the cursor is moved once.
"""

import re
from functools import lru_cache
from typing import NamedTuple

_STYLE = re.compile(r"\x1b\[([0-9;]*)m")
_MOTION = r"\x1b\[\d+;\d+H"
_OVERTAKEN = re.compile(rf"(?:{_MOTION}|\n)+(?={_MOTION})")
"""Motions of the cursor that another one follows, to a place of its own."""
_NO_TEXT = re.compile(rf"(?:{_MOTION})+")
_SPACES = re.compile(rf"(?:{_MOTION}| )+")
_ON_SPACES = frozenset({"4", "5", "6", "7", "9", "21", "51", "52", "53"})
"""Underlined, blinking, reversed, struck, framed, overlined: what is seen on spaces too."""
_EXTENDED = {"5": 3, "2": 5}
"""How many parameters a colour has by its second one: of a palette, or in red, green and blue."""


class Look(NamedTuple):
    """How text is drawn."""

    letters: str = ""
    """Parameters of their colour; empty for the terminal's own."""
    ground: str = ""
    marks: frozenset[str] = frozenset()
    """All others, such as bold."""


PLAIN = Look()


def frugal(output: str) -> str:
    """What looks the same as `output` where nothing has a style before, and nothing after."""
    if "m" not in output:
        return output
    first, *rest = _STYLE.split(_OVERTAKEN.sub("", output))
    written = [first]
    now = wanted = PLAIN
    for style, text in zip(rest[::2], rest[1::2], strict=True):
        wanted = _styled(wanted, style)
        if text and now != wanted:
            hidden = _SPACES if _alike_on_spaces(now, wanted) else _NO_TEXT
            if not hidden.fullmatch(text):
                written.append(_change(now, wanted))
                now = wanted
        written.append(text)
    if now != wanted:
        written.append(_change(now, wanted))
    return "".join(written)


@lru_cache(maxsize=4096)
def _styled(look: Look, style: str) -> Look:
    """A look after the parameters of one sequence."""
    letters, ground, marks = look
    parameters = style.split(";")
    at = 0
    while at < len(parameters):
        one = parameters[at].lstrip("0") or "0"
        length = _EXTENDED.get("".join(parameters[at + 1 : at + 2]), 1) if one in ("38", "48", "58") else 1
        whole = ";".join(parameters[at : at + length])
        if one == "0":
            letters, ground, marks = PLAIN
        elif one == "38" or (len(one) == 2 and one[0] in "39"):
            letters = whole
        elif (one[0] == "4" and len(one) == 2) or (one.startswith("10") and len(one) == 3):
            ground = whole
        else:
            marks |= {whole}
        at += length
    return Look(letters, ground, marks)


@lru_cache(maxsize=4096)
def _change(now: Look, wanted: Look) -> str:
    """The shortest way from one look to another."""
    taken_off = bool(now.letters and not wanted.letters) or bool(now.ground and not wanted.ground)
    if taken_off or now.marks - wanted.marks:
        parameters = ["0", *filter(None, (*sorted(wanted.marks), wanted.letters, wanted.ground))]
    else:
        parameters = sorted(wanted.marks - now.marks)
        parameters += [wanted.letters] if wanted.letters != now.letters else []
        parameters += [wanted.ground] if wanted.ground != now.ground else []
    return f"\x1b[{';'.join(parameters)}m" if parameters != ["0"] else "\x1b[m"


@lru_cache(maxsize=4096)
def _alike_on_spaces(one: Look, other: Look) -> bool:
    return one.ground == other.ground and not (one.marks | other.marks) & _ON_SPACES
