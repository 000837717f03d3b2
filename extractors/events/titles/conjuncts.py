"""Whether a later verb of a pair can be told without the first, and what it shares with it.

*Was based in Oslund and accepted tokens*: *accepted* has an object, and so no *was*. *Was found and opened*: *opened*
may be either, but right behind *found and* it shares its *was*, unless it is a verb that is never done to anything.
"""

from extractors.events.context.event_context import EventContext
from extractors.events.titles.branches import inside
from extractors.lexicons import verbs
from extractors.lexicons.forms import forms, looks_past
from extractors.syntax.clauses import is_reporting
from extractors.syntax.relations import AUXILIARIES, Relation
from extractors.syntax.tenses import Voice, shared_modal

_OR = frozenset(("or", "nor"))
_TENSED = frozenset("VBD VBZ VBP".split())


def can_sit(context: EventContext, first: int, later: int) -> bool:
    """Whether a later conjunct can be told without the first, with the auxiliaries that it shares."""
    tree, groups = context.tree, context.groups
    if first not in groups or later not in groups or any(tree.lowers[at] in _OR for at in tree.children[later]):
        return False
    above, below = context.syntax.clauses[first], context.syntax.clauses[later]
    if not _is_joined(context, first, later) or _may_be_reported(context, first, later):
        return False
    if shared_modal(context.syntax, below) is not None:
        return above.negation is None or tree.tags[first] == tree.tags[later]
    if below.auxiliaries or below.predicate is not None:
        return True
    if tree.tags[later] in _TENSED:
        if groups[first].voice is Voice.PASSIVE:
            return shares_passive(context, first, later) or _is_active(context, first, later)
        mistaken = tree.tags[later] == "VBD" and tree.tags[first] == "VBN" and above.auxiliaries
        between = mistaken and any(tree.is_verb(at) for at in range(first + 1, later))
        # *Have opened a case and detained him*: *detained* is right in either reading, if nothing else can be joined.
        return not between
    if tree.tags[later] == "VBN" and not above.auxiliaries and looks_past(tree.lowers[later]):
        return tree.tags[first] == "VBD" or context.is_finite(first)  # taggers confuse the two
    return tree.tags[first] == tree.tags[later] and groups[first].form is groups[later].form


def shares_passive(context: EventContext, first: int, later: int) -> bool:
    """*Opened* of *was found and opened*, which a tagger takes for a past tense."""
    tree = context.tree
    beside = tree.heads[later] == first and later == first + 2 and tree.tags[first + 1] == "CC"
    if not beside or tree.tags[first] != "VBN" or context.groups[first].voice is not Voice.PASSIVE:
        return False
    lower = tree.lowers[later]
    participle = tree.tags[later] == "VBD" and looks_past(lower) and lower not in forms().past_alone
    helped = any(tree.relations[at] in AUXILIARIES for at in tree.children[first])
    return (
        participle and helped and not _has_object(context, later) and tree.lemmas[later] not in verbs.without_object()
    )


def _is_active(context: EventContext, first: int, later: int) -> bool:
    """Whether a verb behind a passive has a tense of its own: by its form, its object, or as it has none."""
    tree = context.tree
    joins = (at for at in range(later - 1, first, -1) if tree.tags[at] == "CC" or tree.lowers[at] == "then")
    joining = next(joins, None)
    if joining is None:
        return False
    between = range(joining + 1, later)
    if any((tree.is_nominal(at) or tree.is_verb(at)) and at not in context.timed for at in between):
        return False  # *but the police, when announcing it, named him*: who does it may stand there
    if tree.tags[later] != "VBD" or tree.lowers[later] in forms().past_alone:
        return True
    lemma = tree.lemmas[later]
    if lemma in verbs.without_object() or lemma in verbs.turning():
        return True
    return lemma not in verbs.with_two_objects() and _has_object(context, later)


def _has_object(context: EventContext, verb: int) -> bool:
    """Whether a verb has an object that is no time, or a clause for one."""
    objects = context.syntax.clauses[verb].objects
    below = (context.syntax.clauses[at] for at in context.syntax.below.get(verb, ()))
    told = any(one.relation is Relation.COMPLEMENT and one.attached == verb for one in below)
    return told or any(at not in context.timed and at > verb for at in objects)


def _may_be_reported(context: EventContext, first: int, later: int) -> bool:
    """*Said the ferry turned and sank*, where no comma shows who sank, whatever a parse says."""
    clauses, tree = context.syntax.clauses, context.tree
    below = (clauses[at] for at in context.syntax.below.get(first, ()) if first < at < later)
    reported = any(one.relation is Relation.COMPLEMENT and context.is_finite(one.verb) for one in below)
    joining = next((at for at in range(later - 1, first, -1) if tree.tags[at] == "CC"), later)
    plain = clauses[later].subject is None and context.is_finite(later) and is_reporting(tree, first)
    return reported and plain and tree.lowers[joining - 1] != "," and not is_reporting(tree, later)


def _is_joined(context: EventContext, first: int, later: int) -> bool:
    """Whether *and*, *but* or *, then* joins a conjunct, or one after it; without, a parse has guessed."""
    tree = context.tree
    then = next((at for at in tree.children[later] if tree.lowers[at] == "then" and first < at < later), later)
    if tree.relations[then - 1] is Relation.PUNCTUATION and then < later:
        return not any(tree.is_nominal(at) and at not in context.timed for at in range(then, later))
    _, end = context.sentence(later)
    others = [at for at in inside(tree, first, (later, end)) if tree.relations[at] is Relation.CONJUNCT]
    below = (at for other in (later, *others) for at in tree.children[other])
    return any(tree.relations[at] is Relation.COORDINATOR for at in below)
