"""The verbs of a sentence, and what their forms alone say: past, future, infinitive, passive.

Closed lists and the ending "-ed": a plain stand-in until a tagger and a parser say it better. What asks for
tense or mood asks here.
"""

from collections.abc import Sequence
from enum import StrEnum

import msgspec
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


class Verb(msgspec.Struct, frozen=True):
    """A verb that can head a clause: its place in the sentence, and what its form says."""

    at: int
    form: VerbForm
    passive: bool = False
    copula: bool = False
    """A form of *be* with no verb after it: *the vote was Saturday*."""


_BE = frozenset("was were is are be been being".split())
_HAVE = frozenset("has have had 's ’s 've ’ve".split())
_NEAR = 4
_DETERMINERS = frozenset("a an the his her its their our my your this that these those some any no each every".split())
_NO_VERBS = _DETERMINERS | frozenset("i you he she it we they who in on at of by for with from and or".split())
_SHORTEST_ED = 4


def find_verbs(tokens: Sequence[Token]) -> list[Verb]:
    """The verbs of a sentence in order, each once."""
    found: list[Verb] = []
    for at, token in enumerate(tokens):
        if _is_past_verb(tokens, at) and token.lower_ not in _BE | _HAVE | {"did"}:
            found.append(_past_verb(tokens, at))
        elif _is_infinitive_marker(tokens, at):
            after = at + 2 if tokens[at + 1].lower_.endswith("ly") else at + 1
            found.append(Verb(min(after, len(tokens) - 1), VerbForm.INFINITIVE))
        elif (form := _auxiliary(token)) is not None:
            found += _with_auxiliary(tokens, at, form)
    # A participle after "to be" or a modal is found twice: what it was found as last knows more.
    unique = {verb.at: verb for verb in sorted(found, key=lambda verb: verb.form is not VerbForm.INFINITIVE)}
    return [unique[at] for at in sorted(unique)]


def _with_auxiliary(tokens: Sequence[Token], at: int, form: VerbForm) -> list[Verb]:
    """The verb that an auxiliary announces, or the auxiliary itself where it is the verb."""
    head, lower = _main_verb(tokens, at), tokens[at].lower_
    if form in (VerbForm.FUTURE, VerbForm.MODAL):
        return [Verb(head, form)] if head is not None else []
    if head is not None and (form is VerbForm.PAST or tokens[head].lower_.endswith("ing")):
        return [Verb(head, form)] if lower in _BE | {"did", "do", "does"} else []
    follows = tokens[at + 1 : at + 1 + _NEAR]
    has_participle = any(
        _looks_past(token) or token.lower_ in words("verbs", "irregular_participle") for token in follows
    )
    return [Verb(at, form, copula=True)] if lower in ("was", "were") and not has_participle else []


def _looks_past(token: Token) -> bool:
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


def _is_past_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at` is a past form used as a verb, not as an adjective: `the alleged coup`."""
    token = tokens[at]
    if not _looks_past(token):
        return False
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    after_determiner = before is not None and (before.lower_ in _DETERMINERS or before.text in ("'s", "’s", "-"))
    noun_follows = after is not None and after.is_alpha and not after.is_stop and after.is_lower
    return not (after_determiner and (noun_follows or (before is not None and before.text == "-")))


def _is_infinitive_marker(tokens: Sequence[Token], at: int) -> bool:
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


def is_auxiliary(token: Token) -> bool:
    """Whether a word is a form of *be*, *have*, *do*, *will* or a modal."""
    return _auxiliary(token) is not None


def _auxiliary(token: Token) -> VerbForm | None:
    """What an auxiliary announces: *will*, *would*, *was*, *has*."""
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


def _past_verb(tokens: Sequence[Token], at: int) -> Verb:
    """A past form: under *will* or a modal it is not past, after a form of *be* it is passive."""
    lead = tokens[max(0, at - _NEAR) : at]
    before = [token.lower_ for token in lead]
    passive = any(word in _BE for word in before)
    announced = [form for token in lead if (form := _auxiliary(token)) in (VerbForm.FUTURE, VerbForm.MODAL)]
    if announced and (passive or "have" in before):
        return Verb(at, announced[-1], passive)
    return Verb(at, VerbForm.PERFECT if any(word in _HAVE for word in before) else VerbForm.PAST, passive)


def _main_verb(tokens: Sequence[Token], at: int) -> int | None:
    """The verb that an auxiliary belongs to: past adverbs and *not*, a plain lower-case word."""
    for n in range(at + 1, min(len(tokens), at + 1 + _NEAR)):
        lower = tokens[n].lower_
        skipped = lower.endswith("ly") or lower in words("verbs", "negation") or lower in ("also", "be", "have", "been")
        if not skipped:
            plain = tokens[n].is_alpha and tokens[n].is_lower and lower not in _NO_VERBS
            after_be = tokens[at].lower_ in _BE
            return n if plain and (not after_be or lower.endswith("ing")) else None
    return None
