"""Bytes to text: what is no text is refused, what is in an old encoding is read all the same."""

import codecs
import re

from charset_normalizer import from_bytes

from extractors.reading.errors import Unreadable
from extractors.reading.signatures import refuse_binary

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_MAC_QUOTES = re.compile(
    rb"(?:^|[\s(])[\xd2\xd4][A-Za-z][^\xd3\xd5]{0,400}[\w.,!?][\xd3\xd5](?=[\s.,;)]|$)|[a-z]\xd5[a-z]|\s[\xd0\xd1]\s"
)
_LATIN_CAPITALS = re.compile(rb"[A-Z\xc0-\xde][\xc0-\xde]|[\x91-\x94\x96\x97]")
"""Two capitals side by side, or the quotes and dashes of windows-1252."""

_SEVEN_BIT = ("iso-2022", "hz")
"""Encodings of other alphabets that use ASCII's bytes, so that nothing but their declaration tells."""

_SAMPLE = 200_000
"""Bytes that an encoding is guessed from; more tell no more."""
_DENSE = 0.15
"""Above this share of bytes beyond ASCII, a text is in another alphabet than the Latin one."""

_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_HEAD = 4096
"""Bytes in which a page must declare its encoding: HTML asks for the first 1024, and many pages are late."""


def declared_in_html(data: bytes) -> str:
    """The charset that a page's `<meta>` or XML declaration names, or nothing."""
    found = _DECLARED.search(data[:_HEAD])
    return found[1].decode("ascii", "ignore") if found else ""


def decode(data: bytes, declared: str = "") -> str:
    """The text of `data`.

    Args:
        data: A whole file, or a whole answer.
        declared: The charset that the document claims; valid UTF-8 is believed before it.

    Raises:
        Unreadable: It is empty or no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data.decode(encoding, "replace").removeprefix("\ufeff"))
    _refuse_empty(data)
    refuse_binary(data)
    return _checked(_decoded(data, declared))


def _refuse_empty(data: bytes) -> None:
    if not data:
        raise Unreadable("is empty")
    if not data.strip(b"\0"):
        raise Unreadable("holds nothing but zero bytes", "the file is damaged: fetch it again")


def _decoded(data: bytes, declared: str) -> str:
    declared = _as_browsers_do(declared)
    if not (data.isascii() and declared.startswith(_SEVEN_BIT)):
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass
    for encoding in filter(None, (declared, _guess(data))):
        try:
            return data.decode(encoding)
        except (ValueError, LookupError):
            continue
    return data.decode("latin-1")


def _as_browsers_do(declared: str) -> str:
    """Who claims Latin-1 or ASCII writes windows-1252; who could write the claim in ASCII has no UTF-16 or UTF-32."""
    name = declared.strip().lower()
    if name.startswith(("utf-16", "utf-32")):
        return ""
    return "cp1252" if name in {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"} else name


def _guess(data: bytes) -> str:
    """windows-1252 where accents are sprinkled over Latin letters; detection is only sound on denser text."""
    sample = data[:_SAMPLE]
    if sum(byte > 127 for byte in sample) > _DENSE * len(sample) and (best := from_bytes(sample).best()):
        return best.encoding
    return "mac-roman" if _is_of_old_macs(sample) else "cp1252"


def _is_of_old_macs(sample: bytes) -> bool:
    """Whether quotes and dashes stand where Mac Roman has them: in windows-1252 these bytes are capitals."""
    return bool(_MAC_QUOTES.search(sample)) and not _LATIN_CAPITALS.search(sample)


def _checked(text: str) -> str:
    if not text.strip():
        raise Unreadable("is empty: it holds only white space" if text else "is empty")
    return text
