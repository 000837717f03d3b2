"""Subjects that mean nothing: *it was clear that …*, *it is raining*."""

from extractors.mentions.text_view import TextView
from extractors.syntax.relations import Relation

_WEATHER = frozenset("rain snow seem appear happen turn".split())
_CLAUSES = frozenset({Relation.COMPLEMENT, Relation.OPEN_COMPLEMENT, Relation.CLAUSAL_SUBJECT})
_SAYING = frozenset("that to whether".split())
_SCENES = frozenset("when if".split())


def is_empty(view: TextView, at: int) -> bool:
    """*It was clear that …*, *it is raining*: nothing is meant."""
    syntax, tree = view.syntax, view.tree
    clause = syntax.clauses.get(tree.heads[at])
    if clause is None or clause.subject != at:
        return False
    if tree.lowers[min(at + 1, len(tree) - 1)] == "all":
        return True  # *it all began*
    judged = clause.predicate is not None or clause.passive or tree.lemmas[clause.verb] in ("be", "take")
    below, markers = complements(view, clause.verb)
    return tree.lemmas[clause.verb] in _WEATHER or (judged and (below or "that" in markers))


def complements(view: TextView, verb: int) -> tuple[bool, list[str]]:
    """Whether a clause has one below it that may be what is judged, and by which words such clauses begin."""
    below = [view.syntax.clauses[one] for one in view.syntax.below.get(verb, ())]
    markers = {view.tree.lowers[at] for one in below for at in one.markers}
    kinds = ["that"] * (not markers.isdisjoint(_SAYING)) + ["when"] * (not markers.isdisjoint(_SCENES))
    return any(one.relation in _CLAUSES for one in below), kinds
