"""Bytes to text: what is no text is refused, what is in an old encoding is read all the same."""

import codecs
import re
from contextlib import suppress
from typing import NamedTuple

from charset_normalizer import from_bytes

from extractors.reading.control_characters import without_mistaken
from extractors.reading.errors import Unreadable
from extractors.reading.signatures import refuse_binary
from extractors.reading.stray_bytes import UNREADABLE, mended, share_of_utf_8
from extractors.reading.unmarked import unmarked

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

_MOSTLY = 0.5
"""A greater share of UTF-8 in what is beyond ASCII makes a file that. By chance it is near none in Western text, one in
seven in Chinese and Japanese of older encodings."""

_NAMES = {"cp1252": "windows-1252", "cp1251": "windows-1251", "mac-roman": "Mac Roman"}
"""What encodings are called outside Python."""

_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_HEAD = 4096
"""Bytes in which a page must declare its encoding: HTML asks for the first 1024, and many pages are late."""


def declared_in_html(data: bytes) -> str:
    """The charset that a page's `<meta>` or XML declaration names, or nothing."""
    found = _DECLARED.search(data[:_HEAD])
    return found[1].decode("ascii", "ignore") if found else ""


class Decoded(NamedTuple):
    """A text, and what a person should know of how it became one."""

    text: str
    notices: tuple[str, ...] = ()


def decode(data: bytes, declared: str = "") -> Decoded:
    """The text of `data`.

    Args:
        data: A whole file, or a whole answer.
        declared: The charset that the document claims; valid UTF-8 is believed before it.

    Raises:
        Unreadable: It is empty or no text.
    """
    _refuse_empty(data)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_as(encoding, data))
    if encoding := unmarked(data):
        text, notices = _as(encoding, data)
        return _checked(Decoded(text, (f"is {encoding[:6].upper()} without the mark that says so", *notices)))
    refuse_binary(data)
    return _checked(_decoded(data, declared))


def _refuse_empty(data: bytes) -> None:
    if not data:
        raise Unreadable("is empty")
    if not data.strip(b"\0"):
        raise Unreadable("holds nothing but zero bytes", "the file is damaged: fetch it again")


def _as(encoding: str, data: bytes) -> Decoded:
    """The text as it is in an encoding that is known, with `�` for what is nothing in it."""
    if encoding == "utf-8":
        text, says = mended(data)
    else:
        text = data.decode(encoding, "replace")
        says = _lost(text, encoding) if UNREADABLE in text else ""
    return Decoded(text.removeprefix("\ufeff"), (says,) if says else ())


def _lost(text: str, encoding: str) -> str:
    line = text[: text.index(UNREADABLE)].count("\n") + 1
    return f"has bytes that are nothing in {encoding}: each is “�” now, the first in line {line}"


def _decoded(data: bytes, declared: str) -> Decoded:
    declared = _as_browsers_do(declared)
    if not (data.isascii() and declared.startswith(_SEVEN_BIT)):
        try:
            return Decoded(data.decode("utf-8"))
        except UnicodeDecodeError:
            pass
    if share_of_utf_8(data) > _MOSTLY:
        return _as("utf-8", data)
    with suppress(ValueError, LookupError):
        return Decoded(data.decode(declared))
    return _guessed(data, _guess(data))


def _guessed(data: bytes, encoding: str) -> Decoded:
    says = f"is not UTF-8, and does not say what it is: it was read as {_NAMES.get(encoding, encoding)}"
    if encoding != "cp1252":
        with suppress(ValueError, LookupError):
            return Decoded(data.decode(encoding), (says,))
    text, more = mended(data, western=True)
    return Decoded(text, (says, more) if more else (says,))


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


def _checked(decoded: Decoded) -> Decoded:
    if not decoded.text.strip():
        raise Unreadable("is empty: it holds only white space" if decoded.text else "is empty")
    text, notices = without_mistaken(decoded.text)
    return Decoded(text, (*decoded.notices, *notices))
