"""A parser and tagger over a transformer: better than any that could ship, and the teacher of the one that does.

Biaffine attention (Dozat and Manning 2017) over the lower half of MPNet, whose weights come in packages (README.md).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel, AutoTokenizer

from training.trees import ROOT, Tree, Word

LAYERS = 6
"""Syntax stands in the middle of such models: the upper half costs as much again and brings little."""

_ARC, _LABEL = 400, 256
_SHAPES = 5
MOST_WORDS, _MOST_SENTENCES = 700, 40
"""Of a batch."""


@dataclass
class Inventory:
    """What can be said of a word: its tag with part of speech and features, and its relation."""

    tags: list[str]
    relations: list[str]

    @classmethod
    def of(cls, trees: Sequence[Tree]) -> Inventory:
        """All that these trees say."""
        tags = sorted({reading(word) for tree in trees for word in tree.words})
        return cls(tags, sorted({word.dep for tree in trees for word in tree.words}))


def reading(word: Word) -> str:
    """Tag, part of speech and features of a word in one."""
    return f"{word.tag} {word.pos} {word.features}"


def shape(text: str) -> int:
    """How a word is written: the pieces are all small letters."""
    if not any(letter.isalpha() for letter in text):
        return 0
    if text.islower():
        return 1
    if text.isupper():
        return 2 if len(text) > 1 else 3
    return 3 if text[0].isupper() and text[1:].islower() else 4


class Teacher(nn.Module):
    """Scores of heads, relations and tags for batches of sentences."""

    def __init__(self, weights: Path, inventory: Inventory) -> None:
        super().__init__()
        self.inventory = inventory
        self.tokenizer = AutoTokenizer.from_pretrained(weights)
        # Dropout inside costs a sixth of the time; three passes over varied sentences do without.
        self.encoder = AutoModel.from_pretrained(
            weights, add_pooling_layer=False, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0
        )
        self.encoder.encoder.layer = self.encoder.encoder.layer[:LAYERS]
        size = self.encoder.config.hidden_size
        self.shapes = nn.Embedding(_SHAPES, size)
        nn.init.zeros_(self.shapes.weight)
        self.dropout = nn.Dropout(0.25)
        self.tagger = nn.Linear(size, len(inventory.tags))
        self.arc_head, self.arc_child = nn.Linear(size, _ARC), nn.Linear(size, _ARC)
        self.label_head, self.label_child = nn.Linear(size, _LABEL), nn.Linear(size, _LABEL)
        self.arcs = nn.Parameter(torch.zeros(_ARC + 1, _ARC))
        self.labels = nn.Linear(_LABEL, len(inventory.relations))

    def forward(self, sentences: Sequence[Sequence[str]]) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of heads (place 0 is the root's), what is known of words as heads and as children, and of tags."""
        known = self.tokenizer(
            [list(words) for words in sentences],
            is_split_into_words=True,
            padding=True,
            pad_to_multiple_of=8,
            truncation=True,
            max_length=256,
        )
        ids = torch.tensor(known["input_ids"])
        shapes = torch.zeros_like(ids)
        firsts = torch.zeros(len(sentences), max(map(len, sentences)) + 1, dtype=torch.long)
        for row, words in enumerate(sentences):
            for piece, word in enumerate(known.word_ids(row)):
                if word is not None:
                    shapes[row, piece] = shape(words[word])
                    if firsts[row, word + 1] == 0:
                        firsts[row, word + 1] = piece
        embedded = self.encoder.embeddings.word_embeddings(ids) + self.shapes(shapes)
        mask = torch.tensor(known["attention_mask"])
        hidden = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        # The root stands where the piece that opens the sentence is.
        words = self.dropout(hidden.gather(1, firsts.unsqueeze(-1).expand(-1, -1, hidden.shape[-1])))
        head, child = (self._act(layer(words)) for layer in (self.arc_head, self.arc_child))
        one = head.new_ones(*head.shape[:2], 1)
        scores = torch.cat([child, one], -1) @ self.arcs.to(child.dtype) @ head.transpose(1, 2)
        real = torch.zeros(firsts.shape, dtype=torch.bool)
        for row, sentence in enumerate(sentences):
            real[row, : len(sentence) + 1] = True
        scores = scores.float().masked_fill(~real.unsqueeze(1), -1e4)
        both = torch.stack([self.label_head(words), self.label_child(words)])
        return scores[:, 1:], both, self.tagger(words[:, 1:]).float()

    def relations(self, both: Tensor, heads: Tensor) -> Tensor:
        """Scores of the relations of words to these heads."""
        head = both[0].gather(1, heads.unsqueeze(-1).expand(-1, -1, both.shape[-1]))
        return self.labels(self._act(head + both[1][:, 1:])).float()

    def _act(self, values: Tensor) -> Tensor:
        return self.dropout(nn.functional.gelu(values))

    @torch.no_grad()
    def parse(self, sentences: Sequence[Sequence[str]]) -> Iterator[tuple[list[Word], list[float]]]:
        """The words of each sentence as read, in the order given, and how sure each one's place is."""
        self.eval()
        found: dict[int, tuple[list[Word], list[float]]] = {}
        for batch in batches(sentences, 2 * MOST_WORDS):
            chosen = [sentences[at] for at in batch]
            scores, both, tags = self(chosen)
            sure, heads = scores.softmax(-1).max(-1)
            relation_sure, relations = self.relations(both, heads).softmax(-1).max(-1)
            rows = zip(chosen, heads.tolist(), relations.tolist(), tags.argmax(-1).tolist(), strict=True)
            for at, (words, *columns), chance in zip(batch, rows, (sure * relation_sure).tolist(), strict=True):
                made = [self._word(*cells) for cells in zip(words, *columns, strict=False)]
                found[at] = made, chance[: len(made)]
        yield from (found[at] for at in range(len(sentences)))

    def _word(self, text: str, head: int, relation: int, tag: int) -> Word:
        name, pos, features = self.inventory.tags[tag].split(" ")
        dep = self.inventory.relations[relation]
        return Word(text, "", pos, name, features, head - 1 if head else ROOT, dep if head else "root")

    def save(self, folder: Path) -> None:
        """Keep it in a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        torch.save(self.state_dict(), folder / "weights.pt")
        (folder / "inventory.json").write_text(json.dumps(self.inventory.__dict__), encoding="utf-8")


def load(folder: Path, weights: Path) -> Teacher:
    """A teacher that was kept; the weights that it began with tell its form."""
    inventory = Inventory(**json.loads((folder / "inventory.json").read_text(encoding="utf-8")))
    teacher = Teacher(weights, inventory)
    teacher.load_state_dict(torch.load(folder / "weights.pt"))
    teacher.bfloat16()
    return teacher


def batches(sentences: Sequence[Sequence[str]], most: int = MOST_WORDS) -> Iterator[list[int]]:
    """Places of sentences of like length, about as many words a batch."""
    batch: list[int] = []
    for at in sorted(range(len(sentences)), key=lambda at: len(sentences[at])):
        if len(batch) == _MOST_SENTENCES or (batch and (len(batch) + 1) * len(sentences[at]) > most):
            yield batch
            batch = []
        batch.append(at)
    if batch:
        yield batch
