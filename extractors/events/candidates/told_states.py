"""States that are told as news: what somebody reports to be so, or the article says was so then."""

from collections.abc import Collection

from extractors.events.candidates.states import tells_an_origin
from extractors.events.context.event_context import EventContext
from extractors.lexicons import verbs
from extractors.lexicons.verb_rows import Manner
from extractors.syntax.clauses import Clause
from extractors.syntax.relations import Relation
from extractors.syntax.tenses import Aspect, Form, Modality, Tense
from extractors.verb_groups import VerbGroup

_IF = frozenset("if unless whether".split())


def is_told_state(context: EventContext, clause: Clause, group: VerbGroup, telling: Collection[int]) -> bool:
    """*The ministry said 60,000 people were in need*, *he was at the fair*: what somebody reports, or was so then.

    What a quotation says is so is opinion for the most part, and so is what the article says is so now.
    """
    if group.form is not Form.FINITE or group.modality is not Modality.INDICATIVE or group.conditional:
        return False
    if context.quoted[clause.verb] or clause.subject is None or context.tree.lowers[clause.subject] == "it":
        return False
    if _judges(context, clause, group):
        return False
    if clause.relation is Relation.CONJUNCT:
        above = context.syntax.clauses.get(-1 if clause.parent is None else clause.parent)
        return above is not None and above.verb in telling and _is_reported(context, above)
    if clause.relation is Relation.ROOT:
        then = group.tense is Tense.PAST and group.aspect is Aspect.NONE
        return (then or _is_reported(context, clause)) and not tells_an_origin(context, clause)
    return _is_reported(context, clause)


def _judges(context: EventContext, clause: Clause, group: VerbGroup) -> bool:
    """*Is key to peace*, *did not appear open to it*: what somebody thinks of it."""
    seems = context.tree.lemma_in(clause.verb, verbs.raising()) is not None
    likes = clause.predicate is not None and context.tree.tags[clause.predicate] in ("JJ", "JJR", "JJS")
    says = group.tense is Tense.PRESENT and context.sayings.manner(clause.verb) is Manner.SAYS
    return likes and (seems or says)  # *claims that it is unlawful* is a claim


def _is_reported(context: EventContext, clause: Clause) -> bool:
    """Whether somebody says so, by a verb above it or beside it: *critics say it is a ploy*, *according to us*."""
    sayings = context.sayings
    number = sayings.said_by(clause.verb)
    if number is None or context.markers(clause) & _IF:
        return False
    beside = clause.relation is Relation.ROOT and not sayings.has_verb(sayings.all[number].cue)
    return clause.relation is Relation.COMPLEMENT or beside
