"""Untrusted text inside CommonMark: it is shown as it reads, and never becomes markup, HTML or a link."""

import re

from timeline.inert import one_line

_SIGN = (
    r"[\\`\[\]{}]"
    r"|(?<!\s)\*|\*(?!\s)"
    r"|(?<![^\W_])_|_(?![^\W_])"  # not one within a word
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=\w+;|\w{2,}$|#\w*(?:;|$))"  # a semicolon may follow
    r"|(?<=\S)~|~(?=~)"  # what could end what is struck through, and fences
    r"|\$(?!\d)"  # what could end a formula; before a price it can only begin one
    r"|(?<=\{)[%#]|[%#](?=\})"
)
_ASIDE = r"\[(?![xX]\])\w[^\[\]]*\](?![\[({:])"
"""Words in brackets, behind which no target stands."""
_IN_LINK = re.compile(_SIGN)
_MARKUP = re.compile(rf"(?P<aside>{_ASIDE})|{_SIGN}")
_BLOCK_START = re.compile(r"^(?:(?=>|[#+=*-](?:[\s#+=*-]|$))|(\d{1,9})(?=[.)](?:\s|$)))")
_BELOW = re.compile(r"^(?=[:|-])")
_HEADING_END = re.compile(r"(?<=\s)(?=#+$)")
_ENCODED = str.maketrans({sign: f"%{ord(sign):X}" for sign in "`{}"})
_AUTOLINK = re.compile(r"(?=://)|(?<=www)(?=\.)", re.IGNORECASE)


def escape(text: str) -> str:
    r"""`text` on one line, to stand anywhere in a paragraph, a list item or a heading, even first.

    What would be text anyway stays as it is. Beyond CommonMark it also escapes what common extensions would read: bare
    addresses, strike-through, formulas between dollar signs, and the braces that templates of web sites are filled by.

    >>> print(escape("The [Port of Oslund] lost $5m of A&B’s *best* year"))
    The [Port of Oslund] lost $5m of A&B’s \*best\* year
    """
    return _framed(_MARKUP.sub(_escaped, one_line(text)))


def escape_lines(text: str, indent: str) -> str:
    r"""`text` with its lines, but for blank ones, in a paragraph that is indented so.

    A blank line would end the paragraph, and have a list set out with a gap behind each of its items. Below another,
    a line could begin the body of a table, or a definition.

    >>> print(escape_lines("Ask her\n--|--\n\n# Really?", "  "))
    Ask her\
      \--|--\
      \# Really?
    """
    first, *others = [escape(line) for line in text.splitlines() if one_line(line)] or [""]
    return f"\\\n{indent}".join((first, *(_BELOW.sub(r"\\", line) for line in others)))


def _escaped(found: re.Match[str]) -> str:
    if aside := found["aside"]:
        return f"[{_IN_LINK.sub(_behind_backslash, aside[1:-1])}]"
    return _behind_backslash(found)


def _behind_backslash(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


def _framed(escaped: str) -> str:
    """With what counts at the start or the end of a line escaped, and addresses."""
    whole = _HEADING_END.sub(r"\\", _BLOCK_START.sub(r"\g<1>\\", escaped))
    return _AUTOLINK.sub(r"\\", whole)


def link(text: str, address: str) -> str:
    """`text` linked to a web address that `outlets.web_address` gave; just the text when there is none."""
    if not address:
        return escape(text)
    target = address.replace("&", r"\&").translate(_ENCODED)
    inner = _framed(_IN_LINK.sub(_behind_backslash, one_line(text)))
    return f"[{inner}](<{target}>)"
