"""Step: the treebanks as training data for tagger, morphologizer and parser.

`python -m training.prepare_syntax CORPORA OUT`
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from pathlib import Path

import spacy
from spacy.tokens import DocBin

from training import corpora, news_style, speech_style
from training.documents import grouped, to_doc
from training.trees import Tree

SEED = 20190128
_FIELDS = ["TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "SENT_START", "ENT_IOB", "ENT_TYPE", "SPACY"]


def main(source: Path, out: Path) -> None:
    """Write `train/gold-*.spacy` and `dev.spacy`; the dev part is what the treebanks call so, without the news of GUM.

    The trees are written twice, in other styles each time: they are to weigh as much as what is parsed by machine.
    """
    train = [*corpora.ewt(source, "train"), *corpora.gum(source, ("train",))]
    dev = [*corpora.ewt(source, "dev"), *corpora.gum(source, ("dev",), corpora.GUM_GENRES - {"news"})]
    for number in (1, 2):
        rng = random.Random(SEED + number)
        groups = [*grouped(styled(train, rng), rng), *([tree] for tree in news(train, rng))]
        rng.shuffle(groups)
        write(groups, out / "train" / f"gold-{number}.spacy")
    write(list(grouped(dev, random.Random(SEED))), out / "dev.spacy")


def styled(trees: Sequence[Tree], rng: random.Random) -> list[Tree]:
    """The trees as they are, half of the quotation marks curly and one in thirty as a headline."""
    made = []
    for tree in trees:
        new = news_style.curly(tree, rng) if rng.random() < 0.5 else tree
        made.append(news_style.cased(new, rng) if rng.random() < 0.03 else new)
    return made


def news(trees: Sequence[Tree], rng: random.Random) -> list[Tree]:
    """About half as many sentences again, turned into news style."""
    speakers = speech_style.people(trees)
    made: list[Tree] = []
    for tree in trees:
        if any(word.dep in ("goeswith", "reparandum", "list") for word in tree.words):
            continue
        bare = news_style.bare(tree, rng)
        made += [bare] * 2 if bare else []
        made += _some(news_style.with_weekday(tree, rng), 0.28, rng)
        made += _some(news_style.with_dated_noun(tree, rng), 1, rng)
        for change in (news_style.with_title, news_style.with_post):
            made += _some(change(tree, rng), 0.5, rng)
        if rng.random() < 0.22 and (speech := speech_style.as_speech(tree, rng, speakers)):
            made.append(speech)
    return [Tree(tree.words, tree.document, opens=True) for tree in styled(made, rng)]


def _some(tree: Tree | None, share: float, rng: random.Random) -> list[Tree]:
    return [tree] if tree is not None and rng.random() < share else []


def write(groups: Sequence[Sequence[Tree]], path: Path) -> None:
    """Write groups of trees as docs."""
    vocab = spacy.blank("en").vocab
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(attrs=_FIELDS, docs=[to_doc(group, vocab) for group in groups]).to_disk(path)
    print(f"{path.name}: {len(groups)} docs, {sum(len(tree.words) for group in groups for tree in group)} words")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
