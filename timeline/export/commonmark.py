"""Untrusted text inside CommonMark: it is shown as it reads, and never becomes markup, HTML or a link."""

import re

from timeline.inert import one_line

_MARKUP = re.compile(r"[\\`*_\[\]<>&~|${}]|(?<=\{)[%#]|[%#](?=\})")
_BLOCK_START = re.compile(r"^(?:(?=[#+=-])|(\d{1,9})(?=[.)]))")
_HEADING_END = re.compile(r"(?<=\s)(?=#+$)")
_ENCODED = str.maketrans({sign: f"%{ord(sign):X}" for sign in "`{}"})
_AUTOLINK = re.compile(r"(?=://)|(?<=www)(?=\.)", re.IGNORECASE)


def escape(text: str) -> str:
    """`text` on one line, to stand anywhere in a paragraph, a list item or a heading, even first.

    Beyond CommonMark it also escapes what common extensions would read: bare addresses, tables, strike-through,
    formulas between dollar signs, and the braces that templates of web sites are filled by.
    """
    escaped = _MARKUP.sub(r"\\\g<0>", one_line(text))
    whole = _HEADING_END.sub(r"\\", _BLOCK_START.sub(r"\g<1>\\", escaped))
    return _AUTOLINK.sub(r"\\", whole)


def link(text: str, address: str) -> str:
    """`text` linked to a web address that `outlets.web_address` gave; just the text when there is none."""
    if not address:
        return escape(text)
    target = address.replace("&", r"\&").translate(_ENCODED)
    return f"[{escape(text)}](<{target}>)"
