"""Which way a bare weekday or month points: read off what it hangs on, a verb or a thing that happens.

*Defected Saturday* is past, *will meet Saturday* lies ahead. What was still to come when somebody spoke (*called for a
march Saturday*) may be past by now: both dates are kept, the likelier first. Where nothing is parsed only what the
words themselves say is taken: *since*, *last*, *next*.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from extractors.lexicons import modifiers, nouns, verbs
from extractors.lexicons.scripts import MISHAPS, Part, scripts_of
from extractors.syntax.clauses import Syntax, read_syntax
from extractors.syntax.embedding import AHEAD, sets_time
from extractors.syntax.eventive import happens, noun_in
from extractors.syntax.phrases import dated, governor
from extractors.syntax.relations import SUBJECTS, Relation
from extractors.syntax.tenses import Form, Modality, Tense, Voice
from extractors.syntax.unplanning import planned, sets_new_day, unplans
from extractors.time_expressions.verb_directions import VerbDirections
from extractors.verb_groups import VerbGroup, verb_groups
from extractors.verb_groups.factuality import sense
from timeline.model import Direction, Sense

_NAMED = {"last": Sense.PAST, "past": Sense.PAST, "next": Sense.FUTURE, "coming": Sense.FUTURE}
_UNTIL = frozenset("until till".split())
_ARTICLES = frozenset("the this that".split())
_WHERE = frozenset("in at during".split())
_MOVED_TO = frozenset("to for until till through by".split())
_STARTING = frozenset("starting beginning effective".split())
_ABLE = frozenset("can could ca".split())
_FOLLOWING = frozenset("follow succeed".split())
"""Verbs whose object lies before them."""
_BEFORE_NOUNS = frozenset("before ahead until till".split())
_AFTER_NOUNS = frozenset("after since following".split())
_OWNED = frozenset("'s ’s ' ’".split())
_KNOWN = frozenset("the this that these those".split())
_POSSIBLE = frozenset("any another further possible potential threatened feared imminent".split())
_AT = frozenset("on in by for at".split())
_DECLARING = frozenset("declare proclaim designate".split())
_DAYS = frozenset("day holiday".split())
_INDEFINITE = frozenset("a an as".split())
_MOVED_BETWEEN = frozenset("from to until till than".split())
_NEAR_A_MOVE = 12
"""Tokens behind a verb of moving in which both days stand: *from 11 July to no earlier than 2 September*."""
_NEAR_A_NAME = 5
"""Words behind a day in which it stands what that is declared to be: *Saturday as a national day of mourning*."""
_NEAR_A_VERB = 8
"""Tokens behind a verb in which the day stands that something is put off to."""
_HIGHEST = 5
"""Nouns climbed through on the way to the verb: *the results of the second round of the vote Sunday*."""


_OF = frozenset(("of", "in"))


class Directions:
    """The directions of the expressions of one doc, whose parse is looked at when the first one needs it."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc

    def read(self, start: int, end: int) -> Direction:
        """The direction of the expression at these tokens, with the words that decide it."""
        by_words = _by_words([self.doc[at].lower_ for at in range(max(0, start - 1), end)])
        return self.of_verb(start, end) if by_words is None else by_words

    def tells_how_long(self, start: int, end: int) -> bool:
        """Whether *in six weeks* is the time that something takes: *can build it in six weeks*."""
        return self._parsed is not None and self._parsed.takes(start, end)

    def sets_new_day(self, start: int) -> bool:
        """Whether what was planned is put off or moved to a time: *postponed until Friday*."""
        return self._parsed is not None and self._parsed.sets_new_day(start)

    def moves_from(self, start: int) -> bool:
        """Whether a verb before a time moves what was planned from it: *put back from 3 March to 10 April*."""
        return self._parsed is not None and self._parsed.moves_from(start)

    def of_verb(self, start: int, end: int) -> Direction:
        """The direction that its place in the sentence gives an expression, whatever its own words say."""
        if self._parsed is None:
            return Direction(Sense.EITHER, "no parse shows a direction")
        return self._parsed.direction(start, end)

    def of_a_part(self, start: int, end: int) -> Direction:
        """That of *the end of the year*: past only with what plainly happened then.

        *Promised a dividend at the end of the year*, *moved it to the end of the month*: these may be to come.
        """
        direction = self.of_verb(start, end)
        named = any(self.doc[at].lower_ == "this" for at in range(start, end))
        happened = self._parsed is not None and self._parsed.happened(start, end)
        if direction.sense is not Sense.PAST or (happened and not named):
            return direction
        return Direction(Sense.EITHER, f"{direction.because}, and may tell of what was to come")

    @cached_property
    def _parsed(self) -> "_ParsedDoc | None":
        parsed = self.doc.has_annotation("DEP")
        if not parsed:
            return None
        syntax, groups = read_syntax(self.doc), verb_groups(self.doc)
        return _ParsedDoc(self.doc, syntax, groups, VerbDirections(self.doc, syntax, groups))


def _by_words(words_: list[str]) -> Direction | None:
    """What the expression and the word before it say by themselves."""
    if "since" in words_[:1]:
        return Direction(Sense.PAST, "“since” counts from the past")
    if "ended" in words_[1:]:
        return Direction(Sense.PAST, "“ended” says so")
    named = next((word for at, word in enumerate(words_) if word in _NAMED and not _ranks(words_, at)), None)
    return Direction(_NAMED[named], f"“{named}” says so") if named else None


def _ranks(words_: list[str], at: int) -> bool:
    """Whether *last* only says which of a row is meant: *the last Friday of October*, *the last Sunday in May*."""
    return words_[at] == "last" and not _OF.isdisjoint(words_[at + 1 :])


@dataclass(frozen=True, slots=True)
class _ParsedDoc:
    """A parsed doc."""

    doc: Doc
    syntax: Syntax
    groups: Mapping[int, VerbGroup]
    by_verb: VerbDirections

    def takes(self, start: int, end: int) -> bool:
        """Whether the verb tells what somebody is able to do to something."""
        at = dated(self.syntax, start, end)
        group = self.groups.get(at) if at is not None else None
        if group is None or group.modality is not Modality.POSSIBILITY or group.voice is not Voice.ACTIVE:
            return False
        tree = self.syntax.tree
        able = any(tree.lowers[token] in _ABLE for token in group.tokens)
        return able and any(tree.relations[child] is Relation.OBJECT for child in tree.children[group.trigger])

    def sets_new_day(self, start: int) -> bool:
        """Whether a verb right before a time moves what was planned to it."""
        verb = next((at for at in range(start - 1, max(-1, start - _NEAR_A_VERB), -1) if at in self.groups), None)
        return verb is not None and sets_new_day(self.syntax.tree, verb, start)

    def happened(self, start: int, end: int) -> bool:
        """Whether the verb of a time tells of what happened then, rather than of what somebody said or set."""
        at, tree = dated(self.syntax, start, end), self.syntax.tree
        group = self.groups.get(at) if at is not None else None
        if group is None or group.embedding is not None or group.embeds in AHEAD or group.conditional:
            return False
        if group.form is not Form.FINITE or group.tense is not Tense.PAST or group.modality is not Modality.INDICATIVE:
            return False
        if any(tree.lowers[token] == "to" for token in group.tokens) or self._preposition(start) in _MOVED_TO:
            return False
        telling = (verbs.reporting(), verbs.planning(), verbs.object_lies("ahead"))
        return all(tree.lemma_in(group.trigger, lemmas) is None for lemmas in telling)

    def direction(self, start: int, end: int) -> Direction:
        at = dated(self.syntax, start, end)
        before = self._preposition(start)
        through: list[int] = []
        while at is not None and at not in self.groups and len(through) < _HIGHEST:
            through.append(at)
            at = governor(self.syntax, at)
        group = self.groups.get(at) if at is not None else None
        for noun in through or self._noun_before(start):
            if (of_noun := self._of_noun(noun)) is not None:
                return of_noun
        if group is not None and (unplanned := self._unplanned(group, through, start)) is not None:
            return unplanned
        if (fixed := self._fixed_by(start, end)) is not None:
            return Direction(Sense.EITHER, f"{fixed}; it may be past by now", Sense.FUTURE)
        if (befallen := self._of_what_befell(group, start, end, through)) is not None:
            return befallen
        if group is None:
            return Direction(Sense.EITHER, "no verb shows a direction")
        if (what := self._followed(group, start)) is not None:
            return Direction(Sense.PAST, f"“{self.doc[group.trigger].text}” comes after {self._noun(what)}")
        behind = (noun for noun in through if noun > group.trigger)  # *in an interview Monday he called her …*: not it
        if self.by_verb.looks_ahead(group) and any(self._may_lie_ahead(noun) for noun in behind):
            return self.by_verb.ahead(group, self.by_verb.words(group.trigger))
        fronted = bool(through) and through[-1] < group.trigger and group.tense is Tense.PAST
        plain = fronted and before not in ("for", *_UNTIL) and group.embedding is None
        direction = self.by_verb.of_tense(group) if plain else self.by_verb.of_verb(group, before)
        if direction.sense is Sense.PAST and not through and self._asked_for_more(group, start):
            return self.by_verb.ahead(group, self.by_verb.words(group.trigger))
        if direction.sense is Sense.PAST and through and not self._is_over(through[-1], group):
            because = f"{direction.because}, but {self._noun(through[-1])} may lie ahead of it"
            return Direction(Sense.EITHER, because, Sense.PAST)
        return direction

    def _unplanned(self, group: VerbGroup, through: list[int], start: int) -> Direction | None:
        """*Saturday's regatta was called off*, *was put off to Monday*: both may lie ahead, the new day rather."""
        tree, verb = self.syntax.tree, group.trigger
        if unplans(tree, verb) is None:
            return None
        plans = planned(self.syntax.clauses[verb])
        word = f"“{self.doc[verb].text}”"
        if plans and sets_new_day(tree, verb, start):
            return self.by_verb.later(group, f"{word} sets another day")
        if through and through[-1] in plans and (start < verb or through[-1] > start):
            return Direction(Sense.EITHER, f"{word} tells of what was to come; it may be past by now", Sense.FUTURE)
        return None

    def _fixed_by(self, start: int, end: int) -> str | None:
        """*A loan due on 15 April has been suspended*, *declared Saturday a day of mourning*: days that are set."""
        tree = self.syntax.tree
        if self.moves_from(start):
            return "it tells the old day or the new one of what is moved"
        before = start - 2 if self._preposition(start) in _AT else start - 1
        if before > 0 and tree.tags[before] == "JJ" and sets_time(tree, before) and tree.is_nominal(before - 1):
            set_by = before
            return f"“{self.doc[set_by].text}” names a day that is set"
        verb = start - 1
        if verb < 0 or verb not in self.groups or tree.lemmas[verb] not in _DECLARING:
            return None
        called = range(end, min(end + _NEAR_A_NAME, len(tree)))
        names = any(tree.lowers[at] in _DAYS for at in called) and tree.lowers[called.start] in _INDEFINITE
        return f"“{self.doc[verb].text}” says what a day is to be" if called and names else None

    def moves_from(self, start: int) -> bool:
        """*Was put back from 3 March to 10 April*: the old day of what is moved, or the new one behind it."""
        tree, before = self.syntax.tree, self._preposition(start)
        if before not in _MOVED_BETWEEN:
            return False
        near = range(start - 1, max(-1, start - _NEAR_A_MOVE), -1)
        verb = next((at for at in near if at in self.groups), None)
        return verb is not None and unplans(tree, verb) == "moves" and "from" in tree.lowers[verb + 1 : verb + 4]

    def _followed(self, group: VerbGroup, start: int) -> int | None:
        """The ruling of *follows a ruling in May*: what is told of in the present comes after it."""
        tree = self.syntax.tree
        if group.tense is not Tense.PRESENT or tree.lemmas[group.trigger] not in _FOLLOWING:
            return None
        below = (child for child in tree.children[group.trigger] if tree.relations[child] is Relation.OBJECT)
        return next((child for child in below if group.trigger < child < start), None)

    def _may_lie_ahead(self, noun: int) -> bool:
        """Whether a thing that happens is what is planned: *announced a rally Friday*; not *in a rally on Friday*."""
        tree = self.syntax.tree
        return happens(tree, noun) and not any(
            tree.relations[at] is Relation.CASE and tree.lowers[at] in _WHERE for at in tree.children[noun]
        )

    def _asked_for_more(self, group: VerbGroup, start: int) -> bool:
        """Whether what a verb asks for stands between it and the time: *urged voters to march Wednesday*."""
        return any(
            below.embedding is not None
            and below.embedding.verb == group.trigger
            and below.embedding.kind in AHEAD
            and group.trigger < below.trigger < start
            for below in (self.groups[at] for at in range(group.trigger + 1, start) if at in self.groups)
        )

    def _is_over(self, noun: int, group: VerbGroup) -> bool:
        """Whether a past verb makes a dated thing past: *the vote Sunday drew …*, *annulled the vote*; not *discussed*.

        What merely qualifies a noun that doesn't happen, as in *the truth in March*, goes with the verb; so does what
        it was done in: *called him a friend during an interview on Friday*.
        """
        tree = self.syntax.tree
        befell = bool(scripts_of(Part.SETS).get(tree.lemmas[noun], frozenset()) & MISHAPS)  # *the October slaying*
        acts = befell or (tree.relations[noun] in SUBJECTS and not self.by_verb.looks_ahead(group))
        past = tree.lemma_in(group.trigger, verbs.object_lies("past")) is not None
        return acts or past or not self._may_lie_ahead(noun)

    def _noun(self, at: int) -> str:
        return f"the {self.syntax.tree.lowers[at]}"

    def _preposition(self, start: int) -> str:
        """The small word before the expression: *until Friday*, *for this Friday*, *starting on Friday*."""
        at = start - 1
        while at > 0 and self.doc[at].lower_ in _ARTICLES:
            at -= 1
        lower = self.doc[at].lower_ if at >= 0 else ""
        if lower == "on" and at and self.doc[at - 1].lower_ in _STARTING:
            return self.doc[at - 1].lower_
        if lower in _UNTIL and at and self.doc[at - 1].lower_ == "not":
            return ""  # *not until Friday were they found*
        return lower

    def _noun_before(self, start: int) -> list[int]:
        """The happening right before a time that the parse hangs higher: *held until his hearing on 5 April*."""
        at = start - 1 - (self.doc[start - 1].lower_ in ("on", "in")) if start else -1
        return [at] if at >= 0 and happens(self.syntax.tree, at) else []

    def _of_what_befell(self, group: VerbGroup | None, start: int, end: int, through: list[int]) -> Direction | None:
        """*Want an inquiry into Thursday's fire*: nobody sets a day for a fire, whatever is wanted or done about it."""
        tree = self.syntax.tree
        noun = next(iter(through or self._noun_before(start)), None)
        if noun is None or not tree.is_nominal(noun) or not self._is_the_one(noun, start, end):
            return None
        ahead = group is not None and sense(self.groups, group) is Sense.FUTURE
        befell = noun_in(tree, noun, nouns.unplanned("always") | nouns.unplanned("mostly"))
        if ahead and group is not None and noun < start and befell:
            because = f"“{self.doc[group.trigger].text}” lies ahead, but {self._noun(noun)} has befallen somebody"
            return Direction(Sense.EITHER, because, Sense.FUTURE)  # *will discuss the fire on 21 March*
        if noun_in(tree, noun, nouns.unplanned("always")):
            return Direction(Sense.PAST, f"{self._noun(noun)} has befallen somebody")
        if not noun_in(tree, noun, nouns.unplanned("mostly")) or self._is_awaited(group, noun, through):
            return None
        if group is None or ahead:
            return Direction(Sense.EITHER, f"{self._noun(noun)} may be past", Sense.PAST)
        return Direction(Sense.PAST, f"{self._noun(noun)} has befallen somebody")

    def _is_the_one(self, noun: int, start: int, end: int) -> bool:
        """Whether a noun is told as known with its day: *Thursday's fire*, *the fire on Thursday*; not *a fire*."""
        tree = self.syntax.tree
        if any(tree.lowers[at] in _POSSIBLE for at in tree.children[noun]):
            return False
        owned = end < len(tree) and start < noun and tree.lowers[end - 1] in _OWNED
        owned = owned or (end < len(tree) and start < noun and tree.lowers[end] in _OWNED)
        known = any(
            tree.lowers[at] in _KNOWN or tree.relations[at] is Relation.POSSESSOR
            for at in tree.children[noun]
            if not start <= at < end
        )
        return owned or known

    def _is_awaited(self, group: VerbGroup | None, noun: int, through: list[int]) -> bool:
        """*Plan Friday's raid*, *prepare for Friday's storm*, *Friday's storm will reach the coast*."""
        if group is None:
            return False
        tree = self.syntax.tree
        last = through[-1] if through else noun
        if tree.relations[last] in SUBJECTS:
            return sense(self.groups, group) is Sense.FUTURE or group.embeds in AHEAD
        cases = {tree.lowers[at] for at in tree.children[noun] if tree.relations[at] is Relation.CASE}
        return last == noun and (self.by_verb.looks_ahead(group) or "for" in cases)

    def _of_noun(self, noun: int) -> Direction | None:
        """What is said of a noun itself: *ahead of the vote Sunday*, *the upcoming May vote*."""
        tree = self.syntax.tree
        for child in tree.children[noun]:
            lower = tree.lowers[child]
            if lower == "next":
                because = f"“next” lay ahead; the {tree.lowers[noun]} may be past by now"
                return Direction(Sense.EITHER, because, Sense.FUTURE)
            if lower in modifiers.lying("ahead"):
                return Direction(Sense.FUTURE, f"“{self.doc[child].text}” lies ahead")
            if lower in modifiers.lying("past"):
                return Direction(Sense.PAST, f"“{self.doc[child].text}” is past")
            if tree.relations[child] is Relation.CASE and lower in _BEFORE_NOUNS:
                because = f"what lies “{lower}” it is told; the {tree.lowers[noun]} itself may be past by now"
                return Direction(Sense.EITHER, because, Sense.FUTURE)
            if tree.relations[child] is Relation.CASE and lower in _AFTER_NOUNS:
                return Direction(Sense.PAST, f"“{lower}” looks back on it")
        return None
