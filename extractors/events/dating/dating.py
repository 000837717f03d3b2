"""Which verb or noun each time dates, by where it stands; `moving_dates.py` has what comes of that."""

from extractors.events.context.event_context import EventContext
from extractors.events.context.fineness import fineness
from extractors.events.dating.causes import noun_of_a_cause
from extractors.events.dating.comparisons import is_compared, is_figure_compared, is_likened, is_of_a_result
from extractors.events.dating.counting_back import DASHES, count_back, dated_by_count, stands_beside
from extractors.events.dating.counts_since import is_of_a_count
from extractors.events.dating.dates import Dates
from extractors.events.dating.edges import date_at_edges
from extractors.events.dating.fronted_times import opened
from extractors.events.dating.moving_dates import (
    leave_out_what_comes,
    looks_ahead,
    move_to_planned_nouns,
    move_to_what_carries,
    raise_from_infinitives,
    raise_from_media,
    raise_from_terms,
    set_new_days,
    share_with_background,
)
from extractors.events.dating.ranked_since import is_ranked_since, is_ranked_within
from extractors.events.dating.taking_up import taken_up
from extractors.events.dating.terms import is_of_what_comes
from extractors.lexicons import modifiers, nouns, verbs
from extractors.syntax.eventive import happens
from extractors.syntax.phrases import dated, governor, head
from extractors.syntax.relations import NOUN_CLAUSES, SUBJECTS, Relation
from extractors.syntax.tenses import Tense
from extractors.syntax.unplanning import planned, unplans
from timeline.meanings import Meaning
from timeline.meanings.composed import Bounded, Clock, Range
from timeline.meanings.counted import Shift, Weekday
from timeline.meanings.named import CalendarDate
from timeline.meanings.units import Anchor, Unit

_HIGHEST = 5
"""Nouns climbed through on the way to the verb, as for the direction of a time."""
_TIGHT = frozenset({Relation.POSSESSOR, Relation.COMPOUND, Relation.MODIFIER, Relation.FLAT})
_SCENE = frozenset("in at on during".split())
_FINEST = (Unit.DAY, Unit.WEEKEND, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR)
_RELATIVES = frozenset("which who that".split())
_NAMES = frozenset("NNP NNPS".split())
_UNTIL = frozenset("until till pending".split())
_BY = frozenset("by per".split())
_ON = frozenset("of on".split())
_BOUNDING = frozenset("before until till".split())
_AFTER = frozenset("after following".split())
_DAYS = frozenset({Unit.DAY, Unit.WEEKEND, Unit.WEEK})


_Rank = tuple[bool, int, bool, int, int]
"""Whether a time lies after what its verb tells, how vague it is, whether a comma parts it from the verb before it, how
coarse it is, and how far away."""


def read_dates(context: EventContext) -> Dates:
    """What the times of a doc date."""
    dates = Dates()
    rank: dict[int, _Rank] = {}
    waiting: list[tuple[int, int, int]] = []
    for number, span in context.times.items():
        at = dated(context.syntax, span.start, span.end)
        if number in context.counted and at == context.counted[number].head:
            at = dated_by_count(context, number, at)
        at = _verb_of_rank(context, number, at)
        if at is None or _is_of_a_name(context, number) or _ranks(context, number, at) or is_likened(context, number):
            continue
        if _is_of_the_telling(context, span.start, at) or _is_told_again(context, number):
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
            if not is_compared(context, at, number):
                _give(context, dates.verbs, rank, at, number)
        else:
            waiting.append((number, at, head(context.tree, span.start, span.end)))
    for number, at, top in waiting:
        verb = _verb_above(context, at) if at in context.timed else None
        if verb is not None:  # *at 2:49 local time on Saturday*
            _give(context, dates.verbs, rank, verb, number)
        else:
            _give_noun(context, dates, rank, (number, at, top))
    leave_out_what_comes(context, dates)
    set_new_days(context, dates)
    _date_what_is_said_of_days(context, dates)
    count_back(context, dates.verbs, dates.apart, dates.taken_up)
    move_to_planned_nouns(context, dates)
    move_to_what_carries(context, dates)
    raise_from_media(context, dates)
    raise_from_terms(context, dates)
    raise_from_infinitives(context, dates)
    share_with_background(context, dates)
    date_at_edges(context, dates)
    dates.taken_up.update(taken_up(context, dates.verbs, dates.nouns) | dates.taken_up)
    return dates


def _is_told_again(context: EventContext, number: int) -> bool:
    """*In a letter dated 12 May — two days after the vote — she wrote*: the same day, told by what came before it."""
    parted = context.tree.lowers[context.times[number].start - 1] in DASHES
    return parted and number in context.counted and stands_beside(context, number) is not None


def _is_of_a_name(context: EventContext, number: int) -> bool:
    """*The Harbour Fair 2019 drew crowds*: a year right behind a name is part of it."""
    meaning, start = context.meanings[number], context.times[number].start
    year = isinstance(meaning, CalendarDate) and meaning.month is None
    return year and start > 0 and start - 1 not in context.timed and context.tree.tags[start - 1] in _NAMES


def _ranks(context: EventContext, number: int, at: int) -> bool:
    """*In the heaviest fighting since May*, *the highest in the past nine years*: no time of what is told."""
    start = context.times[number].start
    if at not in context.groups and is_ranked_since(context.tree, context.groups, start):
        return True
    return is_ranked_within(context.tree, context.meanings[number], start)


def _verb_of_rank(context: EventContext, number: int, at: int | None) -> int | None:
    """*Was* of *was the biggest fire since May*, where a parse hangs the time on *fire*: the rank is what is told."""
    if (
        at is None
        or at in context.groups
        or not is_ranked_since(context.tree, context.groups, context.times[number].start)
    ):
        return at
    noun = at
    for _ in range(_HIGHEST):
        if context.tree.relations[noun] is not Relation.NOUN_MODIFIER:
            break
        noun = context.tree.heads[noun]
    verb = context.tree.heads[noun]
    return verb if context.tree.relations[noun] is Relation.PREDICATE and verb in context.groups else at


def _put_off_to(context: EventContext, start: int) -> int | None:
    """*Must stay in jail until his hearing on 5 April*: the day is that of the hearing, wherever a parser hangs it."""
    noun = start - 2 if start > 1 and context.tree.lowers[start - 1] == "on" else start - 1
    is_put_off = noun >= 0 and happens(context.tree, noun) and context.has_case(noun, _UNTIL)
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
    """*According to a letter on Monday*, *by reports on Friday*: the day is that of the words alone."""
    noun = start - 2 if start > 1 and context.tree.lowers[start - 1] in _ON else start - 1
    if noun >= 0 and context.has_case(noun, _BY) and context.tree.lemmas[noun] in nouns.media() | nouns.hearsay():
        return True
    return any(
        first <= start <= end and not (at in context.groups and first <= at <= end)
        for first, end in context.sayings.phrase_cues
    )


def _give(context: EventContext, times: dict[int, int], rank: dict[int, _Rank], at: int, number: int) -> None:
    """Of several times a verb keeps the plainest: not *since Friday* beside *Monday*, not *two days later*.

    Of two as plain the finer, in *leaves next month on 2 August* the day; but not one behind a comma, as in *last week
    one state closed its schools, with another following yesterday*. In *on Friday put the count at 29 since Wednesday*
    it is the count that is told.
    """
    meaning, start = context.meanings[number], context.times[number].start
    parted = any(context.tree.lowers[word] == "," for word in range(at + 1, start))
    after = is_of_what_comes(context, at, number)
    vague = -1 if is_of_a_count(context.tree, start) else _vagueness(meaning)
    mine = after, vague, parted, _coarseness(meaning), abs(start - at)
    if at not in rank or mine < rank[at]:
        times[at], rank[at] = number, mine


def _coarseness(meaning: Meaning) -> int:
    unit = fineness(meaning)
    return _FINEST.index(unit) if unit in _FINEST else len(_FINEST)


def _vagueness(meaning: Meaning) -> int:
    match meaning:
        case Weekday(anchor=Anchor.EVENT):  # *on a Monday in May*
            return 3
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
    verb = _verb_above(context, noun)
    eventive = happens(context.tree, noun)
    if not eventive and is_figure_compared(context, noun):
        return  # *fell to 41 million, from 96 million a year earlier*
    if verb is None:
        if eventive:
            dates.nouns.setdefault(noun, number)
        return
    if is_compared(context, verb, number):
        return  # *was higher than in the dry year of 2012*
    free = verb not in dates.verbs
    tight = _is_tight(context, number, noun, top)
    scene = context.tree.relations[noun] in SUBJECTS or context.has_case(noun, _SCENE)
    if eventive and context.groups[verb].tense is Tense.PAST and _is_to_come(context, noun):
        return
    own = (
        looks_ahead(context, context.groups[verb])
        or not free
        or (tight and not scene)
        or _is_apart(context, noun, number)
    )
    if eventive and own:
        dates.nouns.setdefault(noun, number)
        if free and context.has_case(noun, _AFTER):
            dates.taken_up.setdefault(verb, number)
    elif free and (eventive or not tight or _says(context, verb, noun) or is_of_a_result(context, verb, noun, number)):
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


def _verb_above(context: EventContext, at: int) -> int | None:
    verb: int | None = at
    for _ in range(_HIGHEST):
        verb = governor(context.syntax, verb) if verb is not None else None
        if verb is None or verb in context.groups:
            break
    return verb if verb in context.groups else None
