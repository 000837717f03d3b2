"""Nouns as cues: *his promise to resign*, *the claim that votes were forged*, *reports of fighting*."""

from collections.abc import Iterator

from extractors.attributions.reading import Found, Reading, Source
from extractors.attributions.sources import source_phrase, speaker
from extractors.lexicons import nouns, verbs
from extractors.lexicons.nouns import NounContent
from extractors.syntax.phrases import Range
from extractors.syntax.relations import Relation

_BY = frozenset("by from".split())
_CLAUSES = frozenset({Relation.ADNOMINAL, Relation.COMPLEMENT, Relation.OPEN_COMPLEMENT, Relation.ADVERBIAL})


def noun_cues(reading: Reading) -> Iterator[Found]:
    """The attributions whose cue is a noun; without a source only those that say that others vouch for it."""
    tree = reading.tree
    clausal, infinitive, of = (nouns.taking(content) for content in NounContent)
    for at, lemma in enumerate(tree.lemmas):
        if tree.pos[at] != "NOUN" or reading.quoted[at] >= 0 or lemma not in clausal | infinitive:
            continue
        content = _content(reading, at, clause=lemma in clausal, infinitive=lemma in infinitive, of=lemma in of)
        source = _source(reading, at) if content else None
        if content and (source or lemma in nouns.hearsay()):
            yield Found(source, (at, at + 1), (content,))


def _content(reading: Reading, noun: int, *, clause: bool, infinitive: bool, of: bool) -> Range | None:
    """The clause that says what is claimed or promised, or what stands after *of*."""
    tree = reading.tree
    for child in tree.children[noun]:
        if child < noun:
            continue
        start, end = reading.extents.below[child]
        first = tree.lowers[start]
        if tree.relations[child] in _CLAUSES and (
            (clause and first in ("that", "whether")) or (infinitive and first == "to")
        ):
            return reading.extents.trimmed(start + (first == "that"), end)
        if of and first == "of":
            return reading.extents.trimmed(start + 1, end)
    return None


def _source(reading: Reading, noun: int) -> Source | None:
    """Whose it is: the owner, who it is *by*, or who makes it."""
    tree = reading.tree
    for child in tree.children[noun]:
        cases = {tree.lowers[at] for at in tree.children[child] if tree.relations[at] is Relation.CASE}
        if tree.relations[child] is Relation.POSSESSOR or (child > noun and cases & _BY):
            return source_phrase(reading, child, noun)
    clause = reading.syntax.clause_of(noun)
    if clause is None or noun not in clause.objects or clause.passive:
        return None
    if tree.lemmas[clause.verb] not in verbs.voicing():
        return None
    head = speaker(reading, clause)
    return None if head is None else source_phrase(reading, head, clause.verb)
