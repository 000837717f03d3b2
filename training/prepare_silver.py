"""Step: news parsed by several teachers, where they agree, as more training data for one small pupil.

`python -m training.prepare_silver CORPORA OUT TEACHER TEACHER [--without-gmb]`

The vote of parsers that differ only in their seeds is better than any of them, and what they agree on is better still
(tri-training: Zhou and Li 2005; for parsing: Weiss et al. 2015). The corpora of names bring a million words of news.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import spacy
from spacy.tokens import Doc

from training import corpora
from training.documents import grouped
from training.news_style import HAPPENINGS, WEEKDAYS
from training.prepare_names import spaces
from training.prepare_syntax import SEED, styled, write
from training.trees import ROOT, Tree, Word

AGREEMENT = 0.85
"""Share of the words of a sentence on which all teachers must agree."""

_LONGEST = 60


def main(source: Path, out: Path, teachers: Sequence[str], *, with_gmb: bool) -> None:
    """Write `train/silver.spacy`."""
    rng = random.Random(SEED)
    trees = list(voted(sentences(source, with_gmb=with_gmb), teachers))
    for tree in trees:
        tree.opens = rng.random() < 0.4
    rng.shuffle(trees)
    write(list(grouped(styled(trees, rng), rng)), out / "train" / "silver.spacy")


def sentences(source: Path, *, with_gmb: bool) -> list[str]:
    """The sentences of the corpora of names, each once."""
    rows = [words for words, _ in [*corpora.wikigold(source), *corpora.crossner(source)]]
    rows += corpora.gmb(source) if with_gmb else []
    return sorted({text(words) for words in rows if 4 <= len(words) <= _LONGEST})


def text(words: Sequence[str]) -> str:
    """Loose tokens as running text."""
    return "".join(word + " " * space for word, space in zip(words, spaces(words), strict=True)).strip()


def voted(texts: Sequence[str], teachers: Sequence[str]) -> Iterator[Tree]:
    """One tree for each text on which the teachers agree well enough."""
    parses = [spacy.load(teacher).pipe(texts, batch_size=256) for teacher in teachers]
    for docs in zip(*parses, strict=True):
        tree = vote(docs)
        if tree is not None:
            yield tree


def vote(docs: Sequence[Doc]) -> Tree | None:
    """The tree that most teachers give each word's place in; None where they differ, or where it is no tree."""
    if any(len(list(doc.sents)) != 1 for doc in docs):
        return None
    words, agreed = [], 0
    for tokens in zip(*docs, strict=True):
        (head, dep), votes = Counter((token.head.i, token.dep_) for token in tokens).most_common(1)[0]
        agreed += votes == len(docs)
        tag, pos, morph = Counter((t.tag_, t.pos_, str(t.morph)) for t in tokens).most_common(1)[0][0]
        at, shape = tokens[0].i, tokens[0]
        place, label = (ROOT, "root") if head == at else (head, dep)
        words.append(Word(shape.text, "", pos, tag, morph, place, label, bool(shape.whitespace_)))
    return dated(Tree(words)) if agreed >= AGREEMENT * len(words) and is_tree(words) else None


def dated(tree: Tree) -> Tree:
    """The tree, whose bare weekdays date verbs where they can."""
    for at in range(len(tree.words)):
        _date_the_verb(tree.words, at)
    return tree


def _date_the_verb(words: Sequence[Word], at: int) -> None:
    """A bare weekday behind an object dates the verb, unless the noun itself is something that happens."""
    word, noun = words[at], words[words[at].head]
    bare = word.text in WEEKDAYS and word.dep in ("nmod:unmarked", "obl:unmarked", "compound", "flat", "appos")
    if (
        bare
        and word.head < at
        and noun.pos in ("NOUN", "PROPN")
        and noun.dep in ("obj", "obl", "obl:agent")
        and noun.text.lower() not in HAPPENINGS
    ):
        word.head, word.dep = noun.head, "obl:unmarked"


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


if __name__ == "__main__":
    options = sys.argv[3:]
    main(
        Path(sys.argv[1]),
        Path(sys.argv[2]),
        [option for option in options if not option.startswith("--")],
        with_gmb="--without-gmb" not in options,
    )
