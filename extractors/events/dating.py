"""Which verb or noun each time dates, and which clauses share the time of another."""

from dataclasses import dataclass, field

from extractors.events.reading import Reading
from extractors.lexicons import nouns, verbs
from extractors.lexicons.effects import Effect
from extractors.syntax.clauses import Clause
from extractors.syntax.embedding import AHEAD
from extractors.syntax.eventive import happens
from extractors.syntax.phrases import dated, governor, head, members
from extractors.syntax.relations import NOUN_CLAUSES, SUBJECTS, Relation
from extractors.syntax.tenses import Aspect, Form
from extractors.verb_groups import VerbGroup
from timeline.meanings import Meaning
from timeline.meanings.composed import Range
from timeline.meanings.counted import Shift, Weekday
from timeline.meanings.units import Anchor
from timeline.model import Sense

_HIGHEST = 5
_TIGHT = frozenset({Relation.POSSESSOR, Relation.COMPOUND, Relation.MODIFIER, Relation.FLAT})
_SCENE = frozenset("in at on during".split())
_AMID = frozenset("amid amidst during".split())
_WHEN = frozenset("when as".split())
_FOR = frozenset(("for",))
_IF = frozenset("if unless".split())


@dataclass(frozen=True, slots=True)
class Dates:
    """Indices of time expressions by the token that they date."""

    verbs: dict[int, int] = field(default_factory=dict)
    """The time of its own that a verb has."""
    nouns: dict[int, int] = field(default_factory=dict)
    """The time of a thing that happens: *Sunday's vote*, *plan a march Saturday*."""
    media: set[int] = field(default_factory=set)
    """Participles that date what is said in something, rather than tell of an event: *in a video posted Sunday*."""


def read_dates(reading: Reading) -> Dates:
    """What the times of a doc date."""
    dates = Dates()
    rank: dict[int, tuple[int, int]] = {}
    waiting: list[tuple[int, int, int]] = []
    for number, span in reading.times.items():
        at = dated(reading.syntax, span.start, span.end)
        if number in reading.counted and at == reading.counted[number].head:
            at = governor(reading.syntax, at)  # *two days after the vote she left*: she left then
        if at is None:
            continue
        if at in reading.groups:
            _give(reading, dates.verbs, rank, at, number)
        else:
            waiting.append((number, at, head(reading.tree, span.start, span.end)))
    for number, at, top in waiting:
        _give_noun(reading, dates, rank, (number, at, top))
    _move_to_planned_nouns(reading, dates)
    _raise_from_media(reading, dates)
    _raise_from_infinitives(reading, dates)
    _share_with_background(reading, dates)
    return dates


def _give(reading: Reading, times: dict[int, int], rank: dict[int, tuple[int, int]], at: int, number: int) -> None:
    """Of several times a verb keeps the plainest: not *since Friday* beside *Monday*, not *two days later*."""
    mine = _vagueness(reading.meanings[number]), abs(reading.times[number].start - at)
    if at not in rank or mine < rank[at]:
        times[at], rank[at] = number, mine


def _vagueness(meaning: Meaning) -> int:
    match meaning:
        case Shift(anchor=Anchor.NARRATIVE) | Weekday(anchor=Anchor.NARRATIVE):
            return 2
        case Range(end=None):
            return 1
        case _:
            return 0


def _give_noun(reading: Reading, dates: Dates, rank: dict[int, tuple[int, int]], found: tuple[int, int, int]) -> None:
    """A time on a noun dates the noun where that happens and the time is its own, else the verb above."""
    number, noun, top = found
    verb = _verb_above(reading, noun)
    eventive = happens(reading.tree, noun)
    if verb is None:
        if eventive:
            dates.nouns.setdefault(noun, number)
        return
    free = verb not in dates.verbs
    tight = _is_tight(reading, number, noun, top)
    scene = reading.tree.relations[noun] in SUBJECTS or _has_case(reading, noun, _SCENE)
    if eventive and (_looks_ahead(reading, reading.groups[verb]) or not free or (tight and not scene)):
        dates.nouns.setdefault(noun, number)
    elif free and (eventive or not tight or _says(reading, verb, noun)):
        _give(reading, dates.verbs, rank, verb, number)


def _is_tight(reading: Reading, number: int, noun: int, top: int) -> bool:
    """Whether a time is part of a noun's own words: *Sunday's vote*, *the May election*, *the 2011 version*."""
    tree = reading.tree
    if tree.relations[top] in _TIGHT:
        return True
    between = range(reading.times[number].end, noun)
    return (
        top < noun
        and not any(tree.relations[child] is Relation.CASE and child < top for child in tree.children[top])
        and all(tree.relations[at] is not Relation.PUNCTUATION for at in between)
    )


def _says(reading: Reading, verb: int, noun: int) -> bool:
    """*Said in Monday's statement*: the day of the statement is that of the saying."""
    return verb in reading.cues and reading.tree.lemmas[noun] in nouns.media()


def _has_case(reading: Reading, noun: int, cases: frozenset[str]) -> bool:
    return any(reading.tree.lowers[case] in cases for case in reading.tree.children[noun])


def _verb_above(reading: Reading, at: int) -> int | None:
    found: int | None = at
    for _ in range(_HIGHEST):
        found = governor(reading.syntax, found) if found is not None else None
        if found is None or found in reading.groups:
            break
    return found if found in reading.groups else None


def _looks_ahead(reading: Reading, group: VerbGroup) -> bool:
    return group.embeds in AHEAD and group.trigger not in reading.embedded


def _move_to_planned_nouns(reading: Reading, dates: Dates) -> None:
    """*Called a strike for Friday*, *plan a march on Saturday*: the day is that of what is planned."""
    for verb, number in list(dates.verbs.items()):
        group, clause = reading.groups[verb], reading.syntax.clauses[verb]
        if clause.passive or not _looks_ahead(reading, group):
            continue
        ahead = reading.directions[number]
        objects = [at for at in _nouns_below(reading, clause) if happens(reading.tree, at)]
        if objects and Sense.FUTURE in (ahead.sense, ahead.likelier) and objects[0] not in dates.nouns:
            dates.nouns[objects[0]] = number
            del dates.verbs[verb]


def _nouns_below(reading: Reading, clause: Clause) -> list[int]:
    """The objects of a verb, and what it calls *for*."""
    tree = reading.tree
    obliques = (at for at in tree.children[clause.verb] if tree.relations[at] is Relation.OBLIQUE)
    return [*clause.objects, *(at for at in obliques if _has_case(reading, at, _FOR))]


def _raise_from_media(reading: Reading, dates: Dates) -> None:
    """*In a video posted on Sunday, she called for calm*: the day of the video is that of the call."""
    for verb in list(dates.verbs):
        clause = reading.syntax.clauses[verb]
        above = clause.parent
        if above is None or above not in reading.cues or above in dates.verbs:
            continue
        heads = (clause.attached,) if clause.relation in NOUN_CLAUSES else reading.tree.children[verb]
        carries = any(at is not None and reading.tree.lemmas[at] in nouns.media() for at in heads)
        participle = reading.groups[verb].form is Form.PAST_PARTICIPLE
        if carries and participle and reading.tree.lemma_in(verb, verbs.publishing()):
            dates.verbs[above] = dates.verbs[verb]
            dates.media.add(verb)


def _raise_from_infinitives(reading: Reading, dates: Dates) -> None:
    """*Managed to leave Friday*, *rejected calls to resign on Friday*: the day is that of the verb above."""
    for verb in list(dates.verbs):
        above = reading.syntax.clauses[verb].parent
        if above is not None and above in reading.groups and above not in dates.verbs and _depends(reading, verb):
            dates.verbs[above] = dates.verbs.pop(verb)


def _depends(reading: Reading, verb: int) -> bool:
    """Whether a verb that is not finite has its time from the one above, rather than lying ahead of it."""
    clause, group, above = reading.syntax.clauses[verb], reading.groups[verb], reading.embeddings.get(verb)
    if above is None:  # *declared herself acting president last week*
        return clause.relation is Relation.OPEN_COMPLEMENT and group.form is Form.PRESENT_PARTICIPLE
    if above.verb != clause.parent:
        return False
    on_noun = above.kind is Effect.REQUEST and above.word != above.verb
    noun_object = on_noun and above.word in reading.syntax.clauses[above.verb].objects
    return above.kind not in AHEAD | {Effect.ALLEGATION} or noun_object


def _share_with_background(reading: Reading, dates: Dates) -> None:
    """*Declared herself president last week amid protests*: what it happens amid has the same time."""
    tree = reading.tree
    for verb, number in dates.verbs.items():
        below = members(reading.syntax, reading.syntax.clauses[verb])
        for noun in (child for at in below for child in tree.children[at]):
            if _has_case(reading, noun, _AMID) and tree.relations[noun] is Relation.OBLIQUE and happens(tree, noun):
                dates.nouns.setdefault(noun, number)


def shared_time(reading: Reading, dates: Dates, verb: int) -> int | None:
    """The time that a verb has, its own or that of a clause it goes with."""
    if verb in dates.verbs:
        return dates.verbs[verb]
    clause, group = reading.syntax.clauses[verb], reading.groups[verb]
    above = host(reading, clause)
    if (
        above is not None
        and above in dates.verbs
        and _goes_along(reading, clause, reading.groups[above], dates.verbs[above])
    ):
        return dates.verbs[above]
    for below in reading.syntax.below.get(verb, ()):
        other = reading.syntax.clauses[below]
        markers = reading.markers(other)
        meets = markers & _WHEN and below in reading.groups and reading.groups[below].order is group.order
        depends = markers & _IF and group.conditional
        if other.relation is Relation.ADVERBIAL and below in dates.verbs and (meets or depends):
            return dates.verbs[below]
    return None


def host(reading: Reading, clause: Clause) -> int | None:
    """The verb that a clause may go along with: the one above, or for a participle the finite one before it.

    Of *it sank, killing 14, officials said* parsers often hang *killing* on *said*.
    """
    above = clause.parent if clause.parent in reading.groups else None
    group = reading.groups[clause.verb]
    participle = clause.relation is Relation.ADVERBIAL and group.form is Form.PRESENT_PARTICIPLE and not clause.markers
    if above is None or not participle or above < clause.verb:
        return above
    start, _ = reading.sentence(clause.verb)
    return next((at for at in range(clause.verb - 1, start - 1, -1) if _is_finite(reading, at)), None)


def _is_finite(reading: Reading, at: int) -> bool:
    return at in reading.groups and reading.groups[at].form is Form.FINITE


def _goes_along(reading: Reading, clause: Clause, above: VerbGroup, number: int) -> bool:
    """Whether a clause happens when the one above it does: *came Saturday and stayed*, *sank Saturday, killing 14*."""
    group = reading.groups[clause.verb]
    if clause.relation is Relation.CONJUNCT:
        joined = group.aspect is above.aspect is Aspect.NONE and _follows_and(reading, clause)
        shared = clause.subject is None or joined or reading.times[number].start < above.trigger
        return shared and reading.times[number].start < clause.verb and _alike(group, above)
    if clause.relation is not Relation.ADVERBIAL:
        return False
    if group.form is Form.PRESENT_PARTICIPLE:
        return not clause.markers
    return bool(reading.markers(clause) & _WHEN) and _alike(group, above)


def _follows_and(reading: Reading, clause: Clause) -> bool:
    """*It sank Saturday and nine were killed*: plain *and* goes on with the story, *but* may not."""
    below = reading.tree.children[clause.verb]
    return any(reading.tree.lowers[at] == "and" for at in below)


def _alike(group: VerbGroup, other: VerbGroup) -> bool:
    return (group.order, group.anchor) == (other.order, other.anchor) and group.conditional == other.conditional
