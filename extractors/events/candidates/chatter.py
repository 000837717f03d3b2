"""Interviews: of what is said in one, only what was done, what has a time, and what who answers will do is told of."""

from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.context.event_context import EventContext
from extractors.syntax.phrases import Range
from extractors.syntax.tenses import Aspect, Form, Modality, Tense
from timeline.model import Tie

_MARKS = frozenset((":", ")", "))"))
_INITIALS = (2, 3)
"""Letters that stand for a name before an answer: *RL We left*."""
_FEWEST = 2
"""Answers that make an interview."""
_ONESELF = frozenset("i we".split())
_DONE = (Aspect.NONE, Aspect.PERFECT)


def without_chatter(context: EventContext, candidates: list[EventCandidate]) -> list[EventCandidate]:
    """What is told outside of interviews, and within them what is no talk of how things are."""
    answers = list(_answers(context))
    if len(answers) < _FEWEST:
        return candidates
    inside = {at for start, end in answers for at in range(start, end)}
    asked = [(start, end) for start, end in context.paragraphs if context.doc[start].text.startswith("(")]
    outside = {at for start, end in asked for at in range(start, end)} - inside
    kept = (one for one in candidates if one.trigger not in outside)
    return [one for one in kept if one.trigger not in inside or _is_told(context, one)]


def _answers(context: EventContext) -> list[Range]:
    """What stands behind a label alone, *Rosa Lind: We left*, without marks of quotation."""
    runs = []
    for one in context.sayings.all:
        word = context.doc[one.cue[0]].text
        label = word in _MARKS or (word.isupper() and len(word) in _INITIALS)
        if label and one.cue[1] - one.cue[0] == 1:
            runs += [run for run in one.content if run[0] >= one.cue[1] and not context.quoted[run[0]]]
    return runs


def _is_told(context: EventContext, one: EventCandidate) -> bool:
    group = context.groups.get(one.verb)
    if one.time is not None and one.tie is Tie.OWN:
        return True
    if group is None or group.form is not Form.FINITE or group.conditional or group.modality is not Modality.INDICATIVE:
        return False
    subject = context.syntax.clauses[one.verb].understood_subject
    if group.tense is Tense.FUTURE:
        return subject is not None and context.tree.lowers[subject] in _ONESELF
    past = group.tense is Tense.PAST or group.aspect is Aspect.PERFECT
    return past and group.aspect in _DONE
