"""The whole way, from files to exports, gives the same bytes on every run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[1] / "data" / "samples"
ARTICLES = sorted(str(path) for path in SAMPLES.iterdir() if path.suffix in (".txt", ".md", ".html"))


def chronology(folder: Path, form: str, articles: list[str], **environment: str) -> bytes:
    timeline = folder / "timeline.json"

    def dateline(*words: str) -> bytes:
        command = [sys.executable, "-c", "from tui.cli import main; main()", *words, "--timeline", str(timeline)]
        return subprocess.run(command, capture_output=True, env={**os.environ, **environment}, check=True).stdout

    if not timeline.exists():
        dateline("add", *articles)
    return dateline("export", "--format", form)


@pytest.mark.parametrize("form", ["markdown", "json", "csv"])
def test_clock_zone_locale_hash_seed_and_order_of_reading_do_not_matter(tmp_path: Path, form: str) -> None:
    articles = [path for path in ARTICLES if Path(path).stem != "README"]
    (tmp_path / "one").mkdir()
    (tmp_path / "other").mkdir()
    one = chronology(tmp_path / "one", form, articles, TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="1")
    other = chronology(tmp_path / "other", form, articles[::-1], TZ="America/New_York", PYTHONHASHSEED="2")
    assert one == other
    assert b"Lady Maren" in one
