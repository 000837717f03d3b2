"""Times before their clause: *at 10:30 on Tuesday the roof fell*."""

from extractors.events.event_context import EventContext
from extractors.syntax.clauses import Clause
from extractors.syntax.phrases import phrase
from extractors.syntax.relations import SUBJECTS, Relation
from extractors.syntax.tenses import Form

_BESIDE_TIMES = frozenset("in at on during by ( )".split())
_LONGEST_OPENING = 12
"""Words of a subject up to its head."""


def opened(context: EventContext, start: int, end: int) -> int | None:
    """The verb of the clause that a time opens: *to save money, in 2018 they sold it*, whatever a parser makes of it.

    Only where it stands right after a comma or at the beginning of its sentence, and right before a subject. Times side
    by side open it together: *at about 10:30 local time (0930 UTC) on Tuesday the roof fell*.
    """
    tree = context.tree
    first, last = context.sentence(start)
    before = _left_of_times(context, start, first)
    opens = before < first or tree.lowers[before] == ","
    after = _right_of_times(context, end, last)
    if not opens or after >= last:
        return None
    for at in range(after, min(last, after + _LONGEST_OPENING)):
        if tree.relations[at] in SUBJECTS and phrase(context.syntax, at, coordinated=False)[0] <= after:
            verb = context.syntax.owners[at]
            return verb if verb in context.groups and verb > at else None
        if at in context.groups:
            aside = before < first and tree.lowers[after - 1] == ","
            return _past_participles(context, at, last) if aside else None
    return None


def _past_participles(context: EventContext, at: int, last: int) -> int | None:
    """*In 2014, working with divers, she found it*: of the main verb, over the participle that parsers give it to."""
    if context.groups[at].form is not Form.PRESENT_PARTICIPLE:
        return None
    later = (verb for verb in range(at + 1, last) if verb in context.groups)
    finite = (verb for verb in later if context.groups[verb].form is Form.FINITE)
    return next((verb for verb in finite if _is_main(context.syntax.clauses[verb], at)), None)


def _is_main(clause: Clause, participle: int) -> bool:
    """Whether a clause is the main one, or is joined to the participle where parsers take that for the main verb."""
    joined = clause.relation is Relation.CONJUNCT and clause.parent == participle
    return clause.relation is Relation.ROOT or joined


def _left_of_times(context: EventContext, start: int, first: int) -> int:
    """The token before a time, its preposition and the times beside it."""
    before = start - 1
    while before >= first and (before in context.timed or context.tree.lowers[before] in _BESIDE_TIMES):
        before -= 1
    return before


def _right_of_times(context: EventContext, end: int, last: int) -> int:
    """The token after a time and the times beside it, over a comma."""
    after = end
    while after < last and (after in context.timed or context.tree.lowers[after] in _BESIDE_TIMES):
        after += 1
    return after + 1 if after < last and context.tree.lowers[after] == "," else after
