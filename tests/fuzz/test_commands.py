"""Hostile words after every command: names of files, filters, articles, publishers, formats."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz.amount import tried
from tests.fuzz.hostile import COMMANDS, DECEPTIONS, MARKUP, short_texts
from tests.fuzz.sandbox import Sandbox, dateline, sandbox
from tests.fuzz.tampering import good

QUICK = (
    "", "open", "add", "list", "show", "export", "export -f", "export -o", "remove", "undo", "undo -t", "list -t",
    "explain", "extract -f", "extract -f timeml -o", "add -t", "extract --limit", "--",
    "list --",
)  # fmt: skip
"""Commands that are done with such a word, or refuse it, without reading an article."""
SLOW = ("add notes.md --publisher", "extract --model", "extract")


@pytest.fixture(scope="module")
def place() -> Iterator[Sandbox]:
    with sandbox() as made:
        made.timeline.write_bytes(good().timeline)
        yield made


def assert_told_plainly(place: Sandbox, command: str, text: str) -> None:
    """A word can't hold a NUL; a slash in it would name other places, which is tried where files are watched."""
    word = os.fsdecode(text.encode("utf-8", "surrogatepass").replace(b"\0", b"")[:200])
    word = word.replace("/", "") if command.endswith(("-o", "-t")) or command.startswith("add") else word
    word = word.replace("http", "hypertext")  # nothing is to be fetched
    before = place.files()
    dateline(*command.split(), word)
    made = place.changed(before)
    asked = {f"work/{word}", f"work/{word}.lock", f"work/{word}.journal"} if command.endswith(("-o", "-t")) else set()
    assert all(path in asked or path.rpartition("/")[0] in asked for path in made)
    assert not {path for path in made if path in before}


@pytest.mark.parametrize("command", [*QUICK, *SLOW])
def test_a_hostile_word_after_a_command_is_told_as_plain_text(place: Sandbox, command: str) -> None:
    texts = (*COMMANDS.values(), *DECEPTIONS.values(), *MARKUP.values())
    for payload in texts if command in QUICK else (" ".join(text.replace("/", "")[:30] for text in texts),):
        assert_told_plainly(place, command, payload)


@tried(50)
@given(st.sampled_from(QUICK), short_texts)
def test_any_word_after_a_command_is_told_as_plain_text(place: Sandbox, command: str, text: str) -> None:
    assert_told_plainly(place, command, text)
