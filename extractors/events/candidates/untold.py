"""Clauses that tell of nothing, whatever their verb: questions, conditions, names, what nobody has said."""

from extractors.events.candidates.made_up import is_made_up
from extractors.events.context.event_context import EventContext
from extractors.events.context.judged_claims import Holds, judgement
from extractors.lexicons import nouns, verbs
from extractors.lexicons.verb_rows import Manner
from extractors.syntax.clauses import Clause, is_inverted
from extractors.syntax.relations import AUXILIARIES, NOUN_CLAUSES, SUBJECTS, Relation
from extractors.syntax.tenses import Aspect, Form, Modality, Tense, Voice
from extractors.verb_groups import VerbGroup
from extractors.verb_groups.conditions import condition_mark
from extractors.verb_groups.denials import stands_in_stead
from timeline.model import Polarity

_IF = frozenset("if unless whether".split())
_PROVIDED = frozenset("provided providing assuming supposing".split())
_WHETHER = frozenset("if whether".split())
_EACH = frozenset("each every".split())
_THIS = frozenset("this".split())
_OPINIONS = frozenset("opinion view".split())
_OF_A_SAYING = frozenset({Relation.SUBJECT, Relation.PUNCTUATION, *AUXILIARIES})
_CONTENTS = frozenset({Relation.COMPLEMENT, Relation.OPEN_COMPLEMENT})
_QUESTIONS = frozenset("how what whether which who whom whose why".split())
_BEFORE_A_QUESTION = frozenset("IN RB CC TO `` '' , :".split())
"""Tags of words that may stand before its question word: *about how*, *and with whom*."""


def is_untold(context: EventContext, clause: Clause, group: VerbGroup, *, timed: bool) -> bool:
    """Whether a clause names, asks, commands or supposes something, or tells of the article itself."""
    if _is_about_itself(context, clause) or _stands_for_a_noun(context, clause):
        return True
    if _asks(context, clause) or _is_questioned(context, clause, timed=timed) or _is_left_unsaid(context, clause):
        return True
    if _is_open(context, clause) or is_made_up(context, clause):
        return True
    if _names(context, clause, group, timed=timed) or group.form is Form.IMPERATIVE:
        return True
    if (
        _is_of_each(context, clause)
        or _only_compares(context, clause, group)
        or _opines(context, clause)
        or _is_aim(context, clause, group)
    ):
        return True
    if stands_in_stead(context.tree, clause):
        return True
    return _is_condition(context, clause) or context.tree.tags[clause.verb] == "MD"  # *as well as we can*


def _is_of_each(context: EventContext, clause: Clause) -> bool:
    """*Rang once for each person who died*: it tells how often, and of the dead by the way."""
    tree, noun = context.tree, clause.attached
    if noun is None or clause.relation not in NOUN_CLAUSES or tree.relations[noun] in SUBJECTS:
        return False
    return any(tree.lowers[at] in _EACH for at in tree.children[noun])


def _only_compares(context: EventContext, clause: Clause, group: VerbGroup) -> bool:
    """*As the court found*, *as he proposed*, *as though he had lost*: what is told beside it is told to be like it."""
    markers = context.markers(clause)
    if {"as", "though"} <= markers:
        return True
    lacking = not clause.objects and clause.predicate is None and group.voice is Voice.ACTIVE
    below = context.syntax.below.get(clause.verb, ())
    whole = any(context.syntax.clauses[at].relation in _CONTENTS for at in below)
    said = context.tree.lemma_in(clause.verb, verbs.reporting()) is not None or group.embeds is not None
    if not (clause.relation is Relation.ADVERBIAL and lacking and said and not whole):
        return False
    return markers == {"as"} or (not markers and _only_says_who(context, clause))


def _only_says_who(context: EventContext, clause: Clause) -> bool:
    """*The data showed* at the end of *nine died, the data showed*, where a parse joins the two the other way."""
    tree = context.tree
    bare = all(tree.relations[at] in _OF_A_SAYING for at in tree.children[clause.verb])
    return bare and clause.subject is not None and clause.subject < clause.verb and not clause.passive


def _opines(context: EventContext, clause: Clause) -> bool:
    """*In her opinion, the crossing was hard*."""
    tree = context.tree
    return any(
        tree.lemmas[at] in _OPINIONS
        and any(tree.lowers[child] == "in" for child in tree.children[at])
        and any(tree.relations[child] is Relation.POSSESSOR for child in tree.children[at])
        for at in (*tree.children[clause.verb], *(() if clause.predicate is None else tree.children[clause.predicate]))
    )


def _is_aim(context: EventContext, clause: Clause, group: VerbGroup) -> bool:
    """*So that every voter can vote*: what is wanted of the clause above, unlike *so that nine were hurt*."""
    ahead = group.tense is Tense.FUTURE or group.modality is not Modality.INDICATIVE
    markers = context.markers(clause)
    behind = clause.parent is not None and clause.parent < clause.verb
    return clause.relation is Relation.ADVERBIAL and "so" in markers and ahead and behind


def _asks(context: EventContext, clause: Clause) -> bool:
    """*Whom they would support*, *about how it began*: a question, asked or answered, tells nothing by itself."""
    if clause.relation not in (Relation.COMPLEMENT, Relation.ADNOMINAL):
        return False
    if clause.relation is Relation.COMPLEMENT and clause.parent is not None:
        beside = [context.syntax.clauses[at] for at in context.syntax.below[clause.parent]]
        contents = [one for one in beside if one.relation is Relation.COMPLEMENT]
        # *Looked whether a note found there was hers*: of two, a parse asks the first, and the second is asked.
        if _WHETHER & context.markers(contents[0]) and clause.verb == contents[-1].verb:
            return True
    start = context.syntax.runs.get(clause.verb, [(clause.verb, clause.verb)])[0][0]
    words = (at for at in range(start, clause.verb) if context.tree.tags[at] not in _BEFORE_A_QUESTION)
    first = next(words, None)
    return first is not None and context.tree.lowers[first] in _QUESTIONS


def _is_open(context: EventContext, clause: Clause) -> bool:
    """*Whether he had left is not known*, *it is unclear if he left*."""
    judged = judgement(context, clause.verb)
    return "whether" in context.markers(clause) or (judged is not None and judged.holds is Holds.OPEN)


def _is_questioned(context: EventContext, clause: Clause, *, timed: bool) -> bool:
    """*When did it sink?*: what is asked is not told; what a question says besides is, with a time of its own."""
    if not context.in_question[clause.verb]:
        return False
    return not timed or clause.relation not in (Relation.ADVERBIAL, *NOUN_CLAUSES)


def _is_left_unsaid(context: EventContext, clause: Clause) -> bool:
    """*She did not say that he had ordered it*: nobody has told it; unlike what somebody *did not know*."""
    above = clause.parent
    over = None if above is None else context.groups.get(above)
    said = over is not None and over.trigger in context.sayings.cues and over.polarity is Polarity.NEGATIVE
    if over is not None and context.tree.lemma_in(over.trigger, verbs.reporting_as(Manner.DENIES)) is not None:
        return False  # *did not deny that he had ordered it*
    judged = judgement(context, clause.verb)
    if judged is not None and judged.holds is Holds.POSSIBLE:
        return False  # *did not rule out that he had ordered it*
    return said and clause.relation is Relation.COMPLEMENT and not context.sayings.is_denied(clause.verb)


def _stands_for_a_noun(context: EventContext, clause: Clause) -> bool:
    """*Those backing him*, *what was achieved*: these name somebody or something."""
    return clause.attached is not None and context.tree.lowers[clause.attached] in ("those", "what", "who")


def _names(context: EventContext, clause: Clause, group: VerbGroup, *, timed: bool) -> bool:
    """*An event known as Super Tuesday*, *which has been termed a crisis*; not *a march called for Friday*."""
    passive = group.form is Form.FINITE and group.voice is Voice.PASSIVE and context.tree.lemmas[clause.verb] != "name"
    if group.form is not Form.PAST_PARTICIPLE and (timed or not passive):
        return False
    after = min(clause.verb + 1, len(context.tree) - 1)
    behind = context.tree.tags[after] not in ("IN", "TO", "RP", ",", ".") or context.tree.lowers[after] == "as"
    return behind and context.tree.lemma_in(clause.verb, verbs.naming()) is not None


def _is_about_itself(context: EventContext, clause: Clause) -> bool:
    """*… contributed to this report*."""
    return any(
        context.tree.lemmas[at] in nouns.articles()
        and any(context.tree.lowers[child] in _THIS for child in context.tree.children[at])
        for at in context.tree.children[clause.verb]
    )


def _is_condition(context: EventContext, clause: Clause) -> bool:
    markers = context.markers(clause)
    provided = context.tree.lowers[clause.verb] in _PROVIDED and clause.subject is None
    if provided and clause.relation is Relation.ROOT:
        return True  # *provided that he wins, she will leave*, where a parse takes *provided* for the verb
    if clause.relation is not Relation.ADVERBIAL:
        return {"as", "if"} <= markers  # *it was as if he had won*
    return (
        bool(markers & _IF) or is_inverted(context.tree, clause) or condition_mark(context.syntax, clause) is not None
    )


def is_alternative(context: EventContext, clause: Clause) -> bool:
    """*Were damaged or destroyed*: one of two words for one thing."""
    between = context.tree.lowers[clause.parent : clause.verb] if clause.parent is not None else []
    alone = clause.subject is None and not clause.objects
    return alone and any(context.tree.lowers[at] == "or" for at in context.tree.children[clause.verb]) and bool(between)


def addresses(context: EventContext, clause: Clause, group: VerbGroup) -> bool:
    """*You would never find them*, *you see*: said to whoever listens; *you have lost* is not."""
    you = clause.subject is not None and context.tree.lowers[clause.subject] == "you"
    return you and group.tense is not Tense.PAST and group.aspect is not Aspect.PERFECT
