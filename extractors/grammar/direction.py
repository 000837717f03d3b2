"""Which way a bare weekday or month points: read off the verb nearest to it, as far as word forms show it.

Without a parse only the clear cases are settled: a past verb on the way is past, an auxiliary of the future is
future. An infinitive, a modal, or no verb leaves it open, and both dates are kept.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from extractors.verb_forms import VerbForm, auxiliary, is_infinitive_marker, is_past_verb
from timeline.model import Direction, Sense

_WALK = 25
_CLAUSE_ENDS = frozenset({";", "—", "–", "--", "while", "because", "although", "but", "whereas", "“", "”", '"'})


def read_direction(tokens: Sequence[Token], start: int, end: int) -> Direction:
    """The direction of the expression at `tokens[start:end]` of a sentence."""
    if start and tokens[start - 1].lower_ == "since":
        return Direction(Sense.PAST, "“since” counts from the past")
    if start and tokens[start - 1].lower_ in ("until", "till"):
        return Direction(Sense.FUTURE, f"“{tokens[start - 1].lower_}” looks ahead")
    left = range(start - 1, max(-1, start - 1 - _WALK), -1)
    right = range(end, min(len(tokens), end + _WALK))
    return _walk(tokens, left) or _walk(tokens, right) or Direction(Sense.EITHER, "no verb near it shows a direction")


def _walk(tokens: Sequence[Token], way: range) -> Direction | None:
    """The first verb form on the way, up to the end of the clause."""
    leftward = way.step < 0
    for at in way:
        token = tokens[at]
        if token.text in _CLAUSE_ENDS or token.lower_ in _CLAUSE_ENDS:
            return None
        form = auxiliary(token)
        if form is VerbForm.FUTURE:
            return Direction(Sense.FUTURE, f"“{_phrase(tokens, at)}” lies ahead")
        if is_infinitive_marker(tokens, at):
            if not leftward:
                continue
            phrase = _phrase(tokens, at)
            return Direction(Sense.EITHER, f"“{phrase}” may lie ahead; its tense does not show it", Sense.FUTURE)
        if form is VerbForm.MODAL:
            return Direction(Sense.EITHER, f"“{_phrase(tokens, at)}” may lie ahead or behind", Sense.FUTURE)
        if form is VerbForm.PAST or is_past_verb(tokens, at):
            return Direction(Sense.PAST, f"“{token.text}” is past")
    return None


def _phrase(tokens: Sequence[Token], at: int) -> str:
    return " ".join(token.text for token in tokens[at : at + 2])
