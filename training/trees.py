"""Dependency trees as plain records, and how to read them from CoNLL-U."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

ROOT = -1
"""The head of a sentence's root."""

KEPT_FEATURES = frozenset(
    "Case Definite Degree Gender Mood Number NumType Person Polarity Poss PronType Tense VerbForm Voice".split()
)
"""Features that both treebanks mark alike and that something may ask for."""


@dataclass
class Word:
    """One token of a tree; `head` is its head's place in the sentence or ROOT."""

    text: str
    lemma: str
    pos: str
    tag: str
    features: str
    head: int
    dep: str
    space: bool = True
    misc: str = ""


@dataclass
class Tree:
    """One sentence; `opens` says that it is the first of its paragraph."""

    words: list[Word]
    document: str = ""
    opens: bool = True
    entities: list[tuple[int, int, str]] = field(default_factory=list)

    def text(self) -> str:
        """The sentence as it was written."""
        return "".join(word.text + " " * word.space for word in self.words).rstrip()

    def children(self, at: int) -> list[int]:
        """The places of the direct dependents of a word."""
        return [n for n, word in enumerate(self.words) if word.head == at]

    def subtree(self, at: int) -> set[int]:
        """The places of a word and of all beneath it."""
        inside = {at}
        grown = True
        while grown:
            more = {n for n, word in enumerate(self.words) if word.head in inside} - inside
            inside |= more
            grown = bool(more)
        return inside

    def root(self) -> int:
        """The place of the root."""
        return next(n for n, word in enumerate(self.words) if word.head == ROOT)


def rebuild(tree: Tree, words: Sequence[tuple[int | None, Word]]) -> Tree:
    """A tree of these words in this order.

    Args:
        tree: where the old words come from.
        words: each with its old place, by which heads are counted; None for a new one, whose head is an old place too.
    """
    place = {old: new for new, (old, _) in enumerate(words) if old is not None}
    made = []
    for _, word in words:
        head = word.head if word.head == ROOT else place[word.head]
        made.append(Word(word.text, word.lemma, word.pos, word.tag, word.features, head, word.dep, word.space))
    return Tree(made, tree.document, tree.opens)


def read_conllu(lines: Iterable[str]) -> Iterator[Tree]:
    """The trees of a CoNLL-U file, with spaces as in the text and paragraphs as marked."""
    rows: list[list[str]] = []
    document, opens = "", True
    for line in lines:
        line = line.rstrip("\n")  # noqa: PLW2901
        if line.startswith("#"):
            name, _, value = line[1:].partition("=")
            if name.strip() == "newdoc id":
                document, opens = value.strip(), True
            elif name.strip().startswith("newpar"):
                opens = True
        elif line:
            rows.append(line.split("\t"))
        elif rows:
            yield _tree(rows, document, opens)
            rows, opens = [], False
    if rows:
        yield _tree(rows, document, opens)


def _tree(rows: Sequence[Sequence[str]], document: str, opens: bool) -> Tree:
    words = []
    glued: dict[str, bool] = {}
    inside: set[str] = set()
    for row in rows:
        if "-" in row[0]:
            first, last = row[0].split("-")
            glued[last] = "SpaceAfter=No" in row[9]
            inside |= {str(n) for n in range(int(first), int(last))}
    for row in rows:
        if row[0].isdigit():
            space = not glued.get(row[0], "SpaceAfter=No" in row[9]) and row[0] not in inside
            kept = [pair for pair in row[5].split("|") if pair.partition("=")[0] in KEPT_FEATURES]
            head = int(row[6]) - 1 if int(row[6]) else ROOT
            words.append(Word(row[1], row[2], row[3], row[4], "|".join(kept), head, row[7], space, row[9]))
    return Tree(words, document, opens)


def is_tree(words: Sequence[Word]) -> bool:
    """Whether all words hang on one root."""
    if sum(word.head == ROOT for word in words) != 1:
        return False
    for start in range(len(words)):
        at, steps = start, 0
        while at != ROOT and steps <= len(words):
            at, steps = words[at].head, steps + 1
        if at != ROOT:
            return False
    return True
