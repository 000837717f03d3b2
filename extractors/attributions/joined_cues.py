"""Cues that have no speaker of their own: one that goes on from another, and one that nobody is told to do."""

from extractors.attributions.speech_context import SpeechContext
from extractors.lexicons.beings import person_nouns
from extractors.syntax.clauses import Clause, is_reporting
from extractors.syntax.relations import NOUN_CLAUSES, Relation

SPEAKING_PRONOUNS = frozenset("he she they i we you".split())
_FINITE_TAGS = frozenset(("VBD", "VBZ", "VBP"))


def is_purpose(context: SpeechContext, clause: Clause) -> bool:
    """*Any reason to think so*, *a chance to say it*: nobody does it; but *the first minister to admit it*."""
    tree, noun = context.tree, clause.attached
    if noun is None or clause.relation not in NOUN_CLAUSES or clause.understood_subject is not None:
        return False
    to = any(tree.tags[at] == "TO" for at in clause.markers)
    return to and not context.doc[noun].ent_type_ and tree.lemmas[noun] not in person_nouns()


def joined_cue(context: SpeechContext, clause: Clause) -> Clause | None:
    """The cue that a second one goes on from: *theorised that it was an attack, and wrote that it was over*.

    Parsers join such a verb to what is said. It goes with the verb of saying where it has its form and no subject of
    its own, unless it is told of somebody who might have said it too: *said the mayor came and said it was over*.
    """
    tree = context.tree
    if clause.relation is not Relation.CONJUNCT or clause.subject is not None or clause.parent is None:
        return None
    said = context.syntax.clauses[clause.parent]
    over = context.syntax.clauses[said.parent] if said.parent is not None else None
    if over is None or said.relation is not Relation.COMPLEMENT or not over.verb < said.verb < clause.verb:
        return None
    same = tree.tags[clause.verb] == tree.tags[over.verb] in _FINITE_TAGS and not clause.auxiliaries
    start = context.extents.below[clause.verb][0]
    back = tree.lowers[start] == "but" and bool(said.auxiliaries)  # *said it had read it but refused to comment*
    goes_on = is_reporting(tree, over.verb) and (
        back or (is_reporting(tree, clause.verb) and not _is_act(context, clause))
    )
    if not same or not goes_on or context.quoted[clause.verb] >= 0:
        return None
    subject = said.subject
    apart = start > 0 and (tree.lowers[start - 1] == "," or tree.lowers[start] == "but")
    return over if apart or subject is None or not may_speak(context, subject) else None


def _is_act(context: SpeechContext, clause: Clause) -> bool:
    """*Continued to attack*, *agreed to leave*: what is done rather than said."""
    below = {context.syntax.clauses[verb].relation for verb in context.syntax.below.get(clause.verb, ())}
    return Relation.OPEN_COMPLEMENT in below and Relation.COMPLEMENT not in below


def may_speak(context: SpeechContext, head: int) -> bool:
    """Whether a word names or stands for somebody."""
    return bool(context.doc[head].ent_type_) or context.tree.lowers[head] in SPEAKING_PRONOUNS
