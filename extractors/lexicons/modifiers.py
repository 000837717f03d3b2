"""Adjectives and adverbs: the rows of `adjectives.toml` and `adverbs.toml`, which say what each of their keys means."""

from collections.abc import Mapping
from functools import cache
from typing import Literal

import msgspec

from extractors.lexicons.effects import Effect
from extractors.lexicons.files import rows


class Adjective(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of `adjectives.toml`."""

    embeds: Effect | None = None
    negates: tuple[Literal["clause"], ...] = ()
    sets_time: bool = False
    lies: Literal["ahead", "past"] | None = None
    outcome: Literal["final", "passing"] | None = None
    attitude: bool = False
    differs: bool = False
    guesses: bool = False
    fictional: bool = False
    alters: bool = False
    holds: Literal["yes", "no", "mistaken", "open", "possible", "impossible"] | None = None


class Adverb(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of `adverbs.toml`."""

    hearsay: bool = False
    cue: bool = False
    earlier: bool = False
    present: bool = False
    doubt: Literal["possible", "likely"] | None = None
    close: bool = False
    judges: bool = False
    repeats: bool = False
    links: Literal["always", "apart"] | None = None
    lasts: bool = False
    errs: bool = False
    nears: Literal["verb", "gerund"] | None = None
    idle: bool = False
    alters: bool = False


@cache
def adjectives() -> Mapping[str, Adjective]:
    """The rows by word. Raises LexiconError where one is wrong."""
    return rows("adjectives", Adjective)


@cache
def adverbs() -> Mapping[str, Adverb]:
    """The rows by word. Raises LexiconError where one is wrong."""
    return rows("adverbs", Adverb)


@cache
def lying(where: Literal["ahead", "past"]) -> frozenset[str]:
    """Adjectives that say of a noun that it lies ahead, or is past."""
    return frozenset(word for word, adjective in adjectives().items() if adjective.lies == where)


@cache
def outcomes() -> frozenset[str]:
    """Adjectives for what became of somebody: *were missing*."""
    return frozenset(word for word, adjective in adjectives().items() if adjective.outcome)


@cache
def differing() -> frozenset[str]:
    """Adjectives that set one account against another: *a different version*."""
    return frozenset(word for word, adjective in adjectives().items() if adjective.differs)


@cache
def holding() -> Mapping[str, str]:
    """Adjectives that say of a claim whether it holds, with what they say: *is false*, *is true*, *is unclear*."""
    return {word: adjective.holds for word, adjective in adjectives().items() if adjective.holds}


@cache
def attitudes() -> frozenset[str]:
    """Adjectives for what somebody thinks or feels about what stands behind them: *is confident that*."""
    return frozenset(word for word, adjective in adjectives().items() if adjective.attitude)


@cache
def expecting() -> frozenset[str]:
    """Adjectives that expect the verb below them of whatever has them: *is certain to fall*."""
    return frozenset(word for word, adjective in adjectives().items() if adjective.embeds is Effect.EXPECTATION)


@cache
def telling_adjectives() -> frozenset[str]:
    """Adjectives without which something else is told: *a former mayor*, *an alleged thief*, *a planned ferry*."""
    return frozenset(word for word, adjective in adjectives().items() if _tells(adjective))


def _tells(one: Adjective) -> bool:
    doubts = one.fictional or one.differs or one.guesses or one.holds is not None
    return one.alters or doubts or one.sets_time or one.embeds is not None or bool(one.negates) or one.lies == "ahead"


@cache
def hearsay_adverbs() -> frozenset[str]:
    """Adverbs that say that others vouch for it."""
    return frozenset(word for word, adverb in adverbs().items() if adverb.hearsay)


@cache
def doubting(how: Literal["possible", "likely"]) -> frozenset[str]:
    """Adverbs that leave open whether it is so, or say that it may well be: *possibly*, *probably*."""
    return frozenset(word for word, adverb in adverbs().items() if adverb.doubt == how)


@cache
def cue_adverbs() -> frozenset[str]:
    """Adverbs that alone attribute their clause to others, whoever they are."""
    return frozenset(word for word, adverb in adverbs().items() if adverb.cue)


@cache
def final_outcomes() -> frozenset[str]:
    """Those that tell what happened rather than what is so: *are dead*."""
    return frozenset(word for word, adjective in adjectives().items() if adjective.outcome == "final")


@cache
def close_adverbs() -> frozenset[str]:
    """Words before *after* or *before* that leave hardly any time between: *shortly after he came home*."""
    return frozenset(word for word, adverb in adverbs().items() if adverb.close)


@cache
def judging_adverbs() -> frozenset[str]:
    """Adverbs that judge how it was done: who claims that *it was wrongly done* takes for granted that it was."""
    return frozenset(word for word, adverb in adverbs().items() if adverb.judges)


@cache
def earlier_adverbs() -> frozenset[str]:
    """Adverbs that put their clause before what is told around it."""
    return frozenset(word for word, adverb in adverbs().items() if adverb.earlier)


@cache
def present_adverbs() -> frozenset[str]:
    """Adverbs by which a state is one of the moment of telling."""
    return frozenset(word for word, adverb in adverbs().items() if adverb.present)


@cache
def repeating() -> frozenset[str]:
    """Those that tell of more than one time: *repeatedly*, *often*."""
    return frozenset(word for word, adverb in adverbs().items() if adverb.repeats)


@cache
def linking(when: Literal["always", "apart"]) -> frozenset[str]:
    """Those that only join a sentence to those around it, always or only with a comma behind them."""
    return frozenset(word for word, adverb in adverbs().items() if adverb.links == when)


@cache
def lasting_adverbs() -> frozenset[str]:
    """Adverbs whose perfect tells of what still goes on: *has steadily grown*."""
    return frozenset(word for word, adverb in adverbs().items() if adverb.lasts)


@cache
def nearing(what: Literal["verb", "gerund"]) -> frozenset[str]:
    """Adverbs by which something all but happens: *nearly fell*, *came close to falling*."""
    return frozenset(word for word, adverb in adverbs().items() if adverb.nears == what)


@cache
def telling_adverbs() -> frozenset[str]:
    """Adverbs without which something else is told: *narrowly*, *allegedly*, *never*."""
    return frozenset(word for word, adverb in adverbs().items() if not adverb.idle)


@cache
def altering_adverbs() -> frozenset[str]:
    """Those without which something else is told, or told for sure: *initially*, *narrowly*, *allegedly*."""
    return frozenset(word for word, one in adverbs().items() if one.alters or one.hearsay or one.doubt or one.nears)


@cache
def idle_adverbs() -> frozenset[str]:
    """Adverbs that a title which is too long does without: *officially*, *successfully*."""
    return frozenset(word for word, adverb in adverbs().items() if adverb.idle)


@cache
def erring() -> frozenset[str]:
    """Adverbs by which what is said is not so: *falsely reported that*."""
    return frozenset(word for word, adverb in adverbs().items() if adverb.errs)


@cache
def guessing() -> frozenset[str]:
    """Adjectives of those who guess: *were afraid that they had left*."""
    return frozenset(word for word, adjective in adjectives().items() if adjective.guesses)


@cache
def fictional() -> frozenset[str]:
    """Adjectives by which what happens in something never was: *a mock trial in which*."""
    return frozenset(word for word, adjective in adjectives().items() if adjective.fictional)
