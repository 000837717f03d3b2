"""The tree that the rest of the grammar reads: the words of a doc, the head of each, and its relation to it.

Nouns are above their prepositions, *be* above its predicate, the last word of a name above the others, and the first
conjunct above the rest, whichever scheme the parse has; `schemes.py` makes it so.
"""

from collections.abc import Collection, Container
from dataclasses import dataclass, field

from extractors.syntax.relations import Relation

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
_HIGHEST = 60
"""Steps up a tree; where there are more the parse is no use."""
_REGULAR = (("ed", "e"), ("ed", ""), ("ied", "y"), ("ing", "e"), ("ing", ""), ("es", ""), ("ies", "y"), ("s", ""))
_BY_LAST_LETTER = {letter: tuple(one for one in _REGULAR if one[0][-1] == letter) for letter in "dgs"}
_VERB_TAGS = frozenset("VB VBD VBG VBN VBP VBZ MD".split())
_VERBAL = frozenset(("VERB", "AUX"))
BE = frozenset("be am is are was were been being 's ’s 're ’re 'm ’m".split())


@dataclass(frozen=True, slots=True)
class Tree:
    """The words of a doc by index: their forms, and for each its head (itself for a root) and its relation to it."""

    heads: list[int]
    relations: list[Relation]
    tags: list[str]
    """Penn Treebank tags."""
    pos: list[str]
    """Universal parts of speech."""
    lemmas: list[str]
    """The lower-case form where a pipeline gives no lemma."""
    lowers: list[str]
    children: list[list[int]] = field(default_factory=list)
    order: list[int] = field(default_factory=list)
    """All words, each after its head."""

    def __len__(self) -> int:
        return len(self.heads)

    def is_verb(self, at: int) -> bool:
        """Whether a word is a verb or auxiliary, by its tag or its part of speech."""
        return self.tags[at] in _VERB_TAGS or self.pos[at] in _VERBAL

    def is_nominal(self, at: int) -> bool:
        """Whether a word is a noun, a name, a pronoun or a number."""
        return self.pos[at] in _NOMINAL

    def lemma_in(self, at: int, lemmas: Container[str]) -> str | None:
        """Which of these lemmas a word has; regular forms help where a lemmatizer errs (*hoped*, to hop)."""
        lemma, form = self.lemmas[at], self.lowers[at]
        if lemma in lemmas:
            return lemma
        if form in lemmas:
            return form
        regular = _BY_LAST_LETTER.get(form[-1:])
        if regular is None or not self.is_verb(at):
            return None
        for end, stem in regular:
            if form.endswith(end) and form[: -len(end)] + stem in lemmas:
                return form[: -len(end)] + stem
        return None

    def can_hang(self, at: int, head: int) -> bool:
        """Whether a word can be hung on another: that one must not hang on it, in as many steps as a sentence has."""
        for _ in range(_HIGHEST):
            if head == at:
                return False
            if self.heads[head] == head:
                return True
            head = self.heads[head]
        return False

    def having(self, relations: Collection[Relation]) -> set[int]:
        """The words that have a child of one of these relations."""
        return {head for at, head in enumerate(self.heads) if head != at and self.relations[at] in relations}
