"""Lists: what stands behind a comma beside other things of its kind, whatever a parse takes it for.

*Met Rosa Lind, Otto Rask, and a judge*: a parse often takes the second of three for another name of the first. Without
it a list says that there were no more.
"""

from extractors.events.context.event_context import EventContext
from extractors.syntax.phrases import Range
from extractors.syntax.relations import Relation

_MOST = 60
"""Words that are looked through for the end of a list."""
_JOINING = frozenset("and or".split())
_BEGINNING = frozenset("DT CD JJ NN NNS NNP NNPS PRP$ CC".split())
_CLOSING = frozenset(("NOUN", "PROPN", "NUM", "PRON", "SYM"))
_WITH_TENSE = frozenset("VBD VBZ VBP MD".split())
_ASKING = frozenset("WDT WP WP$ WRB".split())
_ENDING_A_PART = frozenset((",", ";", "—", "–"))
_APART = frozenset((";", ":", "—", "–", "--"))


def goes_on(context: EventContext, at: int, bounds: Range) -> bool:
    """Whether a list that began before the comma in front of a word goes on there.

    Args:
        context: the doc.
        at: the first word behind a comma.
        bounds: the sentence.
    """
    tree, before = context.tree, at - 2
    if before < bounds[0] or tree.lowers[at - 1] != "," or tree.pos[before] not in _CLOSING:
        return False
    if tree.tags[at] not in _BEGINNING or context.quoted[at - 1] != context.quoted[at]:
        return False
    actor, _ = context.mentions.get(before, ("", bounds))
    if actor in context.people and tree.tags[at] in ("DT", "NN"):
        return False  # *Rosa Lind, a judge and sailor*
    if tree.tags[before] == "NNS" and tree.pos[at] == "PROPN":
        return False  # *two judges, Rosa Lind and Otto Rask*
    if tree.tags[at] == "CC":
        return tree.lowers[at] in _JOINING and _joins_members(context, at, at, bounds)
    for joins in range(at, min(at + _MOST, bounds[1])):
        ends = tree.lowers[joins] == "," and tree.tags[joins + 1 : joins + 2] and tree.tags[joins + 1] not in _BEGINNING
        if ends or tree.tags[joins] in _WITH_TENSE | _ASKING or tree.lowers[joins] in _APART:
            return False
        if tree.lowers[joins] in _JOINING and _joins_members(context, joins, at, bounds):
            return True
    return False


def _joins_members(context: EventContext, joins: int, at: int, bounds: Range) -> bool:
    """Whether an *and* joins the last of a list, not two verbs, nor two things that only one of its members has."""
    tree, member = context.tree, context.tree.heads[joins]
    if tree.tags[joins + 1 : joins + 2] and tree.tags[joins + 1] not in _BEGINNING:
        return False
    closed = next((one for one in range(joins + 1, bounds[1] - 1) if tree.lowers[one] in _ENDING_A_PART), None)
    if closed is not None and tree.tags[closed + 1] in _WITH_TENSE:
        return False  # *the owner, a sailor and judge, resigned*
    if tree.lowers[joins - 1] == ",":
        return not _begins_a_sentence(context, joins, bounds)
    while tree.relations[member] in (Relation.CONJUNCT, Relation.APPOSITION) and member >= at:
        member = tree.heads[member]
    inner = member >= at and tree.heads[member] >= at - 1  # *A boat of wood and iron* is one thing
    return not inner and not (member in context.syntax.clauses and tree.pos[member] in ("VERB", "AUX"))


def _begins_a_sentence(context: EventContext, joins: int, bounds: Range) -> bool:
    """*And Lind left* behind a clause with a verb of its own."""
    tags, lowers = context.tree.tags, context.tree.lowers
    ends = (at for at in range(joins + 1, bounds[1]) if lowers[at] in _ENDING_A_PART or tags[at] in _ASKING)
    end = next(ends, bounds[1])
    return any(tags[at] in _WITH_TENSE for at in range(joins + 1, end)) and any(
        tags[at] in _WITH_TENSE for at in range(bounds[0], joins)
    )
