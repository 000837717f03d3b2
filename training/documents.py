"""Trees and labelled sentences as spaCy docs: paragraphs with blank lines between them, as in a real article."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from training.trees import ROOT, Tree

PARAGRAPH = "\n\n"
_MOST_TOKENS = 250


def grouped(trees: Sequence[Tree], rng: random.Random) -> Iterator[list[Tree]]:
    """Neighbouring paragraphs of one document, a few at a time: what a training doc holds."""
    group: list[Tree] = []
    paragraphs = size = 0
    wanted = 1
    for tree in trees:
        full = size + len(tree.words) > _MOST_TOKENS
        if group and (full or tree.document != group[-1].document or (tree.opens and paragraphs >= wanted)):
            yield group
            group, paragraphs, size = [], 0, 0
            wanted = rng.choice((1, 1, 2, 3, 4))
        paragraphs += tree.opens
        size += len(tree.words)
        group.append(tree)
    if group:
        yield group


def to_doc(trees: Iterable[Tree], vocab: Vocab) -> Doc:
    """One doc of these sentences, with everything that the trees say.

    A blank line is a token of its own and hangs on the word before it, as in spaCy's own training data.
    """
    words: list[str] = []
    spaces: list[bool] = []
    columns: dict[str, list[str]] = {name: [] for name in ("tags", "pos", "morphs", "lemmas", "deps")}
    heads: list[int] = []
    entities: list[tuple[int, int, str]] = []

    def add(text: str, space: bool, head: int, *cells: str) -> None:
        words.append(text)
        spaces.append(space)
        heads.append(head)
        for column, cell in zip(columns.values(), cells, strict=True):
            column.append(cell)

    for tree in trees:
        if words and tree.opens:
            spaces[-1] = False
            add(PARAGRAPH, False, len(words) - 1, "_SP", "SPACE", "", PARAGRAPH, "dep")
        start = len(words)
        for n, word in enumerate(tree.words):
            head = start + n if word.head == ROOT else start + word.head
            dep = "ROOT" if word.dep == "root" else word.dep
            add(word.text, word.space, head, word.tag, word.pos, word.features, word.lemma, dep)
        entities += [(start + a, start + b, label) for a, b, label in tree.entities]
    doc = Doc(vocab, words=words, spaces=spaces, heads=heads, **columns)  # type: ignore[arg-type]
    doc.set_ents([Span(doc, a, b, label=label) for a, b, label in entities])
    return doc
