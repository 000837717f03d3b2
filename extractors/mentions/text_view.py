"""A doc as the sieves see it: its grammar, its mentions, and where they stand."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from extractors.actors import KEY as ACTORS
from extractors.lexicons.beings import beings
from extractors.mentions.detection import find_mentions
from extractors.mentions.records import DocMention
from extractors.sentences import sentences
from extractors.sentences.paragraphs import paragraphs
from extractors.syntax.clauses import Syntax, read_syntax
from extractors.syntax.relations import Relation
from extractors.syntax.trees import Tree

_SMALL = frozenset(
    "a an the this that these those his her its their my our your some any each every all both no another".split()
)
OF = frozenset("of for".split())
"""What stands between a noun and what makes plain which is meant."""
_CONTENT_TAGS = ("NN", "JJ", "CD", "VBN", "VBG", "FW")
_BELOW = frozenset("vice deputy assistant associate acting".split())
"""Words for who stands below an office: the president is no vice president."""
_LONGEST_OFFICE = 2
"""Words before a noun that may make another office of it, a hyphen one of them."""
_LONGEST = 25
"""Words of a description that are compared; what stands behind is left out."""


@dataclass(frozen=True)
class TextView:
    """One doc with its mentions, by token indices."""

    doc: Doc
    syntax: Syntax
    mentions: list[DocMention]

    @cached_property
    def tree(self) -> Tree:
        """The grammar, word by word."""
        return self.syntax.tree

    @cached_property
    def by_head(self) -> dict[int, int]:
        """The number of a mention by its head, of several joined only that of each."""
        return {one.head: n for n, one in enumerate(self.mentions) if not one.members}

    @cached_property
    def by_start(self) -> dict[int, int]:
        """The number of the first mention of one that begins with a word, of several joined only that of each."""
        return {one.start: n for n, one in reversed(list(enumerate(self.mentions))) if not one.members}

    @cached_property
    def listed(self) -> set[int]:
        """The words that others are joined to."""
        return self.tree.having({Relation.CONJUNCT})

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in sentences(self.doc)]

    def sentence(self, at: int) -> int:
        """The number of the sentence that a word stands in."""
        return bisect_right(self._starts, at) - 1

    def sentence_start(self, at: int) -> int:
        """The first word of the sentence that a word stands in."""
        return self._starts[max(0, self.sentence(at))]

    @cached_property
    def _openings(self) -> list[int]:
        return [start for start, _ in paragraphs(self.doc)]

    def paragraph(self, at: int) -> int:
        """The number of the paragraph that a word stands in."""
        return bisect_right(self._openings, at) - 1

    def begins_paragraph(self, at: int) -> bool:
        """Whether the sentence of a word is the first one of its paragraph."""
        return self.sentence(at) == self.sentence(self._openings[max(0, self.paragraph(at))])

    def part(self, at: int) -> Relation:
        """What a word is in its clause; one that is joined to another is what that is."""
        relation, above = self.tree.relations[at], self.tree.heads[at]
        return self.tree.relations[above] if relation is Relation.CONJUNCT else relation

    def text(self, number: int) -> str:
        """A mention as it is written."""
        one = self.mentions[number]
        return self.doc[one.start : one.end].text

    def noun(self, at: int) -> str:
        """The lemma of a noun, with the word that makes another office of it: *vice president*."""
        return office(self.tree.lowers[max(0, at - _LONGEST_OFFICE) : at], self.tree.lemmas[at])

    def determiner(self, number: int) -> str:
        """The article, possessive or pointing word that a description begins with; empty for none."""
        first = self.tree.lowers[self.mentions[number].start]
        return first if first in _SMALL else ""

    def content(self, number: int) -> frozenset[str]:
        """What a description says, word by word as lemmas, without its small words."""
        one, tree = self.mentions[number], self.tree
        words = range(max(one.start, one.head - _LONGEST), min(one.end, one.head + _LONGEST))
        return frozenset(
            tree.lemmas[at] for at in words if tree.tags[at].startswith(_CONTENT_TAGS) and self._tells(one, at)
        )

    def _tells(self, one: DocMention, at: int) -> bool:
        """Whether a word of a description belongs to it for sure: parsers hang on a noun what tells when and where."""
        after = one.head + 1
        return at <= one.head or (after < one.end and self.tree.lowers[after] in OF)


def office(before: Sequence[str], noun: str) -> str:
    """A noun with the word before it that makes another office of it: *vice president*, *vice-president*."""
    below = next((word for word in reversed(before) if word != "-"), "")
    return f"{below} {noun}" if below in _BELOW and noun in beings().people else noun


def offices(words: Sequence[str]) -> Iterator[str]:
    """The words of titles, in lower case, each with what makes another office of it."""
    parts = [part for word in words for part in re.split("(-)", word) if part]
    for at, part in enumerate(parts):
        if part != "-" and part not in _BELOW:
            yield office(parts[max(0, at - _LONGEST_OFFICE) : at], part)


def read_text_view(doc: Doc) -> TextView:
    """What the sieves need to know of a doc."""
    syntax = read_syntax(doc)
    return TextView(doc, syntax, find_mentions(doc, syntax))


def titles_of_actors(doc: Doc) -> dict[str, frozenset[str]]:
    """By actor the words of the titles before its names, in lower case; empty where no names were settled."""
    rows = doc._.dateline_actors or () if ACTORS in doc.spans else ()
    return {row["id"]: frozenset(w for title in row["titles"] for w in offices(title.lower().split())) for row in rows}
