"""Binary files by their first bytes, so that a person is told what a file is and not only that it is no text."""

from string import ascii_letters

from extractors.reading.errors import Unreadable
from extractors.reading.formats import COPY, Format

_OFFICE = "save it as plain text or HTML in the program that made it"
_UNPACK = "unpack it first"
_LISTEN = "dateline reads text: write down what is said in it"
_SEE = "dateline reads text: write down what it says"

_PDF = Format("a PDF", "make text of it first, with `pdftotext` for one")
_POSTSCRIPT = Format("PostScript", "make text of it first, with `ps2ascii` for one")
_ARCHIVE = Format("an archive", _UNPACK)
_COMPRESSED = Format("compressed", _UNPACK)
_ZIP = Format("a zip archive", _UNPACK)
_WORD = Format("a Word document", _OFFICE)
_SHEET = Format("a spreadsheet", _OFFICE)
_SLIDES = Format("a presentation", _OFFICE)
_OFFICE_FILE = Format("an office document", _OFFICE)
_MESSAGE = Format("a mail of Outlook", COPY)
_BOOK = Format("an e-book", "make text of it first, with Calibre for one")
_IMAGE = Format("an image", _SEE)
_AUDIO = Format("a recording", _LISTEN)
_VIDEO = Format("a video", _LISTEN)
_PROGRAM = Format("a program")
_DATABASE = Format("a database", "export what is in it as text")
_PROPERTIES = Format("an Apple property list or web archive", "save the page as HTML instead")
_FONT = Format("a font")

_SIGNATURES: tuple[tuple[int, bytes, Format], ...] = (
    (0, b"%PDF-", _PDF),
    (0, b"%!PS-", _POSTSCRIPT),
    (0, b"\xc5\xd0\xd3\xc6", _POSTSCRIPT),
    (0, b"\x1f\x8b", _COMPRESSED),
    (0, b"\xfd7zXZ\0", _COMPRESSED),
    (0, b"\x28\xb5\x2f\xfd", _COMPRESSED),
    (0, b"BZh", _COMPRESSED),
    (0, b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (0, b"Rar!\x1a\x07", _ARCHIVE),
    (0, b"MSCF\0", _ARCHIVE),
    (257, b"ustar\0", _ARCHIVE),
    (257, b"ustar  \0", _ARCHIVE),
    (0, b"\x89PNG\r\n", _IMAGE),
    (0, b"\xff\xd8\xff", _IMAGE),
    (0, b"GIF87a", _IMAGE),
    (0, b"GIF89a", _IMAGE),
    (0, b"II*\0", _IMAGE),
    (0, b"MM\0*", _IMAGE),
    (0, b"BM", _IMAGE),
    (8, b"WEBP", _IMAGE),
    (4, b"ftypheic", _IMAGE),
    (4, b"ftypavif", _IMAGE),
    (0, b"8BPS\0", _IMAGE),
    (0, b"AT&TFORM", Format("a scanned document (DjVu)", "make text of it first, with `djvutxt` for one")),
    (0, b"ID3", _AUDIO),
    (0, b"\xff\xfb", _AUDIO),
    (0, b"\xff\xf3", _AUDIO),
    (0, b"OggS", _AUDIO),
    (0, b"fLaC", _AUDIO),
    (0, b"#!AMR", _AUDIO),
    (8, b"WAVE", _AUDIO),
    (4, b"ftypM4A", _AUDIO),
    (4, b"ftyp", _VIDEO),
    (8, b"AVI ", _VIDEO),
    (0, b"\x1a\x45\xdf\xa3", _VIDEO),
    (0, b"\x7fELF", _PROGRAM),
    (0, b"MZ", _PROGRAM),
    (0, b"\xcf\xfa\xed\xfe", _PROGRAM),
    (0, b"\xca\xfe\xba\xbe", _PROGRAM),
    (0, b"\0asm", _PROGRAM),
    (0, b"SQLite format 3\0", _DATABASE),
    (0, b"PAR1", _DATABASE),
    (0, b"bplist00", _PROPERTIES),
    (0, b"\xffWPC", _OFFICE_FILE),
    (60, b"BOOKMOBI", _BOOK),
    (0, b"wOFF", _FONT),
    (0, b"wOF2", _FONT),
    (0, b"OTTO", _FONT),
)
"""Where, which bytes, what it is. Those that a word could begin with count only in what is binary: `BMW said …`."""

_SURE = 5
"""So many printable bytes are a signature in a text too."""

_ZIPPED = (
    (b"word/document", _WORD),
    (b"xl/workbook", _SHEET),
    (b"ppt/presentation", _SLIDES),
    (b"opendocument.text", Format("an OpenDocument text", _OFFICE)),
    (b"opendocument.spreadsheet", _SHEET),
    (b"opendocument.presentation", _SLIDES),
    (b"application/epub+zip", _BOOK),
    (b"Index/Document.iwa", _OFFICE_FILE),
)
"""What the name of a part in a zip archive, or its first part, tells of the whole."""

_COMPOUND = (
    ("__substg1.0_", _MESSAGE),
    ("WordDocument", _WORD),
    ("Workbook", _SHEET),
    ("PowerPoint Document", _SLIDES),
)
"""The same for the older office documents (OLE compound files), whose names are UTF-16."""

_CONTROL = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1b"))
_MOST_CONTROL = 0.02
"""A larger share of control characters than this is no text, unless words stand between them."""
_MOST_AMONG_WORDS = 0.15
_WORDS = (ascii_letters + " ").encode()
_FEWEST_WORDS = 0.8
"""Letters and spaces are nine in ten bytes of what is written in English, and one or two in three of programs."""


def refuse_binary(data: bytes) -> None:
    """Pass over text.

    Raises:
        Unreadable: `data` is no text, but what its first bytes say, or of no known kind.
    """
    binary = _is_binary(data)
    refuse_signature(data, binary=binary)
    if binary:
        raise Unreadable("is binary, not text")


def refuse_signature(data: bytes | bytearray, *, binary: bool = False) -> None:
    """Pass over what begins with no signature.

    Args:
        data: A file, or its beginning.
        binary: Whether it is known to be no text, so that short signatures can be believed.

    Raises:
        Unreadable: It begins with one.
    """
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        raise next((format_ for part, format_ in _ZIPPED if part in data), _ZIP).refusal("text")
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        parts = ((part.encode("utf-16-le"), format_) for part, format_ in _COMPOUND)
        raise next((format_ for part, format_ in parts if part in data), _OFFICE_FILE).refusal("text")
    for start, signature, format_ in _SIGNATURES:
        if data.startswith(signature, start) and (binary or _is_sure(signature)):
            raise format_.refusal("text")


def _is_sure(signature: bytes) -> bool:
    return len(signature) >= _SURE or not (signature.isascii() and signature.decode().isprintable())


def _is_binary(data: bytes) -> bool:
    rest = data.translate(None, _CONTROL)
    controls = len(data) - len(rest)
    if controls <= _MOST_CONTROL * len(data):
        return False
    words = len(rest) - len(rest.translate(None, _WORDS))
    return controls > _MOST_AMONG_WORDS * len(data) or words < _FEWEST_WORDS * len(rest)
