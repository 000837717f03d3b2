"""Sources: whose subject, agent or owner a cue has, own or shared."""

from extractors.attributions.reading import Reading, Source
from extractors.lexicons import nouns, verbs
from extractors.syntax.clauses import Clause
from extractors.syntax.phrases import phrase
from extractors.syntax.relations import NOUN_CLAUSES, Relation

_RELATIVE_PRONOUNS = frozenset("who that which".split())
_SPEAKING_PRONOUNS = frozenset("he she they i we you".split())
_NOBODY = frozenset({Relation.EXPLETIVE, Relation.CLAUSAL_SUBJECT})
_MAIN = frozenset({Relation.ROOT, Relation.CONJUNCT})
_DEEPEST = 8
"""Clauses up, more than a reader follows, so that no text costs more than in proportion to its length."""


def main_subjects(reading: Reading) -> set[int]:
    """The words that are subjects of main clauses: those whom a later pronoun may mean."""
    clauses = reading.syntax.clauses.values()
    return {clause.subject for clause in clauses if clause.relation in _MAIN and clause.subject is not None}


def source_of(reading: Reading, clause: Clause) -> Source | None:
    """Who says it: the subject, own or shared; of a passive the agent."""
    tree = reading.tree
    head = clause.agent if _is_passive(reading, clause) else speaker(reading, clause)
    if head is None:
        return None
    publisher = publisher_of(reading, head)
    found = source_phrase(reading, head if publisher is None else publisher, clause.verb)
    own = clause.subject
    if found is None or own is None or publisher is not None:
        return found
    (start, end), name = found.phrase, found.name
    if tree.lowers[own] in _RELATIVE_PRONOUNS and start <= own < clause.verb:
        end = max(end, own + 1)  # *Rosa Lind, who* said
    second = second_subject(reading, clause)
    if second is not None and subject_of_content(reading, clause) is not None:
        return source_phrase(reading, second, clause.verb)
    if second is not None:
        end = max(end, second + 1)
        name = name[0], end
    return Source((start, end), name)


def second_subject(reading: Reading, clause: Clause) -> int | None:
    """Another subject before the verb, which parsers may see in *the mayor, Rosa Lind, said*."""
    tree, own = reading.tree, clause.subject
    subjects = [at for at in tree.children[clause.verb] if tree.relations[at] is Relation.SUBJECT and at < clause.verb]
    return subjects[1] if len(subjects) > 1 and subjects[0] == own else None


def subject_of_content(reading: Reading, clause: Clause) -> int | None:
    """The subject of what a cue interrupts, where a parse hangs it on the cue: *the ferry, police said, was full*."""
    tree, own = reading.tree, clause.subject
    below = (reading.syntax.clauses[verb] for verb in reading.syntax.below.get(clause.verb, ()))
    bare = (other for other in below if other.relation is Relation.COMPLEMENT and other.verb > clause.verb)
    if own is None or own > clause.verb or all(other.subject is not None for other in bare):
        return None
    if second_subject(reading, clause) is not None:
        return own
    for child in tree.children[clause.verb]:
        end = reading.extents.below[child][1]
        cased = any(tree.relations[at] is Relation.CASE for at in tree.children[child])
        if end < own and tree.is_nominal(child) and tree.lowers[end] == "," and not cased and not reading.timed[child]:
            return child
    return None


def source_phrase(reading: Reading, head: int, verb: int) -> Source | None:
    """The phrase that names a source, as far as it does not run into its cue."""
    start, name_end = phrase(reading.syntax, head)
    end = max(name_end, reading.extents.below[head][1])
    if start <= verb < end:
        end = verb
    elif end > verb:
        end = min(end, reading.sentence(head)[1])
    end, name_end = reading.before_time(end), reading.before_time(min(end, name_end))
    whole, name = reading.extents.trimmed(start, end), reading.extents.trimmed(start, name_end)
    return None if whole is None or name is None else Source(whole, name)


def _is_passive(reading: Reading, clause: Clause) -> bool:
    """Whether the subject is not the one who speaks.

    A participle on a noun that has an object, as in *Rosa Lind accused him*, is a past tense that a tagger mistook.
    """
    reduced = clause.relation in NOUN_CLAUSES and not clause.auxiliaries and clause.agent is None
    below = (reading.syntax.clauses[verb].relation for verb in reading.syntax.below.get(clause.verb, ()))
    return clause.passive and not (reduced and (clause.objects or Relation.COMPLEMENT in below))


def speaker(reading: Reading, clause: Clause) -> int | None:
    """The head of the phrase that does the saying; where a clause has no subject, that of the clauses above it."""
    tree = reading.tree
    if clause.subject is not None:
        shared = clause.understood_subject
        return None if tree.relations[clause.subject] in _NOBODY else clause.subject if shared is None else shared
    inverted = _inverted(reading, clause)
    if inverted is not None:
        return inverted
    if clause.relation in NOUN_CLAUSES and clause.attached is not None and clause.understood_subject is None:
        return clause.attached
    return _speaker_above(reading, clause)


def _speaker_above(reading: Reading, clause: Clause) -> int | None:
    """The first subject above that names somebody, else the first of all."""
    tree = reading.tree
    found: int | None = None
    aside = _stands_aside(reading, clause)
    for _ in range(_DEEPEST):
        head = clause.understood_subject if clause.subject is None else clause.subject
        named = head is not None and tree.relations[head] not in _NOBODY and tree.lowers[head] not in _RELATIVE_PRONOUNS
        if head is not None and named and not (aside and _is_embedded(clause)):
            if _may_speak(reading, head):
                return head
            found = head if found is None else found
        if clause.parent is None:
            break
        clause = _above(reading, clause, clause.parent)
    return found


def _inverted(reading: Reading, clause: Clause) -> int | None:
    """*“…,” said the mayor*, where the quotation is no part of the sentence."""
    tree = reading.tree
    before = clause.verb - 1
    if before >= 0 and tree.relations[before] is Relation.PUNCTUATION and reading.quoted[before] < 0:
        before -= 1
    if before < 0 or reading.quoted[before] < 0 or tree.tags[clause.verb] not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    return next((at for at in clause.objects if reading.extents.below[at][0] == clause.verb + 1), None)


def _stands_aside(reading: Reading, clause: Clause) -> bool:
    """*…, saying that*: after a comma a participle belongs to the sentence rather than to its last clause."""
    before = clause.verb - 1
    return before >= 0 and reading.tree.tags[clause.verb] == "VBG" and reading.tree.lowers[before] == ","


def _is_embedded(clause: Clause) -> bool:
    return clause.relation in NOUN_CLAUSES or clause.relation is Relation.COMPLEMENT


def _may_speak(reading: Reading, head: int) -> bool:
    """Whether a word names or stands for somebody."""
    return bool(reading.doc[head].ent_type_) or reading.tree.lowers[head] in _SPEAKING_PRONOUNS


def _above(reading: Reading, clause: Clause, parent: int) -> Clause:
    """The clause whose subject one without a subject shares."""
    above = reading.syntax.clauses[parent]
    if above.relation is Relation.COMPLEMENT and above.parent is not None and above.verb < above.parent < clause.verb:
        return reading.syntax.clauses[above.parent]  # *“…,” she said, adding …*
    return above


def publisher_of(reading: Reading, medium: int) -> int | None:
    """Who speaks through what they publish: *issued a statement saying*, *her letter says*."""
    tree = reading.tree
    if tree.lemmas[medium] not in nouns.media():
        return None
    owner = next((at for at in tree.children[medium] if tree.relations[at] is Relation.POSSESSOR), None)
    if owner is not None:
        return owner
    clause = reading.syntax.clause_of(medium)
    if clause is None or medium not in clause.objects or clause.passive:
        return None
    return speaker(reading, clause) if tree.lemmas[clause.verb] in verbs.publishing() else None
