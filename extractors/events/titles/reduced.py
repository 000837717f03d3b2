"""Participles on a noun as sentences: *findings published in May* is *findings were published in May*.

So only of what was done to the noun, whatever becomes of it in the rest of its sentence; not *no report published so
far*. A state *scheduled to vote in May* is scheduled to, where its sentence tells of now.
"""

from collections.abc import Mapping, Set

from extractors.events.context.event_context import EventContext
from extractors.events.titles.branches import inside
from extractors.events.titles.spines import Spine
from extractors.mentions.records import Count
from extractors.syntax.embedding import AHEAD, kind_of
from extractors.syntax.phrases import Range
from extractors.syntax.relations import Relation
from extractors.syntax.tenses import Form, Tense

_OF_NOBODY = frozenset("any no every each few only all most first last none those that".split())
"""Of these it is not told that it was done to them: *the only report published so far*."""
_BE = {(False, Count.ONE): "was", (False, Count.MANY): "were", (True, Count.ONE): "is", (True, Count.MANY): "are"}
_ONE = frozenset("a an".split())
_AMOUNTS = frozenset("number amount lot part share percentage majority rate proportion rest".split())


def was_done(
    context: EventContext, spine: Spine, noun: int, phrase: Set[int], bounds: Range
) -> Mapping[int, str] | None:
    """The first word of a participle on a noun, with *was* before it; None where it is not sure that it was done.

    Args:
        context: the doc.
        spine: the clause's.
        noun: what the clause says more of.
        phrase: the words of the noun, without its clause.
        bounds: the sentence.
    """
    tree, verb = context.tree, spine.top
    clause, group = context.syntax.clauses[verb], context.groups.get(verb)
    ahead = kind_of(tree, verb) in AHEAD
    if (len(spine.path) > 1 and not ahead) or spine.seats or group is None or group.form is not Form.PAST_PARTICIPLE:
        return None
    alone = clause.subject is None and not (clause.objects or clause.auxiliaries or clause.markers)
    if not alone or clause.relation is not Relation.ADNOMINAL or clause.parent is None or clause.negation is not None:
        return None
    if _may_be_of_another(context, noun, verb) or noun in context.timed:
        return None
    lowers = {tree.lowers[at] for at in phrase}
    if (
        max(phrase) > verb
        or lowers & _OF_NOBODY
        or tree.pos[noun] not in ("NOUN", "PROPN")
        or tree.lemmas[noun] in _AMOUNTS
    ):
        return None
    first = min([verb, *(at for at in inside(tree, verb, bounds) if _leads(context, at, verb))])
    count = _count(context, noun, phrase)
    if first <= max(phrase) or tree.tags[min(phrase)] == "IN" or count is Count.EITHER:
        return None
    above = context.groups.get(clause.parent)
    now = ahead and (above is None or above.tense is not Tense.PAST)  # *the states scheduled to vote are …*
    return {first: f"{_BE[now, count]} {context.doc[first].text}"}


def _leads(context: EventContext, at: int, verb: int) -> bool:
    """*First* of *first isolated in May*."""
    plain = context.tree.relations[at] is Relation.ADVERB and context.tree.tags[at] == "RB"
    return plain and all(context.tree.tags[between] == "RB" for between in range(at, verb))


def _count(context: EventContext, noun: int, phrase: Set[int]) -> Count:
    """Whether a noun is one or many, as far as its form shows."""
    tree = context.tree
    if any(tree.relations[at] is Relation.CONJUNCT and tree.heads[at] == noun for at in phrase):
        return Count.MANY
    match tree.tags[noun]:
        case "NN" | "NNP":
            return Count.ONE
        case "NNS":
            return Count.MANY
    return Count.EITHER


def _may_be_of_another(context: EventContext, noun: int, verb: int) -> bool:
    """*Published on Monday* of *a letter to The Oslund News, published on Monday*, which may be either."""
    tree = context.tree
    apart = any(tree.lowers[at] == "," for at in range(noun, verb))
    return apart and tree.is_nominal(tree.heads[noun]) and tree.relations[noun] is not Relation.APPOSITION


def named_before(context: EventContext, noun: int, start: int) -> int | None:
    """*Merel* of *Merel, a ferry built in 1986*: the name of a noun that stands right behind it."""
    tree = context.tree
    name = tree.heads[noun]
    if tree.relations[noun] is not Relation.APPOSITION or tree.pos[name] != "PROPN" or tree.lowers[start] not in _ONE:
        return None
    between = {at for at in range(name + 1, start) if tree.heads[at] != name or tree.pos[at] != "PROPN"}
    return name if [tree.lowers[at] for at in sorted(between)] == [","] else None
