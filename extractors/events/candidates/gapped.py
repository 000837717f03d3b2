"""Clauses whose verb is left out, since it is told just before: *Bright was fined in March and Cole in June*.

Where no more than a noun stands between the time of a verb and one more time, that time is told of the noun, with the
same verb. Where an object of its kind stands right before the first time it is another object (*won gold in 2004 and
silver in 2008*); where nothing stands there, another subject. Anything else is left alone.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.context.event_context import EventContext
from extractors.syntax.phrases import Range, phrase
from timeline.meanings.placeless import Placeless, Vague
from timeline.model import Tie

_NOUN_WORDS = frozenset("DT JJ JJR NN NNS NNP NNPS PRP$ CD POS HYPH".split())
_NOUNS = frozenset("NN NNS NNP NNPS".split())
_JOINING = frozenset("and but".split())
_BEFORE_TIMES = frozenset("in on at only just".split())
_BEHIND = frozenset('. , ; ? ! ” " and'.split())
_LONGEST = 5
"""Words of the noun."""


@dataclass(frozen=True, slots=True)
class Gapped:
    """What is told of one more noun with the verb of a candidate."""

    noun: Range
    time: int
    of_subject: bool


def gaps(context: EventContext, candidate: EventCandidate, taken: Collection[int]) -> Iterator[Gapped]:
    """What is told with the verb of a candidate of other nouns, at times that nothing else has."""
    clause = context.syntax.clauses.get(candidate.trigger)
    if clause is None or candidate.time is None or candidate.tie is not Tie.OWN or candidate.trigger != candidate.verb:
        return
    start = _before(context, context.times[candidate.time].start)
    of_subject = start == candidate.verb + 1
    of_object = len(clause.objects) == 1 and phrase(context.syntax, clause.objects[0])[1] == start
    if clause.subject is None or clause.subject > clause.verb or not (of_subject or of_object):
        return
    last, number = context.sentence(candidate.trigger)[1], candidate.time
    while number + 1 in context.times and number + 1 not in taken and context.times[number + 1].end <= last:
        noun = _noun_between(context, number)
        if noun is None:
            return
        if not of_subject and not _is_alike(context, clause.objects[0], clause.subject, noun):
            return
        number += 1
        yield Gapped(noun, number, of_subject)


def _is_alike(context: EventContext, thing: int, subject: int, noun: Range) -> bool:
    """*Met Lind in May and Rask in June*; not *Lind won the seat in May and Rask in June*."""
    tags = context.tree.tags
    names = tags[thing].startswith("NNP"), tags[noun[1] - 1].startswith("NNP")
    return tags[subject] == "PRP" or (tags[noun[1] - 1] in _NOUNS and names[0] == names[1])


def titles_of(context: EventContext, candidate: EventCandidate, title: str, found: Sequence[Gapped]) -> list[str]:
    """The title of a candidate without what is told of others, and theirs; none where the words can't be told apart."""
    doc, clause = context.doc, context.syntax.clauses[candidate.trigger]
    assert candidate.time is not None
    time, end = context.times[candidate.time], found[0].noun[1]
    rests = doc[_before(context, time.start) : end].text, doc[time.end : end].text
    own = next((title.partition(rest)[0].rstrip(" ,") for rest in rests if rest in title), "")
    if not own:
        return []
    verb = doc[min([*clause.auxiliaries, clause.verb]) : clause.verb + 1].text
    titles = [own]
    for one in found:
        noun = doc[slice(*one.noun)].text
        if one.of_subject:
            titles.append(f"{noun[0].upper()}{noun[1:]} [{verb}]")
            continue
        thing = doc[slice(*phrase(context.syntax, clause.objects[0]))].text
        if not own.endswith(thing):
            return []
        titles.append(f"[{own.removesuffix(thing).rstrip()}] {noun}")
    return titles


def _before(context: EventContext, start: int) -> int:
    """Where the prepositions before a time begin."""
    while start > 0 and context.tree.lowers[start - 1] in _BEFORE_TIMES:
        start -= 1
    return start


def _noun_between(context: EventContext, number: int) -> Range | None:
    """The noun between a time and the next one, where nothing but a noun stands there and nothing follows."""
    tree, behind = context.tree, context.times[number + 1].end
    first, end = context.times[number].end, _before(context, context.times[number + 1].start)
    joined = False
    while first < end and (tree.lowers[first] == "," or tree.lowers[first] in _JOINING):
        joined, first = True, first + 1
    plain = all(tree.tags[at] in _NOUN_WORDS and at not in context.timed for at in range(first, end))
    named = any(tree.tags[at] in _NOUNS for at in range(first, end)) or tree.tags[first : first + 1] == ["DT"]
    ended = behind >= len(tree) or tree.lowers[behind] in _BEHIND
    placed = not isinstance(context.meanings[number + 1], (Placeless, Vague))
    if joined and plain and named and ended and placed and 0 < end - first <= _LONGEST:
        return first, end
    return None
