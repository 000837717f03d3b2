"""The corpora as they come: unpacked once, each part with the split that its authors made.

`README.md` says where outsiders get them. Nothing of them is kept in this project; what is trained from them is.
"""

from __future__ import annotations

import csv
import re
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

from training.trees import Tree, read_conllu

ARCHIVES = ("ud-english-ewt.tar.xz", "gum.tar.xz", "ner.tar.xz")

GUM_GENRES = frozenset("academic bio conversation court interview news speech textbook vlog voyage".split())
"""Genres of GUM whose texts are open; the others forbid commercial use."""

Labelled = tuple[list[str], list[str]]
"""Words of a sentence and their labels in the IOB scheme."""


def unpack(source: Path, target: Path) -> None:
    """Unpack the archives of `source` into `target`, once."""
    target.mkdir(parents=True, exist_ok=True)
    for name in ARCHIVES:
        done = target / f".{name}"
        if not done.exists():
            with tarfile.open(source / name) as archive:
                archive.extractall(target, filter="data")
            done.touch()


def ewt(root: Path, part: str) -> list[Tree]:
    """UD English-EWT, `part` being train, dev or test."""
    if part != "train":
        return _trees(root / f"en_ewt-ud-{part}.conllu")
    base = root / "not-to-release"
    names = (base / "file-lists" / "files.train").read_text(encoding="utf-8").split()
    return [tree for name in names for tree in _trees(base / "sources" / name)]


def gum(root: Path, parts: tuple[str, ...], genres: frozenset[str] = GUM_GENRES) -> list[Tree]:
    """The open genres of GUM; `parts` of train, dev, test by the corpus's own list."""
    listed = _gum_parts((root / "splits.md").read_text(encoding="utf-8"))
    trees = []
    for path in sorted((root / "dep").glob("GUM_*.conllu")):
        if path.stem.split("_")[1] in genres and listed.get(path.stem, "train") in parts:
            trees += _trees(path)
    return trees


def pud(root: Path) -> list[Tree]:
    """UD English-PUD: kept for testing."""
    return _trees(root / "pud" / "en_pud-ud-test.conllu")


def uner(root: Path, name: str) -> dict[str, Labelled]:
    """Universal NER over a treebank, `ewt-dev`, `ewt-test` or `pud-test`: its sentences by `key` of their text."""
    corpus, part = name.split("-")
    path = root / "uner" / f"en_{corpus}-ud-{part}.iob2"
    texts = re.findall(r"^# text = (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return dict(zip(map(key, texts), _columns(path, 1, 2), strict=True))


def key(text: str) -> str:
    """A text without its white space, which releases of a treebank give differently."""
    return "".join(text.split())


def wikigold(root: Path) -> list[Labelled]:
    """Wikipedia sentences with the labels of CoNLL."""
    return _columns(root / "juand/data/wikigold/CONLL-format/data/wikigold.conll.txt", 0, 1, " ")


def tweets(root: Path) -> list[Labelled]:
    """The Broad Twitter Corpus."""
    folder = root / "juand/data/BTC/CONLL-format/data"
    return [row for path in sorted(folder.glob("*.conll")) for row in _columns(path, 0, 1)]


def crossner(root: Path) -> list[Labelled]:
    """Five fields of Wikipedia, with fine labels."""
    return [row for path in sorted((root / "crossner/ner_data").glob("*/*.txt")) for row in _columns(path, 0, 1)]


def gmb(root: Path) -> list[list[str]]:
    """The sentences of the Groningen Meaning Bank: a million words of news, without its machine labels."""
    rows: list[list[str]] = []
    with (root / "gmb" / "ner_dataset.csv").open(encoding="latin-1", newline="") as file:
        for number, row in enumerate(csv.reader(file)):
            if number and row[0]:
                rows.append([])
            if number and row[1]:
                rows[-1].append(row[1])
    return rows


def _trees(path: Path) -> list[Tree]:
    with path.open(encoding="utf-8") as file:
        return list(read_conllu(file))


def _gum_parts(text: str) -> dict[str, str]:
    parts, part = {}, "train"
    for line in text.splitlines():
        if heading := re.match(r"## (\w+)", line):
            part = heading[1]
        elif document := re.match(r"\s*\* (GUM_\w+)", line):
            parts[document[1]] = part
    return parts


def _columns(path: Path, word: int, label: int, separator: str = "\t") -> list[Labelled]:
    return list(_read_columns(path, word, label, separator))


def _read_columns(path: Path, word: int, label: int, separator: str) -> Iterator[Labelled]:
    words: list[str] = []
    labels: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            continue
        cells = line.split(separator)
        if len(cells) > label and cells[word].strip():
            words.append(cells[word].strip())
            labels.append(cells[label].strip())
        elif words:
            yield words, labels
            words, labels = [], []
    if words:
        yield words, labels


if __name__ == "__main__":
    unpack(Path(sys.argv[1]), Path(sys.argv[2]))
