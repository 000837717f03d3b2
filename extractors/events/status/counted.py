"""What has happened so many times since a day: *nine villages have been cleared since Sunday*.

Such a count goes up to when it is told, while what *has lasted since* goes on: of three such lines in three articles
that editors had dated, all end with the telling; eleven others with *since* are left open.
"""

from extractors.events.status.told import Told, Verdict
from extractors.lexicons import verbs
from extractors.syntax.relations import Relation
from extractors.syntax.tenses import Aspect, Modality, Tense
from extractors.syntax.trees import BE
from timeline.model import Polarity, Status
from timeline.when import Step

_MANY = frozenset("hundreds thousands dozens scores millions".split())
_ENOUGH = frozenset("enough many several".split())


def counted_up(told: Told) -> Verdict | None:
    """The verdict on a count that is told with *since*; None on all else."""
    one, tree = told.group, told.context.tree
    plain = one.modality is Modality.INDICATIVE and one.polarity is Polarity.POSITIVE and not one.conditional
    now = told.finite.tense in (Tense.PRESENT, Tense.NONE)  # *are known to have died since May*
    if not plain or one.aspect is not Aspect.PERFECT or not now or not told.since:
        return None
    lasts = verbs.always_states() | verbs.lasting()
    if tree.lowers[one.trigger] in BE or tree.lemma_in(one.trigger, lasts) is not None:
        return None
    clause = told.context.syntax.clauses[one.trigger]
    what = told.standing.subject, *clause.objects[:1]
    if not any(at is not None and _is_counted(told, at) for at in what):
        return None
    return Status.OCCURRED, Step("status.counted", f"{told.words(one)} counts what has happened so far")


def _is_counted(told: Told, noun: int) -> bool:
    tree = told.context.tree
    if tree.lowers[noun] in _MANY:
        return True
    below = tree.children[noun]
    number = any(tree.relations[at] is Relation.NUMBER and at not in told.context.timed for at in below)
    return number or any(tree.lowers[at] in _ENOUGH for at in below)
