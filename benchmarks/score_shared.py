"""Attributions against the shared corpora: `python -m benchmarks.score_shared attributions`; for dates see `dates.py`.

Runs the scorer that lies beside the corpus in `../shared/eval` on our findings. Prints nothing but a hint where the
corpora are not there.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extractors import extract
from extractors.typed_dates.reading import read_day
from timeline.model import Article, Basis, Extraction, Published, article_id

EVAL = Path(__file__).parents[2] / "shared" / "eval"


def main(what: str) -> None:
    """Print the figures of one kind of finding."""
    if not EVAL.exists():
        print("the shared corpora are not beside this checkout; `make bench` scores the samples")
    elif what != "attributions":
        print("attributions is what there is to score here; `make bench-dates` scores time expressions")
    else:
        score_attributions(EVAL / "attribution" / "polnear.dev.jsonl")


def score_attributions(gold: Path) -> None:
    """Our attributions, by the shared scorer."""
    started, words = time.perf_counter(), 0
    rows = []
    for row in documents(gold):
        words += len(row["text"].split())
        found = reading(row["text"], row["date"]).attributions
        spans = [{"source": one.source, "cue": one.cue, "content": one.content} for one in found]
        rows.append({"id": row["id"], "attributions": spans})
    seconds = time.perf_counter() - started
    print(scored(EVAL / "score_attrib.py", gold, rows), f"{words / seconds:,.0f} words/s, all components", sep="")


def reading(text: str, published: str) -> Article:
    """The article as it is read."""
    return reading_of(text, published).article


def reading_of(text: str, published: str | None) -> Extraction:
    """What is read from a text."""
    return extract(article_of(text, published))


def article_of(text: str, published: str | None) -> Article:
    """A text before it is read; a date that the corpus gives wrongly, or not at all, counts as none."""
    try:
        date = Published(read_day((published or "")[:10]), Basis.METADATA)
    except ValueError:
        date = None
    return Article(id=article_id(text), name="text", text=text, published=date)


def documents(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def scored(scorer: Path, gold: Path, rows: list[dict[str, Any]]) -> str:
    """What a scorer of the shared corpora says of our rows."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
        file.flush()
        command = [sys.executable, str(scorer), str(gold), file.name]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "attributions")
