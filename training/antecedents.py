"""Weights for what pronouns mean: `python -m training.antecedents CORPORA TARGET`.

A log-linear model, learned on parses as our pipeline makes them, and in rounds, so that what
stands before each mention is linked by what was learned so far. The chance from which on a link is sure comes from
documents that were left out of the learning in turn; how often the likeliest is right in them is printed.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc

from benchmarks.mentions import Gold
from extractors.log_linear import Weights, chances_of
from extractors.mentions.ranking import Likeliest, Ranker
from extractors.mentions.resolution import resolve
from extractors.pipeline import load_pipeline, process
from training.coreference import Row, genre, gold_documents
from training.log_linear import LogLinear

ROUNDS = 3
FOLDS = 6
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
        choices = [[list(_names(one.kind, choice)) for choice in one.choices] for one in learned_from]
        self._model = LogLinear(choices, [one.right for one in learned_from], FEWEST)

    def fit(self, chosen: Sequence[int]) -> dict[str, dict[str, float]]:
        """The weights, by kind, that make what is right in these examples likeliest."""
        worth = [2.0 if self._examples[at].is_news else 1.0 for at in chosen]
        return self._by_kind(self._model.fit(chosen, worth))

    def _by_kind(self, shared: Mapping[str, float]) -> dict[str, dict[str, float]]:
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
