"""A folder of clippings may hold files that are called as modules are: none of them is ever imported."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

MODULES = (
    "argparse asyncio base64 contextlib csv datetime difflib email encodings enum functools http inspect json locale"
    " logging multiprocessing pathlib pickle platform queue random re selectors shutil signal socket sqlite3 ssl"
    " statistics string subprocess tempfile textwrap threading typing urllib uuid zipfile"
    " blis click dateparser filelock lxml msgspec numpy platformdirs psutil rich spacy srsly textual thinc tinydb"
    " trafilatura typer urllib3 sitecustomize usercustomize"
).split()
TEXT = "A ferry sank off Corran on Saturday and twelve people were killed. The company will publish a report in 2020.\n"

SCRIPT = [str(Path(sys.executable).with_name("dateline"))]
MODULE = [sys.executable, "-m", "tui.cli"]

Run = Callable[..., subprocess.CompletedProcess[str]]


def plant(folder: Path) -> Path:
    """Fills a folder with modules, each of which leaves a mark where it is imported; returns where."""
    marks = folder.parent / "marks"
    planted = f"import sys\nopen({str(marks)!r}, 'a').write(__name__ + '\\n')\n"
    folder.mkdir()
    for name in MODULES:
        (folder / f"{name}.py").write_text(planted)
    (folder / "planted.py").write_text(planted)
    # Plugins of spaCy are found by what is on the module path.
    installed = folder / "planted-1.0.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: planted\nVersion: 1.0\n")
    (installed / "entry_points.txt").write_text("[spacy_factories]\nplanted = planted\n")
    return marks


EXTRACTIONS: tuple[list[str], ...] = ([], ["--jobs", "2"], ["--format", "timeml"])


@pytest.mark.parametrize(
    ("command", "extractions"),
    [(SCRIPT, EXTRACTIONS), (MODULE, EXTRACTIONS[-1:])],
    ids=["dateline", "python -m tui.cli"],
)
def test_no_command_imports_what_lies_in_the_current_folder(
    tmp_path: Path, command: list[str], extractions: tuple[list[str], ...]
) -> None:
    folder = tmp_path / "clippings"
    marks = plant(folder)
    (folder / "ferry.txt").write_text(TEXT)
    environment = {**os.environ, "HOME": str(tmp_path), "DATELINE_TIMELINE": str(tmp_path / "timeline.json")}

    def dateline(*words: str) -> str:
        told = subprocess.run(
            [*command, *words], env=environment, cwd=folder, capture_output=True, text=True, check=False
        )
        assert told.returncode == 0, told.stderr
        return told.stdout

    assert "1 article read" in dateline("add", "ferry.txt", "--date", "28 january 2019")
    event = dateline("list").split("\t")[0]
    assert "ferry" in dateline("show", event)
    assert "ferry" in dateline("export")
    assert "‹Saturday›" in dateline("explain", "ferry.txt", "--trace")
    for options in extractions:
        assert "Corran" in dateline("extract", "ferry.txt", *options)
    dateline("remove", "ferry")
    dateline("undo")
    assert "# Chronology" in dateline("demo")
    assert "dateline" in dateline("--version")
    assert not marks.exists(), marks.read_text()


def test_a_reading_process_heeds_no_variables_of_python(tmp_path: Path) -> None:
    marks = plant(tmp_path / "clippings")
    program = """
import os, sys
os.environ.update(PYTHONPATH=os.getcwd(), PYTHONSTARTUP="json.py", PYTHONHOME="", PYTHONINSPECT="1")
from tui.cli import main
main()
"""
    told = subprocess.run(
        [sys.executable, "-P", "-c", program, "extract", "-"],
        input=TEXT,
        cwd=tmp_path / "clippings",
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Corran" in told.stdout, told.stderr
    assert not marks.exists(), marks.read_text()
