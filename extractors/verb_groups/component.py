"""Verb groups: a spaCy component that says of each verb when, whether and how surely it is told to happen.

`nlp.add_pipe("dateline_verb_groups")` fills `doc.spans["verb_groups"]`, from the first word of each group to its last,
and `doc._.dateline_verb_groups`, one plain mapping a group; `verb_groups(doc)` gives them as records. It stands on a
parse, of either label scheme.
"""

from collections.abc import Mapping, Sequence, Set
from enum import StrEnum

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span

from extractors import quotations
from extractors.component import Component
from extractors.lexicons import modifiers, verbs
from extractors.lexicons.effects import Effect
from extractors.lexicons.forms import forms, looks_past
from extractors.once import once_per_rows
from extractors.syntax.clauses import Clause, Syntax, read_syntax
from extractors.syntax.embedding import AHEAD, NEGATION_STAYS_ABOVE, ON_NOUNS, Embedding, embedding, kind_of
from extractors.syntax.relations import NOUN_CLAUSES, Relation
from extractors.syntax.tenses import Aspect, Form, Inflection, Modality, Tense, Voice, inflection, shared_modal
from extractors.syntax.trees import BE
from extractors.verb_groups.conditions import condition_of
from extractors.verb_groups.denials import comes_in_the_end, is_bounded, is_denied
from timeline.model import Polarity

KEY = "verb_groups"
"""Where the spans are: `doc.spans[KEY]`."""

_CONFUSED = frozenset({("VBN", "VBD"), ("VB", "VBP")})
"""Tags of the same form, which taggers give for one another."""
_SETTING = frozenset("if unless when whenever until till before after once".split())
_AWAITED = frozenset("until till once when before after".split())
"""*Will not open until it has been checked*: that lies ahead; *will pay if they have broken it* does not."""
_SHIFTED = frozenset("would could might".split())
_LATER, _EARLIER = frozenset("before until till".split()), frozenset("after since".split())

if not Doc.has_extension("dateline_verb_groups"):
    Doc.set_extension("dateline_verb_groups", default=None)


class Order(StrEnum):
    """Where a verb lies from the time that it is told from."""

    BEFORE = "before"
    OVERLAP = "overlap"
    AFTER = "after"


class VerbGroup(msgspec.Struct, frozen=True):
    """A verb with what belongs to it, by token indices of the doc."""

    trigger: int
    """The lexical verb; the form of *be* of a copular clause."""
    predicate: int | None
    tokens: tuple[int, ...]
    form: Form
    tense: Tense
    aspect: Aspect
    modality: Modality
    voice: Voice
    polarity: Polarity
    order: Order
    """Where it lies from its anchor."""
    anchor: int | None
    """The verb from whose time it is told: *said*, *plans*; None where that is the time of writing."""
    embedding: Embedding | None
    embeds: Effect | None
    """What it makes of its nouns too: *the trial is scheduled for Monday*, *called for protests Saturday*."""
    conditional: bool
    """Whether it stands under *if*, or has its condition there."""
    hearsay: bool
    """*allegedly*, *reportedly*."""
    in_the_end: bool = False
    """*Was not restored until Tuesday*: it was in the end, which is what its polarity says."""


class VerbGroups(Component[VerbGroup]):
    """Reads the verb groups of a doc."""

    def match(self, doc: Doc) -> list[VerbGroup]:
        """The verb groups of a parsed doc, in the order of the text."""
        syntax = read_syntax(doc)
        groups: dict[int, VerbGroup] = {}
        quoted = {at for span in doc.spans.get(quotations.KEY, ()) for at in range(span.start, span.end)}
        grouping = _Grouping(syntax, groups, quoted)
        for at in syntax.tree.order:  # what a verb is embedded in is read before it
            if at in syntax.clauses and _has_tense(syntax, syntax.clauses[at]):
                groups[at] = grouping.group(syntax.clauses[at])
        return [groups[at] for at in sorted(groups)]

    def set_annotations(self, doc: Doc, records: Sequence[VerbGroup]) -> None:
        """Set `doc.spans["verb_groups"]` and `doc._.dateline_verb_groups`."""
        doc.spans[KEY] = [
            Span(doc, group.tokens[0], group.tokens[-1] + 1, label=group.tense, span_id=str(number))
            for number, group in enumerate(records)
        ]
        doc._.dateline_verb_groups = [msgspec.to_builtins(group) for group in records]


@once_per_rows("dateline_verb_groups")
def verb_groups(doc: Doc) -> dict[int, VerbGroup]:
    """The verb groups of a processed doc by trigger, in the order of the text."""
    groups = (msgspec.convert(row, VerbGroup) for row in doc._.dateline_verb_groups or ())
    return {group.trigger: group for group in groups}


def _has_tense(syntax: Syntax, clause: Clause) -> bool:
    """Whether a clause has a verb: *77 of them minors* has none, *the economy shrank* has, whatever a tagger says."""
    tree = syntax.tree
    lower = tree.lowers[clause.verb]
    past = looks_past(lower) or (lower in forms().unchanged_past and clause.relation not in NOUN_CLAUSES)
    mistaken = clause.subject is not None and clause.predicate is None and past
    return tree.is_verb(clause.verb) or bool(clause.auxiliaries) or mistaken


def _is_now(over: VerbGroup | None) -> bool:
    """*Are close to signing*: that may well come."""
    return over is not None and over.tense is Tense.PRESENT and over.aspect is Aspect.NONE


class _Grouping:
    """One doc, with the groups read so far."""

    def __init__(self, syntax: Syntax, groups: Mapping[int, VerbGroup], quoted: Set[int] = frozenset()) -> None:
        self.syntax, self.tree, self.groups, self.quoted = syntax, syntax.tree, groups, quoted
        self.spoken: dict[int, int | None] = {}
        """By verb, the verb in the past that reports the clause it stands in."""
        self.opened_by_hearsay: dict[int, bool] = {}

    def group(self, clause: Clause) -> VerbGroup:
        tree = self.tree
        self.spoken[clause.verb] = self._past_speech(clause)
        first = self._shared(clause)
        forms = self._forms(clause, first)
        above = first.embedding if first is not None else embedding(self.syntax, clause)
        conditional = condition_of(self.syntax, clause) is not None or (first is not None and first.conditional)
        conditional = conditional or self._shares_condition(clause)
        order, anchor = (first.order, first.anchor) if first is not None else self._order(clause, forms, above)
        speech = self.spoken[clause.verb]
        told = speech is not None and not self._is_unshifted(clause, speech)
        if told and forms.modality is Modality.CONDITIONAL and forms.aspect is not Aspect.PERFECT:
            order, anchor = Order.AFTER, speech
            if not conditional:  # *said he would leave*: a future seen from the past
                forms = msgspec.structs.replace(forms, tense=Tense.FUTURE, modality=Modality.INDICATIVE)
        own = [*clause.auxiliaries, clause.negation, clause.verb, clause.particle, clause.predicate]
        own += [at for at in clause.markers if tree.tags[at] == "TO"]
        predicate = clause.predicate
        polarity = self._polarity(clause, first, above)
        in_the_end = comes_in_the_end(tree, clause)
        if polarity is Polarity.NEGATIVE and not in_the_end and self._is_denied_above(above):
            in_the_end = is_bounded(tree, clause)  # *is not expected to rule until May*
            polarity = Polarity.POSITIVE if in_the_end else polarity
        return VerbGroup(
            trigger=clause.verb,
            predicate=predicate,
            tokens=tuple(sorted({at for at in own if at is not None})),
            form=forms.form,
            tense=forms.tense,
            aspect=forms.aspect,
            modality=forms.modality,
            voice=forms.voice,
            polarity=polarity,
            order=order,
            anchor=anchor,
            embedding=above,
            embeds=self._embeds(clause),
            conditional=conditional,
            hearsay=self._is_hearsay(clause),
            in_the_end=in_the_end,
        )

    def _shares_condition(self, clause: Clause) -> bool:
        """*If it rains, they will close the fair and will open the pool*: what stands before both is of both."""
        joined = clause.relation is Relation.CONJUNCT and clause.parent is not None and clause.subject is None
        if not joined or clause.parent is None or not clause.auxiliaries:
            return False
        first, above = self.syntax.clauses[clause.parent], self.groups.get(clause.parent)
        if above is None or not above.conditional or self.tree.tags[clause.auxiliaries[0]] != "MD":
            return False
        mark = condition_of(self.syntax, first)
        return mark is not None and first.subject is not None and mark < first.subject

    def _is_unshifted(self, clause: Clause, speech: int) -> bool:
        """*“We would never sell it,” she said*: a quoted verb has its speaker's tense, and one found out its own."""
        words = (clause.verb, *clause.auxiliaries, *(() if clause.subject is None else (clause.subject,)))
        quoted = min(words) in self.quoted and speech not in self.quoted
        return quoted or self.tree.lemma_in(speech, verbs.finding()) is not None

    def _shared(self, clause: Clause) -> VerbGroup | None:
        """The verb whose auxiliaries this one shares: *was arrested and beaten*, *to seek and obtain*."""
        if clause.relation is not Relation.CONJUNCT or clause.parent is None or clause.parent not in self.groups:
            return None
        if shared_modal(self.syntax, clause) is not None:
            return self.groups[clause.parent]
        first = self.syntax.clauses[clause.parent]
        tag = self.tree.tags[clause.verb]
        bare = not clause.auxiliaries and clause.subject is None and tag in ("VB", "VBN", "VBG")
        to = any(self.tree.tags[at] == "TO" for at in clause.markers)
        if bare and to:
            return self.groups[first.verb] if self.groups[first.verb].form is Form.INFINITIVE else None
        other = self.tree.tags[first.verb]
        same = tag == other or (tag, other) in _CONFUSED
        same = same or (first.predicate is not None and tag != "VB")
        return self.groups[first.verb] if bare and same else None

    def _forms(self, clause: Clause, first: VerbGroup | None) -> Inflection:
        if first is None:
            return inflection(self.tree, clause, clause.auxiliaries)
        modal = shared_modal(self.syntax, clause)
        if modal is not None:
            return inflection(self.tree, clause, [modal, *clause.auxiliaries])
        above = self.syntax.clauses[first.trigger]
        if first.predicate is not None:  # *was ill and taken away*
            return inflection(self.tree, clause, [*above.auxiliaries, above.verb])
        return Inflection(first.form, first.tense, first.aspect, first.modality, first.voice)

    def _past_speech(self, clause: Clause) -> int | None:
        """The nearest verb above, in the past, that a clause above completes: *said*, *hoped*."""
        if clause.parent is None:
            return None
        if clause.relation is not Relation.COMPLEMENT:
            return self.spoken.get(clause.parent)
        above = self.groups.get(clause.parent)
        if above is not None and above.form is Form.PRESENT_PARTICIPLE and above.anchor is not None:
            above = self.groups.get(above.anchor)  # *left, saying that he would return*
        # A verb that interrupts what it reports is read after it: *he, aides said, would go*.
        past = self.tree.tags[clause.parent] == "VBD" if above is None else above.tense is Tense.PAST
        return clause.parent if past else None

    def _order(self, clause: Clause, forms: Inflection, above: Embedding | None) -> tuple[Order, int | None]:
        perfect = forms.aspect in (Aspect.PERFECT, Aspect.PERFECT_PROGRESSIVE)
        if forms.form in (Form.FINITE, Form.IMPERATIVE) or (forms.form is Form.BARE and above is None):
            over = self.groups.get(clause.parent) if clause.parent is not None else None
            awaited = not perfect or (forms.tense is Tense.PRESENT and self._marks(clause) & _AWAITED)
            if over is not None and over.order is Order.AFTER and self._goes_with(clause) and awaited:
                return over.order, over.anchor
            # *Said he plans*, *said he will*: these count from the time of writing, only past forms are shifted.
            first = min([*clause.auxiliaries, clause.verb])
            shifted = forms.tense is Tense.PAST or self.tree.lowers[first] in _SHIFTED or forms.form is Form.BARE
            anchor = clause.parent if clause.relation is Relation.COMPLEMENT and shifted else None
            return self._finite_order(clause, forms, perfect=perfect), anchor
        if above is not None:
            if perfect or (above.kind is Effect.ALLEGATION and forms.form is Form.PRESENT_PARTICIPLE):
                return Order.BEFORE, above.verb
            return (Order.AFTER if above.kind in AHEAD else Order.OVERLAP), above.verb
        return self._plain_order(clause, forms, perfect=perfect), clause.parent

    def _goes_with(self, clause: Clause) -> bool:
        """Whether a clause takes its time from the one that it sets a condition or a time for.

        *Will leave when he votes*, *would leave if he voted*: neither is told of the present or the past.
        """
        return clause.relation is Relation.ADVERBIAL and not self._marks(clause).isdisjoint(_SETTING)

    def _marks(self, clause: Clause) -> set[str]:
        return {self.tree.lowers[at] for at in clause.markers}

    def _finite_order(self, clause: Clause, forms: Inflection, *, perfect: bool) -> Order:
        if perfect:
            return Order.AFTER if forms.tense is Tense.FUTURE else Order.BEFORE
        if forms.tense is Tense.PAST:
            stative = forms.aspect is Aspect.PROGRESSIVE or self.tree.lowers[clause.verb] in BE
            spoken = clause.relation is Relation.COMPLEMENT and self.tree.tags[clause.parent or 0] == "VBD"
            return Order.OVERLAP if stative and spoken else Order.BEFORE
        return Order.OVERLAP if forms.tense is Tense.PRESENT else Order.AFTER

    def _plain_order(self, clause: Clause, forms: Inflection, *, perfect: bool) -> Order:
        """Participles and infinitives that nothing embeds."""
        markers = {self.tree.lowers[at] for at in clause.markers}
        if perfect or markers & _EARLIER:
            return Order.BEFORE
        if markers & _LATER or forms.form is Form.INFINITIVE:
            return Order.AFTER
        reduced = forms.form is Form.PAST_PARTICIPLE and clause.relation in NOUN_CLAUSES
        return Order.BEFORE if reduced else Order.OVERLAP

    def _polarity(self, clause: Clause, first: VerbGroup | None, above: Embedding | None) -> Polarity:
        negative = is_denied(self.tree, clause)
        if first is not None:
            # *Will not be deterred and go on*: only what is built alike is denied with it.
            alike = shared_modal(self.syntax, clause) is None or self._is_alike(clause, first)
            negative = negative or (alike and first.polarity is Polarity.NEGATIVE)
        elif above is not None:
            over = self.groups.get(above.verb)
            denied = over is not None and over.polarity is Polarity.NEGATIVE
            turns = above.negative and not (above.kind is Effect.BRINK and _is_now(over))
            negative ^= turns ^ (denied and above.kind not in NEGATION_STAYS_ABOVE)
        elif negative and self._is_without(clause):
            over = self.groups.get(-1 if clause.parent is None else clause.parent)
            negative = over is None or over.polarity is Polarity.POSITIVE  # *nobody left without paying*
        return Polarity.NEGATIVE if negative else Polarity.POSITIVE

    def _is_denied_above(self, above: Embedding | None) -> bool:
        over = None if above is None or above.negative else self.groups.get(above.verb)
        return over is not None and over.polarity is Polarity.NEGATIVE

    def _is_without(self, clause: Clause) -> bool:
        return any(self.tree.lowers[at] == "without" for at in self.tree.children[clause.verb])

    def _is_alike(self, clause: Clause, first: VerbGroup) -> bool:
        return not clause.auxiliaries and self.tree.tags[clause.verb] == self.tree.tags[first.trigger]

    def _embeds(self, clause: Clause) -> Effect | None:
        effects = (kind_of(self.tree, at) for at in (clause.predicate, clause.verb) if at is not None)
        return next((effect for effect in effects if effect in ON_NOUNS), None)

    def _is_hearsay(self, clause: Clause) -> bool:
        """*Reportedly, he struck a rail and fled*: an adverb before the subject holds for all that follows."""
        if self._has_adverb(clause, modifiers.hearsay_adverbs()):
            return True
        if clause.relation is not Relation.CONJUNCT or clause.parent is None:
            return False
        if clause.parent not in self.opened_by_hearsay:
            first = self.syntax.clauses[clause.parent]
            opening = (at for at in self.tree.children[first.verb] if first.subject is not None and at < first.subject)
            hearsay = any(self.tree.lowers[at] in modifiers.hearsay_adverbs() for at in opening)
            self.opened_by_hearsay[clause.parent] = hearsay
        return self.opened_by_hearsay[clause.parent]

    def _has_adverb(self, clause: Clause, adverbs: frozenset[str]) -> bool:
        return any(self.tree.lowers[at] in adverbs for at in self.tree.children[clause.verb])


@Language.factory("dateline_verb_groups", assigns=["doc.spans"])
def make_verb_groups(nlp: Language, name: str) -> VerbGroups:  # noqa: ARG001 - the signature of a spaCy factory
    """The component, for `nlp.add_pipe("dateline_verb_groups")`."""
    return VerbGroups()
