"""Drafts: the words of a title in their order, from which what can be spared goes step by step."""

from collections.abc import Iterable, Mapping
from functools import cached_property

import msgspec
from msgspec.structs import replace

from extractors.syntax.phrases import Range


class Draft(msgspec.Struct, frozen=True, dict=True):
    """The words of a title in their order."""

    words: tuple[int, ...]
    fixed: frozenset[int]
    """Those that can't go: the verbs of its spine, and who does it."""
    bounds: Range
    """The sentence."""
    top: int
    subject: int | None = None
    replaced: Mapping[int, str] = msgspec.field(default_factory=dict)
    turned: bool = False
    """Whether it is a clause that says more of a noun, in the order of a sentence."""
    seam: int | None = None
    """The first word behind a subject that is taken from elsewhere."""
    said: int | None = None
    """The first word of what somebody says, with a colon before it in place of the verb."""
    beside: frozenset[int] = frozenset()
    """What stands beside that subject and is closed by a comma: *a judge* of *Rosa Lind, a judge, resigned*."""

    @cached_property
    def kept(self) -> frozenset[int]:
        """Its words in no order."""
        return frozenset(self.words)

    def without(self, words: Iterable[int]) -> "Draft":
        """The draft with some words left out."""
        gone = set(words)
        return replace(self, words=tuple(at for at in self.words if at not in gone))
