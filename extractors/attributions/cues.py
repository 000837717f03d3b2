"""All attributions of a doc, in the order of the text."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

import msgspec

from extractors.attributions.noun_cues import noun_cues
from extractors.attributions.phrase_cues import phrase_cues
from extractors.attributions.quoted import with_quotations
from extractors.attributions.reading import Found, Reading
from extractors.attributions.verb_cues import verb_cues
from extractors.syntax.relations import Relation


def attribution_candidates(reading: Reading) -> list[Found]:
    """The attributions of a doc."""
    nouns = list(noun_cues(reading))
    told = {reading.syntax.owners[item.cue[0]]: item.cue[0] for item in nouns if item.source}
    verbs = (item for item in verb_cues(reading) if not _takes(item, told))
    found = with_quotations(reading, sorted((*verbs, *phrase_cues(reading), *nouns), key=lambda item: item.cue))
    return list(_worth_telling(reading, found))


def _takes(verb: Found, told: Mapping[int, int]) -> bool:
    """Whether a verb only goes with a noun cue that it has for its object: *repeated the claim that …*."""
    noun = told.get(verb.cue[0], -1)
    return any(start <= noun < end for start, end in verb.content)


def _worth_telling(reading: Reading, found: Sequence[Found]) -> Iterator[Found]:
    """All but those inside what another says that only touch on something: *he said she had praised the plan*."""
    steps = [0] * (len(reading.tree) + 1)
    for item in found:
        for start, end in item.content:
            steps[start] += 1
            steps[end] -= 1
    depth = list(accumulate(steps))
    for item in found:
        if not depth[item.cue[0]]:
            yield item
        elif _has_clause(reading, item.cue[0]):
            yield msgspec.structs.replace(item, embedded=True)


def _has_clause(reading: Reading, cue: int) -> bool:
    below = reading.syntax.below.get(cue, ())
    return any(reading.syntax.clauses[verb].relation is Relation.COMPLEMENT for verb in below)
