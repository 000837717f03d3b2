"""A transformer of few layers, read by onnxruntime: a vector for each word, from the words around it.

It is MiniLM (Wang et al. 2020), tuned for what `data/story_times/README.md` says, its weights rounded to eight bits. A
long text is read in windows that overlap. One thread, so that as many processes as there are cores run beside each
other; the same text gives the same vectors on the same kind of machine.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
import onnxruntime

from extractors.encoder.intact import intact
from extractors.encoder.word_pieces import WordPieces

LENGTH, STEP = 384, 288
"""Pieces of a window, and how many later the next one begins."""
_MARGIN = 24
"""Pieces at the end of a window whose words are asked of the next one, which knows what comes behind them."""

Vectors = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Pieces:
    """A text in pieces."""

    numbers: list[int]
    firsts: list[int]
    """By word, where its first piece is; of one without pieces, the next one's."""

    @classmethod
    def of(cls, words: Iterable[str], vocabulary: WordPieces) -> "Pieces":
        """These words, split."""
        numbers: list[int] = []
        firsts: list[int] = []
        for word in words:
            firsts.append(len(numbers))
            numbers += vocabulary.split(word)
        return cls(numbers, firsts)

    def window(self, word: int) -> int:
        """Of the windows in which a word stands, the one that knows most of what comes before it."""
        last = max(0, -(-(len(self.numbers) - LENGTH) // STEP))
        return min(last, max(0, -(-(self.firsts[word] - (LENGTH - _MARGIN) + 1) // STEP)))

    def place(self, word: int, window: int) -> int | None:
        """Where a word stands in a window, whose first place is a sign; None for one outside."""
        place = self.firsts[word] - window * STEP
        return place + 1 if 0 <= place < min(LENGTH, len(self.numbers) - window * STEP) else None

    def within(self, window: int, vocabulary: WordPieces) -> list[int]:
        """The pieces of a window, between the signs that open and close it."""
        inside = self.numbers[window * STEP : window * STEP + LENGTH]
        return [vocabulary.start, *inside, vocabulary.end]


class Encoder:
    """The model and its vocabulary."""

    def __init__(self, model: bytes, vocabulary: WordPieces) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self.vocabulary = vocabulary

    def vectors(self, pieces: Pieces, window: int) -> Vectors:
        """One row for each place of a window."""
        numbers = np.array([pieces.within(window, self.vocabulary)], dtype=np.int64)
        (found,) = self._session.run(None, {"pieces": numbers})
        vectors: Vectors = found[0]
        return vectors


@cache
def vocabulary(name: str) -> WordPieces:
    """The pieces that the encoder in a folder of `data` knows."""
    return WordPieces((intact(name) / "pieces.txt").read_text(encoding="utf-8").splitlines())


@cache
def encoder(name: str) -> Encoder:
    """The encoder that lies in a folder of `data`."""
    return Encoder((intact(name) / "encoder.onnx").read_bytes(), vocabulary(name))
