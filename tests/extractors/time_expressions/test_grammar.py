"""The rules of the date grammar: each names kinds that there are, and fires on its example."""

from collections.abc import Iterator

import pytest
import spacy

from extractors.lexicons import lexicon
from extractors.time_expressions.grammar.building import keep_last
from extractors.time_expressions.grammar.composition import Rule, rule
from extractors.time_expressions.grammar.english import LAYERS, find_times
from extractors.time_expressions.grammar.pieces import BINDERS, CARRIES, WORD, Kind
from extractors.time_expressions.grammar.trace import Stage, Why, trace
from extractors.time_expressions.grammar.wording import WORD_LISTS, Wording, wording

TOKENIZER = spacy.blank("en").tokenizer
RULES = [(one.name, made) for one in LAYERS for made in one.rules]


def read(text: str) -> list[Wording]:
    return [wording(token.text) for token in TOKENIZER(text)]


def stages(text: str) -> tuple[Stage, ...]:
    return trace(read(text))


def fired(text: str) -> Iterator[Rule]:
    """The rules that join words of a text, be they parted as spaCy parts them or at spaces alone."""
    for tokens in (read(text), [wording(word) for word in text.split()]):
        for stage in trace(tokens):
            yield from (joined.rule for joined in stage.joined)


def test_a_rule_that_names_no_kind_is_refused_when_it_is_written() -> None:
    with pytest.raises(ValueError, match=r"“eve” \(during the evnight\) names “evnight”, which is no kind of piece"):
        rule("eve", "during the evnight", keep_last, "during the night")


def test_a_rule_that_quotes_a_word_that_is_a_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="has a small word in quotes, or a kind beside words in quotes"):
        rule("eve", "'the' daypart", keep_last, "the night")
    with pytest.raises(ValueError, match="has a small word in quotes, or a kind beside words in quotes"):
        rule("eve", "unit|'eve'", keep_last, "the eve")


def test_a_word_in_quotes_is_one_that_says_nothing_to_other_rules() -> None:
    quoted = {word for _, one in RULES for variant in one.variants for _, words in variant.words for word in words}
    assert quoted
    assert [word for word in quoted if wording(word).words[0].kind != WORD] == []


def test_a_word_in_quotes_is_that_word_and_no_other() -> None:
    assert "turn" in {one.id for one in fired("the turn of the century")}
    assert "turn" not in {one.id for one in fired("the size of the century")}


@pytest.mark.parametrize(("layer", "one"), RULES, ids=[f"{layer}: {one.id}: {one.pattern}" for layer, one in RULES])
def test_a_rule_fires_on_its_example(layer: str, one: Rule) -> None:
    assert any(made is one for made in fired(one.example)), layer


def kinds_made() -> set[Kind]:
    made: set[Kind] = {WORD}
    for _, one in RULES:
        for stage in stages(one.example):
            made |= {piece.kind for piece in stage.pieces}
    return made


def test_each_kind_is_that_of_some_word_or_made_by_some_rule() -> None:
    of_words = {word.kind for name in (*words_of_time(), "80s") for word in wording(name).words}
    assert set(CARRIES) - kinds_made() - of_words - set(BINDERS) == set()


def words_of_time() -> set[str]:
    tables = {name: table for name, table in lexicon("time").items() if name not in WORD_LISTS}
    return {form for table in tables.values() for word in table.get("words", table) for form in (word, word.title())}


def test_each_word_of_the_lexicon_is_of_the_kind_of_its_table() -> None:
    for kind, table in lexicon("time").items():
        for word in () if kind in WORD_LISTS else table.get("words", table):
            assert kind in {wording(form).words[0].kind for form in (word, word.title(), word.upper())}, word


def test_each_small_word_is_its_own_kind_and_named_by_a_rule() -> None:
    assert [word for word in BINDERS if wording(word).words[0].kind != word] == []
    named = {kind for _, one in RULES for variant in one.variants for kinds in variant.kinds for kind in kinds}
    assert set(BINDERS) - named == set()


def test_each_kind_is_named_by_a_rule() -> None:
    named = {kind for _, one in RULES for variant in one.variants for kinds in variant.kinds for kind in kinds}
    assert set(CARRIES) - named == set()


@pytest.mark.parametrize("text", ["late on the Monday of the last week of May", "They met from May 3 to June 4 at 9."])
def test_the_trace_ends_where_reading_does(text: str) -> None:
    end = [(piece.start, piece.end, piece.value) for piece in stages(text)[-1].pieces if piece.kind == "time"]
    assert end == [(piece.start, piece.end, piece.value) for piece in find_times(read(text))]


@pytest.mark.parametrize(
    ("text", "winner", "loser", "why"),
    [
        ("28 January 2019", "day-month-year", "month-year", Why.LEFT),
        ("the last two years", "stretch", "duration", Why.LAYER),
        ("26 January 2019", "day-month-year", "day-month", Why.LONGEST),
        ("two days after he left", "from-event", "ago", Why.ORDER),
    ],
)
def test_a_reading_that_lost_says_why(text: str, winner: str, loser: str, why: Why) -> None:
    joined = [one for stage in stages(text) for one in stage.joined if one.rule.id == winner]
    assert (loser, why) in {(lost.rule.id, lost.why) for one in joined for lost in one.lost}
