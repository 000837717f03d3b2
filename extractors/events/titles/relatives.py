"""Clauses that say what somebody did with a noun, as sentences: *a boat that Lind built* is *Lind built a boat*."""

from collections.abc import Set

from extractors.events.context.event_context import EventContext
from extractors.events.titles.branches import branch, inside
from extractors.events.titles.spines import Spine
from extractors.lexicons import nouns, verbs
from extractors.lexicons.beings import person_nouns
from extractors.syntax.eventive import happens
from extractors.syntax.phrases import Range
from extractors.syntax.relations import Relation

_PRONOUNS = frozenset("that which whom who".split())
_CAUSES = frozenset("that which".split())
_WITHIN = frozenset("in of".split())
_PHRASES = frozenset("DET NOUN PROPN NUM ADJ PRON".split())
_OPEN = frozenset("any no every each few only all most first last ever never".split())
"""Of these it is not told that somebody did it: *the best that she had ever seen*, *no boat that he built*."""
_EMPTY = frozenset("do be have say go come".split())
"""Verbs of which a noun before them is seldom what is done: *the vote, which it did*, *the ships they said sank*."""


def meant_by(context: EventContext, pronoun: int, noun: int, bounds: Range) -> int:
    """What *who*, *which* or *that* means: no time, and *who* no country or body, where another noun is before it.

    *A delay in repairs that led to a strike* tells of the delay, since repairs lead to none.

    *A boat by Otto Rask of Zembla, who won* tells of Rask, *the fire of Friday, which killed two* of the fire, on
    whatever a parse hangs the clause.
    """
    tree, lower = context.tree, context.tree.lowers[pronoun]
    before = range(noun, bounds[0] - 1, -1)
    if lower == "which" and noun in context.timed:
        return next((at for at in before if tree.pos[at] == "NOUN" and at not in context.timed), noun)
    if lower in _CAUSES and tree.lemmas[tree.heads[pronoun]] in verbs.resulting():
        return _happening_above(context, noun)
    if lower == "who" and noun in context.mentions and context.mentions[noun][0] not in context.people:
        people = (at for at in before if _is_person(context, at))
        return next((at for at in people if tree.is_nominal(at)), noun)
    return noun


def _is_person(context: EventContext, at: int) -> bool:
    if at in context.mentions:
        return context.mentions[at][0] in context.people
    return context.tree.pos[at] == "NOUN" and context.tree.lemmas[at] in person_nouns()


def _happening_above(context: EventContext, noun: int) -> int:
    """*A delay* of *a delay in repairs*; the noun itself where none that happens is above it."""
    tree, above = context.tree, context.tree.heads[noun]
    within = any(tree.lowers[at] in _WITHIN for at in tree.children[noun] if tree.relations[at] is Relation.CASE)
    nested = tree.relations[noun] is Relation.NOUN_MODIFIER and within and noun not in context.mentions
    return above if nested and (happens(tree, above) or tree.lemmas[above] in nouns.changes()) else noun


def turned(context: EventContext, spine: Spine, noun: int, phrase: Set[int], bounds: Range) -> tuple[int, ...] | None:
    """The words of a noun and its clause, in the order of a sentence; None where it is not clear what is done to whom.

    Args:
        context: the doc.
        spine: the clause's.
        noun: what the clause says more of.
        phrase: the words of the noun, without its clause.
        bounds: the sentence.
    """
    tree, clauses = context.tree, context.syntax.clauses
    top, told = spine.top, clauses[spine.path[0]]
    clause, subject = clauses[top], clauses[top].subject
    if spine.seats or subject is None or not noun < subject < top or not context.is_finite(top):
        return None
    pronouns = {at for at in _leading(context, top, bounds) if tree.lowers[at] in _PRONOUNS}
    gaps = {*told.objects, *clause.objects}
    if tree.lowers[subject] in _PRONOUNS or told.passive or told.predicate is not None or told.recipient is not None:
        return None
    if any(at > subject for at in gaps) or not (pronouns & gaps or (not pronouns and not clause.markers)):
        return None
    if tree.lemmas[noun] in nouns.outside() or noun in context.timed or tree.lemmas[told.verb] in _EMPTY:
        return None
    asking = any(tree.tags[at].startswith("W") for at in phrase)
    if tree.pos[noun] == "PRON" or asking or _goes_on(context, told.verb):
        return None
    if max(phrase) != noun:
        return None  # *the families of those we lost*: a parse can't say whom
    said = (*phrase, *inside(tree, told.verb, bounds))
    if any(tree.lowers[at] in _OPEN or tree.tags[at] in ("JJS", "RBS") for at in said):
        return None
    words = branch(context, top, bounds) - pronouns - {at for at in pronouns for at in branch(context, at, bounds)}
    last = max((told.verb, *(() if told.particle is None or told.particle < told.verb else (told.particle,))))
    before = sorted(at for at in words if at <= last)
    after = sorted(at for at in words if at > last)
    if not before or max(phrase) > before[0] or (after and _is_left_alone(context, after)):
        return None
    return (*before, *sorted(phrase), *after)


def _leading(context: EventContext, top: int, bounds: Range) -> list[int]:
    """The words before the subject of a clause, wherever a parse hangs them."""
    subject = context.syntax.clauses[top].subject or top
    return [
        at
        for verb in (top, *context.syntax.below.get(top, ()))
        for at in inside(context.tree, verb, bounds)
        if at < subject
    ]


def _is_left_alone(context: EventContext, words: list[int]) -> bool:
    """*To* of *the town that he moved to*: what is done is not done to the noun."""
    tree = context.tree
    pairs = list(zip(words, [*words[1:], -1], strict=True))
    followed = (
        after == at + 1 and (tree.pos[after] in _PHRASES or tree.tags[after] in ("VB", "VBG")) for at, after in pairs
    )
    alone = any(tree.tags[at] in ("IN", "TO", "RP") and not on for (at, _), on in zip(pairs, followed, strict=True))
    return alone or tree.relations[words[0]] is Relation.OBJECT


def _goes_on(context: EventContext, verb: int) -> bool:
    """*Wanted to build* of *a boat she wanted to build*: what is done is done by a verb below."""
    clauses = context.syntax.clauses
    below = (clauses[at] for at in context.syntax.below.get(verb, ()) if at in clauses)
    open_ones = (
        one for one in below if one.relation is Relation.OPEN_COMPLEMENT or context.tree.tags[one.verb] == "VB"
    )
    return any(not one.objects and not one.passive for one in open_ones)
