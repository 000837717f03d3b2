"""Sources: whose subject, agent or owner a cue has, own or shared."""

from extractors.attributions.joined_cues import SPEAKING_PRONOUNS, joined_cue, may_speak
from extractors.attributions.misparsed_speakers import (
    cited,
    inverted,
    named_before,
    named_last,
    named_next,
    who_is_meant,
)
from extractors.attributions.releases import FIGURES, released_by
from extractors.attributions.speech_context import SourcePhrase, SpeechContext
from extractors.lexicons import nouns, verbs
from extractors.syntax.clauses import Clause, is_reporting
from extractors.syntax.phrases import Range, phrase
from extractors.syntax.relations import NOUN_CLAUSES, Relation

_RELATIVE_PRONOUNS = frozenset("who that which".split())
_NOBODY = frozenset({Relation.EXPLETIVE, Relation.CLAUSAL_SUBJECT})
_BEFORE_A_NAME = frozenset({Relation.ADVERB, Relation.COORDINATOR, Relation.PUNCTUATION})
_MAIN = frozenset({Relation.ROOT, Relation.CONJUNCT})
_BY = frozenset("by from".split())
_SMALL_WORDS = frozenset("ADP SCONJ CCONJ PUNCT".split())
_OPENS_APPOSITION = frozenset("NOUN PROPN DET ADJ NUM".split())
_PREPOSITIONS = frozenset("amid amidst among amongst despite during following since throughout upon within".split())
"""Those that a tagger takes for names at the head of a sentence."""
_FINITE_TAGS = frozenset(("VBD", "VBZ", "VBP"))
_DEEPEST = 8
"""Clauses up, more than a reader follows, so that no text costs more than in proportion to its length."""


def main_subjects(context: SpeechContext) -> dict[int, Range]:
    """The subjects of main clauses with their phrases: those whom a later pronoun may mean."""
    clauses = (clause for clause in context.syntax.clauses.values() if _is_main(clause))
    heads = (clause.subject for clause in clauses if clause.subject is not None)
    return {head: phrase(context.syntax, head) for head in heads}


def _is_main(clause: Clause) -> bool:
    """Whether a clause leads its sentence; so does what stands before who says it: *she will appeal, they said*."""
    before = clause.relation is Relation.COMPLEMENT and clause.parent is not None and clause.verb < clause.parent
    return before or clause.relation in _MAIN


def source_of(context: SpeechContext, clause: Clause) -> SourcePhrase | None:
    """Who says it: the subject, own or shared; of a passive the agent."""
    tree = context.tree
    if tree.lemma_in(clause.verb, verbs.raising()) is not None:
        return None  # *The vote seems rigged*: to whom it does is left open.
    over = _said_in(context, clause)
    if over is not None:
        return source_of(context, over)
    head = clause.agent if _is_passive(context, clause) else named_before(context, clause)
    if head is None and not _is_passive(context, clause):
        second = second_subject(context, clause)
        relative = clause.subject is not None and tree.lowers[clause.subject] in ("which", "that")
        # *The letters, which critics said were late*, where a parse sees two subjects.
        head = second if relative and second is not None else speaker(context, clause)
    beside = named_next(context, clause)
    if beside is not None and (head is None or not _reaches(context, head, beside)):
        head = beside
    if head is None or _is_nobody(context, head):
        head = named_last(context, clause)
    if head is None or _is_nobody(context, head):
        return None
    publisher = publisher_of(context, head)
    source = source_phrase(context, head if publisher is None else publisher, clause.verb)
    own = clause.subject
    if source is None or own is None or publisher is not None:
        return source
    (start, end), name = source.phrase, source.name
    if tree.lowers[own] in _RELATIVE_PRONOUNS and start <= own < clause.verb:
        end = max(end, own + 1)  # *Rosa Lind, who* said
    second = second_subject(context, clause)
    pronoun = second is not None and tree.lowers[second] in SPEAKING_PRONOUNS  # *Questioned by Ana Idan, he* said
    if second is not None and (pronoun or subject_of_content(context, clause) is not None):
        return source_phrase(context, second, clause.verb)
    if second is not None:
        end = max(end, second + 1)
        name = name[0], end
    return SourcePhrase((start, end), name)


def _said_in(context: SpeechContext, clause: Clause) -> Clause | None:
    """*Said in a statement read out in court that …*: the cue above, where a parse has what is said below *read*."""
    medium = clause.attached
    if medium is None or clause.relation not in NOUN_CLAUSES or context.tree.lemmas[medium] not in nouns.media():
        return None
    over = context.syntax.clause_of(medium)
    said = over is not None and over.verb < medium and is_reporting(context.tree, over.verb)
    reduced = clause.subject is None and clause.agent is None and not clause.auxiliaries
    return over if over is not None and said and reduced and over.subject is not None else None


def _reaches(context: SpeechContext, head: int, name: int) -> bool:
    start, end = context.extents.below[head]
    return start <= name < end


def _is_nobody(context: SpeechContext, head: int) -> bool:
    """What a parse may take for a subject and is none: *amongst reported cases*, *on Friday said*."""
    lower = context.tree.lowers[head]
    if not any(letter.isalnum() for letter in lower):
        return True  # the hyphen of *said study co-author Ana Idan*
    small = (context.tree.pos[head] in _SMALL_WORDS and lower not in _RELATIVE_PRONOUNS) or lower in _PREPOSITIONS
    return (small and not context.doc[head].ent_type_) or context.timed[head]


def second_subject(context: SpeechContext, clause: Clause) -> int | None:
    """Another subject before the verb, which parsers may see in *the mayor, Rosa Lind, said*."""
    tree, own = context.tree, clause.subject
    subjects = [at for at in tree.children[clause.verb] if tree.relations[at] is Relation.SUBJECT and at < clause.verb]
    return subjects[1] if len(subjects) > 1 and subjects[0] == own else None


def subject_of_content(context: SpeechContext, clause: Clause) -> int | None:
    """The subject of what a cue interrupts, where a parse hangs it on the cue: *the ferry, police said, was full*."""
    tree, own = context.tree, clause.subject
    below = (context.syntax.clauses[verb] for verb in context.syntax.below.get(clause.verb, ()))
    bare = (other for other in below if other.relation is Relation.COMPLEMENT and other.verb > clause.verb)
    if own is None or own > clause.verb or all(other.subject is not None for other in bare):
        return None
    if second_subject(context, clause) is not None:
        return own
    for child in tree.children[clause.verb]:
        end = context.extents.below[child][1]
        cased = any(tree.relations[at] is Relation.CASE for at in tree.children[child])
        if end < own and tree.is_nominal(child) and tree.lowers[end] == "," and not cased and not context.timed[child]:
            return child
    return None


def source_phrase(context: SpeechContext, head: int, verb: int) -> SourcePhrase | None:
    """The phrase that names a source, as far as it does not run into its cue."""
    start, name_end = phrase(context.syntax, head)
    while start < head and context.tree.relations[start] in _BEFORE_A_NAME and context.tree.heads[start] == head:
        start += 1
    start = head if context.tree.lowers[head] in SPEAKING_PRONOUNS else _behind_front(context, start, head)
    end = max(name_end, context.extents.below[head][1])
    if start <= verb < end:
        end = verb
    elif end > verb:
        end = min(end, context.sentence(head)[1])
    end, name_end = max(head + 1, context.before_time(end)), max(head + 1, context.before_time(min(end, name_end)))
    if start > verb:
        end = _with_apposition(context, end)
    whole, name = context.extents.trimmed(start, end), context.extents.trimmed(start, name_end)
    return None if whole is None or name is None else SourcePhrase(whole, name)


def _behind_front(context: SpeechContext, start: int, head: int) -> int:
    """*At the opening, President Idan* said: past what a parse gives to a source though a preposition leads it."""
    tree = context.tree
    if tree.tags[start] != "IN" or start != context.sentence(head)[0]:
        return start
    return next((at + 1 for at in range(head - 1, start, -1) if tree.lowers[at] == ","), start)


def _with_apposition(context: SpeechContext, end: int) -> int:
    """*…, said Rosa Lind, mayor of Ilva*, where a parse does not join the two."""
    tree = context.tree
    last = context.sentence(end - 1)[1]
    if end + 1 >= last or tree.lowers[end] != "," or tree.pos[end + 1] not in _OPENS_APPOSITION:
        return end
    at = end + 1
    while at < last and (tree.lowers[at] == "-" or tree.relations[at] is not Relation.PUNCTUATION):
        if context.quoted[at] >= 0 or context.timed[at] or tree.tags[at] in _FINITE_TAGS or tree.tags[at] == "MD":
            return end
        if tree.lowers[at] in _RELATIVE_PRONOUNS:
            break
        at += 1
    return at


def _is_passive(context: SpeechContext, clause: Clause) -> bool:
    """Whether the subject is not the one who speaks.

    A participle on a noun that has an object, as in *Rosa Lind accused him*, is a past tense that a tagger mistook.
    """
    if not clause.passive:
        return False
    reduced = clause.relation in NOUN_CLAUSES and not clause.auxiliaries and clause.agent is None
    below = (context.syntax.clauses[verb].relation for verb in context.syntax.below.get(clause.verb, ()))
    return not (reduced and (clause.objects or Relation.COMPLEMENT in below or _has_past_form(context, clause)))


def _has_past_form(context: SpeechContext, clause: Clause) -> bool:
    """*The mayor repeated: “…”*, *Rosa Lind called for a vote*: what a parse takes for a participle on a noun."""
    tree, verb, noun = context.tree, clause.verb, clause.attached
    if noun is None or noun > verb:
        return False
    if verb + 1 < len(tree) and (tree.lowers[verb + 1] == ":" or context.quoted[verb + 1] >= 0):
        return True
    named = bool(context.doc[noun].ent_type_) and tree.lowers[verb - 1] != ","
    return named and clause.parent is None and tree.heads[noun] == noun


def speaker(context: SpeechContext, clause: Clause) -> int | None:
    """The head of the phrase that does the saying; where a clause has no subject, that of the clauses above it."""
    tree = context.tree
    over = joined_cue(context, clause)
    if over is not None:
        return speaker(context, over)
    if clause.subject is not None:
        shared = clause.understood_subject
        if tree.lowers[clause.subject] == "who" and shared in (None, clause.subject):
            shared = who_is_meant(context, clause)
        return None if tree.relations[clause.subject] in _NOBODY else clause.subject if shared is None else shared
    found = inverted(context, clause)
    found = cited(context, clause) if found is None else found
    if found is not None:
        return found
    if clause.relation in NOUN_CLAUSES and clause.attached is not None and clause.understood_subject is None:
        return clause.attached
    return _speaker_above(context, clause)


def _speaker_above(context: SpeechContext, clause: Clause) -> int | None:
    """The first subject above that names somebody, else the first of all."""
    tree = context.tree
    first: int | None = None
    aside = _stands_aside(context, clause)
    for _ in range(_DEEPEST):
        head = clause.subject
        if head is None and not _goes_on_behind(context, clause):
            head = clause.understood_subject
        named = head is not None and tree.relations[head] not in _NOBODY and tree.lowers[head] not in _RELATIVE_PRONOUNS
        if head is not None and named and not (aside and _is_embedded(clause)):
            if may_speak(context, head):
                return head
            first = head if first is None else first
        if clause.parent is None:
            break
        clause = _above(context, clause, clause.parent)
    return first


def _stands_aside(context: SpeechContext, clause: Clause) -> bool:
    """*…, saying that*: after a comma a participle belongs to the sentence rather than to its last clause."""
    before = clause.verb - 1
    return before >= 0 and context.tree.tags[clause.verb] == "VBG" and context.tree.lowers[before] == ","


def _is_embedded(clause: Clause) -> bool:
    return clause.relation in NOUN_CLAUSES or clause.relation is Relation.COMPLEMENT


def _above(context: SpeechContext, clause: Clause, parent: int) -> Clause:
    """The clause whose subject one without a subject shares."""
    above = context.syntax.clauses[parent]
    if above.parent is not None and _goes_on_behind(context, clause):
        return context.syntax.clauses[above.parent]
    return above


def _goes_on_behind(context: SpeechContext, clause: Clause) -> bool:
    """*The ferry was full, she said, adding …*: behind a cue, where a parse hangs it on what is said before that."""
    above = None if clause.parent is None else context.syntax.clauses[clause.parent]
    if above is None or above.parent is None or above.relation is not Relation.COMPLEMENT:
        return False
    return above.verb < above.parent < clause.verb


def _is_by(context: SpeechContext, at: int) -> bool:
    tree = context.tree
    by = any(tree.relations[case] is Relation.CASE and tree.lowers[case] in _BY for case in tree.children[at])
    return by and not context.timed[at]


def publisher_of(context: SpeechContext, medium: int) -> int | None:
    """Who speaks through what they publish: *issued a statement saying*, *her letter says*."""
    tree = context.tree
    if tree.lemmas[medium] not in nouns.media():
        return released_by(context, medium) if tree.lemmas[medium] in FIGURES else None
    owner = next((at for at in tree.children[medium] if tree.relations[at] is Relation.POSSESSOR), None)
    if owner is not None:
        return owner
    by = next((at for at in tree.children[medium] if _is_by(context, at)), None)
    if by is not None:
        return by  # *a statement by the court*
    released = released_by(context, medium)
    if released is not None:
        return released
    clause = context.syntax.clause_of(medium)
    if clause is None or medium not in clause.objects or clause.passive:
        return None
    return speaker(context, clause) if tree.lemmas[clause.verb] in verbs.publishing() else None
