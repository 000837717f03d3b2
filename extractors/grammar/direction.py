"""Which way a bare weekday or month points: read off the verb nearest to it, as far as word forms show it.

Without a parse only the clear cases are settled: a past verb on the way is past, an auxiliary of the future is
future. An infinitive, a modal, or no verb leaves it open, and both dates are kept.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from extractors.verb_forms import Verb, VerbForm
from timeline.model import Direction, Sense

_WALK = 25
_PLANNING = frozenset("starting beginning effective due scheduled planned expected set".split())
_NAMED = {"last": Sense.PAST, "past": Sense.PAST, "next": Sense.FUTURE, "coming": Sense.FUTURE}
_CLAUSE_ENDS = frozenset({";", "—", "–", "--", "while", "because", "although", "but", "whereas", "“", "”", '"'})


def read_direction(tokens: Sequence[Token], verbs: Sequence[Verb], start: int, end: int) -> Direction:
    """The direction of the expression at `tokens[start:end]` of a sentence that has these verbs."""
    before = tokens[start - 1].lower_ if start else ""
    if before == "since":
        return Direction(Sense.PAST, "“since” counts from the past")
    if before in ("until", "till"):
        return Direction(Sense.FUTURE, f"“{before}” looks ahead")
    if before in _NAMED:
        return Direction(_NAMED[before], f"“{before}” says so")
    lead = tokens[start - 2].lower_ if before in ("on", "for") and start > 1 else before
    if before == "for" or lead in _PLANNING:
        word = lead if lead in _PLANNING else before
        return Direction(Sense.EITHER, f"“{word}” speaks of a plan, which may be past by now", Sense.FUTURE)
    first, last = _clause(tokens, start, end)
    left = [verb for verb in verbs if first <= verb.at < start]
    right = [verb for verb in verbs if end <= verb.at < last and verb.form is not VerbForm.INFINITIVE]
    if not left and not right:
        return Direction(Sense.EITHER, "no verb near it shows a direction")
    return _direction(tokens, left[-1] if left else right[0])


def _clause(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """The stretch around the expression that no mark or subordinating word cuts off."""
    first = next((at + 1 for at in range(start - 1, -1, -1) if tokens[at].lower_ in _CLAUSE_ENDS), 0)
    last = next((at for at in range(end, len(tokens)) if tokens[at].lower_ in _CLAUSE_ENDS), len(tokens))
    return max(first, start - _WALK), min(last, end + _WALK)


def _direction(tokens: Sequence[Token], verb: Verb) -> Direction:
    word = tokens[verb.at].text
    match verb.form:
        case VerbForm.FUTURE:
            return Direction(Sense.FUTURE, f"“{word}” lies ahead")
        case VerbForm.PAST | VerbForm.PERFECT:
            return Direction(Sense.PAST, f"“{word}” is past")
        case _:
            return Direction(Sense.EITHER, f"“{word}” may lie ahead; its form does not show it", Sense.FUTURE)
