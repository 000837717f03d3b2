"""Network for what titles leave out: `python -m training.title_branches data/title_branches`, with torch installed.

Learned from the titles that readers gave to lines (`benchmarks/unseen_articles.py`), of which none is shut: each is
held against our draft of the same line before anything went for its length. A branch of the draft is kept where the
title has the word by which it hangs, else as far as it has its words; branches inside one that has gone teach nothing.
Printed is how well the network tells what is kept, in articles that were left out of the learning, and how often what
it holds to be unlikely is kept all the same.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import torch
from spacy.language import Language

from benchmarks.editors_titles import SMALL, telling
from benchmarks.unseen_articles import unseen_articles
from extractors.events.clause_extents import ClauseExtents
from extractors.events.component import read_by_rule
from extractors.events.context.event_context import EventContext, read_event_context
from extractors.events.titles.branch_network import BranchChances
from extractors.events.titles.branches import branch
from extractors.events.titles.drafts import Draft
from extractors.events.titles.sparable import beside
from extractors.events.titles.titling import Titles
from extractors.lexicons.inflections import bases
from extractors.pipeline import load_pipeline, process
from training.feature_names import FeatureNames
from training.word_pairs import Pair, Table, export, learn, left_out

READERS = ("third", "fourth", "fifth", "seventh", "writers")
FEWEST = 12
"""How often a feature must be seen."""
ALIKE = 0.5
"""The share of a title's words that its line must have, so that they tell of one thing."""


def branches(nlp: Language, gold: Mapping[str, Any], text: str) -> Iterator[Pair]:
    """The branches of our drafts of an article's lines, with how far their titles have kept them."""
    doc = process(nlp, text)
    context = read_event_context(doc)
    candidates, _ = read_by_rule(context)
    titles = Titles(context, ClauseExtents(context, candidates), candidates)
    chances = BranchChances(context, [one.trigger for one in candidates])
    for line in gold["events"]:
        title = telling(line["title"])
        told = [one for one in candidates if line["start"] <= doc[one.trigger].idx < line["end"]]
        drafts = [titles.whole(one) for one in told] if title else []
        draft = max(drafts, key=lambda one: _alike(context, one, title), default=None)
        if draft is None or _alike(context, draft, title) < ALIKE:
            continue
        known = {form for word in title for form in word}
        taught = [one for one in beside(context, draft) if not _is_inside_what_has_gone(context, draft, one.at, known)]
        vectors = np.hstack(chances.vectors(taught)).astype(np.float32) if taught else ()
        for one, row in zip(taught, vectors, strict=True):
            kept = _kept(context, one.at, one.words, known)
            if kept is not None:
                yield Pair(gold["id"], tuple(chances.features(draft, one)), row, kept)


def _alike(context: EventContext, draft: Draft, title: Sequence[frozenset[str]]) -> float:
    """The share of a title's words that a draft has."""
    ours = {form for at in draft.words for form in bases(context.tree.lowers[at])}
    return sum(not ours.isdisjoint(word) for word in title) / max(1, len(title))


def _kept(context: EventContext, at: int, words: Set[int], known: Set[str]) -> float | None:
    """How far a title has a branch; None of one that tells nothing."""
    tree = context.tree
    told = {one: not known.isdisjoint(bases(tree.lowers[one]) | bases(tree.lemmas[one])) for one in words}
    told = {one: has for one, has in told.items() if tree.lowers[one] not in SMALL and tree.pos[one] != "PUNCT"}
    if not told:
        return None
    return 1.0 if told.get(at) else sum(told.values()) / len(told)


def _is_inside_what_has_gone(context: EventContext, draft: Draft, at: int, known: Set[str]) -> bool:
    above = context.tree.heads[at]
    while above not in draft.fixed and context.tree.heads[above] != above:
        if _kept(context, above, branch(context, above, draft.bounds) & draft.kept, known) == 0:
            return True
        above = context.tree.heads[above]
    return False


def teach(found: Sequence[Pair], target: Path) -> None:
    """Learn the network, print how good it is, and write it."""
    torch.set_num_threads(1)
    names = FeatureNames((one.features for one in found), FEWEST)
    table = Table.of(found, names)
    chances = left_out(found, table)
    kept = table.answers >= ALIKE
    print(f"{len(found)} branches, kept {float(kept.float().mean()):.3f}; ranked rightly {_ranked(chances, kept):.3f}")
    for most in (0.1, 0.2, 0.3, 0.4, 0.5):
        below = chances <= most
        print(f"up to {most}: {int(below.sum()):5} branches, kept {float(kept[below].float().mean()):.3f}")
    target.mkdir(exist_ok=True)
    export(learn(table, torch.arange(len(found))), names.all, target)


def _ranked(chances: torch.Tensor, kept: torch.Tensor) -> float:
    """How often what is kept is likelier than what is not."""
    places = chances.argsort().argsort()[kept].double() + 1
    many, few = len(places), len(kept) - len(places)
    return float((places.sum() - many * (many + 1) / 2) / (many * few))


def main(target: Path) -> None:
    """Read the articles, and learn from their titles."""
    nlp = load_pipeline()
    nlp.disable_pipes("dateline_events")
    articles = chain(*(unseen_articles(readers, shut=False) for readers in READERS))
    teach([one for gold, text in articles for one in branches(nlp, gold, text)], target)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
