"""Sentences with their parses, marked by hand."""

from pathlib import Path

import msgspec
from spacy.tokens import Doc
from spacy.vocab import Vocab

SCHEMES = ("ud", "clear")


class Parse(msgspec.Struct, frozen=True):
    """One parse of a sentence."""

    tags: list[str]
    pos: list[str]
    heads: list[int]
    deps: list[str]


class Sentence(msgspec.Struct, frozen=True):
    """One sentence of `both_schemes.jsonl`."""

    text: str
    words: list[str]
    spaces: list[bool]
    ud: Parse
    clear: Parse
    relations: list[tuple[str, str, str]]

    def doc(self, vocab: Vocab, scheme: str) -> Doc:
        """The sentence as a pipeline of this scheme would give it; it has no lemmas."""
        parse: Parse = getattr(self, scheme)
        return Doc(vocab, self.words, self.spaces, tags=parse.tags, pos=parse.pos, heads=parse.heads, deps=parse.deps)


def both_schemes() -> list[Sentence]:
    """The sentences that are parsed in UD and in CLEAR."""
    lines = (Path(__file__).parent / "both_schemes.jsonl").read_bytes().splitlines()
    return [msgspec.json.decode(line, type=Sentence) for line in lines]
