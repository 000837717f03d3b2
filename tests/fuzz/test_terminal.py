"""Whole programs on a real terminal, in a folder of a stranger's files: bytes written, files changed, code run."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fuzz.documents import FORMATS, ODD_NAMES, encoded
from tests.fuzz.harmless import assert_plain_bytes
from tests.fuzz.hostile import COMMANDS, DECEPTIONS, MARKUP, NEWS, PAYLOADS
from tests.fuzz.sandbox import Sandbox, sandbox
from tests.fuzz.tampering import filled, ids
from tests.fuzz.terminal import COMMAND, assert_only_meant, on_terminal

pytestmark = pytest.mark.skipif(os.name != "posix", reason="this system has no such terminals")

OTHERS = (
    "extractors timeline tui dateline_data spacy textual rich typer numpy msgspec sitecustomize usercustomize".split()
)
PLANTED = sorted(sys.stdlib_module_names | set(OTHERS))
KEYS = [
    key.encode() for key in "j \r G o \x1b n N 2 j \r \x1b 3 j d \x1b \x1b 1 x \x1b i \x1b ? G \x1b : \x1b q".split(" ")
]


@pytest.fixture
def place() -> Iterator[Sandbox]:
    """The current folder holds modules by the names of those that programs import; each would leave a file."""
    with sandbox() as made:
        for name in PLANTED:
            code = f"open({str(made.home / f'ran {name}')!r}, 'w').close()\nraise ImportError('planted')\n"
            (made.work / f"{name}.py").write_text(code)
        yield made


def hostile_timeline() -> bytes:
    texts = (*COMMANDS.values(), *DECEPTIONS.values(), *MARKUP.values())
    return filled(*(text.encode("utf-8", "ignore").decode() for text in texts))


def test_the_app_on_a_hostile_timeline_writes_nothing_but_what_it_means(place: Sandbox) -> None:
    place.timeline.write_bytes(hostile_timeline())
    with place.untouched():
        status, written = on_terminal(place, "open", str(place.timeline), steps=[(b"Timeline", KEYS)])
    assert status == 0
    assert_only_meant(written)


def test_commands_on_a_hostile_timeline_write_nothing_but_what_they_mean(place: Sandbox) -> None:
    place.timeline.write_bytes(hostile_timeline())
    with place.untouched():
        for words in ("list", f"show {ids()[0]}", f"show {ids()[-2]}", "undo", "export", "list (\x1b[2J"):
            status, written = on_terminal(place, *words.split())
            assert status in (0, 1, 2)
            assert_only_meant(written)


def put_hostile_files(place: Sandbox) -> None:
    """A folder of every format with hostile texts, and of ordinary articles by odd names."""
    folder = place.home / "clippings"
    folder.mkdir()
    for group in (COMMANDS, MARKUP):
        text = " ".join(group.values())
        for suffix, write in FORMATS.items():
            (folder / f"{len(group)}{suffix}").write_bytes(encoded(write((text, text, text, text)), "utf-8"))
    for number, name in enumerate(ODD_NAMES):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text(f"{number}. {NEWS}")


def test_reading_a_hostile_folder_writes_nothing_but_what_it_means(place: Sandbox) -> None:
    put_hostile_files(place)
    with place.untouched():
        for words in (("add", "../home/clippings"), ("list",), ("undo",)):
            status, written = on_terminal(place, *words)
            assert status in (0, 1)
            assert_only_meant(written)


def test_the_app_reads_a_hostile_folder_and_writes_nothing_but_what_it_means(place: Sandbox) -> None:
    put_hostile_files(place)
    paths = f"../home/clippings/{len(COMMANDS)}.html ../home/clippings".encode()
    steps = [(b"Timeline", [b"i", paths, b"\r"]), (rb"read \d+ articles", [b"\x1b", *KEYS])]
    with place.untouched():
        status, written = on_terminal(place, "open", steps=steps)
    assert status == 0
    assert_only_meant(written)


@pytest.mark.parametrize("words", ["explain", "extract -j 2", "extract -f timeml -o ../home/out"])
def test_reading_a_hostile_folder_into_a_pipe_gives_plain_text(place: Sandbox, words: str) -> None:
    put_hostile_files(place)
    before = place.files()
    told = subprocess.run(
        [COMMAND, *words.split(), "../home/clippings"],
        env=place.environment,
        cwd=place.work,
        capture_output=True,
        check=False,
    )
    assert told.returncode in (0, 1)
    assert b"Traceback" not in told.stderr
    assert_plain_bytes(told.stdout)
    assert_plain_bytes(told.stderr)
    assert all(path.startswith("home/out") for path in place.changed(before))


def test_a_timeline_of_a_hostile_name_is_opened_as_plain_text(place: Sandbox) -> None:
    name = "".join(PAYLOADS[payload] for payload in ("clear", "clear in C1", "override", "Rich")).replace("/", "")
    place.timeline = place.timeline.with_name(f"{name}.json")
    with place.untouched():
        status, written = on_terminal(place, "open", str(place.timeline), steps=[(b"Timeline", [b"s"])])
    assert status == 0
    assert_only_meant(written)
