"""Fuller words for what a title calls by its bare noun: *the building* is *the [1973 apartment building]*.

They are those of an earlier mention of the same thing, with the same noun. Counted over the news of GUM and MEANTIME,
these mean the same in nine cases of ten where nothing else that was told before is called so, and seldom where two
others are.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from extractors.events.context.event_context import EventContext
from extractors.events.titles.mention_words import LONGEST, STOPS
from extractors.mentions import mentions
from extractors.mentions.records import DocMention, MentionForm, Sieve
from extractors.syntax.relations import Relation

_MOST_ALIKE = 2
"""Things with one noun among which a later mention of one is surely meant."""
_MOST_LOOKED_AT = 12
"""Mentions with one noun: the first ones are the fullest."""
_NOUNS = frozenset(("NN", "NNS"))
_TELLING = frozenset(("NN", "NNS", "NNP", "NNPS"))
"""Tags of words that tell which is meant; *the brief statement* is hardly more than *the statement*."""
_SMALL = frozenset(("DT", "PDT"))
_POINTING = frozenset("this that these those such another other others some any no each every many more most".split())


class Fuller(NamedTuple):
    """What is put for a noun, and whether the article before it stays."""

    name: str
    article: bool


class FullerWords:
    """The descriptions of one doc."""

    def __init__(self, context: EventContext) -> None:
        self.context = context
        self._found: dict[int, Fuller | None] = {}
        self._worded: dict[int, Fuller] = {}
        """By the head of a mention, which many titles ask for."""

    def of(self, at: int) -> Fuller | None:
        """The fuller words for the bare noun at a word; None where there are none that surely mean the same."""
        if at not in self._found:
            self._found[at] = self._of(at)
        return self._found[at]

    def _of(self, at: int) -> Fuller | None:
        number = self._heads.get(at)
        if number is None:
            return None
        one, tree = self._mentions[number], self.context.tree
        bare = (one.start, one.end) == (at - 1, at + 1) and one.form is MentionForm.DESCRIPTION
        linked = one.antecedent is not None and one.sieve is Sieve.SAME_WORDS and tree.tags[at] in _NOUNS
        if not bare or not linked or tree.lowers[one.start] not in ("the", "this", "that", "these", "those"):
            return None
        noun = tree.lemmas[at]
        if self._third.get(noun, one.start) < one.start:
            return None
        before = [other for other in self._by_noun[noun][:_MOST_LOOKED_AT] if other.head < one.start]
        same = [other for other in before if other.cluster == one.cluster and tree.tags[other.head] == tree.tags[at]]
        return max(map(self._words, same), key=lambda found: len(found.name), default=None) if same else None

    def _words(self, one: DocMention) -> Fuller:
        if one.head not in self._worded:
            self._worded[one.head] = self._words_of(one)
        return self._worded[one.head]

    def _words_of(self, one: DocMention) -> Fuller:
        """The words of a mention without its article, as they stand in the text; empty where they can't be quoted."""
        tree = self.context.tree
        owned = any(tree.relations[at] is Relation.POSSESSOR for at in range(one.start, one.head))
        start = one.start + (tree.tags[one.start] in _SMALL and not owned)
        while start < one.head and start in self.context.timed:
            start += 1  # *the apartment building* of *a 1973 apartment building*
        for end in (self._with_participle(one), self._with_name(one), one.head + 1):
            if self._tells(one, start, end):
                text = self.context.doc[start:end].text
                first = one.start == self.context.sentence(one.start)[0]
                small = first and tree.pos[start] != "PROPN" and not text[1:2].isupper()
                return Fuller(text[:1].lower() + text[1:] if small else text, article=not owned)
        return Fuller("", article=False)

    def _tells(self, one: DocMention, start: int, end: int) -> bool:
        """Whether these words say which is meant: by a noun, a name or a small number beside the noun."""
        tree, words = self.context.tree, self.context.doc[start:end]
        others = [at for at in range(start, end) if at != one.head]
        counted = any(tree.tags[at] == "CD" and tree.lowers[at].isalpha() for at in others)
        figures = any(tree.tags[at] == "CD" and tree.relations[at] is Relation.NUMBER for at in others)
        if tree.lowers[one.start] in _POINTING or (figures and not counted):
            return False
        torn = any(tree.lowers[at] == "between" for at in others) and all(tree.lowers[at] != "and" for at in others)
        plain = not torn and not any(word.pos_ == "PRON" or word.is_space or word.text in STOPS for word in words)
        plain = plain and self.context.timed.isdisjoint(range(start, end)) and len(words.text) <= LONGEST
        return plain and (counted or any(tree.tags[at] in _TELLING for at in others))

    def _with_name(self, one: DocMention) -> int:
        """The end of a mention with the name that it may stop before: *the murder of judge Rosa Lind*."""
        tree, end = self.context.tree, one.end
        inside = any(tree.lowers[at] == "in" for at in range(one.head + 1, end))
        if inside and not any(tree.pos[at] == "PROPN" for at in range(one.head + 1, end)):
            return one.head + 1  # *the vote in a letter*: parsers hang on a noun what tells where
        while end > one.head + 1 and end < len(tree) and tree.tags[end] in ("NNP", "NNPS"):
            end += 1
        return end

    def _with_participle(self, one: DocMention) -> int:
        """The end of *a bus operated by Kesk*."""
        tree = self.context.tree
        after = one.end
        if after >= len(tree) or tree.tags[after] != "VBN" or tree.relations[after] is not Relation.ADNOMINAL:
            return self._with_name(one)
        run = self.context.syntax.runs.get(after, [(after, after + 1)])[-1]
        return run[1] if tree.heads[after] == one.head and run[0] <= after + 1 else self._with_name(one)

    @cached_property
    def _mentions(self) -> Sequence[DocMention]:
        return mentions(self.context.doc)

    @cached_property
    def _heads(self) -> Mapping[int, int]:
        return {one.head: n for n, one in enumerate(self._mentions) if not one.members}

    @cached_property
    def _by_noun(self) -> Mapping[str, list[DocMention]]:
        found: dict[str, list[DocMention]] = {}
        for one in self._mentions:
            if one.form is not MentionForm.PRONOUN and not one.members:
                found.setdefault(self.context.tree.lemmas[one.head], []).append(one)
        return found

    @cached_property
    def _third(self) -> Mapping[str, int]:
        """By noun where more things were told by it than may be."""
        found: dict[str, int] = {}
        for noun, ones in self._by_noun.items():
            known: set[int] = set()
            for one in ones:
                known.add(one.cluster)
                if len(known) > _MOST_ALIKE:
                    found[noun] = one.head
                    break
        return found
