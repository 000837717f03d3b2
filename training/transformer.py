"""The transformer that is tuned, and texts as it reads them: pieces, and how the words they belong to are written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import torch
from torch import Tensor, nn
from transformers import AutoModel

SHAPES = 5


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

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        """A vector for each piece."""
        embedded = self.model.embeddings.word_embeddings(pieces) + self.shapes(shapes)
        vectors: Tensor = self.model(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        return vectors

    def read(self, batch: Sequence[Pieces]) -> Tensor:
        """The vectors of texts of unlike length."""
        longest = max(len(one.pieces) for one in batch)
        pieces, shapes, mask = (torch.zeros(len(batch), longest, dtype=torch.long) for _ in range(3))
        for row, one in enumerate(batch):
            pieces[row, : len(one.pieces)] = torch.tensor(one.pieces)
            shapes[row, : len(one.pieces)] = torch.tensor(one.shapes)
            mask[row, : len(one.pieces)] = 1
        return self(pieces, shapes, mask)
