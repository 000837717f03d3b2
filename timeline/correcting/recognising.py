"""Which event of a later reading is one of an earlier reading, whose id is gone as its trigger or its text is another.

In an edited text all mentions are paired at once (`timeline/versions/matching.py`). In the same text, read by another
extractor, a mention is compared with others by its sentence, its trigger, what its line says, who takes part and when
it is; what one of them doesn't have counts neither way. It is taken for the one that is most alike, if that is alike
enough, if none of the others comes near, and if that one is not more like another mention of before. Wrong is worse
than lost: a correction that is left without its event is listed, one on a wrong event deceives. The numbers are
measured (`benchmarks/recognition.py`).
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from timeline.mentions import Mention
from timeline.model import Span, fold

if TYPE_CHECKING:
    from timeline.versions.matching import Pair

ENOUGH, MARGIN = 0.5, 0.08
"""How alike two mentions must be to be taken for one, and by how much less alike every other must be."""

_WEIGHTS = {"trigger": 3.0, "line": 3.0, "sentence": 2.0, "actors": 1.5, "date": 1.0}
_CONTRADICTED = 0.5
"""What is left of the likeness of what happened to what did not."""
_SHORTEST_STEM = 4
_WORD = re.compile(r"\w+")
_SMALL = frozenset(
    "a an and are as at be been being but by did do does for from had has have he her his in is it its of on or s she "
    "so than that the their them they this to was were which who will with would".split()
)
"""Words that sentences have in common whatever they tell."""


def recognised(
    lost: Mapping[str, Mention], before: Mapping[str, Mention], after: Mapping[str, Mention]
) -> dict[str, str]:
    """By event that was `lost`, the event of a later reading that it is; only those of which that is sure.

    `before` and `after` are all that the two readings have, by event: what they have both is that, and no other.
    """
    texts = {mention.article for mention in after.values()}
    pairs = _of_edited({**before, **lost}, after)
    found = {pair.before: pair.after for pair in pairs if pair.is_sure and pair.before in lost}
    new = {key: mention for key, mention in after.items() if key not in before}
    for key, mention in lost.items():
        best = _best(mention, new) if mention.article in texts else None
        if best is not None:
            others = {other: one for other, one in before.items() if other not in after and other != key}
            if _best(new[best], {**others, key: mention}) == key:
                found[key] = best
    return {key: best for key, best in found.items() if list(found.values()).count(best) == 1}


def likeliest(before: Mapping[str, Mention], after: Mapping[str, Mention]) -> dict[str, str]:
    """By event of an earlier text, the one of the edited text that it may be, though that is not sure."""
    return {pair.before: pair.after for pair in _of_edited(before, after) if not pair.is_sure}


def _of_edited(before: Mapping[str, Mention], after: Mapping[str, Mention]) -> "Iterator[Pair]":
    from timeline.versions.matching import matched  # noqa: PLC0415 - few texts are edited

    texts = {mention.article for mention in after.values()}
    return matched({key: mention for key, mention in before.items() if mention.article not in texts}, after)


def _best(mention: Mention, others: Mapping[str, Mention]) -> str | None:
    scores = sorted(((likeness(mention, other), key) for key, other in others.items()), reverse=True)
    if not scores:
        return None
    (score, key), next_best = scores[0], scores[1][0] if len(scores) > 1 else 0.0
    return key if score >= ENOUGH and score - next_best >= MARGIN else None


def likeness(one: Mention, other: Mention) -> float:
    """How alike two mentions of one text are, from 0 to 1."""
    parts = {
        "trigger": _of_triggers(one, other),
        "line": (_of_words(one.title, other.title) + _share(one.clause, other.clause)) / 2,
        "sentence": _of_words(one.sentence, other.sentence),
        "actors": _of_sets(one.actors, other.actors),
        "date": None if not (one.date and other.date) else float(one.date == other.date),
    }
    known = {name: value for name, value in parts.items() if value is not None}
    alike = sum(_WEIGHTS[name] * value for name, value in known.items()) / sum(_WEIGHTS[name] for name in known)
    return alike if one.is_denied is other.is_denied else alike * _CONTRADICTED


def _of_triggers(one: Mention, other: Mention) -> float:
    if _share(one.at, other.at):
        return 1.0
    words = [fold(mention.trigger).split() for mention in (one, other)]
    alike = max((_of_word(a, b) for a in words[0] for b in words[1]), default=0.0)
    if alike < 1.0 and _within(one.at, other.clause) and _within(other.at, one.clause):
        return max(alike, 0.6)
    return alike


def _of_word(one: str, other: str) -> float:
    """Whether two words are one, or of one stem."""
    if one == other:
        return 1.0
    shared = next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), None)
    shared = min(len(one), len(other)) if shared is None else shared
    return 0.8 if shared >= _SHORTEST_STEM and shared >= 0.6 * max(len(one), len(other)) else 0.0


def _of_words(one: str, other: str) -> float:
    """How many of their words two texts share, inflected or not (Dice)."""
    words, others = _words(one), _words(other)
    both = words.total() + others.total()
    return 2 * (words & others).total() / both if both else 0.0


def _words(text: str) -> Counter[str]:
    return Counter(word[:5] for word in _WORD.findall(fold(text)) if word not in _SMALL)


def _of_sets(one: Collection[str], other: Collection[str]) -> float | None:
    """How many names two sets share, of all; a name that has the other in it is the same."""
    if not one or not other:
        return None
    shared = sum(any(_same_name(name, each) for each in other) for name in one)
    return shared / max(len(one), len(other))


def _same_name(one: str, other: str) -> bool:
    words, others = set(one.split()), set(other.split())
    return words <= others or others <= words


def _share(one: Span, other: Span) -> float:
    """How much of two stretches of a text is in both."""
    both = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, both) / max(1, max(one[1], other[1]) - min(one[0], other[0]))


def _within(one: Span, other: Span) -> bool:
    return other[0] <= one[0] and one[1] <= other[1]
