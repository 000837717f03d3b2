"""Bytes that are no UTF-8, in a text of which the rest is: what they must have been, and which of them were lost.

One bad byte makes no other encoding of a file. All that is valid UTF-8 in it is read as that: the letters of no other
encoding make such runs by chance, but for a few pairs of capitals and marks that no word has. What is left is a letter
or a quotation mark pasted from a text in windows-1252, if it stands where one can; else it is lost, and `�`.
"""

import re
from collections import Counter
from typing import NamedTuple

from timeline.counts import counted

_RUN = re.compile(
    r"""(?P<valid>(?:
        [\xc2-\xdf][\x80-\xbf]
      | \xe0[\xa0-\xbf][\x80-\xbf] | \xed[\x80-\x9f][\x80-\xbf] | [\xe1-\xec\xee\xef][\x80-\xbf]{2}
      | \xf0[\x90-\xbf][\x80-\xbf]{2} | [\xf1-\xf3][\x80-\xbf]{3} | \xf4[\x80-\x8f][\x80-\xbf]{2}
    )+) | [\xe2\xf0][\x80-\xbf]{1,2} | [\x80-\xff]""",
    re.VERBOSE,
)
"""What is beyond ASCII, each byte as the character of its number: characters of UTF-8, or a quotation mark, dash or
picture that breaks off, or a stray byte."""

_SMALL = re.compile(r"[\xe0\xe1\xe3-\xf6\xf8-\xfe]")
"""Small letters with accents; of UTF-8 that breaks off, “â” is what is left of a quotation mark."""
_LETTER = re.compile(rf"[A-Za-z]|{_SMALL.pattern}")
_MOST_TOLD = 3
"""So many are told one by one."""

UNREADABLE = "\ufffd"


class Mended(NamedTuple):
    """A text with what became of its stray bytes."""

    text: str
    says: str


def share_of_utf_8(data: bytes) -> float:
    """Of what is beyond ASCII, the share of characters that are UTF-8."""
    valid = strays = 0
    for run in _RUN.finditer(data.decode("latin-1")):
        if run["valid"]:
            valid += len(_utf_8(run[0]))
        else:
            strays += 1
    return valid / (valid + strays) if valid else 0


def mended(data: bytes, *, western: bool = False) -> Mended:
    """The text of UTF-8 with stray bytes; in a `western` text nearly all of them are of windows-1252."""
    raw = data.decode("latin-1")
    told: list[str] = []
    became: Counter[str] = Counter()

    def read(run: re.Match[str]) -> str:
        if run["valid"]:
            return _utf_8(run[0])
        text = _western(run[0]) if western else _pasted(raw, run)
        if not western or UNREADABLE in text:
            became[text] += 1
            if len(told) < _MOST_TOLD:
                bytes_ = " ".join(f"{ord(byte):02X}" for byte in run[0])
                told.append(f"{bytes_} in line {_line(raw, run.start())} is “{text}” now")
        return text

    text = _RUN.sub(read, raw)
    return Mended(text, _says(told, became, western=western))


def _says(told: list[str], became: Counter[str], *, western: bool) -> str:
    if not told:
        return ""
    total = became.total()
    more = f", and {total - len(told)} more" if total > len(told) else ""
    what = "no character" if western else "no UTF-8"
    lost = sum(number for text, number in became.items() if UNREADABLE in text)
    guessed = ", a letter or quotation mark by what stands around it" if lost < total else ""
    return f"has bytes in {counted(total, 'place')} that are {what}: {'; '.join(told)}{more}{guessed}"


def _utf_8(raw: str) -> str:
    return raw.encode("latin-1").decode("utf-8")


def _western(raw: str) -> str:
    return raw.encode("latin-1").decode("cp1252", "replace")


def _pasted(raw: str, run: re.Match[str]) -> str:
    """The character of windows-1252 that a byte is, where one of its kind can stand."""
    before, byte, after = raw[run.start() - 1 : run.start()], run[0], raw[run.end() : run.end() + 1]
    in_word = bool(_LETTER.match(before)), bool(_LETTER.match(after))
    fits = (
        (any(in_word) and _SMALL.fullmatch(byte))
        or (all(in_word) and byte == "\x92")
        or (in_word[1] and byte in "\x91\x93" and not before.strip())
        or (byte in "\x92\x94" and before.strip() and not after.strip())
        or (byte in "\x96\x97" and not before.strip() and not after.strip())
    )
    return _western(byte) if fits else UNREADABLE


def _line(raw: str, at: int) -> int:
    return len(re.findall(r"\r\n?|\n", raw[:at])) + 1
