"""All attributions of a doc, in the order of the text."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

import msgspec

from extractors.attributions.copular_cues import copular_cues
from extractors.attributions.mark_cues import mark_cues
from extractors.attributions.noun_cues import noun_cues
from extractors.attributions.phrase_cues import PHRASES, phrase_cues
from extractors.attributions.quoted import with_quotations
from extractors.attributions.signed_letters import signed_letters
from extractors.attributions.speech_context import AttributionCandidate, SpeechContext
from extractors.attributions.turns import answers, own_words
from extractors.attributions.verb_cues import verb_cues
from extractors.syntax.relations import Relation


def attribution_candidates(context: SpeechContext) -> list[AttributionCandidate]:
    """The attributions of a doc."""
    nouns = list(noun_cues(context))
    nouns_of_verbs = {
        context.syntax.owners[candidate.cue[0]]: candidate.cue[0] for candidate in nouns if candidate.source
    }
    verbs = (candidate for candidate in verb_cues(context) if not _takes(candidate, nouns_of_verbs))
    answered, turns = answers(context)
    whole = [one for one in answered if context.quoted[one.cue[0]] >= 0]  # all the interview is quoted
    answered = [one for one in answered if context.quoted[one.cue[0]] < 0]
    worded = own_words(context, [*verbs, *copular_cues(context), *phrase_cues(context), *nouns], turns)
    marked = mark_cues(context, [candidate.cue[0] for candidate in (*worded, *answered)])
    candidates = with_quotations(context, sorted((*worded, *marked, *answered), key=lambda candidate: candidate.cue))
    told = _worth_telling(context, sorted((*candidates, *whole), key=lambda candidate: candidate.cue))
    return sorted((*told, *signed_letters(context)), key=lambda candidate: candidate.cue)


def _takes(verb: AttributionCandidate, nouns_of_verbs: Mapping[int, int]) -> bool:
    """Whether a verb only goes with a noun cue that it has for its object: *repeated the claim that …*."""
    noun = nouns_of_verbs.get(verb.cue[0], -1)
    return any(start <= noun < end for start, end in verb.content)


def _worth_telling(
    context: SpeechContext, candidates: Sequence[AttributionCandidate]
) -> Iterator[AttributionCandidate]:
    """All but those inside what another says that only touch on something: *he said she had praised the plan*.

    *According to the mayor* speaks of all before it, also of who says it there.
    """
    steps = [0] * (len(context.tree) + 1)
    for candidate in candidates:
        for start, end in candidate.content if candidate.vouches else ():
            steps[start] += 1
            steps[end] -= 1
    depth = list(accumulate(steps))
    for candidate in candidates:
        if not depth[candidate.cue[0]] or context.tree.lowers[candidate.cue[0]] in PHRASES:
            yield candidate
        elif _has_clause(context, candidate.cue[0]):
            yield msgspec.structs.replace(candidate, embedded=True)


def _has_clause(context: SpeechContext, cue: int) -> bool:
    below = context.syntax.below.get(cue, ())
    return any(context.syntax.clauses[verb].relation is Relation.COMPLEMENT for verb in below)
