"""What is the first or the most of its kind in a time: *the first strike since 1984*, *the lowest in the past decade*.

It did not last since, nor for so long: it is of the day of its story.
"""

from collections.abc import Mapping
from itertools import takewhile

from extractors.syntax.tenses import Aspect, Form
from extractors.syntax.trees import BE, Tree
from extractors.verb_groups import VerbGroup
from timeline.meanings import Meaning
from timeline.meanings.counted import Trailing

_FARTHEST = 12
"""Words before *since* among which the rank may be."""
_NEAR = 6
"""Words before *in the past nine years* among which the rank may be."""
_WITHIN = frozenset("in of for over".split())
_STOPS = frozenset(". , ; : ( ) ? !".split())
_SUPERLATIVES = frozenset(("JJS", "RBS"))
_FEWEST = frozenset("fewest most least".split())
_RANKS = frozenset("first second third fourth fifth".split())
_DETERMINERS = frozenset("the a its his her their our my 's ’s".split())
_STAYING = frozenset("remain stay".split())


def is_ranked_since(tree: Tree, groups: Mapping[int, VerbGroup], start: int) -> bool:
    """Whether what stands at `start` is a time since which something is the first or the largest of its kind."""
    since = next((at for at in (start - 1, start - 2) if at >= 0 and tree.lowers[at] == "since"), None)
    if since is None:
        return False
    words = list(takewhile(lambda at: tree.lowers[at] not in _STOPS, range(since - 1, max(-1, since - _FARTHEST), -1)))
    rank = next((at for at in words if _is_rank(tree, at)), None)
    if rank is None:
        return False
    if tree.lowers[rank + 1] == "time":  # *the first time that a woman has won since 1984*
        return True
    finite = [at for at in words if at in groups and groups[at].form is Form.FINITE]
    above = next((at for at in finite if at < rank), None)
    return not any(at > rank for at in finite) and not (above is not None and _stays(tree, groups[above]))


def is_ranked_within(tree: Tree, meaning: Meaning, start: int) -> bool:
    """Whether what stands at `start` is a time within which something is the most: *the highest in the past decade*."""
    if not isinstance(meaning, Trailing) or not start or tree.lowers[start - 1] not in _WITHIN:
        return False
    words = takewhile(lambda at: tree.lowers[at] not in _STOPS, range(start - 2, max(-1, start - _NEAR), -1))
    return any(tree.tags[at] in _SUPERLATIVES for at in words)


def _is_rank(tree: Tree, at: int) -> bool:
    ordinal = tree.lowers[at] in _RANKS and at > 0 and tree.lowers[at - 1] in _DETERMINERS
    superlative = tree.tags[at] in _SUPERLATIVES or tree.lowers[at] in _FEWEST
    return ordinal or (superlative and tree.lowers[at - 1] != "at")  # not *at least*


def _stays(tree: Tree, group: VerbGroup) -> bool:
    """*Has been the largest party since 2010*: that lasts."""
    stays = tree.lowers[group.trigger] in BE or tree.lemmas[group.trigger] in _STAYING
    return stays and group.aspect in (Aspect.PERFECT, Aspect.PERFECT_PROGRESSIVE)
