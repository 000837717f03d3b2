"""From an expression to the event that it counts from, and to the expression that dates this event."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property

import msgspec
from spacy.tokens import Doc

from extractors.anchoring.event_mentions import Mentions
from extractors.events.records import events
from extractors.lexicons import verbs
from extractors.sentences import sentences
from extractors.syntax.clauses import Syntax, read_syntax
from extractors.syntax.phrases import governor
from extractors.syntax.phrases import head as top
from extractors.syntax.relations import NOUN_CLAUSES
from extractors.syntax.tenses import Modality, Tense
from extractors.time_expressions.counted_events import CountedEvent, clause_on, counted_event
from extractors.time_expressions.grammar.relative_rules import THAT_TIME
from extractors.time_expressions.records import KEY
from extractors.verb_groups import VerbGroup, verb_groups
from timeline.meanings import Meaning
from timeline.meanings.composed import PartOfDay, Range
from timeline.meanings.counted import Shift, Some, Trailing, Weekday
from timeline.meanings.placeless import Placeless
from timeline.meanings.units import Anchor
from timeline.model import EventAnchor, Polarity, Tie, TimeExpression

_MOST_MENTIONS = 30
"""Other mentions on each side that are looked at: more than any story has of one event."""
_FARTHEST = 100
"""Times before a thing among which the one is that stands on it."""
_KNOWN = frozenset("the this that".split())
_PLACELESS = Placeless | Range | Trailing | Some


def with_events(doc: Doc, expressions: Sequence[TimeExpression]) -> list[TimeExpression]:
    """Each expression that counts from an event told after it with that event; nothing more where there is no parse."""
    counting = [at for at, one in enumerate(expressions) if may_count_from_event(one)]
    linked = list(expressions)
    if not counting or not doc.has_annotation("DEP"):
        return linked
    links = _Links(doc, expressions)
    for index in counting:
        counted = links.counted(index)
        if counted is not None:
            event = links.event(index, counted)
            linked[index] = msgspec.structs.replace(linked[index], event=event)
            if event.expression is not None:
                links.placed.add(index)
    return linked


def may_count_from_event(expression: TimeExpression) -> bool:
    """Whether the words allow that it counts from an event; whether one follows is for the grammar of the sentence."""
    meaning = expression.meaning.base if isinstance(expression.meaning, PartOfDay) else expression.meaning
    if not isinstance(meaning, Shift | Some):
        return THAT_TIME in expression.rules
    points_on = expression.text.lower().endswith(("before", "after", "following"))
    return meaning.anchor is Anchor.EVENT or (meaning.anchor is Anchor.NARRATIVE and points_on)


def stands_alone(meaning: Meaning) -> bool:
    """Whether a time has a place in the calendar that it doesn't count from the story."""
    match meaning:
        case Shift(anchor=anchor) | Weekday(anchor=anchor):
            return anchor is Anchor.PUBLICATION
        case _:
            return not isinstance(meaning, _PLACELESS) and all(map(stands_alone, meaning.parts()))


class _Links:
    """One doc, with the events in it that have a time."""

    def __init__(self, doc: Doc, expressions: Sequence[TimeExpression]) -> None:
        self.doc, self.rules = doc, [one.rules for one in expressions]
        self.placed = {at for at, one in enumerate(expressions) if stands_alone(one.meaning)}
        """The expressions that a date can be had from so far."""
        self.akin: dict[frozenset[str], list[tuple[int, int]]] = {}
        """The dated mentions by the verbs that they may be made of, as they were asked for."""

    @cached_property
    def syntax(self) -> Syntax:
        return read_syntax(self.doc)

    @cached_property
    def mentions(self) -> Mentions:
        timed = frozenset(at for start, end in self.spans for at in range(start, end))
        return Mentions(self.doc, self.syntax, timed)

    @cached_property
    def groups(self) -> Mapping[int, VerbGroup]:
        return verb_groups(self.doc)

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        return [(span.start, span.end) for span in self.doc.spans[KEY]]

    @cached_property
    def ends(self) -> list[int]:
        return [sentence.end for sentence in sentences(self.doc)]

    @cached_property
    def dated(self) -> dict[str, list[tuple[int, int]]]:
        """By the verbs that they may be made of, mentions of events by their heads, each with what dates it."""
        by_root: dict[str, list[tuple[int, int]]] = {}
        for event in events(self.doc):
            if event.time is None or event.tie is not Tie.OWN or event.polarity is not Polarity.POSITIVE:
                continue
            for at in (event.trigger[0], *self._carried(event.trigger[0])):
                for root in self.mentions.roots(at):
                    by_root.setdefault(root, []).append((at, event.time))
        return by_root

    def _carried(self, verb: int) -> list[int]:
        """The nouns whose time that of a verb is: *the raid took place*, *held an election*, *an explosion tore*."""
        tree, clause = self.syntax.tree, self.syntax.clauses.get(verb)
        if clause is None:
            return []
        does = tree.lemma_in(verb, verbs.carrying("object")) is not None
        carries = does if clause.passive else tree.lemma_in(verb, verbs.carrying("subject")) is not None
        nouns = [*(clause.objects if does else ()), clause.subject if carries else None]
        return [noun for noun in nouns if noun is not None]

    def counted(self, index: int) -> CountedEvent | None:
        start, end = self.spans[index]
        if THAT_TIME in self.rules[index]:
            return clause_on(self.syntax, (start, end))
        if start and self.syntax.tree.lowers[start - 1] == "for":
            return None  # *was suspended for a month after he wrote it*
        return counted_event(self.syntax, (start, end), self.ends[bisect_right(self.ends, start)])

    def event(self, index: int, counted: CountedEvent) -> EventAnchor:
        text = self.doc[counted.words[0] : counted.words[1]].text
        own = self._dated_here(counted)
        if own is not None:
            return EventAnchor(text, own, same_clause=True)
        elsewhere = self._dated_thing(counted)
        if elsewhere is None:
            elsewhere = self._dated_elsewhere(index, counted)
        return EventAnchor(text, elsewhere, past=self._is_past(counted.head))

    def _is_past(self, head: int) -> bool:
        """Whether what happened then is told as past."""
        above = governor(self.syntax, head)
        group = None if above is None else self.groups.get(above)
        return group is not None and group.tense is Tense.PAST and group.modality is Modality.INDICATIVE

    def _dated_here(self, counted: CountedEvent) -> int | None:
        """The time that stands on its own words: `the day before he left on 3 May`, `two days after Monday's vote`."""
        end = self.ends[bisect_right(self.ends, counted.head)]
        behind = range(bisect_right(self.spans, (counted.marker, end)), bisect_left(self.spans, (end, end)))
        times = (at for at in behind if at in self.placed)
        return next((at for at in times if self._is_time_of(counted.head, self.spans[at])), None)

    def _is_time_of(self, head: int, time: tuple[int, int]) -> bool:
        """Whether a time hangs on a word, or on a clause that tells what it did: *the quake that struck on Tuesday*."""
        at = governor(self.syntax, *time)
        if self.syntax.tree.heads[top(self.syntax.tree, *time)] == head:  # *his 1985 debut*
            return True
        clause = self.syntax.clauses.get(-1 if at is None else at)
        inside = clause is not None and clause.relation in NOUN_CLAUSES and clause.attached == head
        return at == head or (inside and clause is not None and clause.understood_subject == head)

    def _dated_elsewhere(self, index: int, counted: CountedEvent) -> int | None:
        """Of the other mentions of the event the nearest before it that has a time, else the nearest after it."""
        if not self.mentions.can_be_told_again(counted.head):
            return None
        akin = self._dated_akin(self.mentions.roots(counted.head))
        here = bisect_left(akin, (counted.head, -1))
        nearest = (*reversed(akin[max(0, here - _MOST_MENTIONS) : here]), *akin[here : here + _MOST_MENTIONS])
        return next((time for at, time in nearest if time != index and self._is_same(counted.head, at, time)), None)

    def _dated_thing(self, counted: CountedEvent) -> int | None:
        """*A note of 4 September … a week after the note was written*: the last date that stands on such a thing."""
        clause, tree = self.syntax.clauses.get(counted.head), self.syntax.tree
        noun = None if clause is None or not clause.passive else clause.subject
        written = tree.lemma_in(counted.head, verbs.publishing()) is not None
        if noun is None or not written or not any(tree.lowers[at] in _KNOWN for at in tree.children[noun]):
            return None
        last = bisect_left(self.spans, (noun, 0)) - 1
        before = range(last, max(-1, last - _FARTHEST), -1)
        return next((at for at in before if at in self.placed and self._stands_on(self.spans[at], noun)), None)

    def _stands_on(self, time: tuple[int, int], noun: int) -> bool:
        """Whether a time is part of the words for another of such things: *a note of 4 September*."""
        tree = self.syntax.tree
        at = tree.heads[top(tree, *time)]
        return at < noun and tree.lemmas[at] == tree.lemmas[noun] and not self.syntax.clauses.get(at)

    def _dated_akin(self, roots: frozenset[str]) -> list[tuple[int, int]]:
        """The dated mentions of one family of words, in the order of the text."""
        if roots not in self.akin:
            self.akin[roots] = sorted({one for root in roots for one in self.dated.get(root, ())})
        return self.akin[roots]

    def _is_same(self, head: int, at: int, time: int) -> bool:
        return at != head and time in self.placed and self.mentions.may_be_same(head, at)
