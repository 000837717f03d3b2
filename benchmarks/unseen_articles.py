"""Gold timelines of 60 articles by readers who knew nothing of the program, kept without the articles.

`unseen_lines.jsonl` has one article a row: which text of the shared corpora it is (`wikinews/57` is the row of that
number), the SHA-256 of that, its publication date, whether it is shut, the names of each source, and its lines. A line
is start and end in characters, whether it must be there, its status and those that are as right, polarity, date, the
widest interval that counts as right, precision, and its sources; all as in the guidelines beside the shared articles.
Two articles of each of the first six readers' eight are shut, and all twelve that two others made later: their figures
may be printed, their lines may not be looked at.
"""

import hashlib
import json
import lzma
import tarfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.score_shared import EVAL, documents

GOLD = Path(__file__).with_name("unseen_lines.jsonl")


def unseen_articles(*, shut: bool) -> Iterator[tuple[dict[str, Any], str]]:
    """The open or the shut articles as the shared scorer wants them, each with its text.

    Left out is what has no text beside this checkout, or another than was read.
    """
    texts = _texts()
    for row in map(json.loads, GOLD.read_text(encoding="utf-8").splitlines()):
        text = texts.get(row["text"], "")
        if row["shut"] is shut and hashlib.sha256(text.encode()).hexdigest() == row["sha256"]:
            yield _gold(row), text


def _gold(row: dict[str, Any]) -> dict[str, Any]:
    kinds = {name: "article" if called == ["article"] else "speaker" for name, called in row["sources"].items()}
    sources = [
        {"id": name, "type": kinds[name], "name": called[0], "aliases": called[1:]}
        for name, called in row["sources"].items()
    ]
    return {
        "id": row["text"],
        "publisher": row["publisher"],
        "article_date": row["published"],
        "actors": [],
        "sources": sources,
        "events": [_line(number, line) for number, line in enumerate(row["lines"])],
    }


def _line(number: int, line: list[Any]) -> dict[str, Any]:
    start, end, must, statuses, polarity, date, accept, precision, sources = line
    status, *as_right = statuses.split("|")
    source, *other_sources = sources.split("|")
    return {
        "id": f"{number}",
        "start": start,
        "end": end,
        "must": must,
        "kind": status,
        "kind_alt": as_right,
        "polarity": polarity,
        "date": date,
        "accept": accept,
        "precision": precision,
        "source": source,
        "source_alt": other_sources,
        "actors": [],
    }


@cache
def _texts() -> dict[str, str]:
    """The texts of the shared corpora by name."""
    texts = {f"wikinews/{number}": row["text"] for number, row in enumerate(_wikinews())}
    for name, path in (
        ("polnear", EVAL / "attribution" / "polnear.dev.jsonl"),
        ("timebank", EVAL / "timex" / "timebank.jsonl"),
        ("aquaint", EVAL / "timex" / "aquaint.jsonl"),
    ):
        if path.exists():
            texts |= {f"{name}/{row['id']}": row["text"] for row in documents(path)}
    return texts


def _wikinews() -> Iterator[dict[str, Any]]:
    archive = EVAL.parent / "corpora" / "wikinews.tar.xz"
    if archive.exists():
        with lzma.open(archive) as packed, tarfile.open(fileobj=packed) as files:
            (member,) = files.getmembers()
            rows = files.extractfile(member)
            assert rows is not None
            yield from map(json.loads, rows)
