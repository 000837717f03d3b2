"""Times before their clause: *at 10:30 on Tuesday the roof fell*."""

from extractors.events.context.event_context import EventContext
from extractors.syntax.clauses import Clause, is_reporting
from extractors.syntax.phrases import phrase
from extractors.syntax.relations import SUBJECTS, Relation
from extractors.syntax.tenses import Form

_BESIDE_TIMES = frozenset("in at on during by between from ( )".split())
_PRESENT = frozenset(("VBP", "VBZ"))
_PARTS_OF_DAYS = frozenset("morning afternoon evening night day weekend".split())
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
            aside = _end_of_aside(context, verb, after)
            if aside is not None:
                return _opened_behind(context, aside, last)
            return verb if verb in context.groups and verb > at else None
        if at in context.groups:
            aside = before < first and tree.lowers[after - 1] == ","
            return _past_participles(context, at, last) if aside else None
    return None


def _end_of_aside(context: EventContext, verb: int, after: int) -> int | None:
    """*In May, records show, they sold it*: where it is told between commas who says so, the token behind.

    Not before quotation marks, *in May, she said, “we …”*, where that is when she said it.
    """
    tree, clause = context.tree, context.syntax.clauses.get(verb)
    behind = verb + 2
    if clause is None or clause.objects or clause.markers or behind >= len(tree) or context.quoted[behind]:
        return None
    tells = is_reporting(tree, verb) or tree.tags[verb] in _PRESENT
    between = tree.lowers[after - 1] == "," == tree.lowers[verb + 1] and context.doc[verb].text.islower()
    return behind if tells and between else None


def _opened_behind(context: EventContext, start: int, last: int) -> int | None:
    subjects = (
        at for at in range(start, min(last, start + _LONGEST_OPENING)) if context.tree.relations[at] in SUBJECTS
    )
    at = next(subjects, None)
    verb = None if at is None else context.syntax.owners[at]
    return verb if verb is not None and at is not None and verb in context.groups and verb > at else None


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
    if before > first and context.tree.lowers[before] in _PARTS_OF_DAYS:  # *on a wet evening in March*
        while before > first and context.tree.lowers[before] not in _BESIDE_TIMES:
            before -= 1
        before -= 1
    return before


def _right_of_times(context: EventContext, end: int, last: int) -> int:
    """The token after a time and the times beside it, over a comma."""
    after = end
    while after < last and (after in context.timed or context.tree.lowers[after] in _BESIDE_TIMES):
        after += 1
    return after + 1 if after < last and context.tree.lowers[after] == "," else after
