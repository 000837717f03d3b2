"""Which way the verb that a time hangs on points: *defected Saturday* is past, *will meet Saturday* lies ahead."""

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Doc

from extractors.lexicons import verbs
from extractors.lexicons.verb_rows import Content
from extractors.syntax.clauses import Syntax
from extractors.syntax.embedding import AHEAD, sets_time
from extractors.syntax.eventive import happens
from extractors.syntax.relations import Relation
from extractors.syntax.tenses import Aspect, Form, Modality, Tense, Voice
from extractors.syntax.unplanning import planned, unplans
from extractors.verb_groups import VerbGroup
from extractors.verb_groups.factuality import sense
from timeline.model import Direction, Sense

_UNTIL = frozenset("until till".split())
_NEEDS = frozenset("need needs".split())
_WANTED = frozenset({Relation.OBJECT, Relation.SUBJECT, Relation.COMPLEMENT, Relation.OPEN_COMPLEMENT})
_TERMS = frozenset("to through by".split())
_STARTING = frozenset("starting beginning commencing effective".split())
_WHEN = frozenset("at on in".split())
_BACK_TO = frozenset(("to",))
_ENDS = frozenset(". ; ? !".split())
_FARTHEST = 100
"""Words from a verb to the end of its sentence."""


@dataclass(frozen=True, slots=True)
class VerbDirections:
    """The directions that the verbs of a parsed doc give."""

    doc: Doc
    syntax: Syntax
    groups: Mapping[int, VerbGroup]

    def of_verb(self, group: VerbGroup, before: str) -> Direction:
        """The direction that a verb gives a time that hangs on it, with the small word before that."""
        word = self.doc[group.trigger].text
        if before in _BACK_TO and self._goes_back(group):
            return Direction(Sense.PAST, f"“back {before}” looks back")
        if before in _STARTING or word.lower() in _STARTING:
            return self._starting(group, before if before in _STARTING else word)
        if before == "for" and (self.looks_ahead(group) or group.embedding is None):
            return self.later(group, "“for” names a day that is set")
        if before in _UNTIL:
            return self._until(group, before, word)
        if (wish := self._wanted_by(group)) is not None:
            return self.ahead(wish, self.words(wish.trigger))
        if before in _TERMS and self._has_term(group, before):
            return self.later(group, f"“{before}” names the term of “{word}”")
        if self._is_set(group) and (came := self._came_of(group)) is not None:
            return Direction(Sense.PAST, f"“{self.doc[came].text}” tells what came of it")
        if self._is_about_what_comes(group, before):
            return self.ahead(group, self.words(group.trigger if group.predicate is None else group.predicate))
        above = group.embedding
        if above is not None and above.kind in AHEAD:
            return self.ahead(self.groups.get(above.verb, group), self.words(above.word), below=group)
        return self.of_tense(group)

    def of_tense(self, group: VerbGroup) -> Direction:
        """What the form of a verb alone says."""
        way, word = sense(self.groups, group), self.doc[group.trigger].text
        if group.modality is Modality.NECESSITY and self._is_of_what_was_unplanned(group):
            return Direction(Sense.EITHER, f"“{word}” tells of what was given up; it may be past by now", Sense.FUTURE)
        plain_would = group.modality is Modality.CONDITIONAL and not group.conditional
        if plain_would and way is Sense.FUTURE:
            return Direction(Sense.EITHER, f"“would {word}” was still to come at a time that is told of", Sense.FUTURE)
        if way is Sense.PAST:
            return Direction(Sense.PAST, f"“{word}” is past")
        if way is Sense.FUTURE:
            return Direction(Sense.FUTURE, f"“{word}” lies ahead")
        over = self.groups.get(group.anchor) if group.anchor is not None else None
        if over is not None:
            return self._told_from(group, word, self.doc[over.trigger].text)
        if group.tense is Tense.PRESENT:
            if self._is_scheduled(group):
                return Direction(Sense.FUTURE, f"“{word}” tells in the present what is set for then")
            return Direction(Sense.EITHER, f"“{word}” is present, which may lie ahead", Sense.FUTURE)
        if group.form is Form.PAST_PARTICIPLE and self.syntax.clauses[group.trigger].relation is Relation.ROOT:
            return Direction(Sense.EITHER, f"“{word}” is past, it seems", Sense.PAST)
        return Direction(Sense.EITHER, f"the form of “{word}” shows no direction", Sense.FUTURE)

    def ahead(self, group: VerbGroup, word: str, below: VerbGroup | None = None) -> Direction:
        """What was to come after a verb: it still is, unless the verb is past itself."""
        way = sense(self.groups, group if below is None else below)
        still = group.aspect is Aspect.PERFECT and group.tense is Tense.PRESENT
        present = group.tense is Tense.PRESENT or sense(self.groups, group) is Sense.FUTURE
        if still or (present and way is not Sense.PAST):
            return Direction(Sense.FUTURE, f"“{word}” looks ahead")
        if group.tense is Tense.PAST and group.aspect is Aspect.PERFECT and below is None:
            # *Had been due on Friday but is ill*: what is told of as over by the story rather is.
            return Direction(Sense.EITHER, f"“{word}” looked ahead from before what is told", Sense.PAST)
        return Direction(Sense.EITHER, f"“{word}” looked ahead from a time that is past", Sense.FUTURE)

    def later(self, group: VerbGroup, because: str) -> Direction:
        """What is set for a day: past or not, unless the verb is told of the present or of what is to come."""
        ahead = group.tense in (Tense.PRESENT, Tense.FUTURE) and group.anchor is None
        if ahead:
            return Direction(Sense.FUTURE, because)
        return Direction(Sense.EITHER, f"{because}; it may be past by now", Sense.FUTURE)

    def looks_ahead(self, group: VerbGroup) -> bool:
        """Whether what the verb is about lies after it: *called for a march*, *postponed the vote*."""
        tree = self.syntax.tree
        return group.embeds in AHEAD or tree.lemma_in(group.trigger, verbs.object_lies("ahead")) is not None

    def words(self, at: int) -> str:
        """A word as it stands in the text, with the *for* that it governs: *called for*."""
        tree = self.syntax.tree
        text = self.doc[at].text
        after = at + 1
        return f"{text} for" if after < len(tree) and tree.lowers[after] == "for" else text

    def _goes_back(self, group: VerbGroup) -> bool:
        """*The dispute goes back to February*, *dates back to 1990*."""
        tree = self.syntax.tree
        return any(tree.lowers[at] == "back" for at in tree.children[group.trigger])

    def _wanted_by(self, group: VerbGroup) -> VerbGroup | None:
        """The verb that wants it done: *wants the pipes replaced*."""
        above = self.groups.get(group.anchor) if group.anchor is not None else None
        bare = group.form is Form.PAST_PARTICIPLE and group.tokens == (group.trigger,)
        if above is None or not bare or above.trigger > group.trigger:
            return None
        tree = self.syntax.tree
        if not self.looks_ahead(above) and tree.lowers[above.trigger] not in _NEEDS:
            return None
        head = tree.heads[group.trigger]
        of_object = head == above.trigger or (tree.heads[head] == above.trigger and tree.relations[head] in _WANTED)
        return above if of_object else None

    def _starting(self, group: VerbGroup, word: str) -> Direction:
        """*Has ordered three days of mourning, beginning on Saturday*; not *lasted three days, beginning on Monday*."""
        over = self.groups.get(group.anchor, group) if group.anchor is not None else group
        lasted = self.syntax.tree.lemma_in(over.trigger, verbs.lasting() | verbs.going_up_to()) is not None
        if over is not group and over.tense is Tense.PAST and lasted:
            told = self.doc[over.trigger].text
            return Direction(Sense.EITHER, f"“{word}” tells when what “{told}” began", Sense.PAST)
        return self.later(over, f"“{word}” speaks of what is to come")

    def _has_term(self, group: VerbGroup, before: str) -> bool:
        """*Extended to May*, *is expected by May*, *an effort to clear it by May*; not *by May they were looking*."""
        if before == "by" and self._is_open(group):
            return True
        return self.looks_ahead(group) and (before != "by" or group.voice is Voice.PASSIVE)

    def _is_open(self, group: VerbGroup) -> bool:
        """Whether a verb has no time of its own and none that is past: *an effort to clear it by May*."""
        return group.form is Form.INFINITIVE and sense(self.groups, group) is not Sense.PAST

    def _is_about_what_comes(self, group: VerbGroup, before: str) -> bool:
        """*Is due Monday*, *plan a march on Saturday*, *called for a march Saturday*: the time is not the verb's."""
        tree = self.syntax.tree
        if self._is_set(group):
            return True
        if not self.looks_ahead(group):
            return False
        wanted = [
            child
            for child in tree.children[group.trigger]
            if tree.relations[child] in (Relation.OBJECT, Relation.OBLIQUE) and happens(tree, child)
        ]
        asks_for = any(tree.lowers[case] == "for" for child in wanted for case in tree.children[child])
        plans = group.voice is Voice.ACTIVE and (
            group.tense is Tense.PRESENT or tree.lemma_in(group.trigger, verbs.planning()) is not None
        )
        return bool(wanted) and (plans or (asks_for and before != "on"))

    def _is_set(self, group: VerbGroup) -> bool:
        """*Is due Monday*, *is due out in May*, *was not scheduled until Friday*."""
        tree = self.syntax.tree
        said = () if group.predicate is None else (group.predicate, *tree.children[group.predicate])
        adjectives = (at for at in said if at == group.predicate or tree.tags[at] == "JJ")
        settled = any(sets_time(tree, at) for at in (group.trigger, *adjectives))
        return settled and (group.voice is Voice.PASSIVE or group.predicate is not None)

    def _came_of(self, group: VerbGroup) -> int | None:
        """*Arrived* of *was due on Monday but arrived on Tuesday*; not *was due on Monday but was put off in May*."""
        tree = self.syntax.tree
        joined = (at for at in tree.children[group.trigger] if tree.relations[at] is Relation.CONJUNCT)
        for at in joined if group.tense is Tense.PAST else ():
            told, clause = self.groups.get(at), self.syntax.clauses.get(at)
            if told is None or clause is None or told.tense is not Tense.PAST or told.voice is Voice.PASSIVE:
                continue
            timed = any(tree.lowers[one] in _WHEN for on in tree.children[at] for one in tree.children[on])
            if clause.subject is None and timed and unplans(tree, at) is None:
                return at
        return None

    def _is_of_what_was_unplanned(self, group: VerbGroup) -> bool:
        """*The fair, which should have begun on 2 June, was called off*."""
        noun = self.syntax.clauses[group.trigger].attached
        over = None if noun is None else self.syntax.clause_of(noun)
        return over is not None and noun in planned(over) and unplans(self.syntax.tree, over.verb) is not None

    def _is_scheduled(self, group: VerbGroup) -> bool:
        """*Talks begin on Monday*; not *it has begun*, nor a headline, which tells of the past in the present."""
        simple = group.aspect is Aspect.NONE and group.voice is Voice.ACTIVE and group.modality is Modality.INDICATIVE
        tree = self.syntax.tree
        below = {tree.lowers[at] for at in tree.children[group.trigger]}
        phrase = not below.isdisjoint(verbs.scheduled_with(tree.lemmas[group.trigger]))
        if not simple or (not phrase and tree.lemma_in(group.trigger, verbs.scheduled()) is None):
            return False
        for token in self.doc[group.trigger : group.trigger + _FARTHEST]:
            if token.is_space or token.lower_ in _ENDS:
                return token.lower_ in (".", ";")
        return False

    def _told_from(self, group: VerbGroup, word: str, told: str) -> Direction:
        """What is told from the time of another verb, which settles nothing."""
        if group.tense is Tense.PAST:
            because = f"“{word}” lay behind when they “{told}”, which lies ahead"
            return Direction(Sense.EITHER, because, Sense.PAST)
        if group.tense is Tense.FUTURE or group.form in (Form.FINITE, Form.BARE):
            because = f"“{word}” lay ahead when they “{told}”; it may be past by now"
            return Direction(Sense.EITHER, because, Sense.FUTURE)
        if group.form is Form.PRESENT_PARTICIPLE and self._looks_back(group):
            return Direction(Sense.PAST, f"“{told}” looks back on “{word}”")
        return Direction(Sense.EITHER, f"“{word}” follows on “{told}”; its form shows no time", Sense.PAST)

    def _looks_back(self, group: VerbGroup) -> bool:
        """*Denies stealing it*, *admits taking it*: what is done by a gerund below these was done before."""
        over = group.anchor
        takes = over is not None and self.syntax.tree.lemma_in(over, verbs.taking(Content.GERUND)) is not None
        return takes and over is not None and self.syntax.tree.lemma_in(over, verbs.reporting()) is not None

    def _until(self, group: VerbGroup, before: str, word: str) -> Direction:
        way = sense(self.groups, group)
        perfect = group.aspect in (Aspect.PERFECT, Aspect.PERFECT_PROGRESSIVE)
        if way is not Sense.PAST or (perfect and group.tense is Tense.PRESENT):
            return Direction(Sense.FUTURE, f"“{before}” looks ahead")
        if group.in_the_end and not self._is_set(group) and not self.looks_ahead(group):
            return Direction(Sense.PAST, f"“not … {before}” tells when “{word}” was")
        if perfect or not (group.voice is Voice.PASSIVE or self.looks_ahead(group)):
            return Direction(Sense.EITHER, f"“{before}” looked ahead, but “{word}” is past", Sense.PAST)
        return Direction(Sense.EITHER, f"“{before}” looked ahead from “{word}”, which is past", Sense.FUTURE)
