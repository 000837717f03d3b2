"""Step: news parsed by the teacher, where it is sure, as more training data for the network that ships.

`python -m training.prepare_silver CORPORA WEIGHTS TEACHER OUT [--without-gmb]`. The corpora of names bring a million
words of news; articles of Wikinews come with it, but for those that stay shut (`benchmarks/unseen_articles.py`).
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import spacy

from benchmarks.unseen_articles import open_wikinews
from extractors.sentences import sentences as sentences_of
from training import corpora
from training.documents import grouped
from training.news_style import dated
from training.prepare_names import spaces
from training.prepare_syntax import SEED, news, styled, write
from training.teacher import Teacher, load
from training.trees import Tree, is_tree

SENTENCES = 30_000
"""Of some fifty thousand of the corpora of names: what there was time for."""

DOUBT = 0.55
"""Words whose head and relation are less sure than this are doubtful."""

_AT_ONCE = 2000
_DOUBTFUL = 0.08
"""Share of doubtful words from which a sentence is left out."""
_SHORTEST, _LONGEST = 4, 60


def main(source: Path, weights: Path, teacher: Path, out: Path, *, with_gmb: bool) -> None:
    """Write `train/silver.spacy`."""
    rng = random.Random(SEED)
    texts = sentences(source, with_gmb=with_gmb)
    rng.shuffle(texts)
    trees = list(parsed([*texts[:SENTENCES], *wikinews()], load(teacher, weights)))
    for tree in trees:
        tree.opens = rng.random() < 0.4
    again = [[tree] for tree in news(trees[: len(trees) // 3], rng)]
    groups = [*grouped(styled(trees, rng), rng), *again]
    rng.shuffle(groups)
    write(groups, out / "train" / "silver.spacy")


def sentences(source: Path, *, with_gmb: bool) -> list[str]:
    """The sentences of the corpora of names, each once."""
    rows = [words for words, _ in [*corpora.wikigold(source), *corpora.crossner(source)]]
    rows += corpora.gmb(source) if with_gmb else []
    return sorted({text(words) for words in rows if _SHORTEST <= len(words) <= _LONGEST})


def text(words: Sequence[str]) -> str:
    """Loose tokens as running text."""
    return "".join(word + " " * space for word, space in zip(words, spaces(words), strict=True)).strip()


def wikinews() -> Iterator[str]:
    """The sentences of the open articles of Wikinews, in their order."""
    nlp = spacy.blank("en")
    for article in open_wikinews():
        for sentence in sentences_of(nlp.make_doc(article)):
            words = sentence.text.split()
            if _SHORTEST <= len(words) <= _LONGEST:
                yield " ".join(words)


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
