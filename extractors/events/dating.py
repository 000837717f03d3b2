"""Which verb or noun each time dates."""

from dataclasses import dataclass, field

from extractors.events.causes import noun_of_a_cause
from extractors.events.counting_back import count_back, dated_by_count
from extractors.events.deictic import is_behind
from extractors.events.event_context import EventContext
from extractors.events.fineness import fineness
from extractors.events.fronted_times import opened
from extractors.events.taking_up import taken_up
from extractors.events.terms import is_of_what_comes
from extractors.lexicons import modifiers, nouns, verbs
from extractors.lexicons.effects import Effect
from extractors.syntax.clauses import Clause
from extractors.syntax.embedding import AHEAD
from extractors.syntax.eventive import happens
from extractors.syntax.phrases import dated, governor, head, members
from extractors.syntax.relations import NOUN_CLAUSES, SUBJECTS, Relation
from extractors.syntax.tenses import Aspect, Form, Modality, Tense
from extractors.syntax.unplanning import planned, sets_new_day, unplans
from extractors.verb_groups import VerbGroup
from timeline.meanings import Meaning
from timeline.meanings.composed import Bounded, Clock, Range
from timeline.meanings.counted import Shift, Weekday
from timeline.meanings.named import CalendarDate
from timeline.meanings.units import Anchor, Unit
from timeline.model import Polarity, Sense

_NEAR_A_VERB = 8
"""Tokens behind a verb in which the day stands that something is put off to."""
_HIGHEST = 5
"""Nouns climbed through on the way to the verb, as for the direction of a time."""
_TIGHT = frozenset({Relation.POSSESSOR, Relation.COMPOUND, Relation.MODIFIER, Relation.FLAT})
_SCENE = frozenset("in at on during".split())
_FINEST = (Unit.DAY, Unit.WEEKEND, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR)
_COMPARED = frozenset("from than versus".split())
_FIGURES = frozenset(("CD", "$"))
_RELATIVES = frozenset("which who that".split())
_NAMES = frozenset("NNP NNPS".split())
_UNTIL = frozenset("until till pending".split())
_BY = frozenset("by per".split())
_AMID = frozenset("amid amidst during".split())
_FOR = frozenset(("for",))
_BOUNDING = frozenset("before until till".split())
_AFTER = frozenset("after following".split())
_DAYS = frozenset({Unit.DAY, Unit.WEEKEND, Unit.WEEK})


_Rank = tuple[bool, int, bool, int, int]
"""Whether a time lies after what its verb tells, how vague it is, whether a comma parts it from the verb before it, how
coarse it is, and how far away."""


@dataclass(frozen=True, slots=True)
class Dates:
    """Indices of time expressions by the token that they date."""

    verbs: dict[int, int] = field(default_factory=dict)
    """The time of its own that a verb has."""
    nouns: dict[int, int] = field(default_factory=dict)
    """The time of a thing that happens: *Sunday's vote*, *plan a march Saturday*."""
    apart: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Events by which it is told when a dated one was: the time of that, and how far it lies from them."""
    taken_up: dict[int, int] = field(default_factory=dict)
    """By verb without a time of its own, that of the happening it is within: *during the summit she said …*."""
    media: set[int] = field(default_factory=set)
    """Participles that date what is said in something, rather than tell of an event: *in a video posted Sunday*."""


def read_dates(context: EventContext) -> Dates:
    """What the times of a doc date."""
    dates = Dates()
    rank: dict[int, _Rank] = {}
    waiting: list[tuple[int, int, int]] = []
    for number, span in context.times.items():
        at = dated(context.syntax, span.start, span.end)
        if number in context.counted and at == context.counted[number].head:
            at = dated_by_count(context, number, at)
        if at is None or _is_of_a_name(context, number):
            continue
        if _is_of_the_telling(context, span.start, at):
            continue
        noun = _put_off_to(context, span.start)
        noun = _given_up(context, span.start, span.end) if noun is None else noun
        cause = noun_of_a_cause(context, number) if noun is None else noun
        if cause is not None:
            if noun is not None or happens(context.tree, cause):
                dates.nouns.setdefault(cause, number)
            continue
        at = opened(context, span.start, span.end) or at
        if at in context.groups:
            if not _is_of_a_comparison(context, at, span.start):
                _give(context, dates.verbs, rank, at, number)
        else:
            waiting.append((number, at, head(context.tree, span.start, span.end)))
    for number, at, top in waiting:
        verb = _verb_above(context, at) if at in context.timed else None
        if verb is not None:  # *at 2:49 local time on Saturday*
            _give(context, dates.verbs, rank, verb, number)
        else:
            _give_noun(context, dates, rank, (number, at, top))
    _leave_out_what_comes(context, dates)
    _set_new_days(context, dates)
    _date_what_is_said_of_days(context, dates)
    count_back(context, dates.verbs, dates.apart, dates.taken_up)
    _move_to_planned_nouns(context, dates)
    _move_to_what_carries(context, dates)
    _raise_from_media(context, dates)
    _raise_from_infinitives(context, dates)
    _share_with_background(context, dates)
    dates.taken_up.update(taken_up(context, dates.verbs, dates.nouns) | dates.taken_up)
    return dates


def _leave_out_what_comes(context: EventContext, dates: Dates) -> None:
    """*Postponed the trial to 3 October*: that is no day of the postponing."""
    for verb, number in list(dates.verbs.items()):
        if is_of_what_comes(context, verb, number):
            del dates.verbs[verb]


def _is_of_a_name(context: EventContext, number: int) -> bool:
    """*The Harbour Fair 2019 drew crowds*: a year right behind a name is part of it."""
    meaning, start = context.meanings[number], context.times[number].start
    year = isinstance(meaning, CalendarDate) and meaning.month is None
    return year and start > 0 and start - 1 not in context.timed and context.tree.tags[start - 1] in _NAMES


def _put_off_to(context: EventContext, start: int) -> int | None:
    """*Must stay in jail until his hearing on 5 April*: the day is that of the hearing, wherever a parser hangs it."""
    noun = start - 2 if start > 1 and context.tree.lowers[start - 1] == "on" else start - 1
    is_put_off = noun >= 0 and happens(context.tree, noun) and _has_case(context, noun, _UNTIL)
    return noun if is_put_off else None


def _date_what_is_said_of_days(context: EventContext, dates: Dates) -> None:
    """*Left on Monday, the same day that the vote was held*, *on Monday, when it opened*: that was on Monday."""
    days = {at: number for number, span in context.times.items() for at in range(span.start, span.end)}
    for verb, clause in context.syntax.clauses.items():
        number = days.get(-1 if clause.attached is None else clause.attached)
        if number is None or number in context.counted or verb in dates.verbs or verb not in context.groups:
            continue
        subject = clause.subject if clause.relation in NOUN_CLAUSES else None
        if subject is not None and context.tree.lowers[subject] not in _RELATIVES:
            dates.verbs[verb] = number


def _is_of_the_telling(context: EventContext, start: int, at: int) -> bool:
    """*According to a letter on Monday*, *according to police on Friday*: the day is that of the words alone."""
    return any(
        first <= start <= end and not (at in context.groups and first <= at <= end)
        for first, end in context.sayings.phrase_cues
    )


def _is_of_a_comparison(context: EventContext, verb: int, start: int) -> bool:
    """*Fell to 41 million, from 96 million a year earlier*: the time is that of the figure before it."""
    tree = context.tree
    figure = start - 1
    while figure > verb and tree.relations[figure] is Relation.PUNCTUATION:
        figure -= 1
    return figure > verb and _is_figure_compared(context, figure)


def _is_figure_compared(context: EventContext, at: int) -> bool:
    """*From 96 million*; not *from prison*."""
    tree = context.tree
    counts = any(tree.tags[one] in _FIGURES for one in (at, *tree.children[at]))
    return counts and _has_case(context, at, _COMPARED)


def _give(context: EventContext, times: dict[int, int], rank: dict[int, _Rank], at: int, number: int) -> None:
    """Of several times a verb keeps the plainest: not *since Friday* beside *Monday*, not *two days later*.

    Of two as plain the finer, in *leaves next month on 2 August* the day; but not one behind a comma, as in *last week
    one state closed its schools, with another following yesterday*.
    """
    meaning, start = context.meanings[number], context.times[number].start
    parted = any(context.tree.lowers[word] == "," for word in range(at + 1, start))
    after = is_of_what_comes(context, at, number)
    mine = after, _vagueness(meaning), parted, _coarseness(meaning), abs(start - at)
    if at not in rank or mine < rank[at]:
        times[at], rank[at] = number, mine


def _coarseness(meaning: Meaning) -> int:
    unit = fineness(meaning)
    return _FINEST.index(unit) if unit in _FINEST else len(_FINEST)


def _vagueness(meaning: Meaning) -> int:
    match meaning:
        case Shift(anchor=Anchor.NARRATIVE) | Weekday(anchor=Anchor.NARRATIVE) | Clock(base=Shift()):
            return 2
        case Range(end=None) | Bounded():
            return 1
        case _:
            return 0


def _give_noun(context: EventContext, dates: Dates, rank: dict[int, _Rank], attached: tuple[int, int, int]) -> None:
    """A time on a noun dates the noun where that happens and the time is its own, else the verb above."""
    number, noun, top = attached
    if not _is_tight(context, number, noun, top):
        noun = _happening_above(context, noun)
    if _has_case(context, noun, _BY) and context.tree.lemmas[noun] in nouns.media() | nouns.hearsay():
        return  # *by reports on Saturday two had died*: it is then that it was told
    verb = _verb_above(context, noun)
    eventive = happens(context.tree, noun)
    if not eventive and _is_figure_compared(context, noun):
        return  # *fell to 41 million, from 96 million a year earlier*
    if verb is None:
        if eventive:
            dates.nouns.setdefault(noun, number)
        return
    free = verb not in dates.verbs
    tight = _is_tight(context, number, noun, top)
    scene = context.tree.relations[noun] in SUBJECTS or _has_case(context, noun, _SCENE)
    if eventive and context.groups[verb].tense is Tense.PAST and _is_to_come(context, noun):
        return
    own = (
        _looks_ahead(context, context.groups[verb])
        or not free
        or (tight and not scene)
        or _is_apart(context, noun, number)
    )
    if eventive and own:
        dates.nouns.setdefault(noun, number)
        if free and _has_case(context, noun, _AFTER):
            dates.taken_up.setdefault(verb, number)
    elif free and (eventive or not tight or _says(context, verb, noun)):
        _give(context, dates.verbs, rank, verb, number)


def _happening_above(context: EventContext, noun: int) -> int:
    """*Discharge* of *her discharge from the fleet in 2006*, where a parse hangs the time on the nearest noun."""
    tree, at = context.tree, noun
    for _ in range(_HIGHEST):
        if happens(tree, at):
            return at
        if tree.relations[at] is not Relation.NOUN_MODIFIER or not tree.is_nominal(tree.heads[at]):
            break
        at = tree.heads[at]
    return noun


def _is_apart(context: EventContext, noun: int, number: int) -> bool:
    """*Until her retirement in 2018*, *after the merger in May*: what something was before, or long after."""
    long = fineness(context.meanings[number]) not in _DAYS
    tree = context.tree
    cases = {tree.lowers[at] for at in tree.children[noun] if tree.relations[at] is Relation.CASE}
    return not cases.isdisjoint(_BOUNDING) or (long and not cases.isdisjoint(_AFTER))


def _given_up(context: EventContext, start: int, end: int) -> int | None:
    """*Saturday's regatta was called off*: the day is that of what was planned, and not of its giving up."""
    top = head(context.tree, start, end)
    noun = context.tree.heads[top]
    beside = end <= noun or start == noun + 1
    tight = context.tree.relations[top] in _TIGHT and beside and noun not in context.timed
    return noun if tight and _is_given_up(context, context.syntax.owners[noun], noun) else None


def _is_given_up(context: EventContext, verb: int, noun: int) -> bool:
    if verb not in context.groups:
        return False
    clause = context.syntax.clauses[verb]
    if noun not in planned(clause) or unplans(context.tree, verb) is None:
        return False
    return happens(context.tree, noun) or context.tree.lemma_in(verb, verbs.of_plans()) is not None


def _set_new_days(context: EventContext, dates: Dates) -> None:
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


def _is_to_come(context: EventContext, noun: int) -> bool:
    """*The planned launch on Wednesday was scrubbed*: that is when it was planned for, and not when it was scrubbed."""
    return any(context.tree.lowers[at] in modifiers.lying("ahead") for at in context.tree.children[noun])


def _is_tight(context: EventContext, number: int, noun: int, top: int) -> bool:
    """Whether a time is part of a noun's own words: *Sunday's vote*, *the May election*, *the 2011 version*."""
    tree = context.tree
    if tree.relations[top] in _TIGHT:
        return True
    between = range(context.times[number].end, noun)
    return (
        top < noun
        and not any(tree.relations[child] is Relation.CASE and child < top for child in tree.children[top])
        and all(tree.relations[at] is not Relation.PUNCTUATION for at in between)
    )


def _says(context: EventContext, verb: int, noun: int) -> bool:
    """*Said in Monday's statement*: the day of the statement is that of the saying."""
    return verb in context.sayings.cues and context.tree.lemmas[noun] in nouns.media()


def _has_case(context: EventContext, noun: int, cases: frozenset[str]) -> bool:
    return any(context.tree.lowers[case] in cases for case in context.tree.children[noun])


def _verb_above(context: EventContext, at: int) -> int | None:
    verb: int | None = at
    for _ in range(_HIGHEST):
        verb = governor(context.syntax, verb) if verb is not None else None
        if verb is None or verb in context.groups:
            break
    return verb if verb in context.groups else None


def _looks_ahead(context: EventContext, group: VerbGroup) -> bool:
    return group.embeds in AHEAD and group.trigger not in context.embedded


def _move_to_planned_nouns(context: EventContext, dates: Dates) -> None:
    """*Called a strike for Friday*, *plan a march on Saturday*: the day is that of what is planned."""
    for verb, number in list(dates.verbs.items()):
        group, clause = context.groups[verb], context.syntax.clauses[verb]
        if clause.passive or group.aspect is Aspect.PERFECT or not _looks_ahead(context, group):
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
    return [*clause.objects, *(at for at in obliques if _has_case(context, at, _FOR))]


def _move_to_what_carries(context: EventContext, dates: Dates) -> None:
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


def _raise_from_media(context: EventContext, dates: Dates) -> None:
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


def _raise_from_infinitives(context: EventContext, dates: Dates) -> None:
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
    if is_behind(context.meanings[dates.verbs[verb]]):  # *offered to resign last night*
        return True
    on_noun = above.kind is Effect.REQUEST and above.word != above.verb
    noun_object = on_noun and above.word in context.syntax.clauses[above.verb].objects
    return above.kind not in AHEAD | {Effect.ALLEGATION} or noun_object


def _looks_back(context: EventContext, verb: int) -> bool:
    """Whether what is done by a gerund below a verb was done before: *denies*, *admits*, *recalls*."""
    takes = context.tree.lemma_in(verb, verbs.taking(verbs.Content.GERUND)) is not None
    return takes and context.tree.lemma_in(verb, verbs.reporting()) is not None


def _share_with_background(context: EventContext, dates: Dates) -> None:
    """*Declared herself president last week amid protests*: what it happens amid has the same time."""
    tree = context.tree
    for verb, number in dates.verbs.items():
        below = members(context.syntax, context.syntax.clauses[verb])
        for noun in (child for at in below for child in tree.children[at]):
            if _has_case(context, noun, _AMID) and tree.relations[noun] is Relation.OBLIQUE and happens(tree, noun):
                dates.nouns.setdefault(noun, number)
