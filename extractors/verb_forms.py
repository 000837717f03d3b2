"""What the form of a word alone says of a verb: past, future, infinitive, negated.

Closed lists and the ending "-ed": a plain stand-in until a tagger and a parser say it better. Everything that asks for
tense, mood or polarity asks here.
"""

from collections.abc import Sequence
from enum import StrEnum

from spacy.tokens import Token

from extractors.lexicons import words


class VerbForm(StrEnum):
    """Forms that can be told without a tagger."""

    PAST = "past"
    PERFECT = "perfect"
    FUTURE = "future"
    MODAL = "modal"
    INFINITIVE = "infinitive"
    PRESENT = "present"


_DETERMINERS = frozenset("a an the his her its their our my your this that these those some any no each every".split())
_SHORTEST_ED = 4


def looks_past(token: Token) -> bool:
    """Whether a word can be a past form or participle: `defected`, `took`, `killed`."""
    lower = token.lower_
    if token.is_title and not token.is_sent_start:
        return False
    if lower in words("verbs", "irregular_past"):
        return True
    return (
        lower.endswith("ed")
        and len(lower) >= _SHORTEST_ED
        and lower.isalpha()
        and not lower.endswith("eed")
        and lower not in words("verbs", "not_past")
    )


def is_past_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at` is a past form used as a verb, not as an adjective: `the alleged coup`."""
    token = tokens[at]
    if not looks_past(token):
        return False
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    after_determiner = before is not None and (before.lower_ in _DETERMINERS or before.text in ("'s", "’s", "-"))
    noun_follows = after is not None and after.is_alpha and not after.is_stop and after.is_lower
    return not (after_determiner and (noun_follows or (before is not None and before.text == "-")))


def is_infinitive_marker(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at` is the *to* of an infinitive: a lower-case word that is no determiner follows."""
    if tokens[at].lower_ != "to" or at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    if after.lower_.endswith("ly") and at + 2 < len(tokens):
        after = tokens[at + 2]
    return (
        after.is_alpha
        and after.is_lower
        and (after.lower_ == "be" or not after.is_stop or after.lower_ in _PLAIN_VERBS)
    )


_PLAIN_VERBS = frozenset("be do go get give have keep make move put say see show take call".split())


def auxiliary(token: Token) -> VerbForm | None:
    """What an auxiliary announces: `will`, `would`, `was`, `has`."""
    lower = token.lower_
    for key, form in (
        ("future", VerbForm.FUTURE),
        ("modal", VerbForm.MODAL),
        ("past", VerbForm.PAST),
        ("present", VerbForm.PRESENT),
    ):
        if lower in words("verbs", "auxiliary", key):
            is_may_or_can = lower in ("may", "can", "wo") and token.is_title
            return None if is_may_or_can else form
    return None
