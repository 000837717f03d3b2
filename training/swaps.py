"""Names swapped for others of their kind, each type as likely as any, so that a context counts for more than a name."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence

from training.entities import Named, Spans


def pools(sentences: Sequence[Named]) -> dict[str, list[list[str]]]:
    """Each kind's names that were seen twice or more, once each, in a fixed order."""
    seen: dict[str, Counter[tuple[str, ...]]] = {}
    for tokens, spans in sentences:
        for start, end, kind in spans:
            name = tuple(tokens[start:end])
            if all(part[:1].isupper() or part.islower() for part in name) and len(name) <= 6 and name[0][0].isupper():
                seen.setdefault(kind, Counter())[name] += 1
    return {
        kind: [list(name) for name in sorted(name for name, times in names.items() if times > 1)]
        for kind, names in sorted(seen.items())
    }


def swapped(sentence: Named, names: Mapping[str, Sequence[list[str]]], rng: random.Random) -> Named:
    """The sentence with most of its names exchanged; people go by their surname half of the time."""
    tokens, spans = sentence
    made: list[str] = []
    moved: Spans = []
    at = 0
    for start, end, kind in spans:
        made += tokens[at:start]
        name = tokens[start:end]
        if kind in names and kind != "NORP" and rng.random() < 0.8:
            name = rng.choice(names[kind])
            if kind == "PERSON" and len(name) > 1 and rng.random() < 0.5:
                name = name[-1:]
        moved.append((len(made), len(made) + len(name), kind))
        made += name
        at = end
    return [*made, *tokens[at:]], moved
