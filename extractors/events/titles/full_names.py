"""Whole names: *[Rosa] Lind* for *Lind*, *Tamar [bin Yusuf]* for *Tamar*, where the article has the rest elsewhere.

Who reads a list has no first mention to look back to. The rest stands in square brackets, since the clause hasn't it.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from extractors.events.context.event_context import EventContext
from extractors.lexicons.beings import beings
from extractors.lexicons.names import name_words
from extractors.mentions.records import Being, DocMention, MentionForm
from extractors.syntax.relations import Relation

_BEFORE_NOUNS = frozenset({Relation.COMPOUND, Relation.MODIFIER})
"""*The Lind family* is called so."""


_WHERE = frozenset("in at to from near off into".split())


class FullNames:
    """The names of one doc."""

    def __init__(self, context: EventContext, names: Mapping[str, str]) -> None:
        """Args: the doc; by actor the name that they go by in titles."""
        self.context, self._names = context, names

    def of(self, words: Sequence[int]) -> Iterator[tuple[str, dict[int, str]]]:
        """The whole name for each short one among these words, the first ones first, and by word what stands for it."""
        kept, told = set(words), set[int]()
        for at in words:
            one = self._by_head.get(at)
            if one is None or one.cluster in told or not kept.issuperset(range(one.start, one.end)):
                continue
            told.add(one.cluster)
            if found := self._whole(one):
                yield self._names[one.actor], found

    def _whole(self, one: DocMention) -> dict[int, str]:
        name = self._names.get(one.actor, "")
        if name in self.context.doc[one.start : one.end].text:
            return {}
        whole = name.split()
        lowers, texts = [word.lower() for word in whole], [word.text for word in self.context.doc[one.start : one.end]]
        said = [at for at, text in enumerate(texts) if text.lower() in lowers]
        if not said or len(said) >= len(whole) or said[-1] - said[0] >= len(said) or self._is_shared(one.actor, whole):
            return {}
        same, first, last = [lowers.index(texts[at].lower()) for at in said], one.start + said[0], one.start + said[-1]
        if same != list(range(same[0], same[-1] + 1)):
            return {}
        before, after = whole[: same[0]], whole[same[-1] + 1 :]
        if not self._may_be_filled(one, texts, before, after):
            return {}
        found = {first: f"[{' '.join(before)}] {texts[said[0]]}"} if before else {}
        return found | ({last: f"{found.get(last, texts[said[-1]])} [{' '.join(after)}]"} if after else {})

    def _may_be_filled(self, one: DocMention, said: Sequence[str], before: Sequence[str], after: Sequence[str]) -> bool:
        """Whether the rest of a name is surely of who is called so here.

        *Came to Oslund* is hardly *to Oslund [Herald]*, nor *the Senate* that of the state named before; and a first
        name is one that people have, or goes on in small letters.
        """
        tree = self.context.tree
        beside = (*tree.lowers[one.end : one.end + 1], *tree.tags[one.end + 1 : one.end + 2])
        where = any(tree.lowers[at] in _WHERE for at in tree.children[one.head])
        called = any(tree.tags[at] == "DT" for at in (one.start, max(0, one.start - 1)))
        person = one.being is Being.PERSON
        given = not after or after[0].islower() or said[0] in name_words().given | beings().given_to_women
        told = any(word in " ".join(said) for word in before)
        case = tree.lowers[max(0, one.start - 1)]
        placed = case in _WHERE | {"of"} and beside == (",", "NNP")
        if told or placed:  # *of Allen, Texas*
            return False
        return not (called and not person) and not (after and (where or not person or not given))

    def _is_shared(self, actor: str, whole: Sequence[str]) -> bool:
        """Whether somebody with the same last name is told of before."""
        return self._first_called.get(whole[-1], actor) != actor

    @cached_property
    def _first_called(self) -> Mapping[str, str]:
        """By last name the first actor of several words who has it."""
        found: dict[str, str] = {}
        for one in self.context.cast.mentions:
            name = self._names.get(one.actor, "").split()
            if one.form is MentionForm.NAME and len(name) > 1:
                found.setdefault(name[-1], one.actor)
        return found

    @cached_property
    def _by_head(self) -> Mapping[int, DocMention]:
        named = (one for one in self.context.cast.mentions if one.form is MentionForm.NAME and not one.members)
        free = (one for one in named if self.context.tree.relations[one.head] not in _BEFORE_NOUNS)
        return {one.head: one for one in free if one.actor and one.being is not Being.PLACE}
