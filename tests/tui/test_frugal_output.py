"""The terminal is sent fewer bytes, and shows the same."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from tui.frugal_output import frugal

_TOKEN = re.compile(r"\x1b\[([0-9;]*)([mH])|(\n)|(.)", re.DOTALL)
_SEEN_ON_SPACES = {"4", "7", "9", "21", "53"}

Cell = tuple[str, str, str, frozenset[str]]


def screen(output: str) -> tuple[dict[tuple[int, int], Cell], object]:
    """What a terminal shows: by place the character, its colours and marks; and how the next one would look."""
    cells: dict[tuple[int, int], Cell] = {}
    row = column = 1
    letters, ground, marks = "", "", frozenset[str]()
    for parameters, end, line, character in _TOKEN.findall(output):
        if end == "H":
            row, column = map(int, parameters.split(";"))
        elif line:
            row, column = row + 1, 1
        elif end == "m":
            left = (parameters or "0").split(";")
            while left:
                one = left.pop(0)
                if one in ("38", "48"):
                    count = 4 if left[0] == "2" else 2
                    whole = ";".join([one, *left[:count]])
                    del left[:count]
                    letters, ground = (whole, ground) if one == "38" else (letters, whole)
                elif one == "0":
                    letters, ground, marks = "", "", frozenset()
                elif len(one) == 2 and one[0] in "39":
                    letters = one
                elif one[0] in "41" and len(one) > 1:
                    ground = one
                else:
                    marks |= {one}
        else:
            on_space = character == " " and not marks & _SEEN_ON_SPACES
            cells[row, column] = (character, "" if on_space else letters, ground, frozenset() if on_space else marks)
            column += 1
    return cells, (letters, ground, marks)


_COLOURS = ["38;2;1;2;3", "38;2;9;8;7", "38;5;17", "31", "92", "39"]
_GROUNDS = ["48;2;1;2;3", "48;2;9;8;7", "48;5;17", "41", "102", "49"]
_STYLES = st.lists(st.sampled_from(["1", "2", "3", "4", "7", "9", *_COLOURS, *_GROUNDS]), max_size=4).map(";".join)
_TEXTS = st.sampled_from(["a", " ", "    ", "two words", "mm", ""])
_MOVES = st.sampled_from(["", "\x1b[2;3H", "\x1b[7;1H", "\x1b[4;4H\n\x1b[5;1H"])
_PARTS = st.builds(
    lambda move, style, text: f"{move}\x1b[{style}m{text}\x1b[0m" if style else f"{move}{text}", _MOVES, _STYLES, _TEXTS
)


@given(st.lists(_PARTS, max_size=12).map("".join))
@example("\x1b[31mred\x1b[0m plain \x1b[7m \x1b[0m")
def test_what_is_shown_is_the_same_and_never_longer(output: str) -> None:
    assert screen(frugal(output)) == screen(output)
    assert len(frugal(output)) <= len(output)


def test_only_what_differs_from_the_text_before_is_said() -> None:
    blue = "48;2;20;23;28"
    month, spaces = f"\x1b[1;38;2;1;2;3;{blue}mMay\x1b[0m", f"\x1b[38;2;1;2;3;{blue}m  \x1b[0m"
    line = f"\x1b[2;1H{month}{spaces}\x1b[38;2;4;5;6;{blue}mday\x1b[0m"
    assert frugal(line) == f"\x1b[2;1H\x1b[1;38;2;1;2;3;{blue}mMay  \x1b[0;38;2;4;5;6;{blue}mday\x1b[m"


def test_what_is_no_style_comes_through_as_it_is() -> None:
    for sequence in ("\x1b[?2026h", "\x1b[?1049h", "\x1b]52;c;bWVtbw==\a", "\x1b[>1u"):
        assert frugal(sequence) == sequence
