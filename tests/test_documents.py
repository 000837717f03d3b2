"""Code in README and docs does what it says; `tests/documents.py` has what a block may be."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from mypy import api

from tests.documents import DOCUMENTS, LANGUAGES, ROOT, Block, blocks
from tests.tui.demo import HARBOUR
from timeline.store import Store

SAMPLES = ROOT / "data" / "samples"
PARTED = "— the next block —"
"""Printed between the outputs of the blocks of a document."""
OPENS_THE_APP = re.compile(r"^dateline( +#.*)?$", re.MULTILINE)
"""It has tests of its own, on a terminal."""


def of_language(language: str) -> list[Path]:
    return [document for document in DOCUMENTS if any(block.language == language for block in blocks(document))]


def program(document: Path) -> list[Block]:
    return [block for block in blocks(document) if block.language == "python"]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with what the documents name: an article, a folder of them, a saved page, a timeline."""
    shutil.copy(SAMPLES / "ferry-sinks.txt", tmp_path / "article.txt")
    shutil.copy(SAMPLES / "ferry-toll.html", tmp_path / "saved-page.html")
    (tmp_path / "clippings").mkdir()
    for name in ("a-year-on.md", "court-orders-recount.html"):
        shutil.copy(SAMPLES / name, tmp_path / "clippings" / name)
    with Store.open(tmp_path / "timeline.json") as store:
        store.add(HARBOUR)
    return tmp_path


def run(command: list[str], desk: Path) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "HOME": str(desk), "XDG_DATA_HOME": str(desk / "data"), "COLUMNS": "100"}
    done = subprocess.run(command, cwd=desk, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_each_block_says_what_it_is(document: Path) -> None:
    assert [block for block in blocks(document) if block.language not in LANGUAGES] == []


@pytest.mark.parametrize("document", of_language("python"), ids=lambda document: document.name)
def test_python_prints_what_the_document_says(document: Path, desk: Path) -> None:
    code = f"print({PARTED!r})\n".join(block.code for block in program(document))
    printed = run([sys.executable, "-c", code], desk).split(f"{PARTED}\n")
    for block, output in zip(program(document), printed, strict=True):
        assert not block.output or output == block.output, f"{document.name}, line {block.line}"


@pytest.mark.parametrize("document", of_language("python"), ids=lambda document: document.name)
def test_types_of_python_are_right(document: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text("".join(block.code for block in program(document)), encoding="utf-8")
    settings = [f"--config-file={ROOT / 'pyproject.toml'}", f"--cache-dir={ROOT / '.mypy_cache'}"]
    says, errors, status = api.run([*settings, str(script)])
    assert status == 0, says + errors


@pytest.mark.parametrize("document", of_language("sh"), ids=lambda document: document.name)
def test_commands_work_and_print_what_the_document_says(document: Path, desk: Path) -> None:
    for block in blocks(document):
        if block.language == "sh":
            printed = run(["sh", "-euc", OPENS_THE_APP.sub("", block.code)], desk)
            assert block.output in printed, f"{document.name}, line {block.line}: {printed}"
