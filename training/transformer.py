"""The transformer that is tuned, and texts as it reads them: pieces, and how the words they belong to are written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import torch
from torch import Tensor, nn
from transformers import AutoModel

SHAPES = 5
SHARED = 4
"""Layers below, which grammar and events have in common; of those above, each has its own."""


class Pieces(Protocol):
    """A part of a text in pieces, between the signs that open and close it."""

    pieces: list[int]
    shapes: list[int]


class Transformer(nn.Module):
    """Vectors of pieces: the lower layers of MiniLM, which learn how words are written besides."""

    def __init__(self, weights: Path, pieces: Sequence[str], layers: int) -> None:
        super().__init__()
        # Dropout inside costs a sixth of the time; varied texts do without.
        self.model = AutoModel.from_pretrained(
            weights,
            add_pooling_layer=False,
            hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
            attn_implementation="sdpa",
        )
        self.model.encoder.layer = self.model.encoder.layer[:layers]
        known = (weights / "vocab.txt").read_text(encoding="utf-8").splitlines()
        number = {piece: at for at, piece in enumerate(known)}
        vectors = self.model.embeddings.word_embeddings.weight.detach()
        kept = vectors[[number[piece] for piece in pieces]]
        self.model.embeddings.word_embeddings = nn.Embedding.from_pretrained(kept, freeze=True)
        self.width = self.model.config.hidden_size
        self.shapes = nn.Embedding(SHAPES, self.width)
        nn.init.zeros_(self.shapes.weight)

    @property
    def upper(self) -> nn.ModuleList:
        """The layers above the shared ones, as grammar has them."""
        layers: nn.ModuleList = self.model.encoder.layer[SHARED:]
        return layers

    def below(self, pieces: Tensor, shapes: Tensor, mask: Tensor | None = None) -> Tensor:
        """What the shared layers make of pieces."""
        embedded = self.model.embeddings.word_embeddings(pieces) + self.shapes(shapes)
        return through(self.model.encoder.layer[:SHARED], self.model.embeddings(inputs_embeds=embedded), mask)

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor | None = None) -> Tensor:
        """A vector for each piece; the mask adds to the attention that each place is given."""
        return through(self.upper, self.below(pieces, shapes, mask), mask)

    def read(self, batch: Sequence[Pieces]) -> Tensor:
        """The vectors of texts of unlike length."""
        longest = max(len(one.pieces) for one in batch)
        pieces, shapes = (torch.zeros(len(batch), longest, dtype=torch.long) for _ in range(2))
        mask = torch.full((len(batch), 1, 1, longest), -1e9)
        for row, one in enumerate(batch):
            pieces[row, : len(one.pieces)] = torch.tensor(one.pieces)
            shapes[row, : len(one.pieces)] = torch.tensor(one.shapes)
            mask[row, 0, 0, : len(one.pieces)] = 0
        return self(pieces, shapes, mask)


def through(layers: nn.ModuleList, vectors: Tensor, mask: Tensor | None = None) -> Tensor:
    """What some layers make of vectors."""
    for layer in layers:
        found = layer(vectors) if mask is None else layer(vectors, attention_mask=mask.to(vectors.dtype))
        vectors = found[0] if isinstance(found, tuple) else found
    return vectors
