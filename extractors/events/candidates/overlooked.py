"""Clauses that the rules pass over and that tell of something for all that, by what was learned of such clauses.

The rules of `telling_verbs.py` say which kinds of clause tell of something. What they pass over is of many kinds, none
of which is common: *is considering bidding for it*, *called on the president to dismiss him*. Some are lines to those
who make chronologies, more often the more speaks for it: a past tense, a time in the sentence, a name for its subject.
How much each of these says, and what the encoder says of verb and subject, was learned from articles that people had
made timelines of (`training.events`); a clause is taken where they make it likely enough.
"""

from collections.abc import Collection, Iterator, Sequence

import numpy as np

from extractors.encoder.component import event_vectors
from extractors.encoder.encoder import Vectors
from extractors.events.candidates.states import is_state
from extractors.events.candidates.untold import is_alternative, is_untold
from extractors.events.context.event_context import EventContext
from extractors.events.context.judged_claims import Holds, judgement
from extractors.events.dating.dates import Dates
from extractors.events.event_network import event_network
from extractors.lexicons import verbs
from extractors.lexicons.effects import Effect
from extractors.syntax.clauses import Clause
from extractors.syntax.relations import Relation
from extractors.syntax.tenses import Tense
from timeline.model import Polarity

VERBS = "overlooked"
"""The folder of `data`."""
_CONTENTS = (Relation.COMPLEMENT, Relation.OPEN_COMPLEMENT)
_ASIDE = frozenset({Relation.SUBJECT, Relation.CLAUSAL_SUBJECT, Relation.OPEN_COMPLEMENT})
"""Seldom lines that must be there."""
_IN_NOUNS = frozenset({Relation.COMPOUND, Relation.MODIFIER, Relation.NOUN_MODIFIER})
"""*A geographically concentrated population*."""
_WHETHER = frozenset("if whether".split())
SURE = 0.75
"""The chance from which on a clause is taken: three in four of those above it are lines."""
_AHEAD = (Effect.PLAN, Effect.EXPECTATION, Effect.FUTURE)
_DEEPEST = 3
"""Clauses below one another that are looked through: *wants to be allowed to leave*."""


def overlooked(context: EventContext, dates: Dates, telling: Collection[int]) -> list[int]:
    """The verbs that tell of something although no rule says so, in the order of the text.

    Args:
        context: the doc.
        dates: what its times date.
        telling: the verbs that tell of something by the rules.
    """
    left = (verb for verb in sorted(context.groups) if verb not in telling and not _leads(context, telling, verb))
    passed_over = [verb for verb in left if may_tell(context, dates, verb)]
    if not passed_over:
        return []
    words = [list(features(context, dates, telling, verb)) for verb in passed_over]
    chances = event_network(VERBS).chances(*vectors(context, passed_over), words)
    return [verb for verb, likely in zip(passed_over, chances.tolist(), strict=True) if likely >= SURE]


def vectors(context: EventContext, verbs: Sequence[int]) -> tuple[Vectors, Vectors]:
    """What the encoder says of verbs, and of their subjects; zeros for one without."""
    return beside(context, verbs, [context.syntax.clauses[verb].subject for verb in verbs])


def beside(context: EventContext, words: Sequence[int], others: Sequence[int | None]) -> tuple[Vectors, Vectors]:
    """What the encoder says of words, and of one beside each; zeros where there is none."""
    known = event_vectors(context.doc)
    none = np.zeros(known.shape[1], dtype=known.dtype)
    return known[list(words)], np.array([none if at is None else known[at] for at in others])


def may_tell(context: EventContext, dates: Dates, verb: int) -> bool:
    """Whether a clause can be weighed: no heading, question, condition or aside, nor what only dates a medium."""
    clause = context.syntax.clauses[verb]
    if clause.relation in _ASIDE | _IN_NOUNS or is_alternative(context, clause):
        return False
    if verb in dates.media or context.in_heading(verb) or _asks(context, verb) or _begins_to_say(context, verb):
        return False
    if _remains(context, verb) or _keeps_silent(context, verb):
        return False
    return not is_untold(context, clause, context.groups[verb], timed=verb in dates.verbs)


def features(context: EventContext, dates: Dates, telling: Collection[int], verb: int) -> Iterator[str]:
    """What speaks for or against a clause, in words; the weights of `data/overlooked` are kept by them."""
    clause, group, tree = context.syntax.clauses[verb], context.groups[verb], context.tree
    yield "any"
    yield f"told: {' '.join((group.tense, group.aspect, group.form, group.modality))}"
    yield f"is {clause.relation}"
    yield f"subject: {tree.pos[clause.subject] if clause.subject is not None else 'none'}"
    yield f"means for what is below: {group.embeds or 'nothing'}"
    above = "none" if clause.parent is None else "tells" if clause.parent in telling else "silent"
    yield f"above: {above}"
    start, end = context.sentence(verb)
    known = {
        "time in the sentence": bool(context.times_within(start, end)),
        "time of its own": verb in dates.verbs,
        "time on a noun below": any(at in dates.nouns for at in (*clause.objects, *tree.children[verb])),
        "quoted": bool(context.quoted[verb]),
        "leads to a saying": any(_says(context, at) for at in (verb, *context.syntax.below.get(verb, ()))),
        "content tells": any(at in telling for at in _contents(context, verb, _DEEPEST)),
        "conditional": group.conditional,
        "state": is_state(context, clause, group, telling),
    }
    yield from (f"{name}: {'yes' if holds else 'no'}" for name, holds in known.items())


def _says(context: EventContext, verb: int) -> bool:
    return verb in context.sayings.cues or context.sayings.has_content(verb)


def _begins_to_say(context: EventContext, verb: int) -> bool:
    """*Began by saying that it sank*."""
    begins = context.groups[verb].embeds is Effect.PHASE
    return begins and any(_says(context, at) for at in context.syntax.below.get(verb, ()))


def _leads(context: EventContext, telling: Collection[int], verb: int) -> bool:
    """*Was planning to hold a vote*: it is the vote that is told of."""
    below = context.syntax.below.get(verb, ())
    opens = (at for at in below if context.syntax.clauses[at].relation is Relation.OPEN_COMPLEMENT)
    return context.groups[verb].embeds in _AHEAD and any(at in telling for at in opens)


def _keeps_silent(context: EventContext, verb: int) -> bool:
    """*Did not say that he had ordered it*: nobody says so."""
    return context.groups[verb].polarity is Polarity.NEGATIVE and _says(context, verb)


def _remains(context: EventContext, verb: int) -> bool:
    """*Prices continue to matter*: what is so goes on being so, even where the verb is taken for a noun."""
    tree, group = context.tree, context.groups[verb]
    if group.embeds is not Effect.PHASE or group.tense is not Tense.PRESENT:
        return False
    below = (at for at in tree.children[verb] if at == verb + 2 and tree.lowers[at - 1] == "to")
    return any(tree.lemma_in(at, verbs.states()) is not None for at in below)


def _asks(context: EventContext, verb: int) -> bool:
    """*Asked whether it was lawful*: what is asked tells of nothing, nor does that it is asked."""
    return any(_is_asked(context, context.syntax.clauses[at]) for at in context.syntax.below.get(verb, ()))


def _is_asked(context: EventContext, clause: Clause) -> bool:
    judged = judgement(context, clause.verb)
    asked = clause.relation is Relation.COMPLEMENT and bool(context.markers(clause) & _WHETHER)
    above = context.syntax.clauses.get(-1 if clause.parent is None else clause.parent)
    of_it = above is not None and above.subject is not None and context.tree.lowers[above.subject] == "it"
    unknown = of_it and clause.relation is Relation.ADVERBIAL and bool(context.markers(clause) & _WHETHER)
    return asked or unknown or (judged is not None and judged.holds is Holds.OPEN)


def _contents(context: EventContext, verb: int, depth: int) -> Iterator[int]:
    """The verbs of what a verb says, wants or begins, and of what those do."""
    for at in context.syntax.below.get(verb, ()):
        if context.syntax.clauses[at].relation in _CONTENTS:
            yield at
            if depth > 1:
                yield from _contents(context, at, depth - 1)
