"""The whole way, from files to exports, gives the same bytes on every run."""

import os
import subprocess
import sys
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "data" / "samples"
ARTICLES = sorted(str(path) for path in SAMPLES.iterdir() if path.suffix in (".txt", ".md", ".html"))


def chronologies(folder: Path, articles: list[str], **environment: str) -> dict[str, bytes]:
    """What is made of the articles, by its form."""
    timeline = folder / "timeline.json"

    def dateline(*words: str) -> bytes:
        command = [sys.executable, "-c", "from tui.cli import main; main()", *words, "--timeline", str(timeline)]
        return subprocess.run(command, capture_output=True, env={**os.environ, **environment}, check=True).stdout

    folder.mkdir()
    dateline("add", *articles)
    return {form: dateline("export", "--format", form) for form in ("markdown", "json", "csv")}


def test_clock_zone_locale_hash_seed_and_order_of_reading_do_not_matter(tmp_path: Path) -> None:
    articles = [path for path in ARTICLES if Path(path).stem != "README"]
    one = chronologies(tmp_path / "one", articles, TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="1")
    other = chronologies(tmp_path / "other", articles[::-1], TZ="America/New_York", PYTHONHASHSEED="2")
    assert one == other
    assert all(b"Lady Maren" in written for written in one.values())
