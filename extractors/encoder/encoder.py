"""What each word means where it stands, as a vector: a transformer of few layers, read by onnxruntime.

It is MiniLM (Wang et al. 2020), tuned for what `data/encoder/README.md` says, its weights rounded to eight bits. Its
lower layers are one; of the upper ones there are two sets, as what says how a word stands in its sentence is not what
says what is told of it. So a word has two vectors: one for grammar, one for events. A long text is read in windows that
overlap. One thread, so that as many processes as there are cores run beside each other;
the same text gives the same vectors on the same kind of machine.
"""

from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
import numpy.typing as npt
import onnxruntime

from extractors.encoder.intact import intact
from extractors.encoder.word_pieces import WordPieces, shape

ENCODER = "encoder"
"""The folder of `data`."""

LENGTH, STEP = 384, 288
"""Pieces of a window, and how many later the next one begins."""
_MARGIN = 24
"""Pieces at the end of a window whose words are asked of the next one, which knows what comes behind them."""
_LONGEST = 20
"""Pieces that are read of a word."""

Vectors = npt.NDArray[np.float32]


class Pieces:
    """A text in pieces, and in which window and where each word begins."""

    def __init__(self, words: Sequence[str], known: WordPieces) -> None:
        split = [known.split(word)[:_LONGEST] for word in words]
        counts = np.array([len(one) for one in split], dtype=np.int64)
        self._known = known
        self._numbers = [number for one in split for number in one]
        self._shapes = np.repeat([shape(word) for word in words], counts).tolist()
        self.read = counts > 0
        """By word whether it has pieces; white space has none."""
        self._firsts = np.cumsum(counts) - counts
        self.last = max(0, -(-(len(self._numbers) - LENGTH) // STEP))
        """The last window."""
        self.windows = np.clip(-(-(self._firsts - (LENGTH - _MARGIN) + 1) // STEP), 0, self.last)
        """By word: of the windows in which it stands, the one that knows most of what comes before it."""

    def place(self, word: int, window: int) -> int:
        """Where a word stands in a window, whose first place is a sign; what stands before it has no place above 0."""
        return int(self._firsts[word]) - window * STEP + 1

    def places(self, window: int) -> npt.NDArray[np.int64]:
        """Where each of the words stands that are asked of a window."""
        found: npt.NDArray[np.int64] = self._firsts[self.windows == window] - window * STEP + 1
        return found

    def within(self, window: int) -> tuple[list[int], list[int]]:
        """The pieces of a window, between the signs that open and close it, and their shapes."""
        inside = slice(window * STEP, window * STEP + LENGTH)
        return [self._known.start, *self._numbers[inside], self._known.end], [0, *self._shapes[inside], 0]


class Encoder:
    """The model and its vocabulary."""

    def __init__(self, model: bytes, vocabulary: WordPieces) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self._vocabulary = vocabulary

    def vectors(self, words: Sequence[str]) -> Vectors:
        """A row for each word, zeros for white space: its vector for grammar, behind it that for events."""
        parts = list(self._rows(Pieces(words, self._vocabulary)))
        return np.concatenate(parts) if parts else np.zeros((0, 2 * WIDTH), dtype=np.float32)

    def _rows(self, pieces: Pieces) -> Iterator[Vectors]:
        for window in range(pieces.last + 1):
            here = pieces.windows == window
            if not here.any():
                continue
            numbers, shapes = (np.array([row], dtype=np.int64) for row in pieces.within(window))
            both = self._session.run(["grammar", "events"], {"pieces": numbers, "shapes": shapes})
            # What is white space at the end of all stands behind the last piece.
            places = np.minimum(pieces.places(window), numbers.shape[1] - 1)
            yield np.hstack([found[0][places] for found in both]) * pieces.read[here, None]


WIDTH = 384
"""Of each of the two vectors of a word."""


@cache
def vocabulary() -> WordPieces:
    """The pieces that the encoder knows."""
    return WordPieces((intact(ENCODER) / "pieces.txt").read_text(encoding="utf-8").splitlines())


@cache
def encoder() -> Encoder:
    """The one that ships."""
    return Encoder((intact(ENCODER) / "encoder.onnx").read_bytes(), vocabulary())
