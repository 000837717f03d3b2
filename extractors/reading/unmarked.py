"""UTF-16 and UTF-32 without the mark that says so: a text in them is half zeros, and looks binary."""

_ENCODINGS = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
"""Wider first: what is UTF-32 is also UTF-16 with a zero behind each letter."""

_SAMPLE = 8000
"""Bytes that tell; a multiple of four, so that no character of it is cut."""
_MOST_ODD = 0.01
"""A larger share of what no text has is none. A text in another of the encodings has one in two."""
_WORDS_AT_LEAST = 1 / 40
"""So many characters are spaces or ends of lines in any text with words; read as another of the encodings, none is."""


def unmarked(data: bytes) -> str:
    """The encoding of UTF-16 or UTF-32 that makes words of `data`, or nothing.

    >>> unmarked("A ferry sank.".encode("utf-16-le")), unmarked(b"A ferry sank."), unmarked(bytes(range(256)))
    ('utf-16-le', '', '')
    """
    sample = data[:_SAMPLE]
    return next((one for one in _ENCODINGS if _has_words(sample.decode(one, "replace"))), "") if 0 in sample else ""


def _has_words(text: str) -> bool:
    odd = sum(not (letter.isprintable() and letter != "\ufffd") and letter not in "\n\r\t\f" for letter in text)
    apart = sum(letter in " \n" for letter in text)
    return odd <= _MOST_ODD * len(text) and apart >= _WORDS_AT_LEAST * len(text)
