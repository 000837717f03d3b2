"""Years that belong to what somebody is judged, thanked or mourned for, and not to the verb that tells it."""

from collections.abc import Collection

from extractors.events.context.event_context import EventContext
from extractors.events.context.fineness import fineness
from extractors.lexicons import nouns, verbs
from extractors.syntax.eventive import happens, noun_in
from extractors.syntax.relations import Relation
from extractors.syntax.tenses import Aspect, Tense
from timeline.meanings.composed import Range
from timeline.meanings.named import CalendarDate
from timeline.meanings.units import Unit

_CAUSES = frozenset(("for", "over"))
_CONNECTED = ("in", "connection", "with")
_BEFALLEN = frozenset("for over of about into from with after".split())
"""Small words before what has befallen somebody and has its own day: *an inquest into the fire on 22 November*."""
_INTO = frozenset(("into", "over"))
_NOUNS_OF_A_CAUSE = 2
_WORDS_BEFORE_OF = 3
_DAYS = (Unit.DAY, Unit.WEEKEND, Unit.WEEK)
_NOUNS = frozenset("NN NNS".split())
_NAMED = frozenset("NNP NNPS CD".split())
_OF_A_NAME = (Relation.COMPOUND, Relation.FLAT)
_SPAN_CASES = frozenset("in of between during".split())
_DAY_CASES = _SPAN_CASES | {"on", "at"}
_ANY = frozenset("a an the his her its their".split())
_WITHIN_NOUNS = frozenset("DT JJ JJS NN CD PRP$".split())


def noun_of_a_cause(context: EventContext, number: int) -> int | None:
    """*Sentenced a man for a murder in 1985*, *bought a painting from 1650*: the year is that of the noun before it.

    So it is of what somebody is judged, thanked or mourned for; a day may as well be that of the verb, unless that
    has another, tells of now or of what is to come, or the day is told with its year.
    """
    tree, span = context.tree, context.times[number]
    before, noun = span.start - 1, span.start - 2
    if noun < 0:
        return None
    if tree.lowers[before] == "from" and fineness(context.meanings[number]) not in _DAYS:
        named = isinstance(context.meanings[number], CalendarDate) and tree.lowers[noun - 1] in _ANY
        named = named and tree.tags[noun] in _NOUNS
        return noun if named and _is_by(context, span.start, verbs.reaching_back("from")) else None
    cases = _DAY_CASES if fineness(context.meanings[number]) in _DAYS else _SPAN_CASES
    own = tree.lowers[before] in cases
    noun = noun if own else before
    free = _is_free(context, number)
    if not free and fineness(context.meanings[number]) in _DAYS:
        return None
    if not own and not free and not isinstance(context.meanings[number], Range):
        return None
    for _ in range(_NOUNS_OF_A_CAUSE):
        if tree.tags[noun] not in _NOUNS | _NAMED:
            return None
        first = noun
        name = tree.tags[noun] in _NAMED
        while first > 0 and (
            tree.tags[first - 1] in (_NAMED if name else _WITHIN_NOUNS)
            or (name and tree.relations[first - 1] in _OF_A_NAME)
        ):
            first -= 1
        led = tree.lowers[first - 1] if first else ""
        if tree.tags[noun] in _NOUNS and _is_cause(context, number, (first, noun), free=free):
            return noun
        if led != "of" or first < _WORDS_BEFORE_OF or tree.tags[first - 2] not in _NOUNS:
            break
        noun = first - 2  # *for the killing of two sailors in 1999*
    return None


def _is_cause(context: EventContext, number: int, phrase: tuple[int, int], *, free: bool) -> bool:
    """Whether somebody is judged for what a noun phrase tells, or it befell somebody on another day than the verb's."""
    tree, (first, noun) = context.tree, phrase
    start, led = context.times[number].start, tree.lowers[first - 1] if first else ""
    accused = led == "of" and first > 1 and tree.lemma_in(first - 2, verbs.reaching_back("of")) is not None
    befell = noun_in(tree, noun, nouns.unplanned("always") | nouns.unplanned("mostly"))
    led_to = led in _CAUSES or (befell and led == "with")  # *charged a man with the murder of Ella Voss in 1996*
    judged = led_to and _is_by(context, start, verbs.reaching_back("for"))
    if (judged or accused) and tree.lowers[first] in _ANY:
        return True
    if tuple(tree.lowers[max(0, first - len(_CONNECTED)) : first]) == _CONNECTED:
        return True
    return free and led in _BEFALLEN and (befell or (led in _INTO and happens(tree, noun)))


def _is_free(context: EventContext, number: int) -> bool:
    """Whether a time can't well be that of the verb: the year stands with it, or the verb has another time or none."""
    meaning, start = context.meanings[number], context.times[number].start
    if isinstance(meaning, CalendarDate) and meaning.year is not None and meaning.day is not None:
        return True
    verb = context.syntax.owners[start]
    group = context.groups.get(verb)
    if group is None:
        return False
    if group.tense in (Tense.PRESENT, Tense.FUTURE) and group.aspect in (Aspect.NONE, Aspect.PROGRESSIVE):
        return True
    first, last = context.sentence(start)
    others = (span for other, span in context.times_within(first, last).items() if other != number)
    return any(_stands_with(context, verb, span.start) for span in others)


def _stands_with(context: EventContext, verb: int, start: int) -> bool:
    """*Arrested two men on Thursday*, *on Friday arrested*: a time right behind a verb and its objects, or before."""
    tree, clause = context.tree, context.syntax.clauses[verb]
    if context.syntax.owners[start] != verb:
        return False
    at = start
    while tree.heads[at] != at and tree.heads[at] != verb:
        at = tree.heads[at]
        before_verb = at == clause.subject and start < verb  # *police on Monday arrested*
        if tree.is_nominal(at) and at not in context.timed and at not in clause.objects and not before_verb:
            return False
    return tree.heads[at] == verb


def _is_by(context: EventContext, at: int, lemmas: Collection[str]) -> bool:
    """*Sentenced for*, *bought a painting from*; not *elected for a term in May*, *held the post from 2010*."""
    verb = context.syntax.owners[at]
    return verb >= 0 and context.tree.lemma_in(verb, lemmas) is not None
