"""Step: news parsed by the teacher, where it is sure, as more training data for the small pupil.

`python -m training.teacher_silver CORPORA WEIGHTS TEACHER OUT [--without-gmb]`
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import spacy

from training.documents import grouped
from training.prepare_silver import dated, is_tree, sentences
from training.prepare_syntax import SEED, news, styled, write
from training.teacher import Teacher, load
from training.trees import Tree

SENTENCES = 30_000
"""Of some fifty thousand: what there was time for."""

DOUBT = 0.55
"""Words whose head and relation are less sure than this are doubtful."""

_AT_ONCE = 2000
_DOUBTFUL = 0.08
"""Share of doubtful words from which a sentence is left out."""


def main(source: Path, weights: Path, teacher: Path, out: Path, *, with_gmb: bool) -> None:
    """Write `train/silver.spacy`."""
    rng = random.Random(SEED)
    texts = sentences(source, with_gmb=with_gmb)
    rng.shuffle(texts)
    texts = texts[:SENTENCES]
    trees = list(parsed(texts, load(teacher, weights)))
    for tree in trees:
        tree.opens = rng.random() < 0.4
    again = [[tree] for tree in news(trees[: len(trees) // 3], rng)]
    groups = [*grouped(styled(trees, rng), rng), *again]
    rng.shuffle(groups)
    write(groups, out / "train" / "silver.spacy")


def parsed(texts: Sequence[str], teacher: Teacher) -> Iterator[Tree]:
    """One tree for each text of which the teacher is sure enough."""
    nlp = spacy.blank("en")
    for start in range(0, len(texts), _AT_ONCE):
        made = map(nlp.make_doc, texts[start : start + _AT_ONCE])
        docs = [doc for doc in made if not any(token.is_space for token in doc)]
        for doc, (words, sure) in zip(docs, teacher.parse([[t.text for t in doc] for doc in docs]), strict=True):
            doubtful = sum(chance < DOUBT for chance in sure)
            if len(words) < len(doc) or doubtful > _DOUBTFUL * len(words) or not is_tree(words):
                continue
            for word, token in zip(words, doc, strict=True):
                word.space, word.lemma = bool(token.whitespace_), word.text.lower()
            yield dated(Tree(words))


if __name__ == "__main__":
    main(*(Path(folder) for folder in sys.argv[1:5]), with_gmb="--without-gmb" not in sys.argv)
