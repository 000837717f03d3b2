"""Clauses that share the time of another: *came on Saturday and stayed*, *sank on Saturday, killing 14*."""

from extractors.events.context.event_context import EventContext
from extractors.events.dating.dates import Dates
from extractors.lexicons import modifiers
from extractors.syntax.clauses import Clause
from extractors.syntax.phrases import phrase
from extractors.syntax.relations import Relation
from extractors.syntax.tenses import Aspect, Form
from extractors.verb_groups import VerbGroup
from timeline.meanings.units import Unit

_AT = frozenset("in at on during".split())
_HIGHEST = 5
"""Verbs climbed through to the one that the story is told by."""
_WHEN = frozenset("when as".split())
_BESIDE = frozenset("after before".split())
_IF = frozenset("if unless".split())
_BEFORE_WHICH = 3
"""Words from *which* back to its noun, over a comma."""


def shared_time(context: EventContext, dates: Dates, verb: int) -> int | None:
    """The time that a verb has, its own or that of a clause it goes with."""
    if verb in dates.verbs:
        return dates.verbs[verb]
    clause, group = context.syntax.clauses[verb], context.groups[verb]
    above = host(context, clause)
    time = _time_of(context, dates, above)
    if above is not None and time is not None and _goes_along(context, clause, context.groups[above], time):
        return time
    noun = _happens_at(context, clause)
    if noun is not None:
        return _time_on(context, dates, noun)
    for below in context.syntax.below.get(verb, ()):
        other = context.syntax.clauses[below]
        markers = context.markers(other)
        meets = markers & _WHEN or (markers & _BESIDE and _is_close(context, other))
        meets = meets and below in context.groups and context.groups[below].order is group.order
        depends = markers & _IF and group.conditional
        if other.relation is Relation.ADVERBIAL and below in dates.verbs and (meets or depends):
            return dates.verbs[below]
    return None


def _is_close(context: EventContext, clause: Clause) -> bool:
    """*Shortly after he came home*, *moments before it fell*."""
    tree = context.tree
    before = min(clause.markers) - 1
    return before >= 0 and tree.lowers[before] in modifiers.close_adverbs()


def _time_of(context: EventContext, dates: Dates, verb: int | None) -> int | None:
    """The time of a verb that a clause goes with; a participle and a conjunct have that of the verb they go with."""
    if verb is None or verb in dates.verbs:
        return dates.verbs.get(-1 if verb is None else verb)
    clause, form = context.syntax.clauses[verb], context.groups[verb].form
    above = host(context, clause)
    if above is None or above == verb or above not in dates.verbs:
        return None
    time = dates.verbs[above]
    if form is Form.PRESENT_PARTICIPLE:
        return time
    joined = clause.relation is Relation.CONJUNCT and _goes_along(context, clause, context.groups[above], time)
    return time if joined else None


def _happens_at(context: EventContext, clause: Clause) -> int | None:
    """The noun at which a clause tells what happened: *the 1991 race, in which two were killed*."""
    tree = context.tree
    which = next((at for at in tree.children[clause.verb] if tree.lowers[at] == "which" and at < clause.verb), None)
    if which is None or which < _BEFORE_WHICH or tree.lowers[which - 1] not in _AT:
        return None
    before = which - 2 if tree.relations[which - 2] is not Relation.PUNCTUATION else which - _BEFORE_WHICH
    return before if tree.is_nominal(before) else None


def _time_on(context: EventContext, dates: Dates, noun: int) -> int | None:
    """The time that is part of the words for a noun."""
    if noun in dates.nouns:
        return dates.nouns[noun]
    start, end = phrase(context.syntax, noun)
    return next(iter(context.times_within(start, end)), None)


def host(context: EventContext, clause: Clause) -> int | None:
    """The verb that a clause may go along with: the one above, or for a participle the finite one before it.

    Of *it sank, killing 14, officials said* parsers often hang *killing* on *said*.
    """
    above = clause.parent if clause.parent in context.groups else None
    group = context.groups[clause.verb]
    if group.form is Form.PRESENT_PARTICIPLE and clause.relation is Relation.ADVERBIAL:
        above = _out_of_open_complements(context, above)
    participle = clause.relation is Relation.ADVERBIAL and group.form is Form.PRESENT_PARTICIPLE and not clause.markers
    if above is None or not participle or above < clause.verb:
        return above
    start, _ = context.sentence(clause.verb)
    return next((at for at in range(clause.verb - 1, start - 1, -1) if context.is_finite(at)), None)


def _out_of_open_complements(context: EventContext, verb: int | None) -> int | None:
    """*The storm caused a crane to fall, killing 14*: the verb above that the story is told by."""
    for _ in range(_HIGHEST):
        open_ = verb is not None and context.syntax.clauses[verb].relation is Relation.OPEN_COMPLEMENT
        if verb is None or not (open_ or verb in context.timed):  # *before dawn*, which parsers take for a verb
            break
        verb = context.syntax.clauses[verb].parent
    return verb if verb in context.groups else None


def _goes_along(context: EventContext, clause: Clause, above: VerbGroup, number: int) -> bool:
    """Whether a clause happens when the one above it does: *came Saturday and stayed*, *sank Saturday, killing 14*."""
    group = context.groups[clause.verb]
    if clause.relation is Relation.CONJUNCT and group.form is above.form is Form.PRESENT_PARTICIPLE:
        return True  # *killing 14 and wounding 30*
    if clause.relation is Relation.CONJUNCT:
        joined = group.aspect is above.aspect is Aspect.NONE and _follows_and(context, clause)
        fronted = context.times[number].start < above.trigger
        if not fronted and context.meanings[number].fineness() is not Unit.DAY:
            return False  # *was born in 1920 and studied law*
        shared = clause.subject is None or joined or fronted
        return shared and context.times[number].start < clause.verb and _alike(group, above)
    if clause.relation is not Relation.ADVERBIAL:
        return False
    if group.form is Form.PRESENT_PARTICIPLE:
        return not clause.markers
    return bool(context.markers(clause) & _WHEN) and _alike(group, above)


def _follows_and(context: EventContext, clause: Clause) -> bool:
    """*It sank Saturday and nine were killed*: plain *and* goes on with the story, *but* may not."""
    below = context.tree.children[clause.verb]
    return any(context.tree.lowers[at] == "and" for at in below)


def _alike(group: VerbGroup, other: VerbGroup) -> bool:
    return (group.order, group.anchor) == (other.order, other.anchor) and group.conditional == other.conditional
