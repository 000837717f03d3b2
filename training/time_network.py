"""Step: the network of `extractors/events/scenes/time_network.py` and the transformer below it, tuned together.

`python -m training.time_network DECISIONS WEIGHTS data/story_times [LAYERS]`, where torch, transformers and onnx are
installed. DECISIONS are what `training.likely_times` wrote; WEIGHTS the folder of MiniLM (`all-MiniLM-L6-v2`), of which
the lowest layers are taken. Two cores need a quarter of an hour.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

from extractors.encoder.intact import SUMS

SEED = 3
LAYERS = 6
EPOCHS = 4
BATCH = 6
"""Windows."""
SIZE = 192
FEWEST = 8
"""How often a feature must be seen."""
_RATE, _NEW_RATE = 5e-5, 1e-3
"""Of what comes with the weights, and of what is laid on them."""
_WARM = 50


@dataclass
class Decision:
    """One event of a window: places and features by number, of each time and at last of none."""

    event: int
    times: list[int]
    features: list[list[int]]
    right: list[bool]


@dataclass
class Window:
    """The pieces of a part of an article, and what there is to decide in it."""

    pieces: list[int]
    decisions: list[Decision]


def windows(path: Path) -> tuple[list[Window], list[str]]:
    """All of them, and the names of the features that are seen often enough."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    seen = Counter(name for row in rows for one in row["decisions"] for choice in one["features"] for name in choice)
    names = sorted(name for name, count in seen.items() if count >= FEWEST)
    numbers = {name: number for number, name in enumerate(names)}
    found = []
    for row in rows:
        for number, pieces in row["windows"].items():
            decisions = [
                Decision(
                    one["event"],
                    one["times"],
                    [[numbers[name] for name in choice if name in numbers] for choice in one["features"]],
                    one["right"],
                )
                for one in row["decisions"]
                if one["window"] == int(number) and any(one["right"])
            ]
            if decisions:
                found.append(Window(pieces, decisions))
    return found, names


class Network(nn.Module):
    """Scores of the times of events, as `TimeNetwork` has them."""

    def __init__(self, weights: Path, pieces: Sequence[str], features: int, layers: int) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(
            weights,
            add_pooling_layer=False,
            hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
            attn_implementation="eager",
        )
        self.encoder.encoder.layer = self.encoder.encoder.layer[:layers]
        known = (weights / "vocab.txt").read_text(encoding="utf-8").splitlines()
        number = {piece: at for at, piece in enumerate(known)}
        vectors = self.encoder.embeddings.word_embeddings.weight.detach()
        kept = vectors[[number[piece] for piece in pieces]]
        self.encoder.embeddings.word_embeddings = nn.Embedding.from_pretrained(kept, freeze=True)
        width = self.encoder.config.hidden_size
        self.event, self.time = nn.Linear(width, SIZE), nn.Linear(width, SIZE)
        self.none = nn.Parameter(torch.randn(SIZE) * 0.02)
        self.features = nn.EmbeddingBag(features, SIZE, mode="sum")
        self.weights = nn.EmbeddingBag(features, 1, mode="sum")
        nn.init.normal_(self.features.weight, std=0.02)
        nn.init.zeros_(self.weights.weight)
        self.hidden, self.out = nn.Linear(3 * SIZE, SIZE), nn.Linear(SIZE, 1, bias=False)
        self.dropout = nn.Dropout(0.2)

    def forward(self, batch: Sequence[Window]) -> tuple[Tensor, Tensor]:
        """The score of each choice of each decision, and the number of its decision."""
        longest = max(len(window.pieces) for window in batch)
        pieces = torch.zeros(len(batch), longest, dtype=torch.long)
        mask = torch.zeros(len(batch), longest, dtype=torch.long)
        for row, window in enumerate(batch):
            pieces[row, : len(window.pieces)] = torch.tensor(window.pieces)
            mask[row, : len(window.pieces)] = 1
        vectors = self.dropout(self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state)
        of = [(row, one) for row, window in enumerate(batch) for one in window.decisions]
        choices = [
            (n, row, one.event, place, names)
            for n, (row, one) in enumerate(of)
            for place, names in zip([*one.times, -1], one.features, strict=True)
        ]
        decision, row, event, place = (torch.tensor(column) for column in list(zip(*choices, strict=True))[:4])
        names = [names for *_, names in choices]
        flat = torch.tensor([name for one in names for name in one])
        offsets = torch.tensor(np.cumsum([0, *(len(one) for one in names[:-1])]))
        of_event = self.event(vectors[row, event])
        of_time = torch.where((place < 0)[:, None], self.none, self.time(vectors[row, place.clamp(min=0)]))
        hidden = self.hidden(torch.cat([of_event, of_time, of_event * of_time], -1)) + self.features(flat, offsets)
        bent = self.dropout(functional.gelu(hidden, approximate="tanh"))
        return self.out(bent).squeeze(-1).float() + self.weights(flat, offsets).squeeze(-1), decision


def loss(network: Network, batch: Sequence[Window]) -> Tensor:
    """How unlikely what is right is held to be, on average."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores, decision = network(batch)
    right = torch.tensor([value for window in batch for one in window.decisions for value in one.right])
    count = int(decision.max()) + 1
    return (_sums(scores, decision, count) - _sums(scores.masked_fill(~right, -1e4), decision, count)).mean()


def _sums(scores: Tensor, decision: Tensor, count: int) -> Tensor:
    """By decision the logarithm of the sum of the powers of its scores."""
    most = torch.full((count,), -1e4).scatter_reduce(0, decision, scores, "amax")
    powers = (scores - most[decision]).exp()
    return most + torch.zeros(count).scatter_add(0, decision, powers).clamp_min(1e-20).log()


def batches(found: Sequence[Window], rng: random.Random) -> Iterator[list[Window]]:
    """All windows once, in another order each time."""
    order = rng.sample(range(len(found)), len(found))
    for at in range(0, len(order), BATCH):
        yield [found[number] for number in order[at : at + BATCH]]


def train(network: Network, found: Sequence[Window]) -> None:
    """Tune all but the vectors of the pieces; prints the loss of each epoch."""
    rng = random.Random(SEED)
    steps = EPOCHS * -(-len(found) // BATCH)
    old = [value for value in network.encoder.parameters() if value.requires_grad]
    new = [value for name, value in network.named_parameters() if not name.startswith("encoder.")]
    optimizer = torch.optim.AdamW([{"params": old, "lr": _RATE}, {"params": new, "lr": _NEW_RATE}], weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / _WARM, max(0.0, 1 - step / steps))
    )
    network.train()
    for epoch in range(EPOCHS):
        losses = []
        for batch in batches(found, rng):
            value = loss(network, batch)
            value.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            losses.append(value.item())
        print(f"{epoch + 1} of {EPOCHS}: {sum(losses) / len(losses):.3f}", flush=True)


class _Vectors(nn.Module):
    """The encoder with one input: a window without padding."""

    def __init__(self, encoder: nn.Module) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, pieces: Tensor) -> Tensor:
        return self.encoder(input_ids=pieces, attention_mask=torch.ones_like(pieces)).last_hidden_state


def export(network: Network, features: Sequence[str], target: Path) -> None:
    """Write what `Encoder` and `TimeNetwork` read.

    Seven of eight bits are used: with all, processors without VNNI run over.
    """
    network.eval()
    with TemporaryDirectory() as folder:
        whole = str(Path(folder) / "encoder.onnx")
        axes = {"pieces": {1: "place"}, "vectors": {1: "place"}}
        torch.onnx.export(
            _Vectors(network.encoder),
            (torch.ones(1, 64, dtype=torch.long),),
            whole,
            input_names=["pieces"],
            output_names=["vectors"],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            whole,
            str(target / "encoder.onnx"),
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            op_types_to_quantize=["MatMul", "Gather"],
        )
    state = {name: value.detach().numpy().astype(np.float16) for name, value in network.state_dict().items()}
    arrays = {
        "event": state["event.weight"],
        "event_bias": state["event.bias"],
        "time": state["time.weight"],
        "time_bias": state["time.bias"],
        "none": state["none"],
        "hidden": state["hidden.weight"],
        "hidden_bias": state["hidden.bias"],
        "out": state["out.weight"][0],
        "features": state["features.weight"],
        "weights": state["weights.weight"][:, 0],
    }
    np.savez_compressed(target / "network.npz", allow_pickle=False, **arrays)
    (target / "features.txt").write_text("\n".join(features) + "\n", encoding="utf-8")
    made = ("encoder.onnx", "features.txt", "network.npz", "pieces.txt")
    sums = (f"{sha256((target / name).read_bytes()).hexdigest()}  {name}\n" for name in made)
    (target / SUMS).write_text("".join(sums), encoding="utf-8")


def main(decisions: Path, weights: Path, target: Path, layers: int = LAYERS) -> None:
    """Train on all decisions, and write what ships."""
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    found, names = windows(decisions)
    print(
        f"{len(found)} windows, {sum(len(one.decisions) for one in found)} decisions, {len(names)} features", flush=True
    )
    pieces = (target / "pieces.txt").read_text(encoding="utf-8").splitlines()
    network = Network(weights, pieces, len(names), layers)
    train(network, found)
    export(network, names, target)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), *map(int, sys.argv[4:]))
