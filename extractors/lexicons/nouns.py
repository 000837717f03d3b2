"""Nouns: the rows of `nouns.toml`, which says what each of their keys means, and the sets that are read off them."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from typing import Literal

import msgspec

from extractors.lexicons.effects import Effect
from extractors.lexicons.files import rows


class NounContent(StrEnum):
    """What can be the content of a noun that stands for what somebody says."""

    CLAUSE = "clause"
    INFINITIVE = "infinitive"
    OF = "of"


class Noun(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of `nouns.toml`."""

    happens: bool = False
    befalls: Literal["always", "mostly"] | None = None
    undecided: bool = False
    generic: bool = False
    under_way: bool = False
    verbs: tuple[str, ...] = ()
    takes: tuple[NounContent, ...] = ()
    hearsay: bool = False
    medium: bool = False
    article: bool = False
    total: bool = False
    measure: bool = False
    aim: bool = False
    account: bool = False
    survey: bool = False
    office: bool = False
    officer: bool = False
    body: bool = False
    outsider: bool = False
    untruth: bool = False
    proof: bool = False
    guesses: bool = False
    fiction: Literal["always", "present"] | None = None
    adversary: bool = False
    embeds: Effect | None = None
    negates: bool = False
    reaction: bool = False
    befell: Literal["on", "nobody"] | None = None
    supposed: bool = False
    outside: bool = False
    point: bool = False
    change: bool = False
    place: bool = False
    empty: bool = False
    bars: bool = False


@cache
def nouns() -> Mapping[str, Noun]:
    """The rows by lemma. Raises LexiconError where one is wrong."""
    return rows("nouns", Noun)


def _where(holds: Callable[[Noun], object]) -> frozenset[str]:
    return frozenset(lemma for lemma, noun in nouns().items() if holds(noun))


@cache
def happening() -> frozenset[str]:
    """Those for things that happen: *a second march Saturday*."""
    return _where(lambda noun: noun.happens)


@cache
def fiction(when: Literal["always", "present"]) -> frozenset[str]:
    """Those for what tells of what never was: always, or in the present."""
    return _where(lambda noun: noun.fiction == when)


@cache
def guesses() -> frozenset[str]:
    """Those whose content somebody only guesses: *fears that he had left*."""
    return _where(lambda noun: noun.guesses)


@cache
def proofs() -> frozenset[str]:
    """Those for what speaks for a claim, which without them is open: *no evidence that he left*."""
    return _where(lambda noun: noun.proof)


@cache
def unplanned(how_far: Literal["always", "mostly"]) -> frozenset[str]:
    """Those for which nobody sets a day: *Thursday's fire* lies behind, however it is told of."""
    return _where(lambda noun: noun.befalls == how_far)


@cache
def undecided() -> frozenset[str]:
    """Those that nobody plans: *rain is expected on Sunday*, *the storm will pass*."""
    return _where(lambda noun: noun.undecided or noun.befalls == "always")


@cache
def generic() -> frozenset[str]:
    """Those that with *that* can be any happening told before: *in that incident*."""
    return _where(lambda noun: noun.generic)


@cache
def under_way() -> frozenset[str]:
    """Those for what somebody can be in the middle of: *is under investigation*."""
    return _where(lambda noun: noun.under_way)


def related_verbs(lemma: str) -> tuple[str, ...]:
    """The verbs of the family of a noun, where they look otherwise: *flee* and *fly* of *flight*."""
    noun = nouns().get(lemma)
    return noun.verbs if noun else ()


@cache
def taking(content: NounContent) -> frozenset[str]:
    """Those whose content can be of one kind."""
    return _where(lambda noun: content in noun.takes)


@cache
def hearsay() -> frozenset[str]:
    """Those for which others vouch: *the allegation that …*."""
    return _where(lambda noun: noun.hearsay)


@cache
def media() -> frozenset[str]:
    """Those that carry words: *statement*, *letter*."""
    return _where(lambda noun: noun.medium)


@cache
def articles() -> frozenset[str]:
    """Those for the article itself: *contributed to this report*."""
    return _where(lambda noun: noun.article)


@cache
def totals() -> frozenset[str]:
    """Those for a number that is claimed: *put the death toll at 40*."""
    return _where(lambda noun: noun.total)


@cache
def measures() -> frozenset[str]:
    """Those for what lays down what holds from then on: *the decree*, *the new policy*."""
    return _where(lambda noun: noun.measure)


@cache
def aims() -> frozenset[str]:
    """Those for what is wanted at all times: *the goal is to help*."""
    return _where(lambda noun: noun.aim)


@cache
def prospects() -> frozenset[str]:
    """Those for what may come: *the danger that it might collapse*."""
    return _where(lambda noun: noun.embeds is Effect.EXPECTATION)


@cache
def accounts() -> frozenset[str]:
    """Those for what somebody tells of what happened: *gave a different account*."""
    return _where(lambda noun: noun.account)


@cache
def surveys() -> frozenset[str]:
    """Those for what counts or measures: *in a survey of 400 crews*."""
    return _where(lambda noun: noun.survey)


@cache
def untruths() -> frozenset[str]:
    """Those that say of a claim that it is false: *it is a lie that …*."""
    return _where(lambda noun: noun.untruth)


@cache
def adversaries() -> frozenset[str]:
    """Those who take a side in court, where the other side tells it otherwise: *prosecutors*, *the defence*."""
    return _where(lambda noun: noun.adversary)


@cache
def offices() -> frozenset[str]:
    """Those whose word on what is their business counts as fact: *police*, *the court*."""
    return _where(lambda noun: noun.office)


@cache
def officers() -> frozenset[str]:
    """Those who can speak for what a body will do: *minister*, *spokeswoman*."""
    return _where(lambda noun: noun.officer)


@cache
def bodies() -> frozenset[str]:
    """Those that are no single person: *the company*, *a newspaper*."""
    return _where(lambda noun: noun.body)


@cache
def outsiders() -> frozenset[str]:
    """Those who look on, and decide nothing of what they tell: *economists*, *critics*."""
    return _where(lambda noun: noun.outsider)


@cache
def reactions() -> frozenset[str]:
    """Those for how people take what was said: *sparking an outcry*."""
    return _where(lambda noun: noun.reaction)


@cache
def befalling(how: Literal["on", "nobody"]) -> frozenset[str]:
    """Those that say with *on*, or don't say, whom they befell, which others say with *of*: *the raid on a farm*."""
    return _where(lambda noun: noun.befell == how)


@cache
def supposed() -> frozenset[str]:
    """Those in which what happens is not told to have happened: *models in which flight evolved twice*."""
    return _where(lambda noun: noun.supposed)


@cache
def outside() -> frozenset[str]:
    """Those that are no part of the clause on them, which tells how, why, when or what: *the way he left*."""
    return _where(lambda noun: noun.outside)


@cache
def points() -> frozenset[str]:
    """Those for a point or stretch of time, which *before* or *when* counts from: *the day before he left*."""
    return _where(lambda noun: noun.point)


@cache
def changes() -> frozenset[str]:
    """Those for a change of what stands below them: *a delay in repairs*."""
    return _where(lambda noun: noun.change)


@cache
def places() -> frozenset[str]:
    """Those that with *of* name a place: *the town of Zembla*."""
    return _where(lambda noun: noun.place)


@cache
def empty() -> frozenset[str]:
    """Those that say little by themselves: *the purpose of*."""
    return _where(lambda noun: noun.empty)


@cache
def barring() -> frozenset[str]:
    """Those that what is so of one kind need not be so of all with: *a ban on foreign ferries*."""
    return _where(lambda noun: noun.bars or noun.negates or noun.embeds in (Effect.REFUSAL, Effect.END))
