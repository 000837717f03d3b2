"""Step: the pieces of words that the encoder knows, `python -m training.pieces VOCABULARY data/encoder/pieces.txt`.

VOCABULARY is that of MiniLM (`vocab.txt`); what of it the shared texts need is kept.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.unseen_articles import shared_texts
from extractors.encoder.word_pieces import END, START, UNKNOWN, WordPieces

FEWEST = 3
"""How often a piece must stand in the shared texts."""


def kept(known: Sequence[str], texts: Iterable[str]) -> Iterator[str]:
    """The signs, the single letters, and the pieces that the texts have often enough; in their order."""
    pieces = WordPieces(known)
    words = Counter(word for text in texts for word in text.split())
    seen = Counter[int]()
    for word, count in words.items():
        for number in pieces.split(word):
            seen[number] += count
    for number, piece in enumerate(known):
        if piece in (START, END, UNKNOWN) or len(piece.removeprefix("##")) == 1 or seen[number] >= FEWEST:
            yield piece


def main(known: Path, target: Path) -> None:
    """Choose the pieces."""
    pieces = kept(known.read_text(encoding="utf-8").splitlines(), shared_texts().values())
    target.write_text("\n".join(pieces) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
