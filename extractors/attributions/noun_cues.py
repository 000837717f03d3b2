"""Nouns as cues: *his promise to resign*, *the claim that votes were forged*, *reports of fighting*."""

from collections.abc import Iterator

from extractors.attributions.sources import source_phrase, speaker
from extractors.attributions.speech_context import AttributionCandidate, SourcePhrase, SpeechContext
from extractors.lexicons import nouns, verbs
from extractors.lexicons.nouns import NounContent
from extractors.syntax.eventive import claimed_behind
from extractors.syntax.phrases import Range
from extractors.syntax.relations import Relation

_BY = frozenset("by from".split())
_CLAUSES = frozenset({Relation.ADNOMINAL, Relation.COMPLEMENT, Relation.OPEN_COMPLEMENT, Relation.ADVERBIAL})


def noun_cues(context: SpeechContext) -> Iterator[AttributionCandidate]:
    """The attributions whose cue is a noun; without a source only those that say that others vouch for it."""
    tree = context.tree
    clausal, infinitive, of = (nouns.taking(content) for content in NounContent)
    for at, lemma in enumerate(tree.lemmas):
        if tree.pos[at] != "NOUN" or context.quoted[at] >= 0 or lemma not in clausal | infinitive:
            continue
        content = _content(context, at, clause=lemma in clausal, infinitive=lemma in infinitive, of=lemma in of)
        source = _source(context, at) if content else None
        if content and (source or (lemma in nouns.hearsay() and not is_rejected(context, at))):
            yield AttributionCandidate(source, (at, at + 1), (content,))


def is_rejected(context: SpeechContext, noun: int) -> bool:
    """*Rejected claims that she had left*: who rejects what nobody by name has claimed tells that it is not so."""
    clause = context.syntax.clause_of(noun)
    if clause is None or noun not in clause.objects or clause.passive:
        return False
    return context.tree.lemma_in(clause.verb, verbs.contradicting()) is not None


def _content(context: SpeechContext, noun: int, *, clause: bool, infinitive: bool, of: bool) -> Range | None:
    """The clause that says what is claimed or promised, or what stands after *of*."""
    tree = context.tree
    claimed = claimed_behind(tree, noun)
    for child in tree.children[noun]:
        if child < noun:
            continue
        start, end = context.extents.below[child]
        first = tree.lowers[start]
        if (tree.relations[child] in _CLAUSES or _is_whole(context, child)) and (
            (clause and first in ("that", "whether")) or (infinitive and first == "to")
        ):
            return context.extents.trimmed(start + (first == "that"), end)
        if of and first == "of":
            return context.extents.trimmed(start + 1, end)
        if clause and child == claimed and tree.lemmas[noun] in nouns.hearsay():
            return context.extents.trimmed(start, end)
    return _right_behind(context, noun) if clause else None


def _right_behind(context: SpeechContext, noun: int) -> Range | None:
    """*That she had spent it* behind its noun, where a parse hangs it on the verb above."""
    tree, that = context.tree, noun + 1
    if that >= len(tree) or tree.lowers[that] != "that" or tree.relations[that] is not Relation.MARKER:
        return None
    said = context.syntax.clauses.get(tree.heads[that])
    if said is None or said.relation is not Relation.ADVERBIAL or said.subject is None:
        return None
    return context.extents.trimmed(that + 1, context.clause_run(said)[1])


def _is_whole(context: SpeechContext, child: int) -> bool:
    """*Criticism that she had spent it*, where a parse takes for a relative what lacks nothing."""
    clause = context.syntax.clauses.get(child)
    if clause is None or clause.relation is not Relation.RELATIVE or clause.subject is None:
        return False
    that = any(context.tree.lowers[at] == "that" for at in clause.markers)
    return that and (bool(clause.objects) or clause.passive or clause.predicate is not None)


def _source(context: SpeechContext, noun: int) -> SourcePhrase | None:
    """Whose it is: the owner, who it is *by*, or who makes it."""
    tree = context.tree
    for child in tree.children[noun]:
        cases = {tree.lowers[at] for at in tree.children[child] if tree.relations[at] is Relation.CASE}
        if tree.relations[child] is Relation.POSSESSOR or (child > noun and cases & _BY):
            return source_phrase(context, child, noun)
    clause = context.syntax.clause_of(noun)
    if clause is None or noun not in clause.objects or clause.passive:
        return None
    if tree.lemmas[clause.verb] not in verbs.voicing():
        return None
    head = speaker(context, clause)
    return None if head is None else source_phrase(context, head, clause.verb)
