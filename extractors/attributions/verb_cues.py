"""Verbs as cues: whose subject says what the clause, the object or the quotation below them tells."""

from collections.abc import Iterator

import msgspec

from extractors.attributions.clause_contents import before_others
from extractors.attributions.contents import content_of
from extractors.attributions.joined_cues import is_purpose
from extractors.attributions.misparsed_contents import behind_semicolon, said_before
from extractors.attributions.noun_cues import is_rejected
from extractors.attributions.sources import source_of
from extractors.attributions.speech_context import AttributionCandidate, SourcePhrase, SpeechContext
from extractors.lexicons import nouns, verbs
from extractors.lexicons.verb_rows import Content
from extractors.syntax.clauses import Clause, is_reporting
from extractors.syntax.phrases import Range
from extractors.syntax.relations import Relation
from extractors.syntax.trees import BE

_BEFORE_NOUNS = frozenset(("IN", "DT", "VBG", "PRP$"))
_OPENS_PHRASE = frozenset("DT NNP PRP$ NN NNS JJ".split())
_OF_OFFICE = frozenset(("swear",))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_PRONOUNS = frozenset("he she they it we i you who".split())
_TOLD = ((Relation.COMPLEMENT, Content.CLAUSE), (Relation.OPEN_COMPLEMENT, Content.INFINITIVE))


def verb_cues(context: SpeechContext) -> Iterator[AttributionCandidate]:
    """The attributions whose cue is a verb; those of speech that show no content may still get a quotation."""
    for clause in context.syntax.clauses.values():
        if context.quoted[clause.verb] >= 0 or context.tree.lowers[clause.verb] in BE:
            continue  # The one who is quoted vouches for all of it; `copular_cues.py` reads those with *be*.
        if clause.particle is not None and context.tree.lemmas[clause.verb] in _OF_OFFICE:
            continue  # *was sworn in*
        if _is_attributive(context, clause) or _is_name(context, clause.verb) or _is_reduced(context, clause):
            continue
        runs = (before_others(context, clause, run) for run in content_of(context, clause))
        content = tuple(run for one in runs if (run := behind_semicolon(context, clause, one)) != (run[1], run[1]))
        if (not content and not is_reporting(context.tree, clause.verb)) or is_purpose(context, clause):
            continue
        source = source_of(context, clause)
        if source is None and len(content) > 1:
            source, content = _named_by_first(context, clause, content)
        before = said_before(context, clause)
        if before is not None and (clause.subject is None or not content or content[-1][1] > before[0][0]):
            source, content = SourcePhrase(before[0], before[0]), (before[1],)
        if source is not None and len(content) > 1:
            content = tuple(run for run in content if run[0] != source.phrase[0])
        joined = _joined(context, clause, source, content)
        asks = joined.cue[1] - joined.cue[0] > 1  # *called for people to march*
        yield msgspec.structs.replace(joined, vouches=asks or _vouches(context, clause))


def _named_by_first(
    context: SpeechContext, clause: Clause, content: tuple[Range, ...]
) -> tuple[SourcePhrase | None, tuple[Range, ...]]:
    """*A spokesman for Lind, the wine concern, said it had left*, where a parse takes *concern* for a verb.

    What stands before a cue without a subject and ends in a comma is who says what stands behind it.
    """
    tree, (first, last) = context.tree, content[0]
    between = last < clause.verb and tree.lowers[last : clause.verb] == [","]
    nominal = tree.tags[first] in _OPENS_PHRASE and context.quoted[first] < 0 and content[1][0] > clause.verb
    if not (between and nominal) or clause.passive or not is_reporting(tree, clause.verb):
        return None, content
    comma = next((at for at in range(first, last) if tree.lowers[at] == ","), last)
    if comma == last or any(tree.tags[at] in _FINITE for at in range(first, comma)):
        return None, content
    return SourcePhrase((first, last), (first, comma)), content[1:]


def _is_attributive(context: SpeechContext, clause: Clause) -> bool:
    """*Protecting alleged offenders*, *among reported cases*, where a parse takes the participle for a verb."""
    tree, at = context.tree, clause.verb
    alone = clause.subject is None and not clause.auxiliaries and tree.tags[at] in ("VBN", "VBD")
    if not alone or not 0 < at < len(tree) - 1:
        return False
    inside = tree.tags[at - 1] in _BEFORE_NOUNS and tree.lowers[at - 1] not in ("as", "than", "that")
    return inside and tree.pos[at + 1] in ("NOUN", "ADJ")


def _is_name(context: SpeechContext, at: int) -> bool:
    """*Sultan Said bin Idan*: a capital behind a name, where other words of the sentence have none."""
    doc, (start, end) = context.doc, context.sentence(at)
    if at <= start or not doc[at].is_title or not (doc[at - 1].is_title and doc[at - 1].is_alpha):
        return False
    words = [token for token in doc[start:end] if token.is_alpha]
    return 2 * sum(token.is_lower for token in words) > len(words)


def _is_reduced(context: SpeechContext, clause: Clause) -> bool:
    """*The truce, agreed in Ilva, took effect*: a participle that a parse takes for the verb of its sentence.

    What is said has a subject of its own: *agreed they would leave*.
    """
    tree, subject = context.tree, clause.subject
    if subject is None or subject > clause.verb or clause.auxiliaries or tree.tags[clause.verb] not in ("VBD", "VBN"):
        return False
    if tree.lowers[clause.verb - 1] != "," or tree.lowers[subject] in _PRONOUNS:
        return False
    below = (context.syntax.clauses[verb] for verb in context.syntax.below.get(clause.verb, ()))
    return any(_has_tense_alone(context, other) and other.verb > clause.verb for other in below)


def _has_tense_alone(context: SpeechContext, other: Clause) -> bool:
    """Whether a clause that no word joins has a tense and no subject."""
    tree = context.tree
    joined = other.relation is Relation.CONJUNCT or bool(other.markers) or context.quoted[other.verb] >= 0
    first = min([*other.auxiliaries, other.verb])
    return not joined and other.subject is None and tree.tags[first] in _FINITE and tree.lowers[first - 1] == ","


def _vouches(context: SpeechContext, clause: Clause) -> bool:
    """Whether who says it tells it as true, or asks for it: *said that*; not *backs the bill*, *praised the plan*."""
    tree = context.tree
    if tree.lemma_in(clause.verb, verbs.stances()) is not None:
        return False
    if is_reporting(tree, clause.verb):
        return True
    claims = nouns.taking(nouns.NounContent.CLAUSE)
    if any(tree.lemmas[at] in claims and is_rejected(context, at) for at in clause.objects):
        return True
    below = {context.syntax.clauses[verb].relation for verb in context.syntax.below.get(clause.verb, ())}
    return any(relation in below and tree.lemma_in(clause.verb, verbs.taking(kind)) for relation, kind in _TOLD)


def _joined(
    context: SpeechContext, clause: Clause, source: SourcePhrase | None, content: tuple[Range, ...]
) -> AttributionCandidate:
    """An attribution whose cue is the verb with the particle and preposition behind it: *pointed out*, *called for*."""
    end = clause.verb + 1
    end += clause.particle == end
    before_content = verbs.prepositions(context.tree.lemma_in(clause.verb, verbs.verbs()) or "")
    if content and content[0][0] == end and context.tree.lowers[end] in before_content:
        end += 1
        inside = context.extents.trimmed(end, content[0][1])
        content = (inside, *content[1:]) if inside else content[1:]
    return AttributionCandidate(source, (clause.verb, end), content)
