"""Clauses, as far as punctuation and small words show them: the stretch that a verb and its time share.

A parse will draw these lines better; until then a sentence is cut at subordinating words, semicolons, dashes, commas
and the edges of what somebody says, and a stretch without a verb joins the one before it.
"""

from collections.abc import Sequence

from spacy.tokens import Token

_CUTS = frozenset("while because although though when where whereas but who whom which after before amid".split())
_MARKS = frozenset({",", ";", "—", "–", "--", ":", "“", "”", '"'})
_FRONTING = frozenset(
    "in on at after before during amid with for by since under from despite as following late early".split()
)


def is_fronted(tokens: Sequence[Token]) -> bool:
    """Whether a stretch at the start of a sentence only sets the scene: *In a video posted on Sunday, …*."""
    return tokens[0].lower_ in _FRONTING


def split_clauses(tokens: Sequence[Token], edges: frozenset[int], has_verb: Sequence[bool]) -> list[tuple[int, int]]:
    """The clauses of a sentence as ranges of `tokens`.

    Args:
        tokens: the sentence without white space.
        edges: places in `tokens` where something else, such as reported speech, begins or ends.
        has_verb: for each token whether it is a verb that can head a clause.
    """
    cuts = [0]
    for at in range(1, len(tokens)):
        lower = tokens[at].lower_
        subject_follows = lower == "as" and at + 1 < len(tokens) and (tokens[at + 1].is_title or tokens[at + 1].is_stop)
        joins_verbs = lower == "and" and any(has_verb[at + 1 : at + 3])
        if lower in _CUTS or tokens[at - 1].text in _MARKS or at in edges or subject_follows or joins_verbs:
            cuts.append(at)
    ranges = [(a, b) for a, b in zip(cuts, [*cuts[1:], len(tokens)], strict=True) if a < b]
    return _merge(tokens, ranges, edges, has_verb)


def _merge(
    tokens: Sequence[Token], ranges: Sequence[tuple[int, int]], edges: frozenset[int], has_verb: Sequence[bool]
) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    fronted = False
    for start, end in ranges:
        headed = any(has_verb[start:end])
        if merged and start not in edges and (fronted or not headed or not any(has_verb[slice(*merged[-1])])):
            merged[-1] = (merged[-1][0], end)
            fronted = fronted and not headed
        else:
            merged.append((start, end))
            fronted = start == 0 and is_fronted(tokens)
    return merged
