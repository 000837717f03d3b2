"""Rules of status, 1: what hangs on a condition, and what is no more than possible.

`extractors.events.status.status` has the list that they stand in, and reads them in its order.
"""

from extractors.events.status.told import PERFECT, Told, Verdict
from extractors.lexicons import modifiers
from extractors.syntax.clauses import is_reporting
from extractors.syntax.relations import Relation
from extractors.syntax.tenses import Modality, Tense
from extractors.verb_groups import VerbGroup
from extractors.verb_groups.conditions import condition_of
from timeline.model import Status
from timeline.when import Step

_CAN = frozenset("can ca".split())
_WOULD = frozenset(("would", "'d", "’d"))
_IN_THE_END = frozenset("later eventually ultimately subsequently".split())


def condition(told: Told) -> Verdict | None:
    """*Would leave if she lost*, *had it rained*: the clause or one above it has a condition, or is one."""
    clauses, said = told.context.syntax.clauses, told.group.trigger
    first = clauses[said].parent if clauses[said].relation is Relation.CONJUNCT else None
    said = said if first is None else first  # *Lind said, they will close it and sell it*
    spoken = _condition_before(told, clauses[said].parent)
    if spoken is not None and _is_what_is_said(told, said):
        return Status.CONDITIONAL, Step("status.condition", f"“{told.context.doc[spoken].text}” sets a condition")
    for one in told.chain:
        if one.conditional and _condition_before(told, one.trigger) is None:
            at = condition_of(told.context.syntax, told.context.syntax.clauses[one.trigger])
            words = f"“{told.context.doc[at].text}” sets" if at is not None else "there is"
            return Status.CONDITIONAL, Step("status.condition", f"{words} a condition")
    return None


def _condition_before(told: Told, cue: int | None) -> int | None:
    """The *if* of *if it rains, Lind said, the fair will close*: it is of what is said, and not of the saying."""
    syntax = told.context.syntax
    if cue is None or cue not in syntax.clauses or not is_reporting(syntax.tree, cue):
        return None
    mark, subject = condition_of(syntax, syntax.clauses[cue]), syntax.clauses[cue].subject
    before = mark is not None and subject is not None and mark < subject < cue
    below = syntax.below.get(cue, ())
    return mark if before and any(_is_what_is_said(told, at) for at in below) else None


def _is_what_is_said(told: Told, verb: int) -> bool:
    """Whether a clause stands behind who says it, and no *that* joins the two."""
    clause = told.context.syntax.clauses[verb]
    behind = clause.parent is not None and clause.parent < verb
    return clause.relation is Relation.COMPLEMENT and behind and "that" not in told.context.markers(clause)


def unreal(told: Told) -> Verdict | None:
    """*Would have been worse*, *would double the fare*: what would follow."""
    below = told.embedded
    above = below.embedding if below is not None else None
    one = told.finite if above is None else told.context.groups.get(above.verb)
    deed = one is not None and _is_of_a_deed(told, one)
    if one is None or (one.modality is not Modality.CONDITIONAL and not deed):
        return None
    if one.aspect not in PERFECT and told.standing.announced and not deed:
        return None
    if above is None and _came_about(told, one):
        return Status.OCCURRED, Step("status.fact", f"{told.words(one)} tells what came later")
    if one.aspect not in PERFECT and told.befalls and told.standing.number is not None:
        return Status.FORECAST, Step("status.forecast", f"{told.words(one)} tells what nobody decides")
    return Status.CONDITIONAL, Step("status.unreal", f"{told.words(one)} tells what would follow")


def _came_about(told: Told, one: VerbGroup) -> bool:
    """*Joined in 1950 and would later lead it*, *would go on to win*: the future of a past that is over."""
    tree, at = told.context.tree, one.trigger
    if one.aspect in PERFECT or told.first(one) not in _WOULD or told.standing.number is not None:
        return False
    if told.context.quoted[at] or one.conditional:
        return False
    goes_on = tree.lemmas[at] == "go" and tree.lowers[at + 1 : at + 3] == ["on", "to"]
    return goes_on or any(tree.lowers[word] in _IN_THE_END for word in tree.children[at])


def _is_of_a_deed(told: Told, one: VerbGroup) -> bool:
    """*Selling the ferry would not save the firm*: who says so need not sell it."""
    if told.first(one) not in _WOULD:
        return False
    syntax = told.context.syntax
    below = (syntax.clauses[at] for at in syntax.below.get(one.trigger, ()) if at < one.trigger)
    return any(clause.relation is Relation.CLAUSAL_SUBJECT for clause in below)


def possible(told: Told) -> Verdict | None:
    """*Could still be found*, *may be delayed*: a bare possibility; *can* tells what is open to somebody now."""
    one = told.finite
    possible = one.modality is Modality.POSSIBILITY and one.tense is Tense.NONE and one.aspect not in PERFECT
    hung = told.embedded is not None and told.embedded is not one  # *the danger that it might collapse*
    if hung or not possible or told.first(one) in _CAN:
        return None
    return Status.CONDITIONAL, Step("status.possible", f"{told.words(one)} tells of what is possible")


def maybe(told: Told) -> Verdict | None:
    """*Possibly ending the war*, *will perhaps leave* is a bare possibility; *will probably leave* is expected."""
    tree, one = told.context.tree, told.group
    words = [at for at in tree.children[one.trigger] if tree.relations[at] is Relation.ADVERB]
    likely = next((at for at in words if tree.lowers[at] in modifiers.doubting("likely")), None)
    possible = next((at for at in words if tree.lowers[at] in modifiers.doubting("possible")), None)
    word = possible if likely is None else likely
    if word is None:
        return None
    says = f"“{told.context.doc[word].text}”"
    ahead = one.tense is Tense.FUTURE or (one.tense is Tense.NONE and one.aspect not in PERFECT)
    if not ahead:
        return Status.ALLEGED, Step("status.guessed", f"{says} makes it a guess")
    if likely is not None:
        return Status.FORECAST, Step("status.expected", f"{says} tells what is expected")
    return Status.CONDITIONAL, Step("status.possible", f"{says} tells of what is possible")
