"""What somebody said, where it stands away from the verb: *The mayor: the ferry sank* for *the mayor said*.

That somebody said something tells nothing. Where what they said has a line of its own in the same sentence, the title
of that stands behind a colon, as an editor puts it.
"""

from collections.abc import Mapping, Set

from msgspec.structs import replace

from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.context.event_context import EventContext
from extractors.events.titles.branches import branch
from extractors.events.titles.drafts import Draft
from extractors.events.titles.said import can_go, is_told_plainly
from extractors.lexicons import verbs
from extractors.lexicons.verb_rows import Manner
from extractors.syntax.relations import SUBJECTS

_MOST_AHEAD = 8
"""Words of whoever speaks."""


def said_elsewhere(
    context: EventContext, told: Mapping[int, EventCandidate], draft: Draft
) -> tuple[Draft, EventCandidate] | None:
    """Who says something, and the event that they tell; None where a draft has it, or where it is not clear what.

    Args:
        context: the doc.
        told: by verb the events that verbs tell.
        draft: what is told of a verb that reports.
    """
    tree, verb, subject = context.tree, draft.top, draft.subject
    number = context.sayings.cues.get(verb)
    if number is None or subject is None or draft.turned or not _says(context, verb):
        return None
    speaker = branch(context, subject, draft.bounds) & draft.kept
    contents = {at for run in context.sayings.contents.get(number, ()) for at in range(*run)} - speaker
    if tree.relations[subject] not in SUBJECTS or tree.heads[subject] != verb or len(speaker) > _MOST_AHEAD:
        return None
    rest = (at for at in draft.words if at not in speaker and tree.heads[at] == verb and at != verb)
    if not contents.isdisjoint(draft.kept) or not all(can_go(context, at, draft) for at in rest):
        return None
    first = _first_told(context, told, contents & set(range(*draft.bounds)))
    if first is None:
        return None
    return replace(draft, words=tuple(at for at in draft.words if at in speaker)), told[first]


def _says(context: EventContext, verb: int) -> bool:
    """Whether a verb tells that somebody has said that something is so."""
    known = verbs.reporting_as(Manner.SAYS) | verbs.reporting_as(Manner.CLAIMS)
    return context.tree.lemma_in(verb, known) is not None and is_told_plainly(context, verb)


def _first_told(context: EventContext, told: Mapping[int, EventCandidate], contents: Set[int]) -> int | None:
    """The first verb of what is said that stands below no other of it, where that tells an event and is no saying."""
    clauses = context.syntax.clauses
    verbs_said = (at for at in sorted(contents) if at in context.groups)
    top = next((at for at in verbs_said if clauses[at].parent not in contents), None)
    return top if top in told and top not in context.sayings.cues else None
