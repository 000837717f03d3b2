"""Step: the spaCy pipeline that ships: its tokenizer, our two components of grammar, names and lemmas.

`python -m training.assemble NAMES CORPORA OUT`; what the components read lies in `data/encoder` and `data/grammar`.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.pipeline import TrainablePipe
from thinc.api import Model

from training import corpora

MANTISSA_BITS = 10
"""Kept of the 23 bits of a weight of names: zipped, they take two thirds of the room, with no loss to measure."""

VERSION = "0.2.0"
_CLOSED = frozenset("ADP AUX CCONJ DET PART PRON SCONJ".split())
_META = {
    "lang": "en",
    "name": "dateline_news",
    "version": VERSION,
    "description": "English news: tags, morphology, lemmas, parse, sentences and names, small and offline.",
    "author": "the dateline authors",
    "license": "CC BY-SA 4.0",
}


def main(names: str, source: Path, out: Path) -> None:
    """Write the pipeline to `out`; what else is there stays."""
    nlp = spacy.blank("en")
    for name in ("dateline_vectors", "dateline_grammar"):
        nlp.add_pipe(name)
    named = spacy.load(names)
    named.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    nlp.add_pipe("ner", source=named)
    recogniser = nlp.get_pipe("ner")
    assert isinstance(recogniser, TrainablePipe)
    print(f"{sum(round_weights(recogniser.model))} weights")
    add_lemmas(nlp, source)
    nlp.meta.update(_META)
    nlp.to_disk(out)


def round_weights(model: Model[Any, Any]) -> Iterator[int]:
    """Round the weights of a model in place; gives their number."""
    for node in model.walk():
        for name in node.param_names:
            if node.has_param(name):
                weights = np.asarray(node.get_param(name), dtype=np.float32)
                node.set_param(name, rounded(weights))  # type: ignore[arg-type]  # thinc names its arrays by shape
                yield weights.size


def rounded(weights: np.ndarray) -> np.ndarray:
    """Floats whose last bits are zero, rounded to the nearest."""
    cut = np.uint32(23 - MANTISSA_BITS)
    bits = np.ascontiguousarray(weights).view(np.uint32)
    half = np.uint32(1) << (cut - np.uint32(1))
    return (((bits + half) >> cut) << cut).view(np.float32).reshape(weights.shape)


def add_lemmas(nlp: Language, source: Path) -> None:
    """SpaCy's rules and tables for open classes; for closed ones, which those lack, what the treebank says."""
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    lemmatizer.initialize(list, nlp=nlp)  # type: ignore[attr-defined]
    exceptions = lemmatizer.lookups.get_table("lemma_exc")  # type: ignore[attr-defined]
    for (lower, pos), lemma in sorted(closed_lemmas(source).items()):
        exceptions[pos.lower()] = {**exceptions.get(pos.lower(), {}), lower: [lemma]}


def closed_lemmas(source: Path) -> dict[tuple[str, str], str]:
    """The lemma of each small word that nearly always has the same, but for those that are their own."""
    seen: dict[tuple[str, str], Counter[str]] = {}
    for tree in corpora.ewt(source, "train"):
        for word in tree.words:
            if word.pos in _CLOSED:
                seen.setdefault((word.text.lower(), word.pos), Counter())[word.lemma] += 1
    return {
        key: lemma
        for key, lemmas in seen.items()
        for lemma, times in lemmas.most_common(1)
        if times >= 3 and times >= 0.9 * lemmas.total()
    }


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
