"""Governors: what verbs, adjectives and nouns have in common that a clause hangs on, or that something is said with."""

from collections.abc import Iterator, Mapping
from functools import cache

from extractors.lexicons.effects import Effect
from extractors.lexicons.files import LexiconError
from extractors.lexicons.modifiers import Adjective, adjectives
from extractors.lexicons.nouns import nouns
from extractors.lexicons.verb_rows import Verb
from extractors.lexicons.verbs import verbs


@cache
def _predicates() -> Mapping[str, Verb | Adjective]:
    """Verbs and adjectives. Raises LexiconError where one word is both: a tagger doesn't tell them apart."""
    twice = verbs().keys() & adjectives().keys()
    if twice:
        raise LexiconError(f"adjectives.toml, “{min(twice)}”: verbs.toml has it too")
    return {**verbs(), **adjectives()}


@cache
def embedding_predicates() -> Mapping[str, Effect]:
    """What verbs and adjectives make of a clause below them: *plans to leave*, *is likely to leave*."""
    return dict(_embedding(_predicates()))


@cache
def embedding_nouns() -> Mapping[str, Effect]:
    """What nouns make of a clause on them: *a plan to leave*."""
    return {lemma: noun.embeds for lemma, noun in nouns().items() if noun.embeds}


def _embedding(rows: Mapping[str, Verb | Adjective]) -> Iterator[tuple[str, Effect]]:
    for lemma, row in rows.items():
        if row.embeds:
            yield lemma, row.embeds


@cache
def negating() -> frozenset[str]:
    """Those that turn the polarity of the clause below them: *refused to leave*, *is unable to leave*."""
    return frozenset(lemma for lemma, row in _predicates().items() if "clause" in row.negates)


@cache
def negating_nouns() -> frozenset[str]:
    """Nouns that do so: *the refusal to leave*."""
    return frozenset(lemma for lemma, noun in nouns().items() if noun.negates)


@cache
def negating_with_from() -> frozenset[str]:
    """Those that with *from* say that it did not happen: *prevented them from voting*."""
    return frozenset(lemma for lemma, verb in verbs().items() if "from" in verb.negates)


@cache
def setting_time() -> frozenset[str]:
    """Those that, said of something, set its time: *is scheduled for Saturday*, *is due Saturday*."""
    return frozenset(lemma for lemma, row in _predicates().items() if row.sets_time)
