"""Text from outside without what a terminal would obey or an eye be deceived by; all other characters stay as they are.

Offsets count the cleaned text, so that clean text must come through character for character: no trimming, no Unicode
normalization.
"""

import re

import msgspec

from extractors.reading.document import Document, Stated
from timeline.inert import INVISIBLE, UNWRITABLE

_NEWLINES = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")

_ESCAPES = re.compile(
    r"""
      (?:\x1b\]|\x9d) [^\x07\x1b\x9c\n]* (?:\x07|\x1b\\|\x9c)?       # OSC: window titles, links, clipboard
    | (?:\x1b[PX^_]|[\x90\x98\x9e\x9f]) [^\x1b\x90\x98\x9c\x9e\x9f\n]*+ (?:\x1b\\|\x9c)   # DCS, SOS, PM, APC: strings
    | (?:\x1b\[|\x9b) [0-?]*[ -/]*[@-~]                              # CSI: colours, cursor, erasing
    | \x1b [ -/]+ [0-~]                                              # character sets
    | \x1b [0-Z\\^-~]                                                # single functions, such as a reset
    """,
    re.VERBOSE,
)

_UNPRINTED = "\u00ad\u200b\u2060\ufeff"
"""Where a word may be broken or not, and the mark of an encoding: no part of a word, though one is found with it."""

_UNWANTED = re.compile(f"[{INVISIBLE}{UNWRITABLE}{_UNPRINTED}]")


def clean(text: str) -> str:
    """`text` with line feeds for newlines, without escape sequences, control characters and bidirectional overrides."""
    text = _ESCAPES.sub("", text)
    text = _NEWLINES.sub("\n", text)
    return _UNWANTED.sub("", text)


def clean_line(text: str) -> str:
    """`text` cleaned and on one line, words apart by single spaces: for titles and names."""
    return " ".join(clean(text).split())


def clean_name(name: str) -> str:
    """A path or address cleaned and on one line, with `?` for each byte of a file's name that is no UTF-8."""
    return clean_line(name.encode("utf-8", "replace").decode())


def clean_document(document: Document) -> Document:
    """`document` with every field cleaned: all but the text on one line, without names that are empty then.

    It is the last step of reading. Formats decode character references and escapes of their own, so that what was clean
    before them need not be after; and a new format, or a new field, can't forget it.
    """
    fields = {name: _cleaned(value) for name, value in msgspec.structs.asdict(document).items()}
    return msgspec.structs.replace(document, **{**fields, "text": clean(document.text)})


def _cleaned(value: object) -> object:
    match value:
        case str():
            return clean_line(value)
        case tuple():
            return tuple(filter(None, map(_cleaned, value)))
        case Stated(field=field):
            return msgspec.structs.replace(value, field=clean_line(field))
        case None | bool():
            return value
        case _:
            raise TypeError(f"how to clean {type(value).__name__} is not known")
