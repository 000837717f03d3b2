"""Gold timelines of articles by readers who knew nothing of the program, kept without the articles.

`unseen_lines.jsonl` has one article a row: which text of the shared corpora it is (`wikinews/57` is the row of that
number), the SHA-256 of that, its publication date, which readers read it, whether it is shut, the names of each source
and actor, and its lines. A line is start and end in characters, whether it must be there, its status and those that
are as right, polarity, date, the widest interval that counts as right, precision, its sources, and its actors; all as
in the guidelines beside the shared articles. Of the 60 that the first readers read, two of each reader's eight are
shut, and twelve that were made last; of the 35 that the second ones read, eight. The third ones read half of theirs
from Wikinews and half from American papers, wires and sites of 1989 to 2016; three of their thirteen are shut whole.
The fourth ones read eight each of all these; four of the sixteen are shut. The fifth ones read papers, sites and
wires alone, eight at a time; four of their first twenty rounds are shut. The sixth ones read 32 of all kinds, which are
all shut and were read when what they measure was built.
Of what is shut the figures may be printed, the lines may not be looked at.

`written_lines.jsonl` is the same of 23 articles that were written for the purpose, by writers who had seen neither the
program nor what it reads, in the manner of many houses and kinds of news; their texts are ours and stand in `written`.
A line has the title there that its writer would print. Eight of them are shut. Nine later writers wrote 126 more, each
fourteen in as many manners; every fourth of a writer's is shut, 27 in all.
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
WRITTEN = Path(__file__).with_name("written_lines.jsonl")
TEXTS = Path(__file__).with_name("written")


def unseen_articles(readers: str, *, shut: bool) -> Iterator[tuple[dict[str, Any], str]]:
    """The open or the shut articles of some readers as the shared scorer wants them, each with its text.

    `readers` are the *first* to the *seventh*, the *writers* or the *later writers*. Left out is what has no text
    beside this checkout, or another than was read.
    """
    texts = shared_texts()
    gold = WRITTEN if readers.endswith("writers") else GOLD
    for row in map(json.loads, gold.read_text(encoding="utf-8").splitlines()):
        text = texts.get(row["text"], "")
        if (row["readers"], row["shut"]) == (readers, shut) and hashlib.sha256(text.encode()).hexdigest() == row[
            "sha256"
        ]:
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
        "actors": [{"id": name, "name": called[0], "aliases": called[1:]} for name, called in row["actors"].items()],
        "sources": sources,
        "events": [_line(number, line) for number, line in enumerate(row["lines"])],
    }


def _line(number: int, line: list[Any]) -> dict[str, Any]:
    start, end, must, statuses, polarity, date, accept, precision, sources, actors, *title = line
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
        "actors": [{"id": name} for name in actors.split("|") if name],
        "title": title[0] if title else "",
    }


@cache
def shared_texts() -> dict[str, str]:
    """The texts of the shared corpora, and those that were written for this, by name."""
    texts = {f"wikinews/{number}": row["text"] for number, row in enumerate(_wikinews())}
    texts |= {f"written/{path.stem}": path.read_text(encoding="utf-8") for path in TEXTS.glob("*.txt")}
    for name, path in (
        ("polnear", EVAL / "attribution" / "polnear.dev.jsonl"),
        ("timebank", EVAL / "timex" / "timebank.jsonl"),
        ("aquaint", EVAL / "timex" / "aquaint.jsonl"),
    ):
        if path.exists():
            texts |= {f"{name}/{row['id']}": row["text"] for row in documents(path)}
    return texts


def open_wikinews() -> Iterator[str]:
    """The texts of Wikinews, but for those whose gold is shut."""
    rows = map(json.loads, GOLD.read_text(encoding="utf-8").splitlines())
    shut = {row["text"] for row in rows if row["shut"]}
    for number, row in enumerate(_wikinews()):
        if f"wikinews/{number}" not in shut:
            yield row["text"]


def _wikinews() -> Iterator[dict[str, Any]]:
    archive = EVAL.parent / "corpora" / "wikinews.tar.xz"
    if archive.exists():
        with lzma.open(archive) as packed, tarfile.open(fileobj=packed) as files:
            (member,) = files.getmembers()
            rows = files.extractfile(member)
            assert rows is not None
            yield from map(json.loads, rows)
