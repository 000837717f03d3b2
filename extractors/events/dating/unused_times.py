"""Why a time expression dates no line: for each that does not, what it hangs on instead."""

from collections.abc import Mapping

from spacy.tokens import Doc

from extractors.events.context.event_context import EventContext, read_event_context
from extractors.events.dating.comparisons import is_compared, is_likened
from extractors.events.dating.ranked_since import is_ranked_since, is_ranked_within
from extractors.events.records import DocEvent, events
from extractors.syntax.phrases import dated
from extractors.time_expressions.records import KEY, meaning_of
from timeline.meanings.composed import unhedged
from timeline.meanings.placeless import Placeless, Vague
from timeline.when import Step


def unused_times(doc: Doc) -> dict[int, Step]:
    """By the index of each time expression that no event has for its time, why not; nothing where there is no parse."""
    if not doc.has_annotation("DEP"):
        return {}
    found = events(doc)
    used = {event.time for event in found}
    by_trigger = {event.trigger[0]: event for event in found}
    spans = doc.spans.get(KEY, ())
    context = read_event_context(doc)
    reasons = {}
    for number, span in enumerate(spans):
        if number not in used:
            meaning = unhedged(meaning_of(span))
            if isinstance(meaning, Vague):
                reasons[number] = Step("unused.vague", "dates no line: it names no time of the calendar")
            elif isinstance(meaning, Placeless):
                reasons[number] = Step("unused.length", "dates no line: it tells how long or how often, and not when")
            else:
                reasons[number] = _reason(context, by_trigger, number)
    return reasons


def _reason(context: EventContext, by_trigger: Mapping[int, DocEvent], number: int) -> Step:
    doc, groups, span = context.doc, context.groups, context.times[number]
    at = dated(context.syntax, span.start, span.end)
    if at is None:
        return Step("unused.alone", "dates no line: it stands in no sentence that tells of something")
    if is_ranked_since(context.tree, groups, span.start):
        return Step("unused.ranked", "dates no line: it tells since when something is the first of its kind")
    if is_ranked_within(context.tree, context.meanings[number], span.start):
        return Step("unused.ranked", "dates no line: it tells in which time something is the most of its kind")
    if is_likened(context, number) or is_compared(context, context.syntax.owners[at], number):
        return Step("unused.compared", "dates no line: it tells of when what is told is compared with")
    word = f"“{doc[at].text}”"
    event = by_trigger.get(at)
    if event is not None and event.time is not None:
        other = doc.spans[KEY][event.time].text
        return Step("unused.other", f"dates no line: {word} has its time from “{other}”")
    if at not in groups:
        return Step("unused.noun", f"dates no line: it belongs to {word}, of which no line tells")
    if groups[at].conditional:
        return Step("unused.condition", f"dates no line: {word} only sets a condition")
    return Step("unused.untold", f"dates no line: {word} tells of no event, but reports, asks or says how something is")
