"""Painting with ASCII alone, for terminals and readers that have nothing else."""

import unicodedata
from functools import lru_cache

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_DRAWN = dict(
    zip(
        "▌●◉★✓✗◇▸▾◂▶…–—·→←↓↑⚠≠≈‹›⟦⟧“”„‘’«»│┃─━╭╮╰╯┌┐└┘├┤▁▂▃▄▅▆▇█▔▕▏•¶×⠸▲┊⇧",
        '>+@*vxo>v<>~--.><v^!#=<>[]"""\'\'<>||--++++++++++__--=+##-||*Px*^|^',
        strict=True,
    )
)
"""What is drawn in the place of a glyph: one cell for one."""


class AsciiLines(LineFilter):
    """Draws another glyph for each that is not ASCII, as wide, so that columns stay."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The line as it goes to the terminal."""
        return [each if each.text.isascii() else Segment(in_ascii(each.text), each.style) for each in segments]


def in_ascii(text: str) -> str:
    """A text in ASCII, as wide as it was."""
    return "".join(letter if letter.isascii() else _drawn(letter) for letter in text)


@lru_cache(4096)
def _drawn(letter: str) -> str:
    width = cell_len(letter)
    plain = _DRAWN.get(letter) or unicodedata.normalize("NFKD", letter).encode("ascii", "ignore").decode()
    return plain if len(plain) == width else (plain[:width] or "?" * width).ljust(width)[:width]
