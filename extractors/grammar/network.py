"""What each word is, by the vectors of the encoder: a small network for each question.

Tag, part of speech and features in one; whether a sentence begins; heads by biaffine attention (Dozat and Manning
2017) and relations to them. Trained by `training/`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
import numpy.typing as npt

from extractors.encoder.bends import gelu
from extractors.encoder.encoder import Vectors
from extractors.encoder.stored import stored_lines, stored_weights

GRAMMAR = "grammar"
"""The folder of `data`."""

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Words:
    """The words of a doc, as each question is asked of them."""

    vectors: Vectors
    arrays: dict[str, Vectors]

    @cached_property
    def readings(self) -> Numbers:
        """The number of each word's reading."""
        found: Numbers = self._asked("readings").argmax(axis=1)
        return found

    @cached_property
    def begins(self) -> Vectors:
        """How likely each word begins a sentence, as a logarithm of odds."""
        return self._asked("begins")[:, 0]

    def head_scores(self, first: int, last: int) -> Vectors:
        """How well each word of a sentence would be the head of each, a row for each child; see `best_heads`."""
        heads, children = self._arcs
        head, child = heads[first:last], children[first:last]
        scores: Vectors = child @ self.arrays["arcs"] @ head.T + head @ self.arrays["is_head"]
        np.fill_diagonal(scores, child @ self.arrays["is_root"] + self.arrays["is_root_bias"])
        return scores

    def relations(self, heads: Numbers) -> Numbers:
        """The number of the relation of each word to its head."""
        of_head, of_child = self._asked("relation_head"), self._asked("relation_child")
        hidden = gelu(of_head[heads] + of_child)
        found: Numbers = (hidden @ self.arrays["relations"].T + self.arrays["relations_bias"]).argmax(axis=1)
        return found

    @cached_property
    def _arcs(self) -> tuple[Vectors, Vectors]:
        return gelu(self._asked("arc_head")), gelu(self._asked("arc_child"))

    def _asked(self, question: str) -> Vectors:
        found: Vectors = self.vectors @ self.arrays[question].T + self.arrays[f"{question}_bias"]
        return found


@dataclass(frozen=True)
class GrammarNetwork:
    """The network's weights, and what its numbers stand for."""

    arrays: dict[str, Vectors]
    readings: Sequence[tuple[str, str, str]]
    """Tag, part of speech and features."""
    relations: Sequence[str]

    def words(self, vectors: Vectors) -> Words:
        """The words whose vectors these are."""
        return Words(vectors.astype(np.float32), self.arrays)


@cache
def grammar_network() -> GrammarNetwork:
    """The one that ships."""
    readings = [_reading(line) for line in stored_lines(GRAMMAR, "readings.txt")]
    return GrammarNetwork(stored_weights(GRAMMAR), readings, stored_lines(GRAMMAR, "relations.txt"))


def _reading(line: str) -> tuple[str, str, str]:
    tag, pos, features = line.split("\t")
    return tag, pos, features
