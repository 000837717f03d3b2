"""Where the time of a verb goes on to, once each verb has its own: to what is planned, carried out or said.

*Called a strike for Friday*: it is the strike that is on Friday. *In a video posted on Sunday, she called for calm*:
she called for it on Sunday. `dating.py` gives each verb the time that stands with it.
"""

from extractors.events.context.event_context import EventContext
from extractors.events.dating.dates import Dates
from extractors.events.dating.deictic import is_behind
from extractors.events.dating.terms import is_of_what_comes
from extractors.lexicons import nouns, verbs
from extractors.lexicons.effects import Effect
from extractors.lexicons.verb_rows import Content
from extractors.syntax.clauses import Clause
from extractors.syntax.embedding import AHEAD
from extractors.syntax.eventive import happens, noun_in
from extractors.syntax.phrases import members
from extractors.syntax.relations import NOUN_CLAUSES, Relation
from extractors.syntax.tenses import Aspect, Form, Modality, Tense
from extractors.syntax.unplanning import planned, sets_new_day
from extractors.verb_groups import VerbGroup
from timeline.model import Polarity, Sense

_NEAR_A_VERB = 8
"""Tokens behind a verb in which the day stands that something is put off to."""
_AMID = frozenset("amid amidst during".split())
_FOR = frozenset(("for",))
_ON = frozenset("on in from at with".split())
_FROM = frozenset("starting beginning commencing".split())
_UP_TO = frozenset("ended ending".split())
_PERIODS = frozenset("year quarter half month week day".split())


def leave_out_what_comes(context: EventContext, dates: Dates) -> None:
    """*Postponed the trial to 3 October*: that is no day of the postponing."""
    for verb, number in list(dates.verbs.items()):
        if is_of_what_comes(context, verb, number):
            del dates.verbs[verb]


def set_new_days(context: EventContext, dates: Dates) -> None:
    """*The hearing was put off until 29 March*: it is to be then; its verb has the new day where it has the old."""
    tree = context.tree
    for number, span in context.times.items():
        before = range(span.start - 1, max(context.sentence(span.start)[0], span.start - _NEAR_A_VERB) - 1, -1)
        verb = next((at for at in before if at in context.groups), None)
        if verb is None or not sets_new_day(tree, verb, span.start) or not _is_settled(context.groups[verb]):
            continue
        noun = next((at for at in planned(context.syntax.clauses[verb]) if _is_plan(context, verb, at)), None)
        if noun is None:
            continue
        if dates.verbs.get(verb) == number:
            del dates.verbs[verb]
        if noun not in dates.nouns:
            dates.nouns[noun] = number
        elif verb not in dates.verbs and dates.nouns[noun] != number:
            dates.verbs[verb] = number


def _is_settled(group: VerbGroup) -> bool:
    """*Has been postponed until May*, *will be*; not *may be*, nor *would be if it rained*."""
    positive = group.polarity is Polarity.POSITIVE
    return positive and group.modality is Modality.INDICATIVE and not group.conditional


def _is_plan(context: EventContext, verb: int, noun: int) -> bool:
    """Whether what is put off or moved is something that was to happen; not *moved the army to the coast*."""
    tree = context.tree
    below = (context.groups.get(at) for at in tree.children[noun])
    told = any(group is not None and group.embeds in AHEAD for group in below)
    return told or happens(tree, noun) or tree.lemma_in(verb, verbs.of_plans()) is not None


def move_to_planned_nouns(context: EventContext, dates: Dates) -> None:
    """*Called a strike for Friday*, *plan a march on Saturday*: the day is that of what is planned."""
    for verb, number in list(dates.verbs.items()):
        group, clause = context.groups[verb], context.syntax.clauses[verb]
        if clause.passive or group.aspect is Aspect.PERFECT or not looks_ahead(context, group):
            continue
        ahead = context.directions[number]
        objects = [at for at in _nouns_below(context, clause) if happens(context.tree, at)]
        if objects and Sense.FUTURE in (ahead.sense, ahead.likelier) and objects[0] not in dates.nouns:
            dates.nouns[objects[0]] = number
            del dates.verbs[verb]


def _nouns_below(context: EventContext, clause: Clause) -> list[int]:
    """The objects of a verb, and what it calls *for*."""
    tree = context.tree
    obliques = (at for at in tree.children[clause.verb] if tree.relations[at] is Relation.OBLIQUE)
    return [*clause.objects, *(at for at in obliques if context.has_case(at, _FOR))]


def move_to_what_carries(context: EventContext, dates: Dates) -> None:
    """*Next year's race takes place in Oslund*: the day of the noun is the verb's.

    So it is too for what the verb above says of it: *is scheduled to take place*.
    """
    tree = context.tree
    for noun, number in list(dates.nouns.items()):
        clause = context.syntax.clauses.get(context.syntax.owners[noun])
        if clause is None or noun != clause.subject or clause.verb in dates.verbs:
            continue
        carrying = [verb for verb in members(context.syntax, clause) if tree.lemma_in(verb, verbs.carrying("subject"))]
        verb = next((verb for verb in carrying if verb in context.groups), None)
        if verb is not None and verb not in dates.verbs:
            dates.verbs[verb] = number
            del dates.nouns[noun]


def raise_from_media(context: EventContext, dates: Dates) -> None:
    """*In a video posted on Sunday, she called for calm*: the day of the video is that of the call."""
    for verb in list(dates.verbs):
        clause = context.syntax.clauses[verb]
        above = clause.parent
        if above is None or above not in context.sayings.cues or above in dates.verbs:
            continue
        heads = (clause.attached,) if clause.relation in NOUN_CLAUSES else context.tree.children[verb]
        carries = any(at is not None and context.tree.lemmas[at] in nouns.media() for at in heads)
        participle = context.groups[verb].form is Form.PAST_PARTICIPLE
        if carries and participle and context.tree.lemma_in(verb, verbs.publishing()):
            dates.verbs[above] = dates.verbs[verb]
            dates.media.add(verb)


def raise_from_terms(context: EventContext, dates: Dates) -> None:
    """*Starting Monday, buses will run hourly*: as good as *from Monday*; *the quarter ended Sept. 30* is a period."""
    tree = context.tree
    for verb in [one for one in context.groups if one in context.timed and tree.lowers[one] in _UP_TO]:
        beside = (context.syntax.clauses[verb].parent, *context.syntax.below.get(verb, ()))
        heir = next((at for at in beside if at is not None and at in context.groups), None)
        if heir is None:
            continue
        dates.media.add(verb)
        if verb in dates.verbs:  # *revenue for the quarter ended Dec. 28 was $90 million*
            dates.verbs.setdefault(heir, dates.verbs.pop(verb))
    for verb, number in list(dates.verbs.items()):
        clause, start = context.syntax.clauses[verb], context.times[number].start
        right_behind = start == verb + 1 or (start == verb + 2 and tree.lowers[verb + 1] in _ON)
        if not right_behind or clause.subject is not None or clause.relation is Relation.ROOT:
            continue
        over = context.groups.get(-1 if clause.parent is None else clause.parent)
        told = over is not None and (over.tense is Tense.PAST or over.aspect is Aspect.PERFECT)
        if over is not None and not told and tree.lowers[verb] in _FROM:
            dates.verbs.setdefault(over.trigger, number)  # not *declared three days of mourning, starting on Tuesday*
        elif not (tree.lowers[verb] in _UP_TO and noun_in(tree, verb - 1, _PERIODS)):
            continue
        del dates.verbs[verb]
        dates.media.add(verb)


def raise_from_infinitives(context: EventContext, dates: Dates) -> None:
    """*Managed to leave Friday*, *rejected calls to resign on Friday*: the day is that of the verb above."""
    for verb in list(dates.verbs):
        above = context.syntax.clauses[verb].parent
        free = above is not None and above in context.groups and above not in dates.verbs
        if above is not None and free and _depends(context, dates, verb):
            dates.verbs[above] = dates.verbs.pop(verb)


def _depends(context: EventContext, dates: Dates, verb: int) -> bool:
    """Whether a verb that is not finite has its time from the one above, rather than lying ahead of it."""
    clause, group, above = context.syntax.clauses[verb], context.groups[verb], context.embeddings.get(verb)
    if above is None:  # *declared herself acting president last week*, *worked to mend it in the 1990s*
        going_on = clause.relation is Relation.OPEN_COMPLEMENT and group.form is Form.PRESENT_PARTICIPLE
        purpose = clause.relation is Relation.ADVERBIAL and group.form is Form.INFINITIVE
        over = context.groups.get(-1 if clause.parent is None else clause.parent)
        past = context.directions[dates.verbs[verb]].sense is not Sense.FUTURE
        if going_on and over is not None and over.tense is Tense.PRESENT and _looks_back(context, over.trigger):
            return False  # *denies stealing it in March*
        return going_on or (purpose and past and over is not None and over.tense is Tense.PAST)
    if above.verb != clause.parent:
        return False
    before = group.aspect is Aspect.PERFECT  # *is thought to have left last night*
    if not before and is_behind(context.meanings[dates.verbs[verb]]):  # *offered to resign last night*
        return True
    on_noun = above.kind is Effect.REQUEST and above.word != above.verb
    noun_object = on_noun and above.word in context.syntax.clauses[above.verb].objects
    return above.kind not in AHEAD | {Effect.ALLEGATION} or noun_object


def _looks_back(context: EventContext, verb: int) -> bool:
    """Whether what is done by a gerund below a verb was done before: *denies*, *admits*, *recalls*."""
    takes = context.tree.lemma_in(verb, verbs.taking(Content.GERUND)) is not None
    return takes and context.tree.lemma_in(verb, verbs.reporting()) is not None


def share_with_background(context: EventContext, dates: Dates) -> None:
    """*Declared herself president last week amid protests*: what it happens amid has the same time."""
    tree = context.tree
    for verb, number in dates.verbs.items():
        below = members(context.syntax, context.syntax.clauses[verb])
        for noun in (child for at in below for child in tree.children[at]):
            if context.has_case(noun, _AMID) and tree.relations[noun] is Relation.OBLIQUE and happens(tree, noun):
                dates.nouns.setdefault(noun, number)


def looks_ahead(context: EventContext, group: VerbGroup) -> bool:
    """Whether what hangs on a verb lies after it, and is no event of its own: *called for*, *plans to*."""
    return group.embeds in AHEAD and group.trigger not in context.embedded
