"""What a sentence begins with that no title does: its time, which the line has, and what joins or judges it.

*In September an auditor wrote* is *an auditor wrote*, *unfortunately, the ferry sank* is *the ferry sank*. Of 13 such
openings in eleven articles editors keep none; of 1,524 titles that they made 17 begin with an adverb or a preposition,
nearly all of them before a number: *at least nine died*.
"""

from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.context.event_context import EventContext
from extractors.events.titles.drafts import Draft
from extractors.events.titles.times import STALE
from extractors.lexicons.modifiers import doubting, hearsay_adverbs, linking, present_adverbs
from extractors.syntax.relations import Relation

_CASES = frozenset("in on at by from during".split())
_BEGINNING = frozenset("DT NN NNS NNP NNPS CD PRP PRP$ JJ".split())
"""Tags of what a subject begins with."""
_WITH_TENSE = frozenset("VBD VBZ VBP MD".split())
_STAYING = frozenset("only not just even never hardly rarely seldom partly mostly exactly".split())


def without_opening_words(context: EventContext, draft: Draft, candidate: EventCandidate) -> Draft:
    """A draft without the time or the adverb that it begins with, where its subject and verb follow."""
    for count in (_time(context, draft, candidate), _adverb(context, draft)):
        gone = draft.words[:count]
        kept = draft.fixed | draft.replaced.keys()
        if count and kept.isdisjoint(gone) and _has_subject(context, draft.words[count:]):
            draft = draft.without(gone)
    return draft


def _time(context: EventContext, draft: Draft, candidate: EventCandidate) -> int:
    """How many words of a draft its opening time has, with its preposition."""
    first = draft.words[0] if draft.words else 0
    case = context.tree.lowers[first] in _CASES
    start = first + case
    number = context.times_by_start.get(start)
    if number is None or (number != candidate.time and context.meanings[number].kind() not in STALE):
        return 0
    end = context.times[number].end
    whole = draft.words[: end - first] == tuple(range(first, end))
    return end - first if whole else 0


def _adverb(context: EventContext, draft: Draft) -> int:
    """One, where a draft begins with an adverb that joins its sentence to others, judges it or says that it is so."""
    tree, at = context.tree, draft.words[0] if draft.words else 0
    lower, apart = tree.lowers[at], tree.lowers[at + 1 : at + 2] == [","]
    if tree.relations[at] is not Relation.ADVERB or tree.tags[at] != "RB" or tree.heads[at] not in draft.words:
        return 0
    if lower in _STAYING | hearsay_adverbs() | doubting("possible") | doubting("likely"):
        return 0
    joins = lower in linking("always") | present_adverbs() or (apart and lower in linking("apart"))
    return int(joins or (apart and lower.endswith("ly")))


def _has_subject(context: EventContext, words: tuple[int, ...]) -> bool:
    """Whether words begin with a noun that a verb with a tense follows."""
    tree = context.tree
    tense = next((place for place, at in enumerate(words) if tree.tags[at] in _WITH_TENSE), 0)
    begins = bool(words) and tree.tags[words[0]] in _BEGINNING
    return begins and any(tree.is_nominal(at) and at not in context.timed for at in words[:tense])
