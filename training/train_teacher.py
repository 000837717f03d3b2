"""Step: the teacher, tuned on the treebanks in news style.

`python -m training.train_teacher CORPORA WEIGHTS OUT`
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from training import corpora
from training.prepare_syntax import SEED, news, styled
from training.teacher import Inventory, Teacher, batches, reading
from training.trees import Tree

STEPS = 775
"""A pass and a quarter: what 25 minutes of half a core had time for. More would be better."""

_RATE, _NEW_RATE = 6e-5, 1e-3
"""Of what comes with the weights, and of what is laid on them."""

_WARM = 100
_LONGEST = 80
_NEWS = 0.6
"""Share of the sentences in news style, which are new in each pass."""

_UNKNOWN = -100
"""What no loss is counted of."""


def main(source: Path, weights: Path, out: Path) -> None:
    """Train and keep the teacher; prints what it reaches on the development part."""
    torch.manual_seed(SEED)
    train = [*corpora.ewt(source, "train"), *corpora.gum(source, ("train",))]
    dev = [*corpora.ewt(source, "dev"), *corpora.gum(source, ("dev",), corpora.GUM_GENRES - {"news"})]
    teacher = Teacher(weights, Inventory.of(train))
    optimizer = _optimizer(teacher)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min((step + 1) / _WARM, 1 - step / STEPS))
    teacher.train()
    for step, trees in zip(range(STEPS), _batches(train, random.Random(SEED)), strict=False):
        loss = _loss(teacher, trees)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        schedule.step()
        if step % 25 == 0:
            print(f"{step} of {STEPS}: {loss.item():.3f}", flush=True)
    teacher.save(out)
    print("development", *(f"{name} {value:.2f}" for name, value in score(teacher, dev).items()))


def _optimizer(teacher: Teacher) -> torch.optim.Optimizer:
    """The vectors of word pieces stay as they come."""
    teacher.encoder.embeddings.word_embeddings.requires_grad_(False)
    old = [value for value in teacher.encoder.parameters() if value.requires_grad]
    new = [value for name, value in teacher.named_parameters() if not name.startswith("encoder.")]
    groups = [{"params": old, "lr": _RATE}, {"params": new, "lr": _NEW_RATE}]
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)


def _batches(train: Sequence[Tree], rng: random.Random) -> Iterator[list[Tree]]:
    """Pass after pass over the trees, in other styles each time."""
    while True:
        trees = [*styled(train, rng), *(tree for tree in news(train, rng) if rng.random() < _NEWS)]
        trees = [tree for tree in trees if len(tree.words) <= _LONGEST]
        found = list(batches([[word.text for word in tree.words] for tree in trees]))
        rng.shuffle(found)
        yield from ([trees[at] for at in batch] for batch in found)


def _loss(teacher: Teacher, trees: Sequence[Tree]) -> Tensor:
    relation_of = {name: number for number, name in enumerate(teacher.inventory.relations)}
    tag_of = {name: number for number, name in enumerate(teacher.inventory.tags)}
    longest = max(len(tree.words) for tree in trees)
    heads, relations, tags = (torch.full((len(trees), longest), _UNKNOWN) for _ in range(3))
    for row, tree in enumerate(trees):
        size = len(tree.words)
        heads[row, :size] = torch.tensor([word.head + 1 for word in tree.words])
        relations[row, :size] = torch.tensor([relation_of[word.dep] for word in tree.words])
        tags[row, :size] = torch.tensor([tag_of.get(reading(word), _UNKNOWN) for word in tree.words])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores, both, tag_scores = teacher([[word.text for word in tree.words] for tree in trees])
        relation_scores = teacher.relations(both, heads.clamp(min=0))
    return (
        functional.cross_entropy(scores.flatten(0, 1), heads.flatten(), ignore_index=_UNKNOWN)
        + functional.cross_entropy(relation_scores.flatten(0, 1), relations.flatten(), ignore_index=_UNKNOWN)
        + 0.5 * functional.cross_entropy(tag_scores.flatten(0, 1), tags.flatten(), ignore_index=_UNKNOWN)
    )


def score(teacher: Teacher, trees: Sequence[Tree]) -> dict[str, float]:
    """UAS and LAS without punctuation, universal relations, and tags, on given words, in per cent."""
    right = {"UAS": 0, "LAS": 0, "tags": 0}
    words = every = 0
    parses = teacher.parse([[word.text for word in tree.words] for tree in trees])
    for tree, (found, _) in zip(trees, parses, strict=True):
        for gold, got in zip(tree.words, found, strict=False):
            every += 1
            right["tags"] += gold.tag == got.tag
            if gold.dep != "punct":
                words += 1
                right["UAS"] += gold.head == got.head
                right["LAS"] += (gold.head, gold.dep.partition(":")[0]) == (got.head, got.dep.partition(":")[0])
    return {name: 100 * count / (every if name == "tags" else words) for name, count in right.items()}


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
