"""The spine of a title: the verbs from an event up to the clause that its title is a clause of.

*Resigned* is told by its own clause, and *visit* of *is expected to visit* by that of *expected*, without which it
would be said to have happened. *Killing* of *the ramp fell, killing two* is read with *fell*: who or what killed is
not said by grammar.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from extractors.events.context.event_context import EventContext
from extractors.events.titles.conjuncts import can_sit
from extractors.lexicons import verbs
from extractors.lexicons.verb_rows import Manner
from extractors.syntax.clauses import Clause, chain
from extractors.syntax.relations import NOUN_CLAUSES, Relation

_HIGHEST = 12
"""Clauses: more than a sentence nests that can be read."""
_BOUND = frozenset("than if unless whether lest like so".split())
"""A clause behind one of these says by itself something else than in its place."""
_ALONE = frozenset({Relation.ROOT, Relation.PARATAXIS, Relation.CONJUNCT})


@dataclass(frozen=True)
class Spine:
    """The verbs that a title can't do without, from the event up."""

    path: tuple[int, ...]
    seats: Mapping[int, int]
    """By first conjunct the later one that is told in its place: *defected* for *left* in *left and defected*."""

    @property
    def top(self) -> int:
        """The verb of the clause that the title is."""
        return self.path[-1]


def read_spine(context: EventContext, verb: int) -> Spine:
    """The spine of an event that a verb tells."""
    clauses = context.syntax.clauses
    path, seats = [verb], {}
    for _ in range(_HIGHEST):
        clause = seat = clauses[path[-1]]
        first = _first(context, clause)
        if first is not None and first not in path and first not in seats:
            if not can_sit(context, first, clause.verb):
                path.append(first)  # *was found and arrested*, where *arrested* may be a past tense or share its *was*
                continue
            seats[first], seat = clause.verb, clauses[first]
        above = _above(context, path, clause, seat)
        if above is None or above in path or above not in clauses or above in seats:
            break
        path.append(above)
    return Spine(tuple(path), seats)


def hosted(context: EventContext, spine: Spine) -> Spine | None:
    """The spine with the verbs of the clause that its noun stands in: *limit* of *limit the news they read*."""
    clause = context.syntax.clauses[spine.top]
    above = clause.parent
    if clause.relation not in NOUN_CLAUSES or above is None or above not in context.groups:
        return None
    over = read_spine(context, above)
    if set(over.path) & set(spine.path):
        return None
    return Spine((*spine.path, *over.path), {**spine.seats, **over.seats})


def _first(context: EventContext, clause: Clause) -> int | None:
    """The verb that a later conjunct has its subject from.

    One with a tense is no conjunct of an infinitive, whatever a parse says: *urged them to wait and left*.
    """
    clauses = context.syntax.clauses
    if clause.relation is not Relation.CONJUNCT or clause.attached != clause.parent or clause.subject is not None:
        return None
    first = clauses.get(-1 if clause.parent is None else clause.parent)
    for _ in range(_HIGHEST):
        if first is None or first.relation in _ALONE or not context.is_finite(clause.verb):
            break
        if context.is_finite(first.verb):
            break
        first = clauses.get(-1 if first.parent is None else first.parent)
    return None if first is None or first.verb == clause.verb else first.verb


def _above(context: EventContext, path: list[int], clause: Clause, seat: Clause) -> int | None:
    if context.sayings.is_denied(clause.verb):
        return next((one.verb for one in chain(context.syntax, clause) if _denies(context, one.verb)), None)
    above = context.embeddings.get(clause.verb) or context.embeddings.get(seat.verb)
    if above is not None and above.verb not in (clause.verb, seat.verb):
        return above.verb
    finite = context.is_finite(clause.verb)
    host = context.syntax.clauses[path[0]]
    trailing = context.tree.tags[path[0]] == "VBG" and host.relation is Relation.ADVERBIAL and not host.markers
    if trailing and len(path) > 1 and clause.relation is Relation.COMPLEMENT and host.parent == clause.verb:
        return clause.parent  # *ruled that it had no power, dismissing the suit*: who dismisses, a parse can't say
    match seat.relation:
        case relation if relation in NOUN_CLAUSES or relation in _ALONE:
            return None
        case Relation.COMPLEMENT | Relation.ADVERBIAL:
            own = (seat.subject is not None and finite) and not _BOUND & context.markers(seat)
            return None if own and not _asks(context, seat) else seat.parent
    return seat.parent


def _denies(context: EventContext, verb: int) -> bool:
    return context.tree.lemma_in(verb, verbs.reporting_as(Manner.DENIES)) is not None


def _asks(context: EventContext, clause: Clause) -> bool:
    """*How it happened*, *what he saw*: no clause of its own."""
    tree = context.tree
    words = (*clause.markers, *clause.objects, *(() if clause.subject is None else (clause.subject,)))
    return any(tree.lowers[at] in ("how", "why", "what", "who", "whom", "which") for at in words)
