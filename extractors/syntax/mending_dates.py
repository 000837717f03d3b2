"""What a parse can't mean: *from June 1 plastic bags will cost ten cents*, with a preposition, and no subject.

A date and the noun behind it look like one noun (*May talks*, *Monday evening*). Where a verb with a modal or a past
follows that has no subject, the noun is its subject, and the preposition is the date's.
"""

from calendar import day_name, month_name

from extractors.syntax.relations import AUXILIARIES, SUBJECTS, Relation
from extractors.syntax.trees import Tree

_CASES = frozenset("from on by until till since in after before".split())
_NAMED = frozenset(name.lower() for name in (*day_name, *month_name) if name)
_FINITE = frozenset("MD VBD VBZ VBP".split())
_ENDS = frozenset('. ? ! ; : “ ” "'.split())
_LONGEST = 4
"""Words of a date."""
_CLAUSAL = SUBJECTS | {Relation.EXPLETIVE}


def part_dates(tree: Tree) -> None:
    """Change the heads of a tree whose relations are settled; looks at few words where a sentence begins."""
    found = [at for at, lower in enumerate(tree.lowers) if lower in _CASES and _is_start(tree, at)]
    if not found:
        return
    clausal = tree.having(_CLAUSAL)
    for case in found:
        noun = tree.heads[case]
        verb = tree.heads[noun] if tree.relations[noun] is Relation.OBLIQUE and noun > case else noun
        end = _end_of_date(tree, case)
        if verb <= noun or verb in clausal or end is None or not end <= noun or "," in tree.lowers[case:verb]:
            continue
        if tree.tags[noun].startswith("NN") and _is_finite(tree, verb):
            _part(tree, case, end, noun, verb)


def _is_start(tree: Tree, at: int) -> bool:
    return at == 0 or tree.lowers[at - 1] in _ENDS or tree.lowers[at - 1].isspace()


def _end_of_date(tree: Tree, case: int) -> int | None:
    """The word after *June 1*, *1 June*, *Monday*, *May 2019*."""
    at = case + 1
    while at < min(len(tree), case + 1 + _LONGEST) and (tree.lowers[at] in _NAMED or tree.tags[at] == "CD"):
        at += 1
    return at if any(tree.lowers[word] in _NAMED for word in range(case + 1, at)) else None


def _is_finite(tree: Tree, verb: int) -> bool:
    """Whether a verb has a tense: its own, or that of what stands before it."""
    helping = [at for at in range(verb) if tree.heads[at] == verb and tree.relations[at] in AUXILIARIES]
    return tree.tags[verb] in _FINITE or any(tree.tags[at] in _FINITE for at in helping)


def _part(tree: Tree, case: int, end: int, noun: int, verb: int) -> None:
    date = next((at for at in range(case + 1, end) if tree.lowers[at] in _NAMED), case + 1)
    for at in range(case + 1, end):
        if at != date and not case < tree.heads[at] < end:
            tree.heads[at] = date
    tree.heads[case], tree.relations[case] = date, Relation.CASE
    tree.heads[date], tree.relations[date] = verb, Relation.OBLIQUE
    passive = any(
        tree.heads[at] == verb and tree.relations[at] is Relation.PASSIVE_AUXILIARY for at in range(end, verb)
    )
    tree.relations[noun] = Relation.PASSIVE_SUBJECT if passive else Relation.SUBJECT
