"""Later verbs of a sentence get back their tense, their subject and their *and*."""

import pytest

from extractors.syntax.clauses import read_syntax
from extractors.syntax.relations import Relation
from tests.extractors.parses.notation import parsed


@pytest.mark.parametrize(
    ("text", "later", "tag"),
    [
        ("It:PRP:nsubj:rose rose:VBD:root and:CC:cc:sank sank:VB:conj:rose", "sank", "VBD"),
        (
            "He:PRP:nsubj:sailing was:VBD:aux:sailing sailing:VBG:root and:CC:cc:hit hit:VB:conj:sailing "
            "it:PRP:obj:hit",
            "hit",
            "VBD",
        ),
        ("It:PRP:nsubj:rise will:MD:aux:rise rise:VB:root and:CC:cc:sank sank:VB:conj:rise", "sank", "VB"),
        ("He:PRP:nsubj:left left:VBD:root and:CC:cc:hit hit:VB:conj:left it:PRP:obj:hit", "hit", "VBD"),
        (
            "He:PRP:nsubj:let let:VBD:root her:PRP:obj:let leave:VB:xcomp:let and:CC:cc:hit hit:VB:conj:let "
            "it:PRP:obj:hit",
            "hit",
            "VB",
        ),
    ],
)
def test_a_word_that_can_only_be_the_past_is_no_base_form(text: str, later: str, tag: str) -> None:
    tree = read_syntax(parsed(text)).tree
    assert tree.tags[tree.lowers.index(later)] == tag


def test_what_stands_behind_then_has_the_subject_of_what_stands_before() -> None:
    doc = parsed(
        "Talks:NNS:nsubj:began began:VBD:root ,:,:punct:went then:RB:advmod:went went:VBD:parataxis:began "
        "quiet:NN:obj:went"
    )
    clauses = read_syntax(doc).clauses
    assert [doc[one.understood_subject or 0].text for one in clauses.values()] == ["Talks", "Talks"]


@pytest.mark.parametrize("label", ["xcomp", "advcl", "parataxis"])
def test_a_time_between_then_and_its_verb_is_of_that(label: str) -> None:
    doc = parsed(
        "Talks:NNS:nsubj:began began:VBD:root in:IN:case:March March:NNP:obl:began ,:,:punct:stalled "
        f"then:RB:advmod:stalled in:IN:case:May May:NNP:obl:began stalled:VBN:{label}:began"
    )
    tree = read_syntax(doc).tree
    assert (tree.heads[7], tree.tags[8], tree.relations[8]) == (8, "VBD", Relation.CONJUNCT)


def test_whoever_stands_between_and_and_a_verb_is_its_subject() -> None:
    doc = parsed(
        "Lind:NNP:nsubj:won won:VBD:root seats:NNS:obj:won and:CC:cc:Rask both:CC:cc:preconj:Rask "
        "Rask:NNP:conj:seats and:CC:cc:Brandt Brandt:NNP:conj:Rask claimed:VBD:advcl:won victory:NN:obj:claimed"
    )
    clauses = read_syntax(doc).clauses
    claimed = clauses[8]
    assert (doc[claimed.subject or 0].text, claimed.relation) == ("Rask", Relation.CONJUNCT)
    assert clauses[1].objects == (2,)


def test_a_verb_with_an_and_of_its_own_leaves_the_noun_where_it_is() -> None:
    doc = parsed(
        "Lind:NNP:nsubj:saw saw:VBD:root Oslund:NNP:obj:saw and:CC:cc:Corran Corran:NNP:conj:Oslund "
        "and:CC:cc:left left:VBD:conj:saw"
    )
    clauses = read_syntax(doc).clauses
    assert [doc[one.understood_subject or 0].text for one in clauses.values()] == ["Lind", "Lind"]


def test_a_clause_whose_subject_has_the_and_is_joined_by_it() -> None:
    doc = parsed(
        "Corran:NNP:nsubj:voted voted:VBD:root ,:,:punct:Skerra and:CC:cc:Skerra Skerra:NNP:nsubj:waited "
        "waited:VBD:advcl:voted"
    )
    assert read_syntax(doc).clauses[5].relation is Relation.CONJUNCT


def test_a_bare_verb_is_joined_to_the_infinitive_before_it() -> None:
    doc = parsed(
        "She:PRP:nsubj:plans plans:VBZ:root to:TO:mark:fly fly:VB:xcomp:plans ,:,:punct:meet meet:VB:conj:plans "
        "and:CC:cc:leave leave:VB:conj:plans"
    )
    tree = read_syntax(doc).tree
    assert [doc[tree.heads[tree.lowers.index(later)]].text for later in ("meet", "leave")] == ["fly", "fly"]


def test_a_bare_verb_with_a_subject_of_its_own_stays_where_it_is() -> None:
    doc = parsed(
        "She:PRP:nsubj:wants wants:VBZ:root to:TO:mark:fly fly:VB:xcomp:wants and:CC:cc:leave "
        "let:VB:aux:leave him:PRP:nsubj:leave leave:VB:conj:wants"
    )
    tree = read_syntax(doc).tree
    assert doc[tree.heads[tree.lowers.index("leave")]].text == "wants"
