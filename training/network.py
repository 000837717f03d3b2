"""Step: one transformer that knows grammar and times, and what is laid on it.

`python -m training.network BUILT WEIGHTS ROWS data`, where torch and transformers are installed. BUILT holds what the
steps before wrote; WEIGHTS is the folder of MiniLM (`all-MiniLM-L6-v2`), ROWS what `training.event_rows` wrote. A core
needs three quarters of an hour. Both are learned in turn, so that the transformer serves both; the networks for times
that come of it don't ship, as `training.events` learns them with everything else that is asked of events.
"""

from __future__ import annotations

import copy
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np
import spacy
import torch
from spacy.tokens import Doc, DocBin
from torch import Tensor, nn

from extractors.encoder.encoder import ENCODER
from extractors.encoder.word_pieces import WordPieces
from training.encoder_file import export_encoder
from training.event_rows import read_rows, signs_of_times
from training.feature_names import FeatureNames
from training.grammar_heads import GrammarHeads, Inventory, Window, windows
from training.shipping import arrays, with_sums
from training.time_heads import TimeHeads, TimeWindow, time_windows
from training.transformer import Transformer

SEED = 3
LAYERS = 6
TUNED = "transformer.pt"
"""The file of `BUILT` that `training.events` goes on from."""
PASSES = 2
"""Over the trees; the times are passed over twice as often, as they are few."""
WINDOWS, TIME_WINDOWS = 4, 6
"""Of a batch."""
_RATE, _NEW_RATE = 1.5e-4, 1e-3
"""Of what comes with the weights, and of what is laid on them."""
_WARM = 100

_Kind = TypeVar("_Kind")
Batch = list[Window] | list[TimeWindow]


class Network(nn.Module):
    """The transformer, and what reads its vectors."""

    def __init__(self, weights: Path, pieces: Sequence[str], layers: int, inventory: Inventory, features: int) -> None:
        super().__init__()
        self.transformer = Transformer(weights, pieces, layers)
        self.grammar = GrammarHeads(self.transformer.width, inventory)
        self.times = TimeHeads(self.transformer.width, features)

    def losses(self, batch: Batch) -> Tensor:
        """How unlikely what is known of a batch is held to be."""
        with torch.autocast("cpu", dtype=torch.bfloat16):
            vectors = self.transformer.read(batch)
            times = [one for one in batch if isinstance(one, TimeWindow)]
            if times:
                return self.times.losses(vectors, times)
            return self.grammar.losses(vectors, [one for one in batch if isinstance(one, Window)])


def docs_of(path: Path) -> list[Doc]:
    """The docs that a step before wrote."""
    return list(DocBin().from_disk(path).get_docs(spacy.blank("en").vocab))


def batches(built: Path, known: WordPieces, inventory: Inventory, times: Sequence[TimeWindow]) -> Iterator[Batch]:
    """Everything in the order in which it is learned."""
    rng = random.Random(SEED)
    silver = docs_of(built / "train" / "silver.spacy")
    for number in range(PASSES):
        docs = [*docs_of(built / "train" / f"gold-{1 + number % 2}.spacy"), *silver]
        rng.shuffle(docs)
        found: list[Batch] = [*_parts(list(windows(docs, known, inventory)), WINDOWS, rng)]
        for _ in range(2):
            found += _parts(times, TIME_WINDOWS, rng)
        rng.shuffle(found)
        yield from found


def _parts(found: Sequence[_Kind], size: int, rng: random.Random) -> Iterator[list[_Kind]]:
    order = rng.sample(range(len(found)), len(found))
    for at in range(0, len(order), size):
        yield [found[number] for number in order[at : at + size]]


def train(network: Network, learned: Sequence[Batch]) -> None:
    """Tune all but the vectors of the pieces; prints the losses."""
    network.transformer.model.embeddings.word_embeddings.requires_grad_(False)
    old = [value for value in network.transformer.model.parameters() if value.requires_grad]
    new = [value for name, value in network.named_parameters() if not name.startswith("transformer.model.")]
    groups = [{"params": old, "lr": _RATE}, {"params": new, "lr": _NEW_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / _WARM, max(0.0, 1 - step / len(learned)))
    )
    network.train()
    lost, seen = Counter[bool](), Counter[bool]()
    for step, batch in enumerate(learned):
        loss = network.losses(batch)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
        of_times = isinstance(batch[0], TimeWindow)
        lost[of_times] += loss.item()
        seen[of_times] += 1
        if step % 100 == 99:
            told = (f"{'times' if kind else 'grammar'} {lost[kind] / count:.3f}" for kind, count in seen.items())
            print(f"{step + 1} of {len(learned)}:", *told, flush=True)
            lost.clear()
            seen.clear()


def export_grammar(heads: GrammarHeads, inventory: Inventory, target: Path) -> None:
    """Write what `GrammarNetwork` reads."""
    found = {name.removesuffix(".weight").replace(".bias", "_bias"): value for name, value in arrays(heads).items()}
    for name in ("is_head", "is_root"):
        found[name] = found[name][0]
    found["is_root_bias"] = found["is_root_bias"][0]
    np.savez_compressed(target / "network.npz", allow_pickle=False, **found)
    readings = ["\t".join([*one.split(" "), ""][:3]) for one in inventory.readings]
    for name, lines in (("readings", readings), ("relations", inventory.relations)):
        (target / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    with_sums(target)


def main(built: Path, weights: Path, rows: Path, target: Path) -> None:
    """Train, and write what ships."""
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    pieces = (target / ENCODER / "pieces.txt").read_text(encoding="utf-8").splitlines()
    known, read = WordPieces(pieces), read_rows(rows)
    features = FeatureNames(signs_of_times(read))
    inventory = Inventory.of([*docs_of(built / "train" / "gold-1.spacy"), *docs_of(built / "train" / "silver.spacy")])
    network = Network(weights, pieces, LAYERS, inventory, len(features.all))
    train(network, list(batches(built, known, inventory, list(time_windows(read, features)))))
    network.eval()
    (target / "grammar").mkdir(exist_ok=True)
    torch.save(network.transformer.state_dict(), built / TUNED)
    export_encoder(network.transformer, copy.deepcopy(network.transformer.upper), target / ENCODER)
    export_grammar(network.grammar, inventory, target / "grammar")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:5]))
