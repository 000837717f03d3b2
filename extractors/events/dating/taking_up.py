"""Verbs that take up what was dated before: *attended a summit in May. … During the summit she said …*."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from extractors.events.context.event_context import EventContext
from extractors.lexicons import nouns
from extractors.syntax.eventive import happens, noun_in
from extractors.syntax.phrases import head
from extractors.syntax.relations import SUBJECTS, Relation
from extractors.syntax.tenses import Tense

_AT = frozenset("in at on during throughout".split())
_THE = frozenset("the this that".split())
_POINTING = frozenset("this that".split())
_IN_A_CLAUSE = SUBJECTS | {Relation.OBJECT, Relation.OBLIQUE, Relation.AGENT}
_IN_NAMES = frozenset("the of for and to".split())
_LONGEST_NAME = 8
_MOST = 100
"""Dated happenings before a noun that are looked through, the latest first."""
_FAR = 600
"""Tokens back from a pointing *in that event* to what it takes up."""


def taken_up(context: EventContext, by_verb: Mapping[int, int], by_noun: Mapping[int, int]) -> dict[int, int]:
    """By verb without a time of its own, the time of the happening that it is told to be within.

    Args:
        context: the doc.
        by_verb: the times of verbs.
        by_noun: those of nouns for what happens.
    """
    told = sorted({*by_noun.items(), *_carried(context, by_verb), *_named(context)})
    found: dict[int, int] = {}
    for verb, group in context.groups.items():
        if verb in by_verb or group.tense is not Tense.PAST or group.conditional:
            continue
        for noun in context.tree.children[verb]:
            time = _time_of(context, noun, told) if _is_within(context, noun) else None
            if time is not None:
                found[verb] = time
                break
    return found


def _carried(context: EventContext, by_verb: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """The nouns for what happens in the clause of a dated verb in the past."""
    tree = context.tree
    for verb, time in by_verb.items():
        if context.groups[verb].tense is Tense.PAST:
            nouns_ = (at for at in tree.children[verb] if tree.relations[at] in _IN_A_CLAUSE)
            yield from ((at, time) for at in nouns_ if happens(tree, at))


def _named(context: EventContext) -> Iterator[tuple[int, int]]:
    """A noun with a time among its words: *the August 2017 rally*, *the May 2019 Hands Off the Lake march*."""
    tree = context.tree
    for number, span in context.times.items():
        noun = tree.heads[head(tree, span.start, span.end)]
        if noun >= span.end and happens(tree, noun):
            yield noun, number
        elif span.start and tree.lowers[span.start - 1] in _THE:
            named = _behind_a_name(context, span.end)
            if named is not None:
                yield named, number


def _behind_a_name(context: EventContext, start: int) -> int | None:
    """The noun for what happens that a name stands before, which parsers take apart where it is made of other words."""
    tree = context.tree
    for at in range(start, min(start + _LONGEST_NAME, len(tree))):
        if noun_in(tree, at, nouns.happening()):
            return at
        if not context.doc[at].text[0].isupper() and tree.lowers[at] not in _IN_NAMES:
            return None
    return None


def _is_within(context: EventContext, noun: int) -> bool:
    tree = context.tree
    cases = {tree.lowers[at] for at in tree.children[noun] if tree.relations[at] is Relation.CASE}
    before = {tree.lowers[at] for at in tree.children[noun]}
    return bool(cases & _AT and before & _THE) and not any(at in context.timed for at in tree.children[noun])


def _time_of(context: EventContext, noun: int, told: list[tuple[int, int]]) -> int | None:
    """The time of the last happening before a noun that has the same name, or any where the noun only points."""
    tree = context.tree
    points = any(tree.lowers[at] in _POINTING for at in tree.children[noun]) and tree.lemmas[noun] in nouns.generic()
    last = bisect_left(told, (noun, -1))
    before = reversed(told[max(0, last - _MOST) : last])
    if points:
        return next((time for at, time in before if noun - at < _FAR), None)
    if not happens(tree, noun):
        return None
    return next((time for at, time in before if tree.lemmas[at] == tree.lemmas[noun]), None)
