"""What is laid on the transformer to read grammar: heads, relations, tags and sentences.

Biaffine attention (Dozat and Manning 2017) within given sentences.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

import torch
from spacy.tokens import Doc
from torch import Tensor, nn
from torch.nn import functional

from extractors.encoder.word_pieces import WordPieces, shape

ARC, RELATION = 224, 128
LENGTH = 384
"""Pieces of a window."""
FEWEST = 5
"""How often a reading must be seen."""
UNKNOWN = -100
"""What no loss is counted of."""


@dataclass
class Inventory:
    """What can be said of a word."""

    readings: list[str]
    """Tag, part of speech and features."""
    relations: list[str]

    @classmethod
    def of(cls, docs: Iterable[Doc]) -> Inventory:
        """All that is said often enough."""
        readings, relations = Counter[str](), Counter[str]()
        for doc in docs:
            words = [token for token in doc if not token.is_space]
            readings.update(f"{token.tag_} {token.pos_} {token.morph}" for token in words)
            relations.update(token.dep_ for token in words)
        return cls(*(sorted(one for one, count in seen.items() if count >= FEWEST) for seen in (readings, relations)))


@dataclass
class Window:
    """Some docs, one behind the other; what is known of each of their words."""

    pieces: list[int]
    shapes: list[int]
    firsts: list[int] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    """Places of words; a root is its own."""
    relations: list[int] = field(default_factory=list)
    readings: list[int] = field(default_factory=list)


def windows(docs: Iterable[Doc], known: WordPieces, inventory: Inventory) -> Iterator[Window]:
    """Docs in windows."""
    reading_of = {one: number for number, one in enumerate(inventory.readings)}
    relation_of = {one: number for number, one in enumerate(inventory.relations)}
    window = Window([known.start], [0])
    for doc in docs:
        words = [(token, pieces) for token in doc if (pieces := known.split(token.text)[:20])]
        ends = list(accumulate(len(pieces) for _, pieces in words))
        words = words[: bisect_right(ends, LENGTH)]
        size = ends[len(words) - 1] if words else 0
        if window.firsts and len(window.pieces) + size > LENGTH:
            yield _closed(window, known)
            window = Window([known.start], [0])
        place = {token.i: len(window.firsts) + n for n, (token, _) in enumerate(words)}
        sentence = window.sentences[-1] if window.sentences else 0
        for token, pieces in words:
            window.firsts.append(len(window.pieces))
            window.pieces += pieces
            window.shapes += [shape(token.text)] * len(pieces)
            sentence += bool(token.is_sent_start)
            window.sentences.append(sentence)
            head = place.get(token.head.i)
            window.heads.append(UNKNOWN if head is None else head)
            window.relations.append(UNKNOWN if head is None else relation_of.get(token.dep_, UNKNOWN))
            reading = f"{token.tag_} {token.pos_} {token.morph}"
            window.readings.append(reading_of.get(reading, UNKNOWN))
    if window.firsts:
        yield _closed(window, known)


def _closed(window: Window, known: WordPieces) -> Window:
    window.pieces, window.shapes = [*window.pieces, known.end], [*window.shapes, 0]
    return window


class GrammarHeads(nn.Module):
    """Scores of what can be said of words."""

    def __init__(self, width: int, inventory: Inventory) -> None:
        super().__init__()
        self.dropout = nn.Dropout(0.2)
        self.readings = nn.Linear(width, len(inventory.readings))
        self.begins = nn.Linear(width, 1)
        self.arc_head, self.arc_child = nn.Linear(width, ARC), nn.Linear(width, ARC)
        self.arcs = nn.Parameter(torch.zeros(ARC, ARC))
        self.is_head = nn.Linear(ARC, 1, bias=False)
        self.is_root = nn.Linear(ARC, 1)
        self.relation_head, self.relation_child = nn.Linear(width, RELATION), nn.Linear(width, RELATION)
        self.relations = nn.Linear(RELATION, len(inventory.relations))

    def losses(self, vectors: Tensor, batch: Sequence[Window]) -> Tensor:
        """How unlikely what is known of the words is held to be."""
        longest = max(len(one.firsts) for one in batch)
        columns = {name: torch.full((len(batch), longest), UNKNOWN) for name in _COLUMNS}
        for row, one in enumerate(batch):
            for name, column in columns.items():
                values = getattr(one, name)
                column[row, : len(values)] = torch.tensor(values)
        firsts = columns["firsts"].clamp(min=0)
        words = self.dropout(vectors.gather(1, firsts.unsqueeze(-1).expand(-1, -1, vectors.shape[-1])))
        sentences = columns["sentences"]
        begins = torch.ones_like(sentences)
        begins[:, 1:] = (sentences[:, 1:] != sentences[:, :-1]).long()
        real = sentences != UNKNOWN
        logits = self.begins(words).squeeze(-1).float()
        found = functional.binary_cross_entropy_with_logits(logits[real], begins[real].float())
        found = found + 0.5 * _loss(self.readings(words), columns["readings"])
        heads = columns["heads"]
        scores = self.arc_scores(words).float()
        together = sentences.unsqueeze(1) == sentences.unsqueeze(2)
        scores = scores.masked_fill(~together, -1e4)
        found = found + _loss(scores, heads)
        given = heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, RELATION)
        head = self.relation_head(words).gather(1, given)
        relations = self.relations(self._act(head + self.relation_child(words)))
        return found + _loss(relations, columns["relations"])

    def arc_scores(self, words: Tensor) -> Tensor:
        """For each word, a row of how well each word would be its head; itself where it is the root."""
        head, child = self._act(self.arc_head(words)), self._act(self.arc_child(words))
        scores = child @ self.arcs.to(child.dtype) @ head.transpose(1, 2) + self.is_head(head).transpose(1, 2)
        root = self.is_root(child).squeeze(-1)
        return scores.diagonal_scatter(root.to(scores.dtype), dim1=1, dim2=2)

    def _act(self, values: Tensor) -> Tensor:
        return self.dropout(functional.gelu(values, approximate="tanh"))


_COLUMNS = ("firsts", "sentences", "heads", "relations", "readings")


def _loss(scores: Tensor, right: Tensor) -> Tensor:
    return functional.cross_entropy(scores.float().flatten(0, 1), right.flatten(), ignore_index=UNKNOWN)
