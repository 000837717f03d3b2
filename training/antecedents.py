"""Weights for what pronouns mean: `python -m training.antecedents CORPORA TARGET`.

A log-linear model, learned by plain gradient descent on parses as our pipeline makes them, and in rounds, so that what
stands before each mention is linked by what was learned so far. The chance from which on a link is sure comes from
documents that were left out of the learning in turn; how often the likeliest is right in them is printed.
"""

from __future__ import annotations

import sys
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from benchmarks.mentions import Gold
from extractors.mentions.ranking import Likeliest, Ranker, Weights, chances_of
from extractors.mentions.resolution import resolve
from extractors.pipeline import load_pipeline, process
from training.coreference import Row, genre, gold_documents

ROUNDS = 3
FOLDS = 6
STEPS = 200
RATE = 0.1
PENALTY = 10.0
"""Of large weights: the higher, the closer to nought are those of what was seldom seen."""
FEWEST = 6
"""How often a feature must be seen."""
SMALLEST = 0.03
"""Smaller weights are left out."""
NEWS = frozenset({"", "news", "bio"})
"""Genres that are told as news are: by them it is judged what is sure, and they count twice in learning."""
WANTED = 0.88
MARGIN = 0.75
"""What must be right of all that is sure, and of what is hardly so."""
TOGETHER = {("he, she",): 50, ("it", "they"): 66}
"""Kinds for which one chance is sure; of *it* and *they* each there is too little news to tell. With the
lowest that may be sure, in a hundred: as likely as all else together, or twice as likely."""
HEADER = """\
# Made by `python -m training.antecedents`: what speaks for each antecedent of a mention, and from which chance on it is
# sure. Learned from the mentions of GUM (Amir Zeldes and others, CC BY 4.0; of its texts only those with open licences)
# and of MEANTIME (Anne-Lyse Minard and others, CC BY 4.0), on parses of the pipeline that ships.
"""


@dataclass
class Example:
    """One mention that was asked about."""

    document: Row
    kind: str
    choices: Sequence[Sequence[str]]
    right: Sequence[bool]
    """Which of the choices are right; the last one is that none is."""
    known: Sequence[bool] = ()
    """Of which candidates the gold says what they are; of others nobody knows whether they are meant."""
    judged: bool = True
    """Whether the gold says what is right: of many mentions MEANTIME doesn't."""
    taught: bool = True
    """Whether anything is learned from it: not where what is meant is no candidate, and yet a noun that was told."""

    @property
    def is_news(self) -> bool:
        """Whether it counts as news."""
        return genre(self.document) in NEWS


class Watching(Ranker):
    """Remembers what it was asked."""

    def __init__(self, weights: Mapping[str, Weights]) -> None:
        super().__init__(weights)
        self.asked: list[tuple[str, int, Sequence[int], Sequence[Sequence[str]]]] = []

    def likeliest(
        self, kind: str, number: int, candidates: Sequence[int], choices: Sequence[Sequence[str]]
    ) -> Likeliest | None:
        """The likeliest of the candidates, as ever."""
        self.asked.append((kind, number, candidates, choices))
        return super().likeliest(kind, number, candidates, choices)


class _Nothing(dict[str, Weights]):
    """No weights at all, whatever the kind: the nearest is taken."""

    def __missing__(self, kind: str) -> Weights:
        return Weights(sure=1.0, features={"none": -1.0})


def examples(documents: Sequence[tuple[Row, Doc]], weights: Mapping[str, Weights]) -> Iterator[Example]:
    """All mentions that the ranker is asked about while these weights decide."""
    for row, doc in documents:
        watching = Watching(weights)
        found, gold = resolve(doc, watching), Gold(row, doc)
        for kind, number, candidates, choices in watching.asked:
            group = gold.group_of(found[number])
            groups = [gold.group_of(found[other]) for other in candidates]
            right = [bool(group) and group == other for other in groups]
            judged = bool(group) or bool(genre(row))
            taught = judged and (any(right) or not _is_told(doc, gold, group, found[number].start))
            yield Example(
                row, kind, choices, [*right, not any(right)], [bool(other) for other in groups], judged, taught
            )


def _is_told(doc: Doc, gold: Gold, group: str, before: int) -> bool:
    """Whether a noun before a word is of a group; what a clause tells is none."""
    spans = (doc[start:end] for (start, end), other in gold.spans.items() if other == group and start < before)
    return any(span.root.pos_ not in ("VERB", "AUX") for span in spans)


class Model:
    """A log-linear model of examples of all kinds: a feature has a weight for all, and one for each kind beside it."""

    def __init__(self, learned_from: Sequence[Example]) -> None:
        self._examples = learned_from
        seen = Counter(name for one in learned_from for choice in one.choices for name in _names(one.kind, choice))
        self.names = sorted(name for name, count in seen.items() if count >= FEWEST)
        places = {name: place for place, name in enumerate(self.names)}
        self._columns = [
            [[places[name] for name in _names(one.kind, choice) if name in places] for choice in one.choices]
            for one in learned_from
        ]

    def fit(self, chosen: Sequence[int]) -> dict[str, dict[str, float]]:
        """The weights, by kind, that make what is right in these examples likeliest."""
        flat = [(n, column, right) for n, at in enumerate(chosen) for column, right in self._pairs(at)]
        group = np.array([n for n, _, _ in flat], dtype=np.intp)
        right = np.array([is_right for _, _, is_right in flat])
        rows = np.repeat(np.arange(len(flat)), [len(column) for _, column, _ in flat])
        columns = np.concatenate([np.array(column, dtype=int) for _, column, _ in flat])
        worth = np.array([2.0 if self._examples[at].is_news else 1.0 for at in chosen])[group]
        weights, mean, spread = (np.zeros(len(self.names)) for _ in range(3))
        for step in range(1, STEPS + 1):
            sums = np.bincount(rows, weights=weights[columns], minlength=len(flat))
            chance = _shares(sums, group)
            wanted = _shares(np.where(right, sums, -np.inf), group)
            off = (chance - wanted) * worth
            slope = np.bincount(columns, weights=off[rows], minlength=len(weights)) + PENALTY * weights
            mean, spread = 0.9 * mean + 0.1 * slope, 0.999 * spread + 0.001 * slope**2
            size = np.sqrt(spread / (1 - 0.999**step)) + 1e-8
            weights -= RATE * (1 - step / STEPS) * mean / (1 - 0.9**step) / size
        return self._by_kind(weights)

    def _pairs(self, at: int) -> Iterator[tuple[list[int], bool]]:
        return zip(self._columns[at], self._examples[at].right, strict=True)

    def _by_kind(self, weights: NDArray[np.float64]) -> dict[str, dict[str, float]]:
        shared = dict(zip(self.names, weights.tolist(), strict=True))
        summed: dict[str, dict[str, float]] = {kind: {} for kind in sorted({one.kind for one in self._examples})}
        for kind, features in summed.items():
            seen = {name for one in self._examples if one.kind == kind for choice in one.choices for name in choice}
            for name in sorted(seen):
                weight = shared.get(name, 0.0) + shared.get(f"{kind}: {name}", 0.0)
                if abs(weight) >= SMALLEST:
                    features[name] = round(weight, 2)
        return summed


def _names(kind: str, choice: Sequence[str]) -> Iterator[str]:
    for feature in choice:
        yield from (feature, f"{kind}: {feature}")


def _shares(sums: NDArray[Any], group: NDArray[np.intp]) -> NDArray[np.float64]:
    """What share of its group each has, as powers of its sum."""
    most = np.full(group[-1] + 1, -np.inf)
    np.maximum.at(most, group, sums)
    powers = np.exp(sums - most[group])
    shares: NDArray[np.float64] = powers / np.bincount(group, weights=powers)[group]
    return shares


def left_out(found: Sequence[Example]) -> list[tuple[float, bool] | None]:
    """For each example the chance of its likeliest candidate, and whether it is right, by what others teach.

    None where nobody knows.
    """
    model = Model(found)
    fold = [zlib.crc32(str(one.document["id"]).encode()) % FOLDS for one in found]
    judged: list[tuple[float, bool] | None] = [None] * len(found)
    for part in range(FOLDS):
        weights = model.fit([n for n, one in enumerate(found) if fold[n] != part and one.taught])
        for n, one in enumerate(found):
            if fold[n] == part:
                chances = chances_of(weights[one.kind], one.choices)
                best = max(range(len(chances) - 1), key=lambda place: (chances[place], -place))
                if one.judged and one.known[best]:
                    judged[n] = chances[best], one.right[best]
    return judged


def surest(judged: Sequence[tuple[float, bool]], lowest: int = 66) -> float:
    """The lowest chance from which on enough are right."""
    for chance in (hundredths / 100 for hundredths in range(lowest, 100, 2)):
        above = [right for likely, right in judged if likely >= chance]
        hardly = [right for likely, right in judged if chance <= likely < chance + 0.1]
        if sum(above) >= WANTED * len(above) and sum(hardly) >= MARGIN * len(hardly):
            return chance
    return 1.0


def main(corpora: Path, target: Path) -> None:
    """Learn the weights and write them."""
    nlp = load_pipeline()
    nlp.disable_pipes("dateline_mentions", "dateline_events")
    documents = [(row, process(nlp, row["text"])) for row in gold_documents(corpora)]
    weights: Mapping[str, Weights] = _Nothing()
    for _ in range(ROUNDS):
        found = list(examples(documents, weights))
        learned = Model(found).fit([n for n, one in enumerate(found) if one.taught])
        weights = {kind: Weights(1.0, features) for kind, features in learned.items()}
    judged = left_out(found)
    by_kind = {
        kind: [one for n, one in enumerate(judged) if one and found[n].kind == kind and found[n].is_news]
        for kind in learned
    }
    lines = [HEADER]
    for kind, features in learned.items():
        kinds = next(kinds for kinds in TOGETHER if kind in kinds)
        sure = surest([one for other in kinds for one in by_kind[other]], TOGETHER[kinds])
        _report(kind, by_kind[kind], sure)
        lines.append(f'\n["{kind}"]\nsure = {sure}\n\n["{kind}".features]\n')
        lines += [f'"{name}" = {weight}\n' for name, weight in features.items()]
    target.write_text("".join(lines), encoding="utf-8")


def _report(kind: str, judged: Sequence[tuple[float, bool]], sure: float) -> None:
    right = sum(is_right for _, is_right in judged)
    above = [is_right for chance, is_right in judged if chance >= sure]
    print(f"{kind:12} {len(judged):5} asked, {right:5} right; sure from {sure}: {len(above):5}, {sum(above):5} right")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
