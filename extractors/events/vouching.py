"""Vouching: who vouches for an event, and by what words it is known that they do."""

from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.context.event_context import EventContext
from timeline.when import Step


def read_source(context: EventContext, candidate: EventCandidate) -> tuple[int | None, Step]:
    """The attribution that an event is told under, None where the article itself tells it, and why."""
    number = context.sayings.said_by(candidate.trigger)
    if number is None:
        return None, Step("source.article", "the article tells it in its own voice")
    one = context.sayings.all[number]
    cue = f"“{context.doc[slice(*one.cue)].text}”"
    if context.sayings.cues.get(candidate.trigger) == number:
        of_what = "forecast" if context.sayings.foresees(candidate.trigger) else "count"
        return number, Step("source.tally", f"by {cue}, which is a {of_what} of its own")
    if not one.speaker:
        return number, Step("source.unnamed", f"{cue} names nobody")
    if not any(token.is_alpha for token in context.doc[slice(*one.cue)]):
        return number, Step("source.mark", f"by the mark {cue}")
    return number, Step("source.cue", f"by {cue}")
