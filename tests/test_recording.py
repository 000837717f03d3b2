"""The picture of README that moves: what frames have in common stands in it once, and nothing of who made it."""

import re
from pathlib import Path

from docs.moving_picture import Frame, moving

IMAGES = Path(__file__).resolve().parents[1] / "docs" / "images"


def screen(*lines: str) -> str:
    """As Textual exports it, but for what is not drawn."""
    rect = '<rect fill="#101010" x="0" y="1.5" width="12.20001" height="24.65" shape-rendering="crispEdges"/>'
    texts = "".join(
        f'<text class="terminal-r1" x="0" y="{20 * at}" textLength="48.8" clip-path="url(#l{at})">{line}</text>'
        for at, line in enumerate(lines)
    )
    return (
        '<svg viewBox="0 0 100 60"><style>.terminal-r1 { fill: #d7dce4 }</style>'
        f'<g transform="translate(9, 41)" clip-path="url(#all)">{rect}{texts}</g></svg>'
    )


def test_what_two_frames_share_stands_once_and_the_rest_comes_and_goes() -> None:
    made = moving([Frame(screen("both", "one&#160;x"), 1, "first"), Frame(screen("both", "two"), 3, "then <this>")])
    assert made.count(">both<") == 1
    assert ">one x<" in made
    assert ">then &lt;this&gt;<" in made
    assert "animation:4.0s" in made
    assert "0.00%{opacity:1}25.00%{opacity:0}" in made
    assert "0.00%{opacity:0}25.00%{opacity:1}" in made


def test_whoever_wants_nothing_to_move_sees_the_last_frame() -> None:
    made = moving([Frame(screen("one"), 1, ""), Frame(screen("two"), 1, "")])
    assert re.search(r'opacity="0"><text[^>]*>one<', made)
    assert re.search(r'opacity="1"><text[^>]*>two<', made)
    assert "prefers-reduced-motion" in made


def test_the_pictures_of_readme_are_small_and_name_no_folder_of_a_machine() -> None:
    for image in IMAGES.glob("*.svg"):
        text = image.read_text(encoding="utf-8")
        assert len(text) < 400_000
        assert not re.search(r"/(home|tmp|root|Users)/", text)
