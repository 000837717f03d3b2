"""The line above the footer tells to its end what was done, also of long names."""

import pytest
from rich.cells import cell_len

from tui.widgets.status_line import with_short_names


@pytest.mark.parametrize(
    ("says", "room", "told"),
    [
        ("accepted “The ferry sank”", 40, "accepted “The ferry sank”"),
        (
            "said that “the former prime minister” and “Edda Lorne” are one actor",
            60,
            "said that “the former prime…” and “Edda Lorne” are one actor",
        ),
        (
            "joined “The ferry sank off the point” to “A passenger ferry went down”",
            40,
            "joined “The ferry sa…” to “A passenger…”",
        ),
        ("no name in it, however long it is", 10, "no name in it, however long it is"),
    ],
)
def test_the_longest_names_are_cut_first(says: str, room: int, told: str) -> None:
    assert with_short_names(says, room) == told


@pytest.mark.parametrize("room", range(20, 60))
def test_a_name_in_wide_letters_is_cut_too(room: int) -> None:
    assert cell_len(with_short_names("starred “沈んだフェリーの船長が語ったこと”", room)) <= max(room, 22)
