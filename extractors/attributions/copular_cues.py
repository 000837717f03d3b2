"""Clauses with *be* as cues: *is confident that it will open*, *was worried about it*, *her view is that it must*."""

from collections.abc import Iterator

from extractors.attributions.clause_contents import WH
from extractors.attributions.contents import prepositions_of
from extractors.attributions.sources import source_of, source_phrase
from extractors.attributions.speech_context import AttributionCandidate, SourcePhrase, SpeechContext
from extractors.lexicons import modifiers, nouns
from extractors.lexicons.nouns import NounContent
from extractors.syntax.clauses import Clause
from extractors.syntax.phrases import Range
from extractors.syntax.relations import SUBJECTS, Relation
from extractors.syntax.trees import BE

_ABOUT = frozenset("about of with at by over".split())
_CLAUSES = frozenset({Relation.COMPLEMENT, Relation.OPEN_COMPLEMENT, Relation.ADVERBIAL})


def copular_cues(context: SpeechContext) -> Iterator[AttributionCandidate]:
    """The attributions whose cue is what *be* says of its subject; they tell what somebody thinks or feels."""
    tree = context.tree
    for clause in context.syntax.clauses.values():
        if tree.lowers[clause.verb] not in BE or context.quoted[clause.verb] >= 0:
            continue
        word = clause.predicate
        feels = word is not None and clause.subject is not None and tree.lowers[word] in modifiers.attitudes()
        content = _content(context, clause, word) if feels and word is not None else _that_clause(context, clause)
        source = None if content is None else source_of(context, clause) if feels else _owner(context, clause)
        if content is not None and source is not None:
            yield AttributionCandidate(source, (clause.verb, _end(clause, content)), (content,), vouches=False)


def _end(clause: Clause, content: Range) -> int:
    word = clause.predicate
    return word + 1 if word is not None and clause.verb < word < content[0] else clause.verb + 1


def _content(context: SpeechContext, clause: Clause, word: int) -> Range | None:
    """*That it will open*, *to open*, *about the crews*, behind the adjective; not *is sure to fail*."""
    tree = context.tree
    introducing = ("that",) if tree.lemma_in(word, modifiers.expecting()) else ("that", "to")
    for child in sorted(at for at in (*tree.children[clause.verb], *tree.children[word]) if at > word):
        start, end = context.extents.below[child]
        first = tree.lowers[start]
        said = tree.relations[child] in _CLAUSES and (first in introducing or tree.tags[start] in WH)
        if said or prepositions_of(tree, child) & _ABOUT:
            return context.extents.trimmed(start + (tree.tags[start] == "IN"), end)
    return None


def _that_clause(context: SpeechContext, clause: Clause) -> Range | None:
    """*The claim is that he left*, *her view was that …*: what a noun stands for, told by its verb."""
    tree, subject = context.tree, clause.subject
    if subject is None or tree.relations[subject] not in SUBJECTS or subject > clause.verb:
        return None
    if tree.lemmas[subject] not in nouns.taking(NounContent.CLAUSE):
        return None
    below = (context.syntax.clauses[verb] for verb in context.syntax.below.get(clause.verb, ()))
    said = next((one for one in below if any(tree.lowers[at] == "that" for at in one.markers)), None)
    return (
        None if said is None else context.extents.trimmed(context.clause_run(said)[0] + 1, context.clause_run(said)[1])
    )


def _owner(context: SpeechContext, clause: Clause) -> SourcePhrase | None:
    """Whose claim it is."""
    tree, noun = context.tree, clause.subject
    if noun is None:
        return None
    owner = next((at for at in tree.children[noun] if tree.relations[at] is Relation.POSSESSOR), None)
    return None if owner is None else source_phrase(context, owner, clause.verb)
