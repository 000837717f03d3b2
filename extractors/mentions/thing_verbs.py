"""What things do, and no body of people: of *the museum bought a ship; it sank* it is the ship that did."""

from extractors.lexicons import verbs
from extractors.mentions.text_view import TextView
from extractors.syntax.relations import Relation

_NEAR = 4
"""Words behind a verb that may go with it: *came ashore*, *made its second landfall*."""


def does_as_thing(view: TextView, at: int) -> bool:
    """Whether a pronoun does what only a thing does."""
    tree, clause = view.tree, view.syntax.clause_of(at)
    if clause is None or tree.relations[at] is not Relation.SUBJECT:
        return False
    if tree.lemmas[clause.verb] not in verbs.of_things():
        return False
    alone = not clause.objects and not verbs.of_things_with(tree.lemmas[clause.verb])
    return alone or _is_idiom(view, clause.verb)


def _is_idiom(view: TextView, verb: int) -> bool:
    """*Came ashore*, *made landfall*."""
    words = verbs.of_things_with(view.tree.lemmas[verb])
    return any(word in view.tree.lowers[verb + 1 : verb + 1 + _NEAR] for word in words)
