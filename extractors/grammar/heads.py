"""Which word each word of a sentence hangs on: the best tree, or nearly, by a score for each pair."""

from collections.abc import Sequence

import numpy as np

from extractors.encoder.encoder import Vectors


def best_heads(scores: Vectors) -> list[int]:
    """The place of each word's head, its own for the root: one root, and no circle.

    Mostly the best head of each word makes a tree. Where it doesn't, one root is kept, and each circle opened where
    that costs least; a maximum spanning tree (Chu and Liu 1965, Edmonds 1967) would be a little better, and rarely is.

    Args:
        scores: a row for each word with how well each word would be its head; how well it would be the root stands at
            its own place.
    """
    size = len(scores)
    roots = np.flatnonzero(scores.argmax(axis=1) == np.arange(size))
    of_root = np.diagonal(scores) - _likelihood(scores)
    among = roots if len(roots) else np.arange(size)
    root = int(among[of_root[among].argmax()])
    scores = scores.copy()
    np.fill_diagonal(scores, -np.inf)
    heads: list[int] = scores.argmax(axis=1).tolist()
    heads[root] = root
    while len(attached := _attached(heads, root)) < size:
        loose = _circle(heads, attached)
        reach = sorted(attached)
        best = scores[np.ix_(loose, reach)]
        cost = best.max(axis=1) - scores[loose, [heads[one] for one in loose]]
        opened = int(cost.argmax())
        heads[loose[opened]] = reach[int(best[opened].argmax())]
    return heads


def _likelihood(scores: Vectors) -> Vectors:
    """By word the logarithm of the sum of the powers of its scores."""
    most = scores.max(axis=1)
    total: Vectors = most + np.log(np.exp(scores - most[:, None]).sum(axis=1))
    return total


def _attached(heads: Sequence[int], root: int) -> set[int]:
    """The words that hang on the root."""
    found = {root}
    for start in range(len(heads)):
        at, path = start, []
        while at not in found and at not in path:
            path.append(at)
            at = heads[at]
        if at in found:
            found.update(path)
    return found


def _circle(heads: Sequence[int], attached: set[int]) -> list[int]:
    """The words of the first circle among those that are not attached."""
    at = next(one for one in range(len(heads)) if one not in attached)
    path: list[int] = []
    while at not in path:
        path.append(at)
        at = heads[at]
    return path[path.index(at) :]
