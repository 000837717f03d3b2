"""Who takes part in an event, by their places in its clause: the subject of an active verb does it."""

from collections.abc import Iterator

from extractors.events.event_candidates import EventCandidate
from extractors.events.event_context import EventContext
from extractors.lexicons.effects import Effect
from extractors.sentences import LONGEST
from extractors.syntax.clauses import Clause
from extractors.syntax.phrases import Range, clause_tokens, conjuncts, phrase
from timeline.model import Role


def read_participants(context: EventContext, candidate: EventCandidate, extent: Range) -> tuple[tuple[str, Role], ...]:
    """The actors of an event with their roles, in the order of the text; `extent` is its clause."""
    roles: dict[str, Role] = {}
    clause = context.syntax.clauses.get(candidate.verb)
    runs = clause_tokens(context.syntax, clause, open_complements=True) if clause is not None else []
    own = {at for start, end in runs for at in range(max(start, extent[0]), min(end, extent[1]))}
    if clause is not None and candidate.trigger == candidate.verb:
        for role, at in _arguments(context, clause):
            for word in conjuncts(context.tree, at)[:LONGEST]:
                _add(context, roles, word, role)
    mentioned = [at for at in range(*extent) if at in own] if clause is not None else list(range(*extent))
    if clause is not None and (subject := subject_of(context, clause)) is not None:
        start, end = phrase(context.syntax, subject)
        mentioned = [*range(start, min(end, start + LONGEST)), *mentioned]
    for at in mentioned:
        _add(context, roles, at, Role.MENTIONED)
    return tuple(roles.items())


def subject_of(context: EventContext, clause: Clause) -> int | None:
    """The subject of a clause, its own, shared, or addressed: *people* of *march* in *called on people to march*."""
    above = context.embeddings.get(clause.verb)
    if above is None or clause.subject is not None or above.kind is not Effect.REQUEST or above.verb == clause.verb:
        return clause.understood_subject
    tree = context.tree
    between = (at for at in tree.children[above.verb] if above.verb < at < clause.verb and at not in context.timed)
    addressed = [at for at in between if tree.is_nominal(at)]
    return addressed[0] if addressed else clause.understood_subject


def _arguments(context: EventContext, clause: Clause) -> Iterator[tuple[Role, int]]:
    subject = subject_of(context, clause)
    if subject is not None:
        yield (Role.PATIENT if clause.passive else Role.AGENT), subject
    if clause.agent is not None:
        yield Role.AGENT, clause.agent
    for at in (*clause.objects, clause.recipient):
        if at is not None:
            yield Role.PATIENT, at


def _add(context: EventContext, roles: dict[str, Role], at: int, role: Role) -> None:
    """Let the actor that a word names have a role; one who is only named as an owner takes no part."""
    mention = context.mentions.get(at)
    if mention is None:
        return
    actor, (_, end) = mention
    lowers = context.tree.lowers
    owns = (end < len(lowers) and lowers[end] in ("'s", "’s", "’", "'")) or lowers[end - 1] in ("'s", "’s")
    roles.setdefault(actor, Role.MENTIONED if owns else role)
