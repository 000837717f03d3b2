"""`dateline extract --format timeml`: documents, and the files they go to."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from tui.cli import app
from tui.cli.annotating import Folder, file_stem

pytestmark = pytest.mark.usefixtures("lasting")

Run = Callable[..., Result]

TEXT = "A ferry sank off Corran on Saturday.\n\nR&D <staff> met from Monday through Friday.\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)

    def invoke(*words: object, stdin: str = "") -> Result:
        return CliRunner().invoke(app, ["extract", *map(str, words)], input=stdin)

    return invoke


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "ferry.txt"
    file.write_text(TEXT)
    return file


def timex(document: str) -> tuple[str, dict[str, str]]:
    """The text of a document, and the values in it by their words."""
    text = ET.fromstring(document).find("TEXT")  # noqa: S314 - our own
    assert text is not None
    return "".join(text.itertext()), {tag.text or "": tag.attrib["value"] for tag in text}


def rows(*names: str) -> str:
    return "\n".join(
        json.dumps({"id": name, "text": f"Ferry {number} sank on Saturday.", "date": "2019-01-28"})
        for number, name in enumerate(names)
    )


def test_one_article_is_one_document_on_standard_output(run: Run, article: Path) -> None:
    told = run(article, "--format", "timeml", "--date", "2019-01-28")
    assert told.exit_code == 0, told.output
    assert timex(told.stdout) == (TEXT, {"Saturday": "2019-01-26", "Monday": "2019-01-21", "Friday": "2019-01-25"})
    assert '<TIMEX3 tid="t0" type="DATE" value="2019-01-28"' in told.stdout
    assert run(article, "-f", "timeml", "-o", "-", "--date", "2019-01-28").stdout == told.stdout
    assert run(article, "-f", "timeml", "-j", "2", "--date", "2019-01-28").stdout == told.stdout


def test_without_a_date_the_values_stay_open(run: Run, article: Path) -> None:
    told = run(article, "--format", "timeml")
    assert "DCT" not in told.stdout
    assert timex(told.stdout)[1] == {"Saturday": "XXXX-WXX-6", "Monday": "XXXX-WXX-1", "Friday": "XXXX-WXX-5"}


def test_json_lines_are_the_default(run: Run, article: Path) -> None:
    assert run(article).stdout == run(article, "--format", "json").stdout
    assert json.loads(run(article).stdout)["id"] == "ferry"


def test_several_articles_without_a_folder_are_wrong_use_and_nothing_is_written(run: Run) -> None:
    told = run("-", "--jsonl", "-f", "timeml", stdin=rows("a", "b"))
    assert told.exit_code == 2
    assert "give a folder for them with -o" in told.stderr
    assert told.stdout == ""


def test_an_article_beside_what_cannot_be_read_is_written_with_status_1(run: Run, article: Path) -> None:
    told = run("gone.txt", article, "also-gone.txt", "--format", "timeml")
    assert told.exit_code == 1
    assert timex(told.stdout)[0] == TEXT
    assert told.stderr.count("not read: ") == 2


@pytest.mark.parametrize("jobs", [1, 2])
def test_each_article_gets_its_own_file_in_the_folder(run: Run, tmp_path: Path, jobs: int) -> None:
    names = ["a", "a", "../../evil", "/etc/x y", "", "é", "a-2"]
    told = run("-", "--jsonl", "-f", "timeml", "-o", "new/out", "-j", jobs, stdin=rows(*names))
    assert told.exit_code == 0, told.output
    assert told.stdout == ""
    assert "7 articles written to new/out" in told.stderr
    files = sorted((tmp_path / "new" / "out").iterdir())
    assert len(files) == 7
    assert {"a.tml", "a-2.tml", "a-2-2.tml", "_.._evil.tml", "_etc_x_y.tml", "é.tml"} <= {file.name for file in files}
    texts = {timex(file.read_text(encoding="utf-8"))[0] for file in files}
    assert texts == {f"Ferry {number} sank on Saturday." for number in range(7)}
    assert [path.name for path in tmp_path.iterdir()] == ["new"]


def test_no_file_is_written_over_and_the_same_again_adds_none(run: Run, article: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "ferry.tml").write_text("annotated by hand")
    (folder / "ferry-2.tml").symlink_to("gone")
    (folder / "ferry-3.tml").mkdir()
    os.mkfifo(folder / "ferry-4.tml")
    there = ["ferry-2.tml", "ferry-3.tml", "ferry-4.tml", "ferry.tml"]
    for _ in range(2):
        assert run(article, "-f", "timeml", "-o", folder).exit_code == 0
    assert sorted(path.name for path in folder.iterdir()) == sorted([*there, "ferry-5.tml"])
    assert (folder / "ferry.tml").read_text() == "annotated by hand"
    run(article, "-f", "timeml", "-o", folder, "--date", "2019-01-28")
    assert "XXXX-WXX-6" in (folder / "ferry-5.tml").read_text()
    assert "2019-01-26" in (folder / "ferry-6.tml").read_text()


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (["--format", "xml"], 2, "there is no format “xml”; there are json, timeml"),
        (["-o", "out"], 2, "-o is for --format timeml"),
        (["--format", "timeml", "-o", "ferry.txt"], 1, "ferry.txt cannot be used as a folder: File exists"),
        (["--format", "timeml", "-o", "ferry.txt/out"], 1, "cannot be used as a folder: Not a directory"),
        (["--format", "timeml", "--date", "soon"], 2, "--date"),
        (["--format", "timeml", "--model", "nope"], 2, "no pipeline “nope” is installed"),
    ],
)
def test_what_cannot_be_done_is_said(run: Run, article: Path, words: list[str], status: int, says: str) -> None:
    told = run(article, *words)
    assert told.exit_code == status
    assert says in told.stderr
    assert told.stdout == ""
    assert article.read_text() == TEXT
    assert not article.with_name("out").exists()


def test_a_file_that_cannot_be_written_ends_it(run: Run, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Folder, "write", full)
    told = run(article, "-f", "timeml", "-o", "out")
    assert told.exit_code == 1
    assert "ferry cannot be written: No space left on device" in told.stderr


def test_a_document_cut_short_is_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    folder = Folder(tmp_path)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        folder.write("ferry", ".tml", "text")
    assert list(tmp_path.iterdir()) == []


@given(st.text(st.characters(), max_size=300))
def test_any_name_is_a_plain_file_name(name: str) -> None:
    stem = file_stem(name)
    assert stem
    assert not stem.startswith((".", "-"))
    assert not set(stem) & set("/\\\0 \n*?\"'<>|:$`;&")
    assert len(stem.encode()) <= 200
