"""Asides: what stands in brackets or beside the sentence, is a line of its own, or says who says so."""

from bisect import bisect_left
from collections.abc import Collection, Set
from functools import cached_property

from extractors.events.context.event_context import EventContext
from extractors.events.titles.branches import branch, is_apart
from extractors.events.titles.drafts import Draft
from extractors.events.titles.scenes_told import without_scenes
from extractors.lexicons import verbs
from extractors.syntax.relations import Relation
from extractors.syntax.trees import BE

_BESIDE = frozenset({Relation.PARATAXIS, Relation.ADVERBIAL, Relation.RELATIVE, Relation.ADNOMINAL, Relation.OBLIQUE})
_DASHES = frozenset(("—", "–", "--"))
_LONGEST_PLACE = 8
_WHOLE = frozenset({Relation.OBJECT, Relation.PREDICATE, Relation.OBLIQUE})
_BEFORE = 2
"""Words back from what is inserted to the verb before its comma."""
_UNFINISHED = BE | frozenset("has have had".split())
_SETTING_APART = frozenset("only many few those all some most any every no".split())
"""With one of these, a clause says which ones of a name are meant."""


class Asides:
    """The asides of one doc; `told` are the verbs that tell lines of their own."""

    def __init__(self, context: EventContext, told: Collection[int]) -> None:
        self.context, self.told = context, told

    def without(self, draft: Draft) -> Draft:
        """The draft without them."""
        context, told = self.context, self.told
        tree, syntax = context.tree, context.syntax
        for at in draft.words:
            relation = tree.relations[at]
            if relation not in _BESIDE:
                continue
            words: Set[int] = branch(context, at, draft.bounds)
            if words & draft.fixed or at not in draft.words:
                continue
            beside = relation is Relation.PARATAXIS
            words = _inserted(context, words, at) if beside else words
            own = relation is Relation.ADVERBIAL and at in told and tree.tags[at] == "VBG" and is_apart(context, words)
            own = own or (relation is Relation.ADVERBIAL and _tells_on(context, at, words))
            own = own or (relation is Relation.ADVERBIAL and self._leads_to_a_line(draft, at, words))
            clausal = at in syntax.clauses and at not in draft.fixed
            named = tree.pos[tree.heads[at]] == "PROPN" and not any(
                tree.lowers[one] in _SETTING_APART for one in tree.children[tree.heads[at]]
            )  # *only God who made me*, *so many Skerrans who wait*
            more = clausal and relation is Relation.RELATIVE and (named or is_apart(context, words))
            more = more or (
                clausal and relation is Relation.ADNOMINAL and tree.heads[at] < at and is_apart(context, words)
            )
            if beside or own or more or _is_attributing(context, at):
                draft = draft.without(words)
        draft = draft.without(_bracketed(context, draft) | self._vouching(draft) | _place_line(context, draft))
        return without_scenes(context, draft, told)

    def _leads_to_a_line(self, draft: Draft, at: int, words: Set[int]) -> bool:
        """*Meaning that she left* of *the vote failed, meaning that she left*, which has a line itself."""
        tree, clauses = self.context.tree, self.context.syntax.clauses
        behind = {one for one in draft.words if one > min(words)}
        if tree.tags[at] != "VBG" or not is_apart(self.context, words) or behind - words:
            return False
        if tree.lemma_in(tree.heads[at], verbs.reporting() | verbs.taking("clause") | verbs.settling()) is not None:
            return False  # *ruled, finding that the order was lawful*
        beside = [one for one in tree.children[tree.heads[at]] if one in draft.words and one not in words]
        whole = (one for one in beside if tree.relations[one] in _WHOLE)
        if all(self.context.timed & branch(self.context, one, draft.bounds) for one in whole):
            return False  # *the court ruled on the same day*
        below = (one for one in self.context.syntax.below.get(at, ()) if clauses[one].relation is Relation.COMPLEMENT)
        return any(one in self.told and tree.heads[one] == at for one in below)

    def _vouching(self, draft: Draft) -> set[int]:
        """Whoever is left of *…, its owner said* and of *according to its owner*: the line has its source."""
        context = self.context
        words: set[int] = _according(context, draft)
        first, last = (bisect_left(self._sources, (bound, 0)) for bound in draft.bounds)
        for _, number in self._sources[first:last]:
            one = context.sayings.all[number]
            if one.source is None:
                continue
            if any(start <= draft.top < end for start, end in context.sayings.contents.get(number, ())):
                cue, source = set(range(*one.cue)), set(range(*one.source))
                before = context.tree.lowers[one.cue[0]] == "according"
                said: Set[int] = set(range(one.cue[0], one.source[1])) if before else cue | source
                said = _inserted(context, said, one.cue[0]) if before else said
                words |= said if before or not cue & set(draft.words) else set()
        return set() if words & draft.fixed else words

    @cached_property
    def _sources(self) -> list[tuple[int, int]]:
        """Where the source of each attribution begins, with its number."""
        sayings = enumerate(self.context.sayings.all)
        return sorted((one.source[0], number) for number, one in sayings if one.source is not None)


def _inserted(context: EventContext, words: Set[int], at: int) -> Set[int]:
    """*The police say* of *was, the police say, drunk*, where a parse gives them what is said; else all the words."""
    lowers, first = context.tree.lowers, min(words)
    verb = first - _BEFORE
    if verb < 0 or lowers[first - 1] != "," or not (lowers[verb] in _UNFINISHED or context.tree.tags[verb] == "MD"):
        return words
    comma = next((one for one in range(at + 1, max(words) + 1) if lowers[one] == ","), None)
    return words if comma is None else {one for one in words if one < comma}


def _place_line(context: EventContext, draft: Draft) -> set[int]:
    """*OSLUND —* at the beginning of a text."""
    tree, (start, end) = context.tree, draft.bounds
    dash = next((at for at in range(start, min(start + _LONGEST_PLACE, end)) if tree.lowers[at] in _DASHES), None)
    if dash is None or not all(tree.pos[at] in ("PROPN", "PUNCT", "SPACE", "NUM") for at in range(start, dash)):
        return set()
    words = set(range(start, dash))
    return set() if words & draft.fixed else words


def _according(context: EventContext, draft: Draft) -> set[int]:
    """*According to its owner* at the beginning of a sentence or behind its verb, however a parse hangs it."""
    lowers, (start, end) = context.tree.lowers, draft.bounds
    while start < end - 1 and context.doc[start].is_punct:
        start += 1
    last = max(draft.fixed, default=end)
    behind = (at for at in range(last + 1, end - 1) if lowers[at : at + 2] == ["according", "to"])
    first = start if lowers[start] == "according" else next(behind, end)
    comma = next((at for at in range(first, end) if lowers[at] == ","), end)
    return set(range(first, comma))


def _tells_on(context: EventContext, at: int, words: Set[int]) -> bool:
    """*Denied that he left* of *the firm, which won, denied that he left*: no participle, which has no object."""
    clause = context.syntax.clauses.get(at)
    if clause is None or context.tree.tags[at] != "VBN" or clause.auxiliaries or not is_apart(context, words):
        return False
    below = (context.syntax.clauses[one].relation for one in context.syntax.below.get(at, ()))
    return bool(clause.objects) or Relation.COMPLEMENT in below


def _is_attributing(context: EventContext, at: int) -> bool:
    tree = context.tree
    return tree.relations[at] is Relation.OBLIQUE and any(tree.lowers[one] == "according" for one in tree.children[at])


def _bracketed(context: EventContext, draft: Draft) -> set[int]:
    words: set[int] = set()
    opened: int | None = None
    for at in range(*draft.bounds):
        if context.tree.lowers[at].startswith("("):
            opened = at if opened is None else opened
        elif context.tree.lowers[at].startswith(")") and opened is not None:
            words |= set(range(opened, at + 1))
            opened = None
    return set() if words & draft.fixed else words
