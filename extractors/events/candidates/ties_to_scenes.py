"""Verbs that only tie what is known to something else: *the move came after two people died* tells of the deaths."""

from collections.abc import Collection

from extractors.events.context.event_context import EventContext
from extractors.syntax.relations import Relation
from extractors.syntax.tenses import Form, Modality
from timeline.model import Polarity

_TYING = frozenset(("come",))
_KNOWN = frozenset("the this that these those".split())
_ITSELF = frozenset("this that it which".split())
_SCENES = frozenset("after as when while amid before since".split())


def only_ties(context: EventContext, verb: int, telling: Collection[int]) -> bool:
    """Whether a verb says of something known but when it was, by what is told anyway.

    Args:
        context: the doc.
        verb: the verb.
        telling: the verbs and nouns that tell of something.
    """
    tree, clause, group = context.tree, context.syntax.clauses[verb], context.groups.get(verb)
    subject = clause.subject
    if subject is None or group is None or group.form is not Form.FINITE or tree.lemma_in(verb, _TYING) is None:
        return False
    if group.modality is not Modality.INDICATIVE or group.polarity is not Polarity.POSITIVE or clause.objects:
        return False
    known = tree.lowers[subject] in _ITSELF or any(tree.lowers[at] in _KNOWN for at in tree.children[subject])
    behind = [at for at in tree.children[verb] if at > verb and tree.relations[at] is not Relation.PUNCTUATION]
    scenes = [at for at in behind if at in telling and _opens_as_one(context, at)]
    return known and bool(scenes) and all(at in scenes or tree.relations[at] is Relation.ADVERB for at in behind)


def _opens_as_one(context: EventContext, at: int) -> bool:
    tree = context.tree
    opening = (Relation.MARKER, Relation.CASE, Relation.ADVERB)
    return any(tree.lowers[one] in _SCENES for one in tree.children[at] if tree.relations[one] in opening)
