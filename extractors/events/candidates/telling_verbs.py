"""Which verbs tell of something that happens, has happened or may."""

from itertools import islice

from extractors.events.candidates.sharing import host
from extractors.events.candidates.states import (
    goes_on,
    is_of_now,
    is_outcome,
    is_state,
    lays_down,
    names_a_suspect,
    tells_a_total,
)
from extractors.events.candidates.told_noun_clauses import tells_of_noun
from extractors.events.candidates.told_states import is_told_state
from extractors.events.candidates.untold import addresses, is_alternative, is_untold
from extractors.events.context.event_context import EventContext
from extractors.events.dating.dates import Dates
from extractors.lexicons import nouns, verbs
from extractors.lexicons.effects import Effect
from extractors.lexicons.verb_rows import Content
from extractors.syntax.clauses import Clause, chain, is_reporting
from extractors.syntax.embedding import AHEAD
from extractors.syntax.eventive import noun_in
from extractors.syntax.relations import NOUN_CLAUSES, Relation
from extractors.syntax.tenses import Aspect, Form, Modality, Tense, Voice
from extractors.syntax.trees import BE
from extractors.verb_groups import VerbGroup
from timeline.model import Polarity

_LATER = frozenset("later subsequently repeatedly".split())
"""Adverbs that put a saying in its place in the story."""
_WITH = frozenset(("with",))
_SAID = (Relation.COMPLEMENT, Relation.ROOT)
_CAN = frozenset("can ca".split())
_AFTER = frozenset("after before since upon".split())
_BEFORE_NOUNS = frozenset("DT PRP$ POS JJ".split())
_DEEPEST = 5
"""Clauses above one another that a parse may put between a verb and what hangs on it."""
_OWN_ACTS = frozenset({Effect.REQUEST, Effect.ALLEGATION})
"""What the verb above does itself, whatever becomes of the clause below it: *urged them to leave*, *accused him of*."""


def telling_verbs(context: EventContext, dates: Dates) -> list[int]:
    """The verbs of a doc that tell of something, in the order of the text."""
    return _Telling(context, dates).verbs()


def had_to(context: EventContext, group: VerbGroup) -> bool:
    """*Had to rebuild it*: what somebody had to do they did."""
    above = group.embedding
    over = None if above is None else context.groups.get(above.verb)
    if above is None or over is None or above.kind is not Effect.NECESSITY:
        return False
    return context.tree.lemmas[above.word] == "have" and over.tense is Tense.PAST and over.aspect is Aspect.NONE


def planned_nouns(context: EventContext, clause: Clause, group: VerbGroup) -> list[int]:
    """*A march* of *plan a march*: what a verb that looks ahead has for its object or beside it."""
    if group.embeds not in AHEAD:
        return []
    below = context.tree.children[clause.verb]
    return [at for at in below if context.tree.relations[at] in (Relation.OBJECT, Relation.OBLIQUE)]


class _Telling:
    """One doc, with the verbs that are known to tell something so far."""

    def __init__(self, context: EventContext, dates: Dates) -> None:
        self.context, self.dates, self.tree = context, dates, context.tree
        self.telling: set[int] = set()

    def verbs(self) -> list[int]:
        """Them, in order."""
        for at in self.tree.order:  # what a clause hangs on is read before it
            if at in self.context.groups and self._tells(self.context.syntax.clauses[at], self.context.groups[at]):
                self.telling.add(at)
        return sorted(self.telling)

    def _tells(self, clause: Clause, group: VerbGroup) -> bool:
        timed = clause.verb in self.dates.verbs or self._is_placed(clause, group) or self._is_due(clause.verb)
        if clause.verb in self.dates.media or is_untold(self.context, clause, group, timed=timed):
            return False
        if not timed and (self._only_reports(clause) or self._only_embeds(clause, group) or self._is_heading(clause)):
            return False
        if group.embedding is not None and group.form is not Form.FINITE:
            return self._tells_embedded(clause, group, timed=timed)
        if clause.relation is Relation.CONJUNCT and not timed and is_alternative(self.context, clause):
            return False
        if clause.relation is Relation.CONJUNCT and group.form is not Form.FINITE:
            return timed or (clause.parent in self.telling and not is_state(self.context, clause, group, self.telling))
        if timed:
            return not self._dates_itself(clause)
        return self._tells_untimed(clause, group)

    def _is_due(self, verb: int) -> bool:
        """*Must be paid within 30 days*, *have a week to leave*; not what somebody merely says in quotation marks."""
        return verb in self.context.deadlines and not self.context.quoted[verb]

    def _is_placed(self, clause: Clause, group: VerbGroup) -> bool:
        """*The accident closed the road*: it has the time of what it takes up; what merely is so has none."""
        taken_up = clause.verb in self.dates.taken_up
        return taken_up and not is_state(self.context, clause, group, self.telling)

    def _tells_untimed(self, clause: Clause, group: VerbGroup) -> bool:
        if addresses(self.context, clause, group):
            return False
        if is_of_now(self.context, group):
            return True
        if is_state(self.context, clause, group, self.telling):
            return is_told_state(self.context, clause, group, self.telling)
        if self._is_risk(clause, group) or self._is_deed(clause):
            return True
        if self._is_idle(group):
            return False
        if clause.relation in NOUN_CLAUSES:
            return tells_of_noun(self.context, clause, group, self.telling)
        if group.form is Form.FINITE:
            return True
        if clause.relation is not Relation.ADVERBIAL or group.form is not Form.PRESENT_PARTICIPLE:
            return False
        alone = self.context.markers(clause) <= _WITH
        goes_along = alone and host(self.context, clause) in self.telling
        return (goes_along and not self._cites(clause)) or self._sets_time(clause)

    def _cites(self, clause: Clause) -> bool:
        """*Left, citing his health*, *voted no, saying it cost too much*: what is said tells it, if anything does."""
        return self.context.sayings.has_content(clause.verb)

    def _is_risk(self, clause: Clause, group: VerbGroup) -> bool:
        """*There was a danger that it might collapse*, *police said more might be charged*: a bare possibility."""
        if group.modality is not Modality.POSSIBILITY or group.aspect is not Aspect.NONE:
            return False
        if any(self.tree.lowers[at] in _CAN for at in clause.auxiliaries) or group.polarity is Polarity.NEGATIVE:
            return False
        above = self.context.syntax.clauses.get(-1 if clause.parent is None else clause.parent)
        hung = [clause.attached] if above is None else [clause.attached, above.subject, above.predicate, *above.objects]
        if any(at is not None and noun_in(self.tree, at, nouns.prospects()) for at in hung):
            return True
        said = self.context.sayings.said_by(clause.verb) is not None and not self.context.quoted[clause.verb]
        befalls = group.voice is Voice.PASSIVE or self.tree.lemma_in(clause.verb, verbs.befalling()) is not None
        return said and befalls and clause.relation in _SAID  # *high taxes may lead to debt* is no news

    def _is_deed(self, clause: Clause) -> bool:
        """*Was jailed for robbing a bank*, *was blamed for letting it sink*, whatever noun a parse hangs it on."""
        if self.tree.tags[clause.verb] != "VBG" or "for" not in self.context.markers(clause):
            return False
        above = self._finite_above(clause)
        return above in self.telling and self.tree.lemma_in(above, verbs.judging()) is not None

    def _finite_above(self, clause: Clause) -> int:
        """The nearest verb above that has a tense, -1 where none is near."""
        above = (one.verb for one in islice(chain(self.context.syntax, clause), _DEEPEST))
        finite = (at for at in above if at in self.context.groups and self.context.groups[at].form is Form.FINITE)
        return next(finite, -1)

    def _sets_time(self, clause: Clause) -> bool:
        """*After leaving the group*, *before collapsing*: what a past clause is told to come after or before."""
        above = self.context.groups.get(self._finite_above(clause))
        past = above is not None and above.tense is Tense.PAST
        is_noun = self.tree.tags[max(0, clause.verb - 1)] in _BEFORE_NOUNS  # *after the sinking*
        return past and not is_noun and bool(self.context.markers(clause) & _AFTER)

    def _tells_embedded(self, clause: Clause, group: VerbGroup, *, timed: bool) -> bool:
        """A clause that takes its meaning from the word above: the planned thing, rather than the planning."""
        above = group.embedding
        assert above is not None
        if timed:
            return True
        on_noun = above.word not in (above.verb, self.context.syntax.clauses[above.verb].predicate)
        quoted = self.context.quoted[clause.verb] and not self._is_promised(above.verb)
        if on_noun or is_state(self.context, clause, group, self.telling) or quoted:
            return False
        if above.verb in self.telling and above.kind is not Effect.ALLEGATION:
            return False
        if had_to(self.context, group):
            return True
        if above.kind is Effect.FUTURE and self._is_aim(above.verb):
            return False
        return above.kind in AHEAD - {Effect.REQUEST, Effect.WISH, Effect.NECESSITY} or above.kind is Effect.ALLEGATION

    def _is_promised(self, verb: int) -> bool:
        """*“I’m going to help”*, as good as *“I’ll help”*; not *“they think we are going to give up”*."""
        going = self.tree.lemmas[verb] == "go" and self.context.groups[verb].polarity is Polarity.POSITIVE
        clause = self.context.syntax.clauses[verb]
        inside = clause.relation is Relation.COMPLEMENT and clause.parent is not None
        return going and not (inside and self.context.quoted[clause.parent or 0])

    def _is_aim(self, verb: int) -> bool:
        """*One of the goals is to help*."""
        subject = self.context.syntax.clauses[verb].subject
        if subject is None or self.context.groups[verb].tense is not Tense.PRESENT:
            return False
        return any(noun_in(self.tree, at, nouns.aims()) for at in (subject, *self.tree.children[subject]))

    def _only_embeds(self, clause: Clause, group: VerbGroup) -> bool:
        """Whether a verb only says how a clause or noun below it is to be taken: *plans to leave*, *plan a march*."""
        below = [self.context.embeddings[at] for at in self.context.embedded.get(clause.verb, ())]
        below = [above for above in below if above.verb == clause.verb]
        if not below:
            return any(at in self.dates.nouns for at in planned_nouns(self.context, clause, group))
        kinds = {above.kind for above in below}
        acts = group.voice is Voice.ACTIVE or self.tree.lemma_in(clause.verb, verbs.taking(Content.SUBJECT)) is None
        if kinds <= _OWN_ACTS and acts:
            timed = any(at in self.dates.verbs for at in self.context.embedded[clause.verb])
            alone = group.voice is Voice.ACTIVE and not clause.objects
            return timed or (kinds == {Effect.ALLEGATION} and alone)
        if not kinds & AHEAD:
            return Effect.ALLEGATION in kinds
        decided = group.tense is Tense.PAST or group.aspect is Aspect.PERFECT
        decided = decided and group.aspect is not Aspect.PROGRESSIVE  # *was planning to hold it*
        return not decided or group.voice is Voice.PASSIVE or is_state(self.context, clause, group, self.telling)

    def _only_reports(self, clause: Clause) -> bool:
        """Whether a verb only introduces what somebody says, so that the event is in what is said."""
        number = self.context.sayings.cues.get(clause.verb)
        if number is None and self._leads_to_saying(clause):
            return True
        if number is None and not is_reporting(self.tree, clause.verb):
            return False
        if self.context.groups[clause.verb].tense is Tense.FUTURE:
            return False  # *The panel will consider whether*: nothing is said yet
        relations = {
            at: self.context.syntax.clauses[at].relation for at in self.context.syntax.below.get(clause.verb, ())
        }
        if any(
            relations[at] is not Relation.COMPLEMENT
            for at in self.context.embedded.get(clause.verb, ())
            if at in relations
        ):
            return False
        runs = self.context.sayings.contents.get(number, []) if number is not None else []
        if self._settles(clause) or self._demands(clause):
            return False
        has_complement = Relation.COMPLEMENT in relations.values()
        return has_complement or any(self.context.quoted[start] for start, _ in runs)

    def _leads_to_saying(self, clause: Clause) -> bool:
        """*Went on to say that*, *began by saying that*: no more than who says it."""
        phase = self.context.groups[clause.verb].embeds is Effect.PHASE or self.tree.lemmas[clause.verb] == "go"
        below = self.context.syntax.below.get(clause.verb, ())
        return phase and not clause.objects and any(self.context.sayings.has_content(at) for at in below)

    def _demands(self, clause: Clause) -> bool:
        """*Urged that the ban be lifted*, *demanded he resign*: the demand is what happened."""
        below = (self.context.embeddings[at] for at in self.context.embedded.get(clause.verb, ()))
        past = self.context.groups[clause.verb].tense is Tense.PAST and not self.context.quoted[clause.verb]
        return past and any(above.kind is Effect.REQUEST for above in below)

    def _settles(self, clause: Clause) -> bool:
        """*The court found that it could rule*, *later said it was wrong*: so much is news, where the rest is none."""
        group = self.context.groups[clause.verb]
        past = group.tense is Tense.PAST or group.aspect is Aspect.PERFECT
        settles = self.tree.lemma_in(clause.verb, verbs.settling()) is not None
        settles |= any(self.tree.lowers[at] in _LATER for at in self.tree.children[clause.verb])
        if not past or self.context.quoted[clause.verb] or not settles:
            return False
        below = (self.context.syntax.clauses[at] for at in self.context.syntax.below.get(clause.verb, ()))
        found = [one for one in below if one.relation is Relation.COMPLEMENT and one.verb in self.context.groups]
        return bool(found) and all(self._is_so(one, self.context.groups[one.verb]) for one in found)

    def _is_so(self, clause: Clause, group: VerbGroup) -> bool:
        open_ended = group.modality is Modality.POSSIBILITY
        state = is_state(self.context, clause, group, self.telling) and not is_told_state(
            self.context, clause, group, self.telling
        )
        return open_ended or state or self._is_idle(group)

    def _is_heading(self, clause: Clause) -> bool:
        """Whether a clause is a paragraph that no point ends, which repeats what the text tells."""
        return self.context.in_heading(clause.verb)

    def _dates_itself(self, clause: Clause) -> bool:
        """*It is June*."""
        if self.tree.lowers[clause.verb] not in BE:
            return False
        if clause.verb not in self.dates.verbs:
            return False
        span = self.context.times[self.dates.verbs[clause.verb]]
        return clause.predicate is not None and span.start <= clause.predicate < span.end

    def _is_idle(self, group: VerbGroup) -> bool:
        """Forms that without a time tell nothing: *costs*, *may promise*, *should become*."""
        if group.modality is Modality.NECESSITY and self._is_called_for(group):
            return False
        if group.modality in (Modality.POSSIBILITY, Modality.NECESSITY):
            return group.aspect is not Aspect.PERFECT  # *may have left* is a guess of what happened
        if group.tense is not Tense.PRESENT:
            return False
        if group.voice is Voice.PASSIVE:  # *is considered unwise*
            return group.aspect is Aspect.NONE and group.embeds is None
        clause = self.context.syntax.clauses[group.trigger]
        context = self.context
        if goes_on(context, clause, group) or tells_a_total(context, clause) or lays_down(context, clause, group):
            return False
        if group.aspect is Aspect.PROGRESSIVE:
            return bool(self.context.quoted[group.trigger])  # *“All of Europe is bowing down”*
        plain = group.aspect is Aspect.NONE and group.trigger not in self.context.sayings.cues
        return plain and not (is_outcome(context, clause) or names_a_suspect(context, clause))

    def _is_called_for(self, group: VerbGroup) -> bool:
        """*She said that they should declare war*: told of what somebody wants, and no rhetoric in their own words."""
        said = self.context.sayings.said_by(group.trigger) is not None and not self.context.quoted[group.trigger]
        clause = self.context.syntax.clauses[group.trigger]
        return said and clause.predicate is None and clause.relation not in NOUN_CLAUSES and clause.subject is not None
