"""Text from outside without what a terminal would obey or an eye be deceived by; all other characters stay as they are.

Offsets count the cleaned text, so that clean text must come through character for character: no trimming, no Unicode
normalization.
"""

import re

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

_UNWANTED = re.compile(
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x9f"  # control characters that are not newlines or tabs
    "\u202a-\u202e\u2066-\u2069"  # bidirectional embeddings, overrides, isolates
    "\ufff9-\ufffb\ufffe\uffff"  # interlinear annotation, noncharacters
    "\U000e0000-\U000e007f"  # tags: invisible copies of ASCII
    "\ud800-\udfff"  # halves of surrogate pairs, which no encoding can write
    "]"
)


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
