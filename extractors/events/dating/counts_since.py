"""A count since a time: *on Friday a clerk put it at 29 since Wednesday*.

What is told is what was counted, which happened from Wednesday on; that somebody counted on Friday is only its source.
"""

from extractors.syntax.trees import Tree

_UP_TO = frozenset("at to".split())


def is_of_a_count(tree: Tree, start: int) -> bool:
    """Whether what stands at `start` is a time since which a figure right before it was counted."""
    since = start if tree.lowers[start] == "since" else start - 1
    if since < len(("at", "29")) or tree.lowers[since] != "since":
        return False
    return tree.tags[since - 1] == "CD" and tree.lowers[since - 2] in _UP_TO
