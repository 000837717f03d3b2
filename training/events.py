"""Step: what is likely of events: the encoder's upper layers for them, and the networks that ask these.

`python -m training.events WEIGHTS TUNED ROWS data`, where torch, transformers and onnx are installed. WEIGHTS is the
folder of MiniLM, TUNED the transformer that `training.network` has tuned for grammar, ROWS what `training.event_rows`
wrote. The lower layers stay as they are; copies of the upper ones learn what clauses, nouns and events are lines, how
they are told, and when they were. So what is read of grammar doesn't change. A quarter of an hour of
a core.

`--left-out` learns from three quarters of the articles, prints what it makes of the others, and writes nothing.
"""

from __future__ import annotations

import copy
import random
import sys
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import msgspec
import torch
from torch import Tensor, nn

from extractors.encoder.encoder import ENCODER, WIDTH
from extractors.events.candidates.overlooked import VERBS
from extractors.events.candidates.overlooked_nouns import NOUNS
from extractors.events.likely_status import STATUS, STATUSES
from extractors.events.scenes.time_network import TIMES
from training import event_heads, time_heads
from training.encoder_file import export_encoder
from training.event_heads import EventHeads, Question, lines_lost, statuses_lost
from training.event_rows import Asked, Row, read_rows, signs_of_times
from training.feature_names import FeatureNames
from training.network import LAYERS
from training.time_heads import TimeHeads, TimeWindow, decisions_of
from training.transformer import Transformer, through

SEED = 1
PASSES = 4
"""Over all articles."""
WINDOWS, SENTENCES = 6, 48
"""Of a batch."""
ALONE = 0.3
"""How many of the sentences are learned from by themselves too."""
TIMES_TUNE = 0.3
"""How much of what the times teach comes to the layers: they are few, and soon known by heart."""
PARTS = 4
"""Of which one is left out."""
_RATE, _NEW_RATE = 1e-4, 1e-3
_WARM = 60

Lost = Callable[[Tensor, Sequence[Asked]], Tensor]
_QUESTIONS: dict[str, tuple[str, int, Lost]] = {
    VERBS: ("clauses", 1, lambda scores, asked: lines_lost(scores[:, 0], asked)),
    NOUNS: ("nouns", 1, lambda scores, asked: lines_lost(scores[:, 0], asked)),
    STATUS: ("events", len(STATUSES), statuses_lost),
}
"""By folder of `data`: where its questions stand in a row, how many answers there are, and what a wrong one costs."""


@dataclass
class EventWindow:
    """A part of an article, as the shared layers leave it, and what there is to learn in it."""

    article: str
    is_alone: bool
    """Whether it is one sentence."""
    below: Tensor
    asked: dict[str, list[Question]]
    times: TimeWindow


class EventLayers(nn.Module):
    """The upper layers for events, and the networks on them."""

    def __init__(self, transformer: Transformer, names: dict[str, FeatureNames], features: int) -> None:
        super().__init__()
        self.layers = copy.deepcopy(transformer.upper)
        answers = {folder: count for folder, (_, count, _) in _QUESTIONS.items()}
        self.heads = nn.ModuleDict({one: EventHeads(WIDTH, len(names[one].all), answers[one]) for one in answers})
        self.times = TimeHeads(WIDTH, features)

    def forward(self, below: Tensor, mask: Tensor | None = None) -> Tensor:
        """The vectors of pieces."""
        return through(self.layers, below, mask)

    def read(self, batch: Sequence[EventWindow]) -> Tensor:
        """A row of vectors for each window; the first place says nothing."""
        longest = max(len(window.below) for window in batch)
        below = torch.zeros(len(batch), longest, WIDTH, dtype=torch.bfloat16)
        mask = torch.full((len(batch), 1, 1, longest), -1e9)
        for row, window in enumerate(batch):
            below[row, : len(window.below)] = window.below
            mask[row, 0, 0, : len(window.below)] = 0
        with torch.autocast("cpu", dtype=torch.bfloat16):
            vectors = self(below, mask.to(torch.bfloat16) if mask.min() < 0 else None).float()
        return torch.cat([torch.zeros(len(batch), 1, WIDTH), vectors[:, 1:]], 1)

    def lost(self, batch: Sequence[EventWindow]) -> dict[str, Tensor]:
        """By question how unlikely what is known of a batch is held to be."""
        vectors, lost = self.read(batch), {}
        for folder, (_, _, cost) in _QUESTIONS.items():
            questions = [window.asked[folder] for window in batch]
            asked = [one.asked for window in questions for one in window]
            if asked:
                lost[folder] = cost(self.heads[folder](vectors, questions), asked)
        if any(window.times.decisions for window in batch):
            tuning = vectors * TIMES_TUNE + vectors.detach() * (1 - TIMES_TUNE)
            lost[TIMES] = self.times.losses(tuning, [window.times for window in batch])
        return lost


def event_windows(
    transformer: Transformer,
    rows: Sequence[Row],
    names: dict[str, FeatureNames],
    features: FeatureNames,
    alone: float = 0.0,
) -> Iterator[EventWindow]:
    """All windows in which there is something to learn.

    Args:
        transformer: whose shared layers read them.
        rows: what there is to learn.
        names: of each question.
        features: of the times.
        alone: how many of the sentences are there a second time, each a window by itself: what is asked of a short text
            is to be answered too.
    """
    rng = random.Random(SEED)
    for row in rows:
        for key, (pieces, shapes) in row.windows.items():
            number = int(key)
            asked = {
                folder: [
                    Question(one, names[folder].of(one.features)) for one in getattr(row, place) if one.window == number
                ]
                for folder, (place, _, _) in _QUESTIONS.items()
            }
            decisions = decisions_of(row, number, features)
            ends = [*row.sentences[key], len(pieces) - 1]
            spans = [(1, len(pieces) - 1), *(span for span in pairwise(ends) if rng.random() < alone)]
            for cuts, (first, last) in enumerate(spans):
                inside = {folder: list(_inside(found, first, last)) for folder, found in asked.items()}
                here = [] if cuts else decisions
                if here or any(inside.values()):
                    cut = [[sequence[0], *sequence[first:last], sequence[-1]] for sequence in (pieces, shapes)]
                    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
                        read = transformer.below(*(torch.tensor([one]) for one in cut))[0].to(torch.bfloat16)
                    yield EventWindow(row.article, cuts > 0, read, inside, TimeWindow([], [], here))


def _inside(questions: Sequence[Question], first: int, last: int) -> Iterator[Question]:
    """Those of words between two places, counted from the first of them as 1."""
    for one in questions:
        word, beside = one.asked.word, one.asked.beside
        if first <= word < last:
            near = beside - first + 1 if first <= beside < last else 0
            yield Question(msgspec.structs.replace(one.asked, word=word - first + 1, beside=near), one.features)


def batches(windows: Sequence[EventWindow], rng: random.Random) -> list[list[EventWindow]]:
    """All windows in any order, sentences with sentences, as what is shorter is filled up."""
    found = []
    for alone, size in ((False, WINDOWS), (True, SENTENCES)):
        of_kind = [window for window in windows if window.is_alone is alone]
        rng.shuffle(of_kind)
        found += [of_kind[at : at + size] for at in range(0, len(of_kind), size)]
    rng.shuffle(found)
    return found


def train(layers: EventLayers, windows: Sequence[EventWindow]) -> None:
    """Learn from all windows; prints what is lost."""
    rng = random.Random(SEED)
    steps = PASSES * len(batches(windows, rng))
    tuned = [value for name, value in layers.named_parameters() if name.startswith("layers.")]
    new = [value for name, value in layers.named_parameters() if not name.startswith("layers.")]
    groups = [{"params": new, "lr": _NEW_RATE}, {"params": tuned, "lr": _RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / _WARM, max(0.0, 1 - step / steps))
    )
    layers.train()
    for number in range(PASSES):
        lost, seen = Counter[str](), Counter[str]()
        for batch in batches(windows, rng):
            found = layers.lost(batch)
            torch.stack(list(found.values())).sum().backward()
            nn.utils.clip_grad_norm_(layers.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            for name, value in found.items():
                lost[name] += value.item()
                seen[name] += 1
        print(f"{number + 1} of {PASSES}:", *(f"{name} {lost[name] / seen[name]:.3f}" for name in lost), flush=True)
    layers.eval()


def is_left_out(article: str) -> bool:
    """Whether an article is of the part that is not learned from; passages are all learned."""
    return not article.startswith("passage") and zlib.crc32(article.encode()) % PARTS == 0


def main(weights: Path, tuned: Path, rows: Path, target: Path, *, left_out: bool = False) -> None:
    """Learn, and write what ships; or try what it is worth."""
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    read = read_rows(rows)
    learned = [row for row in read if not (left_out and is_left_out(row.article))]
    names = {
        folder: FeatureNames(one.features for row in learned for one in getattr(row, place))
        for folder, (place, _, _) in _QUESTIONS.items()
    }
    features = FeatureNames(signs_of_times(learned))
    pieces = (target / ENCODER / "pieces.txt").read_text(encoding="utf-8").splitlines()
    transformer = Transformer(weights, pieces, LAYERS)
    transformer.load_state_dict(torch.load(tuned))
    transformer.eval()
    layers = EventLayers(transformer, names, len(features.all))
    train(layers, list(event_windows(transformer, learned, names, features, ALONE)))
    if left_out:
        others = [row for row in read if is_left_out(row.article)]
        print_worth(layers, list(event_windows(transformer, others, names, features)))
        return
    export_encoder(transformer, layers.layers, target / ENCODER)
    for folder in _QUESTIONS:
        heads = layers.heads[folder]
        assert isinstance(heads, EventHeads)
        event_heads.export(heads, names[folder], target / folder)
    time_heads.export(layers.times, features.all, target / TIMES)


def print_worth(layers: EventLayers, windows: Sequence[EventWindow]) -> None:
    """How good the answers are: of what is taken from each chance on, how much is right."""
    found: dict[str, list[tuple[Tensor, Asked]]] = {folder: [] for folder in _QUESTIONS}
    right = decisions = 0
    with torch.no_grad():
        for window in windows:
            vectors = layers.read([window])
            for folder in _QUESTIONS:
                if window.asked[folder]:
                    scores = layers.heads[folder](vectors, [window.asked[folder]])
                    found[folder] += zip(scores, (one.asked for one in window.asked[folder]), strict=True)
            for one in window.times.decisions:
                right += one.right[int(layers.times.scores(vectors, [(0, one)]).argmax())]
                decisions += 1
    for folder in (VERBS, NOUNS):
        for sure in (0.4, 0.5, 0.6, 0.65, 0.7):
            taken = [asked for scores, asked in found[folder] if asked.may and scores[0].sigmoid() >= sure]
            lines, must = sum(one.is_line for one in taken), sum(one.must for one in taken)
            print(f"{folder} from {sure:.2f}: {len(taken)} taken, {lines} lines, {must} of those that must be there")
    told = [(scores[: len(STATUSES)], asked) for scores, asked in found[STATUS] if asked.statuses]
    best = sum(STATUSES[int(scores.argmax())] in asked.statuses for scores, asked in told)
    print(f"status: {best} of {len(told)} right")
    print(f"times: {right} of {decisions} right")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:5]), left_out="--left-out" in sys.argv)
