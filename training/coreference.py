"""Documents with gold mentions: the open genres of GUM's training part, and MEANTIME, without what benchmarks shut."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from benchmarks.mentions import GENRES, gum_rows, meantime_rows
from training.corpora import gum
from training.documents import PARAGRAPH
from training.trees import Tree

Row = dict[str, Any]
"""A document as those of `benchmarks/mentions.py`: its `text`, and `entities` with `start`, `end`, `group`, `type`."""

_COLUMN = re.compile(r"(?:^|\|)Entity=([^|]*)")
_BRACKET = re.compile(r"\([^()]+\)?|[^()]+\)")
"""*(12-person-new-…*, *(12-…)*, *12)*."""
_NUMBER = re.compile(r"\d+")


def gold_documents(root: Path) -> list[Row]:
    """The documents that may be learned from; `root` has the unpacked corpora."""
    opened = {row["id"] for row in gum_rows(shut=False)}
    trees = gum(root, ("train",))
    rows = (row_of(name, list(group)) for name, group in groupby(trees, key=lambda tree: tree.document))
    kept = [row for row in rows if row["id"] in opened or genre(row) not in GENRES]
    return [*kept, *meantime_rows(shut=False)]


def genre(row: Row) -> str:
    """The genre of a document of GUM; empty for one of MEANTIME, which has news only."""
    name = str(row["id"])
    return name.split("_")[1] if name.startswith("GUM_") else ""


def row_of(name: str, trees: Sequence[Tree]) -> Row:
    """A document of GUM from its trees, whose words say which mentions begin and end at them."""
    text = ""
    placed: list[tuple[int, int, str]] = []
    for tree in trees:
        if text:
            text = text.rstrip() + PARAGRAPH if tree.opens else text
        for word in tree.words:
            start, end = len(text), len(text) + len(word.text)
            placed.append((start, end, word.misc))
            text += word.text + " " * word.space
    entities = sorted(_entities(placed), key=lambda one: (one["start"], -one["end"]))
    return {"id": name, "text": text.rstrip(), "entities": entities}


def _entities(words: Sequence[tuple[int, int, str]]) -> Iterator[dict[str, Any]]:
    """The mentions that brackets open and close, by their places in the text."""
    opened: dict[str, list[tuple[int, str]]] = {}
    for start, end, misc in words:
        column = _COLUMN.search(misc)
        for bracket in _BRACKET.findall(column[1] if column else ""):
            number = _NUMBER.search(bracket)
            if number is None:
                continue
            if bracket.startswith("("):
                opened.setdefault(number[0], []).append((start, bracket.split("-")[1]))
            if bracket.endswith(")") and opened.get(number[0]):
                first, kind = opened[number[0]].pop()
                yield {"start": first, "end": end, "group": number[0], "type": kind}
