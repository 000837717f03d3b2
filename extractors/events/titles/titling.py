"""The titles of a doc's events.

A title has at most 80 characters where that can be done by leaving out what can go, and then as few as must. Where no
grammar says who did what, the words of the clause stand.
"""

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from msgspec.structs import replace

from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.clause_extents import ClauseExtents
from extractors.events.context.event_context import EventContext
from extractors.events.titles.asides import Asides
from extractors.events.titles.clause_drafts import clause_draft
from extractors.events.titles.commas import pruned_at_commas, sentence_draft, without_opening
from extractors.events.titles.drafts import Draft
from extractors.events.titles.least_missed import LeastMissed
from extractors.events.titles.loose_ends import without_lead, without_loose_end, without_pointer, without_strays
from extractors.events.titles.moved_settings import without_moved_settings
from extractors.events.titles.named_subjects import NamedSubjects
from extractors.events.titles.naming import Naming
from extractors.events.titles.opening_words import without_opening_words
from extractors.events.titles.participles import Participles
from extractors.events.titles.pruning import LONG, LONGER, LONGEST, LONGEST_NEEDED, LONGEST_SENTENCE, shortened
from extractors.events.titles.ranges import range_draft, whole_draft
from extractors.events.titles.reported import reported_draft
from extractors.events.titles.said import as_said
from extractors.events.titles.said_elsewhere import said_elsewhere
from extractors.events.titles.seams import is_torn, without_torn
from extractors.events.titles.short_names import ShortNames
from extractors.events.titles.soundness import is_sound, lacking, names_a_thing
from extractors.events.titles.speech import Speech
from extractors.events.titles.spines import hosted, read_spine
from extractors.events.titles.times import Times
from extractors.events.titles.wording import Wording
from extractors.syntax.phrases import Range, phrase
from extractors.syntax.relations import SUBJECTS, Relation
from timeline.model import Tie

_FEWEST = 2
"""Words of a noun that can stand alone, its time and articles left aside: *a fight* can't."""

_NOUNS = frozenset(("NOUN", "PROPN"))


class Titles:
    """Makes the titles of one doc."""

    def __init__(self, context: EventContext, extents: ClauseExtents, candidates: Collection[EventCandidate]) -> None:
        self.context, self.extents = context, extents
        self.wording = Wording(context)
        self.asides = Asides(context, frozenset(one.verb for one in candidates if one.trigger == one.verb))
        self.times = Times(context)
        self.speech = Speech(context)
        self.participles = Participles(context)
        self.naming = Naming(context, self.speech)
        self.named_subjects = NamedSubjects(context)
        self.short_names = ShortNames(context)
        self.least_missed = LeastMissed(context, (one.trigger for one in candidates), self._least_length)
        self._times = {
            one.verb: one.time if one.tie is Tie.OWN else None for one in candidates if one.trigger == one.verb
        }
        self._tellers = {one.trigger: one for one in candidates if one.trigger == one.verb}
        self._lengths: dict[tuple[tuple[int, ...], int], int] = {}
        """Of the drafts of one title."""
        self._least_lengths: dict[tuple[int, ...], int] = {}

    def title(self, candidate: EventCandidate) -> str:
        """What an event is, in a line that can be read alone."""
        self._lengths.clear()
        self._least_lengths.clear()
        draft = self._readable(candidate)
        if told := self._said_elsewhere(draft, candidate):
            return told
        text = self._told(draft, LONGER)
        if len(text) > LONG:
            shorter = self._without_least_missed(draft, candidate)
            text = text if shorter.words == draft.words else self._told(shorter, LONG)
        return text or self.context.doc[candidate.trigger].text

    def _said_elsewhere(self, draft: Draft, candidate: EventCandidate) -> str:
        """*The mayor: the ferry sank* where the mayor would only have said something; empty where that is not so."""
        if candidate.trigger not in self.context.sayings.cues:
            return ""
        found = said_elsewhere(self.context, self._tellers, draft)
        if found is None or self.naming.leans(found[0]):
            return ""
        speaker, said = self._text(found[0]), self.title(found[1])
        first = self._readable(found[1]).words[0]
        if self.context.tree.pos[first] != "PROPN" and not said[1:2].isupper():
            said = said[:1].lower() + said[1:]
        text = f"{speaker}: {said}"
        return text if not said.startswith("[") and len(text) <= LONGEST else ""

    def _told(self, draft: Draft, most: int) -> str:
        """A draft in words, with the names that there is room for."""
        named = self.named_subjects.told(draft)
        draft = named if len(self._text(named)) <= most else draft
        whole = self._text(draft)
        short = whole if len(whole) <= most else self._text(draft, inside=False)  # no name makes a title too long
        text = short if len(short) <= most else whole
        if len(text) > LONG:
            return self.short_names.shortened(text)
        return self._with_fuller_words(draft, text) if text == whole else text

    def _with_fuller_words(self, draft: Draft, text: str) -> str:
        """A title with as many bare nouns told in full as there is room for."""
        known: dict[int, str] = {}
        for found in self.naming.fuller(draft):
            longer = self._text(draft, fuller=known | found)
            if len(longer) <= LONG:
                known, text = known | found, longer
        return text

    def whole(self, candidate: EventCandidate) -> Draft:
        """What is told of an event before anything goes that only its length forbids."""
        return self._without_asides(candidate, self._draft(candidate))

    def _without_least_missed(self, draft: Draft, candidate: EventCandidate) -> Draft:
        """A draft that is too long without what an editor would miss least, as long as it can be read."""
        verb = self._told_verb(candidate)
        if not is_sound(self.context, draft, verb):
            return draft
        said = as_said(self.context, draft)
        said = None if said is None else self.least_missed.without(said)
        if said is not None and self._length(said) <= LONGEST:
            return said
        shorter = self._mended(self.least_missed.without(draft))
        return shorter if is_sound(self.context, shorter, verb) else draft

    def _told_verb(self, candidate: EventCandidate) -> int | None:
        told = candidate.trigger == candidate.verb and candidate.trigger in self.context.groups
        return candidate.trigger if told else None

    def _readable(self, candidate: EventCandidate) -> Draft:
        """The shortest draft that can be read as a sentence: of the clause, else of the sentence."""
        context, verb = self.context, self._told_verb(candidate)
        whole = self.whole(candidate)
        draft = self._mended(self._shortened(whole))
        if self._is_of_another_time(candidate) or (self._is_fit(draft, verb) and not self.naming.leans(draft)):
            return draft
        sentence = self._sentence(candidate)
        told = self._length(sentence) <= LONGEST and not is_torn(context, sentence)
        if self._is_fit(draft, verb):
            return sentence if told and self._names_before(sentence, draft.words[0]) else draft
        for one in self._fuller_drafts(whole, draft):
            if self._is_fit(one, verb):
                return one
        thing = names_a_thing(context, draft)
        if thing and context.is_finite(draft.top) and self._may_be_of_another_day(candidate):
            return draft
        host = self._host(candidate) if thing else None
        if host is not None and self._is_fit(host, host.top, LONGEST_NEEDED):
            return host
        if told or self._is_fit(draft, verb, LONGEST_NEEDED):
            return sentence if told else draft
        return self._last_resort(candidate, draft, sentence, verb)

    def _last_resort(self, candidate: EventCandidate, draft: Draft, sentence: Draft, verb: int | None) -> Draft:
        """What is reported of an event, else its clause without what is torn, else what is left of its sentence."""
        reported = self._reported(candidate)
        if reported is not None:
            return reported
        rest = self._mended(without_torn(self.context, draft))
        if rest.words == draft.words or not self._is_fit(rest, verb):
            short = self._mended(self._shortened(sentence))
            if verb is not None and self._is_fit(short, verb, LONGEST_NEEDED) and not lacking(self.context, short):
                return short
            if self._is_whole(sentence) and not is_sound(self.context, draft, verb):
                return sentence
        return rest

    def _is_whole(self, sentence: Draft) -> bool:
        """Whether a sentence can be read as one where its clause can't, and is not much too long."""
        context = self.context
        short = self._length(sentence) <= LONGEST_SENTENCE and not self.naming.leans(sentence)
        return short and not is_torn(context, sentence) and not lacking(context, sentence)

    def _is_fit(self, draft: Draft, verb: int | None, most: int = LONGEST) -> bool:
        return self._length(draft) <= most and is_sound(self.context, draft, verb)

    def _mended(self, draft: Draft) -> Draft:
        return without_loose_end(self.context, without_strays(self.context, draft))

    def _fuller_drafts(self, whole: Draft, draft: Draft) -> Iterator[Draft]:
        """The clause with what its verbs need, then as it stands."""
        if needed := lacking(self.context, draft) & set(whole.words):
            yield self._mended(self._shortened(replace(whole, fixed=whole.fixed | needed)))
        yield self._mended(whole)

    def _reported(self, candidate: EventCandidate) -> Draft | None:
        """What the sentence reports of an event, where that is a sentence."""
        bounds = self.speech.unlabelled(self.context.sentence(candidate.trigger))
        sentence = self._without_asides(candidate, sentence_draft(self.context, bounds, candidate.trigger))
        draft = reported_draft(self.context, sentence, candidate.trigger)
        if draft is None:
            return None
        draft = self._mended(pruned_at_commas(self.context, draft, lambda one: self._length(one) <= LONGEST))
        return draft if self._length(draft) <= LONGEST and not is_torn(self.context, draft) else None

    def _is_of_another_time(self, candidate: EventCandidate) -> bool:
        """*Apologised for a massacre in 1937*: nobody may read that they apologised then."""
        own = candidate.trigger != candidate.verb and candidate.time is not None and candidate.tie is Tie.OWN
        return own and self._times.get(candidate.verb, candidate.time) != candidate.time

    def _may_be_of_another_day(self, candidate: EventCandidate) -> bool:
        """Whether what a sentence tells of a noun may have another time than what it says more of it."""
        start, end = self.context.sentence(candidate.trigger)
        inside = sum(start <= span.start < end for span in self.context.times.values())
        return candidate.time is not None and inside > 1

    def _host(self, candidate: EventCandidate) -> Draft | None:
        """The clause that a noun stands in of which an event says more."""
        own = read_spine(self.context, candidate.verb)
        spine, noun = hosted(self.context, own), self.context.syntax.clauses[own.top].attached
        bounds = self.speech.unlabelled(self.context.sentence(candidate.trigger))
        draft = None if spine is None else clause_draft(self.context, spine, bounds)
        if draft is None or noun is None or not {candidate.trigger, noun} <= set(draft.words):
            return None
        draft = replace(draft, fixed=draft.fixed | {noun})
        return self._mended(self._shortened(self._without_asides(candidate, draft)))

    def _sentence(self, candidate: EventCandidate) -> Draft:
        """The sentence of an event, pruned at its commas."""
        bounds = self.speech.unlabelled(self.context.sentence(candidate.trigger))
        sentence = self._without_asides(candidate, sentence_draft(self.context, bounds, candidate.trigger))
        pruned = pruned_at_commas(self.context, sentence, lambda one: self._length(one) <= LONGER)
        return pruned if self._length(pruned) <= LONG else without_opening(self.context, pruned)

    def _names_before(self, sentence: Draft, at: int) -> bool:
        """Whether a sentence has a subject before a word of it, and begins with nobody unnamed."""
        tree = self.context.tree
        if tree.relations[at] is Relation.EXPLETIVE:
            return False  # *there were only nine*
        nouns = (one for one in sentence.words if tree.relations[one] in SUBJECTS and tree.pos[one] in _NOUNS)
        return next(nouns, at) < at and not self.naming.leans(sentence)

    def _without_asides(self, candidate: EventCandidate, draft: Draft) -> Draft:
        """A draft without what the line has anyway, and what stands beside the sentence."""
        if candidate.trigger in draft.words:
            draft = replace(draft, fixed=draft.fixed | {candidate.trigger})
        own = candidate.time if candidate.tie is Tie.OWN else None
        draft = self.times.without(self.asides.without(draft), own)
        draft = without_moved_settings(self.context, without_opening_words(self.context, draft, candidate))
        draft = without_pointer(self.context, without_lead(self.context, draft))
        return without_strays(self.context, draft)

    def _shortened(self, draft: Draft) -> Draft:
        return shortened(self.context, draft, self._length)

    def _length(self, draft: Draft) -> int:
        key = draft.words, draft.top
        if key not in self._lengths:
            self._lengths[key] = len(self._text(draft, inside=False))  # no name costs what is told
        return self._lengths[key]

    def _least_length(self, draft: Draft) -> int:
        """How many characters a draft has where people are called by their last names if need be."""
        if draft.words not in self._least_lengths:
            self._least_lengths[draft.words] = len(self.short_names.shortened(self._text(draft, inside=False)))
        return self._least_lengths[draft.words]

    def _text(self, draft: Draft, *, inside: bool = True, fuller: Mapping[int, str] = MappingProxyType({})) -> str:
        names = self.naming.names(draft, inside=inside)
        seam = None if draft.seam is None else (draft.seam, "," if draft.beside & set(draft.words) else "")
        seam = seam if draft.said is None else (draft.said, ":")
        return names.before + self.wording.line(
            draft.words, {**names.replaced, **fuller}, seam, verbatim=names.verbatim
        )

    def _draft(self, candidate: EventCandidate) -> Draft:
        context, verb = self.context, candidate.verb
        bounds = self.speech.unlabelled(context.sentence(candidate.trigger))
        if candidate.trigger != verb and verb not in candidate.stands_for:
            words = phrase(context.syntax, candidate.trigger, coordinated=False)
            alone = self._is_of_another_time(candidate) or context.tree.heads[candidate.trigger] != verb
            if alone or self._says_enough(candidate.trigger, words):
                return range_draft(context, words, candidate.trigger, bounds)
        if candidate.trigger == verb and verb in context.groups:
            apart = self.participles.draft(verb, bounds)
            if apart is not None:
                return apart
        if verb in context.groups:
            spine = read_spine(context, verb)
            draft = clause_draft(context, spine, bounds)
            if draft is not None and draft.turned and self.naming.leans(draft):
                draft = clause_draft(context, spine, bounds, turns=False)  # *the wreck they found*
            if draft is not None and (candidate.trigger in draft.words or candidate.trigger == verb):
                return draft
        return whole_draft(context, self.extents.clause(candidate), candidate.trigger, bounds)

    def _says_enough(self, trigger: int, words: Range) -> bool:
        tree = self.context.tree
        telling = [at for at in range(*words) if at not in self.context.timed and tree.tags[at] != "DT"]
        return trigger in telling and sum(tree.pos[at] in ("NOUN", "PROPN", "ADJ", "NUM") for at in telling) >= _FEWEST
