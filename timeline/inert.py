"""Text made inert: without what a terminal obeys, and without what shows a reader another order than is written.

Articles, and timelines that somebody sent, may hold anything. `inert` is the one function that all of it passes on its
way to a screen, a file or a pipe; what is inert already comes through as it is.

What is unsafe: control characters (C0 and C1 of ISO 6429, among them the ESC and CSI that open every escape sequence)
but line breaks and tabs; separators of lines and paragraphs; the bidirectional embeddings, overrides and isolates of
UAX #9, which reorder all that follows them ("Trojan Source", CVE-2021-42574); interlinear annotation, tags,
noncharacters and lone surrogates. Of an escape sequence so only letters are left, which show that there was something.

The marks LRM, RLM and ALM stay: each weighs as a letter of its script does and reaches no further, and honest Arabic,
Hebrew and Persian need them. So do the joiners ZWJ and ZWNJ, which emoji and Persian words are made with.
"""

import re

INVISIBLE = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters but newline, tab and carriage return
    "\u2028\u2029"  # separators of lines and paragraphs
    "\u202a-\u202e\u2066-\u2069"  # bidirectional embeddings, overrides, isolates
    "\ufff9-\ufffb"  # interlinear annotation
    "\U000e0000-\U000e007f"  # tags: invisible copies of ASCII
)
"""Within the brackets of a regular expression: what takes no room on a screen, and is left out."""

UNWRITABLE = "\ud800-\udfff\ufffe\uffff"
"""The same: what no text may hold, such as a byte of a file's name that is no UTF-8; it takes one cell of a screen."""

_INVISIBLE = re.compile(rf"[{INVISIBLE}]|\r(?!\n)")
_UNWRITABLE = re.compile(f"[{UNWRITABLE}]")
_UNSAFE_IN_JSON = re.compile(f"[{INVISIBLE}{UNWRITABLE}]")


def inert(text: str) -> str:
    """`text` with nothing unsafe in it, as wide on a screen as before: `�` stands for what could not be written."""
    if text.isprintable():
        return text
    return _UNWRITABLE.sub("\ufffd", _INVISIBLE.sub("", text))


def one_line(text: str) -> str:
    r"""`text` made inert and on one line, words apart by single spaces.

    >>> one_line("a title\n in \x1b[1mtwo lines")
    'a title in [1mtwo lines'
    """
    line = " ".join(text.split())
    return line if line.isprintable() else " ".join(inert(line).split())


def inert_json(encoded: bytes) -> str:
    r"""A JSON document of the same value in which all that is unsafe is written as `\u009b` is."""
    return _UNSAFE_IN_JSON.sub(_escaped, encoded.decode())


def _escaped(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))
