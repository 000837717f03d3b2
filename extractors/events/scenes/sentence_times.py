"""What a sentence tells beside its time: *was arrested in May after she fled*, *shut and searched the site in May*.

A plain past without a time has that of its sentence far more often than not: of 30 such lines in 42 articles of news
that editors had dated, 27 had it or a time left open. It is no more than likely, and is marked so.
"""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.context.event_context import EventContext
from extractors.events.context.fineness import fineness
from extractors.events.context.judged_claims import Holds, claim_noun, judgement
from extractors.events.dating.causes import noun_of_a_cause
from extractors.events.scenes.ages import is_of_an_age
from extractors.events.scenes.plain_pasts import can_be_past, has_past_time, is_plain_past, is_told, only_begins
from extractors.syntax.phrases import phrase
from extractors.syntax.relations import NOUN_CLAUSES, Relation
from extractors.syntax.tenses import Aspect, Form, Tense
from timeline.meanings.units import Unit
from timeline.model import Tie

_MAIN = (Relation.ROOT, Relation.PARATAXIS)
_DAYS = (Unit.DAY, Unit.WEEKEND, Unit.WEEK, Unit.MONTH)
_MOST_JOINED = 5
"""Verbs that are joined to one."""
_BEFORE = frozenset(("before",))
_GROUNDS = frozenset("for of with".split())
_BORN = frozenset(("bear",))


def with_times_of_sentences(context: EventContext, candidates: Sequence[EventCandidate]) -> Iterator[EventCandidate]:
    """Each candidate, in the order of the text; a plain past without a time has the one that its sentence tells."""
    own = [one for one in candidates if _is_past(context, one)]
    used = {one.time for one in candidates}
    later = _joined(context, candidates)
    nouns = {one.trigger: one for one in candidates if one.time is not None and one.trigger != one.verb}
    for one in candidates:
        told_of = _time_told_of(context, one, nouns)
        if told_of is not None:
            yield told_of
            continue
        plain = _is_plain(context, one)
        time = _time_beside(context, one, own, used) if plain else None
        joined = later.get(one.verb) if plain and time is None else None
        night = later.get(one.verb) if one.tie is Tie.SCENE and one.apart is None else None
        if night is not None and night.time == one.time:
            yield msgspec.structs.replace(one, apart=night.apart)
        elif joined is not None:
            yield msgspec.structs.replace(one, time=joined.time, tie=Tie.SCENE, apart=joined.apart)
        else:
            yield one if time is None else msgspec.structs.replace(one, time=time, tie=Tie.SCENE)


def _time_told_of(
    context: EventContext, one: EventCandidate, nouns: Mapping[int, EventCandidate]
) -> EventCandidate | None:
    """A clause that tells more of a dated happening, with its time: *the May bombing, which killed nine*.

    Editors had dated four such pasts so, and none otherwise; a parse has the happening for two of them.
    """
    clause = context.syntax.clauses.get(one.verb)
    if clause is None or clause.relation not in NOUN_CLAUSES or clause.attached is None:
        return None
    if not is_plain_past(context, one, (Aspect.NONE,)) or not is_told(context, one):
        return None
    noun = nouns.get(clause.attached)
    if noun is None or noun.time is None or not can_be_past(context, noun.time):
        return None
    tie = Tie.SCENE if noun.tie is Tie.OWN else noun.tie
    return msgspec.structs.replace(one, time=noun.time, tie=tie, apart=noun.apart)


def _joined(context: EventContext, candidates: Sequence[EventCandidate]) -> dict[int, EventCandidate]:
    """By verb what it leads to in a scene: *gave chase but lost the car*, *drove off and hit a wall at 3 a.m.*."""
    last: dict[int, EventCandidate] = {}
    """By the verb that others are joined to, the last of them."""
    joined: dict[int, EventCandidate] = {}
    for one in reversed(candidates):
        if one.trigger != one.verb or one.verb not in context.groups:
            continue
        head = _first_joined(context, one.verb)
        if head in last and (one.time is None or one.tie is Tie.SCENE):
            joined[one.verb] = last[head]
        elif one.verb != head and one.tie is Tie.SCENE and context.groups[one.verb].tense is Tense.PAST:
            last[head] = one
    return joined


def _first_joined(context: EventContext, verb: int) -> int:
    """The first of the verbs that have one subject: *drove off, ignored a signal and hit a wall*."""
    for _ in range(_MOST_JOINED):
        clause = context.syntax.clauses[verb]
        joined = clause.relation is Relation.CONJUNCT and clause.subject is None
        if not joined or clause.parent is None or clause.parent not in context.groups:
            break
        verb = clause.parent
    return verb


def _time_beside(
    context: EventContext, one: EventCandidate, own: Sequence[EventCandidate], used: set[int | None]
) -> int | None:
    start, end = context.sentence(one.trigger)
    here = [other for other in own if start <= other.trigger < end]
    before = [other for other in here if other.trigger < one.trigger and not _is_long_aside(context, other)]
    if before:
        last = before[-1]
        born = context.tree.lemmas[last.trigger] in _BORN  # *was born in 1920 and studied law*
        apart = born or _is_said(context, one, last) or only_begins(context, last) or _has_gone_on(context, one, last)
        return None if apart else last.time
    if context.syntax.clauses[one.verb].relation not in _MAIN:
        return None
    named = _time_in_subject(context, one, used)
    below = (other.time for other in here if _hangs_on(context, other, one.verb))
    return next(below, None) if named is None else named


def _time_in_subject(context: EventContext, one: EventCandidate, used: set[int | None]) -> int | None:
    """*The Thursday edition had a map*: what dates nothing else dates what is told of it."""
    clause = context.syntax.clauses[one.verb]
    subject = clause.subject
    if subject is None or clause.predicate is not None:
        return None
    start, end = phrase(context.syntax, subject)
    inside = context.times_within(start, min(end, one.verb))
    free = (n for n in inside if n not in used and fineness(context.meanings[n]) is not Unit.YEAR)
    return next((n for n in free if can_be_past(context, n)), None)


def _hangs_on(context: EventContext, other: EventCandidate, verb: int) -> bool:
    """Whether a dated event is told in a clause or a noun right below a verb, other than what it was *before*."""
    if other.trigger != other.verb:
        of_a_cause = other.time is not None and noun_of_a_cause(context, other.time) == other.trigger
        apart = of_a_cause or _is_long(context, other)
        return other.verb == verb and not apart  # *apologised for a massacre in 1937*
    clause = context.syntax.clauses.get(other.verb)
    if clause is None:
        return False
    if claim_noun(context, clause) is not None:
        return False  # *denied reports that she had left on Monday*
    gerund = context.groups[other.verb].form is Form.PRESENT_PARTICIPLE if other.verb in context.groups else False
    if gerund and context.markers(clause) & _GROUNDS:
        return False  # *found him guilty of stealing it in May*
    born = context.tree.lemmas[verb] in _BORN
    if _is_long_aside(context, other) or (clause.relation is Relation.CONJUNCT and (_is_long(context, other) or born)):
        return False  # *was born in Corran and died on Friday*, *studied law and was elected in 2012*
    behind = clause.relation in (Relation.CONJUNCT, Relation.ADVERBIAL) and not clause.markers
    if behind and other.time is not None and verb < context.times[other.time].start < other.verb:
        return False  # *grew, and in May opened a mill*
    return clause.parent == verb and not context.markers(clause) & _BEFORE


def _is_long_aside(context: EventContext, one: EventCandidate) -> bool:
    """*The firm, which sold its ships in 2019, closed*; but *the fire that broke out on Monday killed nine*."""
    clause = context.syntax.clauses.get(one.verb)  # none of a noun in a sentence that a parse has no verb for
    return clause is not None and clause.relation in NOUN_CLAUSES and _is_long(context, one)


def _is_long(context: EventContext, one: EventCandidate) -> bool:
    return one.time is not None and fineness(context.meanings[one.time]) not in _DAYS


def _has_gone_on(context: EventContext, one: EventCandidate, last: EventCandidate) -> bool:
    """*Sang in 1968, had a show until 1973, and then left*: between it and a year stands another time."""
    between = context.times_within(last.trigger, one.trigger) if _is_long(context, last) else {}
    return any(number != last.time for number in between)


def _is_said(context: EventContext, one: EventCandidate, other: EventCandidate) -> bool:
    """*Said on Monday that she left*: the day is that of the saying."""
    clause = context.syntax.clauses[one.verb]
    return other.trigger in context.sayings.cues and clause.relation is Relation.COMPLEMENT


def _is_plain(context: EventContext, one: EventCandidate) -> bool:
    """Whether an event without a time is told in the simple past, on the main line or behind it."""
    group, clause = context.groups.get(one.verb), context.syntax.clauses.get(one.verb)
    if group is None or clause is None or clause.relation in NOUN_CLAUSES or is_of_an_age(context, one.verb):
        return False
    if group.form is Form.PRESENT_PARTICIPLE and clause.relation is Relation.CONJUNCT and one.trigger == one.verb:
        return one.time is None and not group.conditional and is_told(context, one)
    return is_plain_past(context, one, (Aspect.NONE,)) and is_told(context, one)


def _is_past(context: EventContext, one: EventCandidate) -> bool:
    """Whether an event has a time of its own that it is told to have happened at."""
    inside = any(start <= one.trigger < end for start, end in context.sayings.phrase_cues)
    judged = judgement(context, one.verb)
    if judged is not None and judged.holds is Holds.NO:
        return False
    return not inside and has_past_time(context, one, (Tie.OWN,))  # not *according to a report released on Friday*
