"""Drafts: the words of a clause in the order of a title: its subject, its verb, what follows, then what stood before.

A subject that the clause shares, or that a relative pronoun stands for, is taken from where it stands. Where grammar
does not say who does it, there is no draft.
"""

from collections.abc import Iterable, Mapping, Set
from functools import cached_property

import msgspec
from msgspec.structs import replace

from extractors.events.event_context import EventContext
from extractors.events.roles import subject_of
from extractors.events.states import is_counted
from extractors.events.titles.branches import branch, inside
from extractors.events.titles.led import Led, LedClause
from extractors.events.titles.noun_words import HANGING, is_of_a_number, noun_words
from extractors.events.titles.reduced import named_before, was_done
from extractors.events.titles.relatives import meant_by, turned
from extractors.events.titles.spines import Spine, is_finite
from extractors.syntax.clauses import Clause
from extractors.syntax.eventive import happens
from extractors.syntax.phrases import Range
from extractors.syntax.relations import AUXILIARIES, NOUN_CLAUSES, SUBJECTS, Relation
from extractors.syntax.trees import BE

LINKING = frozenset(
    "also however meanwhile then later earlier subsequently therefore thus moreover furthermore additionally besides "
    "instead nevertheless nonetheless consequently hence".split()
)
"""Adverbs that only join a sentence to those around it."""
_EITHER = frozenset("since after before until as with following during".split())
_OPENING = frozenset("so well oh yeah similarly likewise accordingly indeed here previously finally".split())
"""Adverbs that do so with a comma behind them."""
_PHRASES = frozenset("course example instance addition fact".split())
"""Nouns of phrases that do the same: *of course*, *in addition*."""
_RELATIVE = frozenset("who which that whom whose".split())
_OPEN = frozenset(
    "no any every each anyone everyone anybody everybody nobody none few only all most much many more less as so such "
    "same first last".split()
)
"""Before a relative clause, these say of nobody in particular that they do it: *anyone who enters*."""
_MOVED = frozenset(
    {Relation.OBLIQUE, Relation.ADVERBIAL, Relation.COMPLEMENT, Relation.OPEN_COMPLEMENT, Relation.PARATAXIS}
)
_PLACES = frozenset("city town village island state province region district republic kingdom county".split())
_SHORT = 2
_FAR = 6
_OR = frozenset(("or", "nor"))
_PAIRING = frozenset("both either neither not".split())


class Draft(msgspec.Struct, frozen=True):
    """The words of a title in their order."""

    words: tuple[int, ...]
    fixed: frozenset[int]
    """Those that can't go: the verbs of its spine, and who does it."""
    bounds: Range
    """The sentence."""
    top: int
    subject: int | None = None
    replaced: Mapping[int, str] = msgspec.field(default_factory=dict)
    turned: bool = False
    """Whether it is a clause that says more of a noun, in the order of a sentence."""
    seam: int | None = None
    """The first word behind a subject that is taken from elsewhere."""
    beside: frozenset[int] = frozenset()
    """What stands beside that subject and is closed by a comma: *a judge* of *Rosa Lind, a judge, resigned*."""

    def without(self, words: Iterable[int]) -> "Draft":
        """The draft with some words left out."""
        gone = set(words)
        return replace(self, words=tuple(at for at in self.words if at not in gone))


def clause_draft(context: EventContext, spine: Spine, bounds: Range, *, turns: bool = True) -> Draft | None:
    """The clause of a spine as a draft; None where it is not clear who does it.

    Args:
        context: the doc.
        spine: the verbs that it can't do without.
        bounds: the sentence.
        turns: whether *a boat that Lind built* becomes *Lind built a boat*.
    """
    return _Drafting(context, spine, bounds, turns=turns).draft()


class _Drafting:
    """One spine, with the clause that it makes."""

    def __init__(self, context: EventContext, spine: Spine, bounds: Range, *, turns: bool) -> None:
        self.turns = turns
        self.context, self.spine, self.bounds = context, spine, bounds
        self.tree = context.tree
        self.path = frozenset(spine.path)
        self.clause = context.syntax.clauses[spine.top]
        self.seat = next((first for first, later in spine.seats.items() if later == spine.top), spine.top)
        self.phrasal = False

    def draft(self) -> Draft | None:
        if self._says_more_of_a_noun():
            return self._noun_draft()
        subject = self._subject()
        if (
            subject is None
            or not self.bounds[0] <= subject < self.bounds[1]
            or not is_finite(self.context, self.spine.top)
        ):
            return None
        return self._existence(subject) or self._finite_draft(subject)

    def _children(self, at: int) -> list[int]:
        return inside(self.tree, at, self.bounds)

    @cached_property
    def own(self) -> int | None:
        """The subject of the clause itself; no time where there is another, nor who says so."""
        subject = self.clause.subject
        if subject is None or not (self._is_aside(subject) or self._is_fronted(subject)):
            return subject
        others = (at for at in self._children(self.spine.top) if self.tree.relations[at] in SUBJECTS)
        return next((at for at in others if not self._is_aside(at) and at != subject), subject)

    def _is_fronted(self, noun: int) -> bool:
        """*Since the storm*, which a parse takes for a subject beside *ferries* of *since the storm, ferries wait*."""
        children = self._children(self.spine.top)
        later = [at for at in children if self.tree.relations[at] in SUBJECTS and at > noun]
        if not later or self.tree.lowers[max(branch(self.context, noun, self.bounds)) + 1] != ",":
            return False
        return any(at < noun and self.tree.lowers[at] in _EITHER for at in self.clause.markers)

    def _is_aside(self, at: int) -> bool:
        cases = (one for one in self._children(at) if self.tree.relations[one] is Relation.CASE)
        return at in self.context.timed or any(one < at and self.tree.lowers[one] == "according" for one in cases)

    def _subject(self) -> int | None:
        """Who does it: of a later conjunct, whoever does what it is joined to."""
        if self.seat == self.spine.top and self.own != self.clause.subject:
            return self.own
        shared = self.seat not in (self.spine.top, self.clause.parent)
        subject = subject_of(self.context, self.context.syntax.clauses[self.seat] if shared else self.clause)
        if subject is None or subject == self.own:
            return subject
        pronoun = self.context.syntax.clauses[self.seat].subject
        return self._said_to_be(subject if pronoun is None else meant_by(self.context, pronoun, subject, self.bounds))

    def _said_to_be(self, noun: int) -> int:
        """*Rosa Lind* of *Rosa Lind is a captain who saved nine*."""
        first = self.tree.heads[noun] if self.tree.relations[noun] is Relation.CONJUNCT else noun
        clause = self.context.syntax.clauses.get(self.tree.heads[first])
        if self.tree.relations[first] is not Relation.PREDICATE or clause is None or clause.subject is None:
            return noun
        plain = not clause.auxiliaries and clause.negation is None and not clause.markers
        return clause.subject if plain and self.tree.is_nominal(clause.subject) else noun

    def _says_more_of_a_noun(self) -> bool:
        """Whether the title is a noun with its clause: *people killed in the fire*, *a raid in which six died*."""
        relation = self.context.syntax.clauses[self.seat].relation
        if relation not in NOUN_CLAUSES:
            return False
        subject = self.clause.subject if self.seat == self.spine.top else None
        understood = subject_of(self.context, self.clause)
        noun = self.context.syntax.clauses[self.seat].attached
        if not is_finite(self.context, self.spine.top) or noun is None or understood != noun:
            return True
        if subject is not None and self.tree.lowers[subject] not in _RELATIVE:
            return True
        lowers = {self.tree.lowers[at] for at in (noun, *self._children(noun))}
        before = min(branch(self.context, self.seat, self.bounds) | {self.bounds[1]}) - 1
        while before > noun and self.tree.relations[before] is Relation.PUNCTUATION:
            before -= 1
        if noun < before < self._end_of_name(noun) or (before > noun and self._are_places(noun + 1, before, subject)):
            before = noun
        # *The share of pupils who failed*: a parse can't say whether pupils or a share failed.
        return before != noun or self.tree.pos[noun] == "PRON" or bool(lowers & _OPEN)

    def _are_places(self, start: int, last: int, pronoun: int | None) -> bool:
        """*Of Skerra, Zembla*, of *the mayor of Skerra, Zembla, who resigned*: no place does what *who* does."""
        if pronoun is None or self.tree.lowers[pronoun] != "who":
            return False
        nouns = [at for at in range(start, last + 1) if self.tree.is_nominal(at)]
        named = {at for at in nouns if at in self.context.mentions}
        runs = {at for one in named for at in range(*self.context.mentions[one][1])}
        nobody = not any(self.context.mentions[at][0] in self.context.people for at in named)
        return bool(named) and nobody and all(at in runs for at in nouns)

    def _end_of_name(self, noun: int) -> int:
        """Behind *Zembla* of *the Republic of Zembla*, *the town of Zembla*."""
        end: int = self.context.mentions.get(noun, ("", (noun, noun + 1)))[1][1]
        if end > noun + 1 or self.tree.lowers[noun + 1 : noun + 2] != ["of"] or self.tree.lemmas[noun] not in _PLACES:
            return end
        return max(
            (self.context.mentions[at][1][1] for at in self._children(noun) if at in self.context.mentions), default=end
        )

    def _noun(self) -> int | None:
        """What a clause says more of; of nouns joined, with articles of their own, the one that it stands behind."""
        noun = self.context.syntax.clauses[self.seat].attached
        if noun is None:
            return None
        first = min(branch(self.context, self.seat, self.bounds))
        beside = first - 1
        if first - noun > _FAR and self.tree.tags[first] in ("WDT", "WP") and self.tree.is_nominal(beside):
            return beside  # a parse seldom finds so far what is right before *that*
        joined = (at for at in self._children(noun) if self.tree.relations[at] is Relation.CONJUNCT and at < self.seat)
        nearest = max(joined, default=noun)
        own = any(self.tree.tags[at] == "DT" for at in self._children(nearest))
        return nearest if own else noun

    def _noun_draft(self) -> Draft | None:
        noun = self._noun()
        if noun is None or not self.tree.is_nominal(noun):
            return None
        self.phrasal = True
        phrase = noun_words(self.context, noun, self.spine.top, self.bounds)
        words = phrase | self._expanded(self.seat)
        how = LedClause(self.context, self.spine, noun, phrase, words - phrase, self.bounds) if self.turns else None
        sentence = None if how is None else how.sentence()
        if sentence is not None:
            return self._led_draft(sentence, noun)
        order = turned(self.context, self.spine, noun, phrase, self.bounds) if self.turns else None
        if order is not None:
            first = min(phrase)
            small = {first: self._small(first)} if self.tree.tags[first] in ("DT", "CD") else {}
            fixed = self.path | {noun, order[0]}
            return Draft(order, fixed, self.bounds, self.spine.top, self.clause.subject, small, turned=True, seam=first)
        done = was_done(self.context, self.spine, noun, phrase, self.bounds)
        if done is not None:
            return self._done_draft(noun, phrase, words - phrase, done)
        return Draft(tuple(sorted(words)), self.path | {noun}, self.bounds, self.spine.top, noun)

    def _led_draft(self, how: Led, noun: int) -> Draft:
        """*Lind had surgery for an illness* of *an illness for which Lind had surgery*."""
        subject = self.clause.subject
        fixed = self.path | {at for at in (how.words[0], noun, how.seam, subject) if at is not None and at in how.words}
        return Draft(how.words, fixed, self.bounds, self.spine.top, subject, how.replaced, turned=True, seam=how.seam)

    def _done_draft(self, noun: int, phrase: Set[int], body: Set[int], done: Mapping[int, str]) -> Draft:
        """*Findings were published* of *findings published in May*, told of a name, if they have one."""
        name = named_before(self.context, noun, min(phrase))
        first = phrase if name is None else noun_words(self.context, name, noun, self.bounds)
        order = (*sorted(first), *sorted(body - first))
        fixed = self.path | {noun if name is None else name, *done}
        return Draft(order, fixed, self.bounds, self.spine.top, noun, done, turned=True, seam=min(done))

    def _finite_draft(self, subject: int) -> Draft:
        own = self.own
        body = self._expanded(self.spine.top)
        if self.seat != self.spine.top:
            body |= self._shared(self.seat, self.spine.top)
        if own is not None:
            body -= branch(self.context, own, self.bounds) - self._above_top()
        if own != self.clause.subject and self.clause.subject is not None:
            body -= branch(self.context, self.clause.subject, self.bounds) - self._above_top()
        first: Set[int] = branch(self.context, subject, self.bounds)
        if subject != own:
            first = noun_words(self.context, subject, self.spine.top, self.bounds)
        first |= self._name_of(subject)
        first -= self._above_top() | self._hanging(subject, min(first, default=subject))
        if subject == own and self._is_inverted(subject):
            return Draft(tuple(sorted(first | body)), self.path | {subject}, self.bounds, self.spine.top, subject)
        body -= self._told_before(subject) | self._told_behind(body)
        edge = min(subject, self.spine.top)
        if subject == own:
            edge = min(edge, min(first, default=edge))
        moved = self._moved(body, edge)
        named, case = self._names_subject(moved, min(first, default=edge))
        moved, first, body = moved - named - case, first | named, body - case
        front = {at for at in body - moved if at < edge} if subject == own else set()
        front -= self._misread(front, subject)
        rest = sorted(body - moved - front)
        words = (*sorted(front), *sorted(first - body), *rest, *sorted(moved))
        replaced = {at: self._before_moved(at) + self._small(at) for at in sorted(moved)[:1]}
        seam = rest[0] if rest and subject != own else None
        beside = (at for at in self._children(subject) if self.tree.relations[at] is Relation.APPOSITION)
        apart = frozenset(at for at in beside if at in first and seam is not None)
        return Draft(
            words, self.path | {subject}, self.bounds, self.spine.top, subject, replaced, seam=seam, beside=apart
        )

    def _name_of(self, noun: int) -> set[int]:
        """*Otto bin* of *Otto bin Rask*, on whatever a parse hangs it."""
        actor, run = self.context.mentions.get(noun, ("", (noun, noun + 1)))
        within = run[0] >= self.bounds[0] and actor in self.context.people
        return {at for at in range(*run) if self.tree.relations[at] is not Relation.PUNCTUATION} if within else set()

    def _hanging(self, subject: int, start: int) -> set[int]:
        """The small words that a subject stands behind: *and* of *and Lind left*, not of *neither Lind nor Rask*."""
        found = (
            at
            for at in self._children(subject)
            if self.tree.relations[at] in HANGING and not is_of_a_number(self.tree, at, self.bounds)
        )
        loose = (at for at in found if self.tree.lowers[at] not in _PAIRING)
        return {at for at in loose if at == start or self.tree.relations[at] is not Relation.COORDINATOR}

    def _told_before(self, subject: int) -> set[int]:
        """*The bridge was closed* of *the bridge was closed, ferries were late*: a sentence of its own."""
        clauses, quoted = self.context.syntax.clauses, self.context.quoted
        beside = (at for at in self._children(self.spine.top) if at < subject and at in clauses and not quoted[at])
        beside = (at for at in beside if at not in self.path and is_finite(self.context, at))
        own = [at for at in beside if clauses[at].subject is not None and not clauses[at].markers]
        told = {at for one in own if self.tree.relations[one] in _MOVED for at in self._whole(one)}
        joins = (at for at in range(max(told, default=subject), subject) if self.tree.tags[at] == "CC")
        before = next(joins, self.bounds[0])
        return told | set(range(self.bounds[0], before))  # *of nine, six voted* before *and on Friday Lind said so*

    def _told_behind(self, body: Set[int]) -> set[int]:
        """*In Corran* of *was born in 1940 and went to school, in Corran*: what follows a clause left out is of it."""
        clauses, after = self.context.syntax.clauses, max(self.path)
        joined = (at for at in self._children(self.spine.top) if self.tree.relations[at] is Relation.CONJUNCT)
        apart = (at for at in joined if at in clauses and at > after and at not in body)
        start = next(apart, self.bounds[1])
        return {at for at in body if at > start and at not in self.path}

    def _names_subject(self, moved: Set[int], edge: int) -> tuple[Set[int], Set[int]]:
        """*The ferry*, and *after*, of *after the ferry Merel sank*, where a parse takes *after* for a preposition."""
        noun = edge - 1
        case = [at for at in self._children(noun) if self.tree.relations[at] is Relation.CASE] if noun in moved else []
        named = self.tree.pos[edge] == "PROPN" and self.tree.is_nominal(noun)
        if not case or self.tree.lowers[case[0]] not in _EITHER or not named:
            return set(), set()
        return branch(self.context, noun, self.bounds) - set(case), set(case)

    def _misread(self, front: set[int], subject: int) -> set[int]:
        """*Since the storm, ferries have been late*, where a parse takes *since* for a conjunction."""
        markers = [at for at in self.clause.markers if self.tree.lowers[at] in _EITHER and at < subject]
        nouns = (at for at in self._children(self.spine.top) if at in front and self.tree.is_nominal(at))
        found = [at for at in nouns if markers and at > markers[0] and at != subject]
        return {at for noun in found for at in branch(self.context, noun, self.bounds)} - self.path - {subject}

    def _before_moved(self, at: int) -> str:
        """A comma before a participle that stood in front: *the mayor resigned, pressed by the council*."""
        return ", " if self.tree.tags[at].startswith("VB") and at in self.context.syntax.clauses else ""

    def _small(self, at: int) -> str:
        """A word that no longer begins its sentence."""
        text = self.context.doc[at].text
        return text if self.tree.pos[at] == "PROPN" or at in self.context.mentions or text == "I" else text.lower()

    def _is_inverted(self, subject: int) -> bool:
        """*Never had he left*, *there were not enough*: the order is part of what is said."""
        there = any(
            self.tree.relations[at] is Relation.EXPLETIVE for at in self._children(self.spine.top) if at < subject
        )
        return there or any(at < subject for at in self.clause.auxiliaries)

    def _existence(self, subject: int) -> Draft | None:
        """*There was an explosion at the port* is *an explosion at the port*; not *there will be* one, nor *guards*."""
        if not (happens(self.tree, subject) or is_counted(self.context, subject)):
            return None
        there = [at for at in self._children(self.spine.top) if self.tree.lowers[at] == "there"]
        plain = not self.clause.auxiliaries and self.clause.negation is None and len(self.path) == 1
        if not there or not plain or self.tree.lowers[self.spine.top] not in BE or self.spine.seats:
            return None
        aside = (at for at in self._children(self.spine.top) if at < there[0])
        aside = (at for at in aside if self.tree.relations[at] is not Relation.OBLIQUE)
        gone = {at for one in aside for at in branch(self.context, one, self.bounds)}
        words = self._expanded(self.spine.top) - {self.spine.top, *there} - gone
        lead = branch(self.context, subject, self.bounds)
        ordered = (*sorted(lead), *sorted(words - lead))
        return Draft(ordered, frozenset({subject}), self.bounds, self.spine.top, subject)

    def _above_top(self) -> set[int]:
        return {self.spine.top} if self.spine.top in self.path else set()

    def _moved(self, body: set[int], edge: int) -> set[int]:
        """What stood before its subject, and can as well follow: *in Skerra* of *in Skerra, the mayor resigned*."""
        children = (at for at in self._children(self.spine.top) if at < edge and at in body)
        fronted = [child for child in children if self.tree.relations[child] in _MOVED and not self._is_bare(child)]
        return {at for child in fronted for at in self._whole(child) if at < edge} & body

    def _is_bare(self, child: int) -> bool:
        """*The ferry Merel* of *the ferry Merel, Lorne sank*, where a parse takes the place for what sank."""
        cases = any(self.tree.relations[at] in (Relation.CASE, Relation.MARKER) for at in self._children(child))
        plain = self.tree.relations[child] is Relation.OBLIQUE and self.tree.pos[child] in ("NOUN", "PROPN")
        words = branch(self.context, child, self.bounds)
        apart = self.tree.lowers[min(max(words) + 1, len(self.tree) - 1)] == ","
        return plain and apart and not cases and self.context.timed.isdisjoint(words)

    def _whole(self, child: int) -> Set[int]:
        return self._expanded(child) if child in self.path else branch(self.context, child, self.bounds)

    def _expanded(self, verb: int) -> set[int]:
        """The words of a clause on the spine, without what is told beside it."""
        seat = self.spine.seats.get(verb)
        if seat is not None:
            own = self.context.syntax.clauses[verb].subject
            subject = branch(self.context, own, self.bounds) if own is not None else set()
            return self._expanded(seat) | self._shared(verb, seat) | (subject - self.path)
        words = {verb}
        for child in self._children(verb):
            if self.tree.relations[child] is Relation.PUNCTUATION:
                continue
            if child in self.path or child in self.spine.seats:
                words |= self._expanded(child) | self._joining(child)
            elif not self._is_beside(verb, child):
                words |= branch(self.context, child, self.bounds)
        return words

    def _joining(self, conjunct: int) -> set[int]:
        """*And* before a conjunct that is told with the first."""
        children = self._children(conjunct) if self.tree.relations[conjunct] is Relation.CONJUNCT else []
        return {at for at in children if self.tree.relations[at] is Relation.COORDINATOR}

    def _is_beside(self, verb: int, child: int) -> bool:
        tree = self.tree
        relation, words = tree.relations[child], branch(self.context, child, self.bounds)
        if words & self.path:
            return False
        if relation is Relation.CONJUNCT:
            alternative = any(tree.lowers[at] in _OR for at in self._children(child))
            return child in self.context.syntax.clauses and not alternative
        if relation in (Relation.PARATAXIS, Relation.COORDINATOR):
            return True
        markers = self.context.syntax.clauses[verb].markers if verb == self.spine.top and not self.phrasal else ()
        if relation is Relation.ADVERB and (self._links(child) or self._opens_apart(child)):
            return True
        if relation is Relation.ADVERB and child + 1 in markers:
            return True  # *shortly after it sank*
        if relation is Relation.OBLIQUE and tree.lowers[child] in _PHRASES and len(words) <= _SHORT:
            return True
        if child in markers:
            return tree.lowers[child] != "to"
        return self._attributes({child, *self._children(child)}, verb)

    def _links(self, at: int) -> bool:
        """*Later* of *later she left*, not of *later than he did*."""
        return self.tree.lowers[at] in LINKING and self.tree.lowers[at + 1 : at + 2] != ["than"]

    def _opens_apart(self, at: int) -> bool:
        return self.tree.lowers[at] in _OPENING and at + 1 < self.bounds[1] and self.tree.lowers[at + 1] == ","

    def _attributes(self, words: set[int], verb: int) -> bool:
        """*According to the police*, *as she put it*: the line has its source."""
        numbers = {self.context.cues[at] for at in words if at in self.context.cues}
        return any(start <= verb < end for number in numbers for start, end in self.context.contents.get(number, ()))

    def _shared(self, first: int, later: int) -> set[int]:
        above: Clause = self.context.syntax.clauses[first]
        below: Clause = self.context.syntax.clauses[later]
        if below.auxiliaries or self.tree.tags[later] in ("VBD", "VBZ", "VBP"):
            return set()
        leading = {at for at in above.markers if self.tree.lowers[at] == "to" or self.tree.tags[first] == "VBG"}
        to = leading if not below.markers else set()  # *of* of *accused of lying and stealing*
        negation = {above.negation} if above.negation is not None and above.auxiliaries else set()
        auxiliaries = {at for at in self._children(first) if self.tree.relations[at] in AUXILIARIES}
        return to | negation | auxiliaries
