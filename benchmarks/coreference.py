"""The CoNLL average of coreference: MUC (Vilain 1995), B³ (Bagga and Baldwin 1998) and CEAF-e (Luo 2005).

As `score_coref.py` of the shared data has them, which needs SciPy; here each document is aligned by itself, since no
cluster spans two.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence

from benchmarks.lines import article_scorer

Mention = tuple[str, int, int]
"""The document, and the mention's first token and the one after its last."""
Cluster = frozenset[Mention]


def conll(gold: Sequence[Cluster], found: Sequence[Cluster]) -> float:
    """The average F of the three, in per cent; both have the same mentions."""
    return 100 * sum(_f(*measure(gold, found)) for measure in (_muc, _b_cubed, _ceaf)) / 3


def _f(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _muc(gold: Sequence[Cluster], found: Sequence[Cluster]) -> tuple[float, float]:
    def links(those: Sequence[Cluster], others: Sequence[Cluster]) -> float:
        place = {mention: number for number, cluster in enumerate(others) for mention in cluster}
        kept = sum(len(one) - len({place[mention] for mention in one}) for one in those)
        return kept / max(1, sum(len(one) - 1 for one in those))

    return links(found, gold), links(gold, found)


def _b_cubed(gold: Sequence[Cluster], found: Sequence[Cluster]) -> tuple[float, float]:
    right = {mention: cluster for cluster in gold for mention in cluster}
    ours = {mention: cluster for cluster in found for mention in cluster}

    def share(of: dict[Mention, Cluster]) -> float:
        return sum(len(right[one] & ours[one]) / len(of[one]) for one in of) / max(1, len(of))

    return share(ours), share(right)


def _ceaf(gold: Sequence[Cluster], found: Sequence[Cluster]) -> tuple[float, float]:
    by_document: dict[str, tuple[list[Cluster], list[Cluster]]] = defaultdict(lambda: ([], []))
    for side, clusters in enumerate((gold, found)):
        for cluster in clusters:
            by_document[next(iter(cluster))[0]][side].append(cluster)
    alike = sum(_alignment(*sides) for sides in by_document.values())
    return alike / max(1, len(found)), alike / max(1, len(gold))


def _alignment(gold: Collection[Cluster], found: Collection[Cluster]) -> float:
    weights = [[2 * len(one & other) / (len(one) + len(other)) for other in found] for one in gold]
    assign: Callable[[list[list[float]]], Iterable[tuple[int, int]]] = article_scorer().assign
    return sum(weights[row][column] for row, column in assign(weights))
