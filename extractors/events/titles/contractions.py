"""Verbs that are short for others behind a pronoun: *’s* of *he’s left* is *has*.

Where a name stands for the pronoun they are told in full: *[Otto Rask]’s left* would be something of his.
"""

from extractors.events.context.event_context import EventContext
from extractors.lexicons.inflections import bases
from extractors.syntax.relations import Relation

_FULL = {"m": "is", "re": "are", "ve": "have", "ll": "will"}
_MARKS = ("'", "’", "‘")
_HAVING = frozenset("been got had".split())
"""Behind *’s*, these show that it is short for *has*, whatever a parse takes it for."""
_NEAR = 2
"""Words behind it among which they are."""


def in_full(context: EventContext, at: int) -> str:
    """The full word for one that is short for it, as it stands behind another name; empty where it is not."""
    tree, lower = context.tree, context.tree.lowers[at]
    if not lower.startswith(_MARKS) or not tree.is_verb(at):
        return ""
    match lower[1:]:
        case "d":
            return "had" if _helps_a_participle(context, at) else "would"
        case "s":
            having = not _HAVING.isdisjoint(tree.lowers[at + 1 : at + 1 + _NEAR])
            return "has" if having or _helps_a_participle(context, at) else "is"
        case short:
            return _FULL.get(short, "")


def _helps_a_participle(context: EventContext, at: int) -> bool:
    """Whether a verb helps a past participle that is not passive, however that is tagged: *he’d never seen it*."""
    tree, verb = context.tree, context.tree.heads[at]
    past = tree.tags[verb] in ("VBN", "VBD") or (tree.tags[verb] == "VB" and len(bases(tree.lowers[verb])) > 1)
    return tree.relations[at] is Relation.AUXILIARY and verb > at and past
