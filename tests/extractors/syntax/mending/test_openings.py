"""What a sentence opens with: *three days after he left,* and *should it rain,* depend on what the comma parts off."""

import pytest
from spacy.tokens import Doc

from extractors.syntax.clauses import read_syntax
from extractors.syntax.relations import Relation
from tests.effort import effort
from tests.extractors.parses.notation import parsed


def told(text: str) -> dict[str, tuple[str | None, Relation]]:
    """By verb its own subject, and what its clause is."""
    doc = parsed(text)
    clauses = read_syntax(doc).clauses.values()
    return {
        doc[one.verb].text: (doc[one.subject].text if one.subject is not None else None, one.relation)
        for one in clauses
    }


_WEEKS = "Two:CD:nummod:weeks weeks/week:NNS:{weeks} after:IN:{after} "


def test_a_past_on_the_length_of_time_is_the_verb_of_the_noun_behind_after() -> None:
    found = told(
        _WEEKS.format(weeks="obl:came", after="case:rains")
        + "the:DT:det:rains rains:NNS:nmod:weeks fell:VBD:acl:weeks ,:,:punct:weeks "
        "boats:NNS:nsubj:came came:VBD:root .:.:punct:came"
    )
    assert found == {"came": ("boats", Relation.ROOT), "fell": ("rains", Relation.ADVERBIAL)}


def test_a_participle_with_its_words_stays_one() -> None:
    found = told(
        _WEEKS.format(weeks="obl:came", after="case:fair")
        + "the:DT:det:fair fair:NN:nmod:weeks planned:VBN:acl:fair for:IN:case:May May:NNP:obl:planned "
        ",:,:punct:weeks boats:NNS:nsubj:came came:VBD:root .:.:punct:came"
    )
    assert found == {"came": ("boats", Relation.ROOT), "planned": (None, Relation.ADNOMINAL)}


def test_what_is_no_opening_stays_as_it_is() -> None:
    found = told(
        "She:PRP:nsubj:came came:VBD:root two:CD:nummod:weeks weeks/week:NNS:obl:left after:IN:mark:left "
        "he:PRP:nsubj:left left:VBD:advcl:came ,:,:punct:said Lind:NNP:nsubj:said said:VBD:parataxis:came "
        ".:.:punct:came"
    )
    assert found["came"] == ("She", Relation.ROOT)
    assert found["left"] == ("he", Relation.ADVERBIAL)


_THEN = ",:,:punct:would the:DT:det:fair fair:NN:nsubj:close would:MD:aux:close close:VB:root .:.:punct:close"


def test_the_verb_of_a_condition_is_no_noun_of_should() -> None:
    found = told("Should:MD:aux:rain rain:VB:advcl:close fall:NN:obj:rain " + _THEN)
    assert found == {"fall": ("rain", Relation.ADVERBIAL), "close": ("fair", Relation.ROOT)}


def test_were_with_to_opens_a_condition() -> None:
    doc = parsed("Were:VBD:cop:talks the:DT:det:talks talks:NNS:obl:close to:TO:mark:fail fail:VB:acl:talks " + _THEN)
    clauses = read_syntax(doc).clauses
    fail = next(one for one in clauses.values() if doc[one.verb].text == "fail")
    assert (doc[fail.subject or 0].text, fail.relation, [doc[at].text for at in fail.auxiliaries]) == (
        "talks",
        Relation.ADVERBIAL,
        ["Were"],
    )


def test_a_question_is_no_condition() -> None:
    found = told(
        "Should:MD:aux:go he:PRP:nsubj:go go:VB:root ,:,:punct:go and:CC:cc:would would:MD:conj:go she:PRP:nsubj:would "
        "?:.:punct:go"
    )
    assert found["go"] == ("he", Relation.ROOT)


@pytest.mark.parametrize(
    "sentence",
    [
        "Days:NNS:obl:left after:IN:case:Lind Lind:NNP:obl:left left:VBD:root ,:,:punct:left Rask:NNP:nsubj:stayed "
        "stayed:VBD:parataxis:left .:.:punct:left",
        "Should:MD:aux:rain rain:NN:nsubj:fall fall:VB:root ,:,:punct:fall we:PRP:nsubj:stay will:MD:aux:stay "
        "stay:VB:ccomp:fall .:.:punct:fall",
    ],
)
def test_openings_take_work_in_proportion_to_the_text(sentence: str) -> None:
    one = parsed(sentence)

    def work(sentences: int) -> int:
        doc = Doc.from_docs([one] * sentences)
        assert doc is not None
        return effort(lambda: read_syntax(doc))

    work(10)
    assert work(400) < 5 * work(100)


def test_without_a_comma_what_follows_with_a_subject_of_its_own_is_the_main_clause() -> None:
    doc = parsed(
        "Three:CD:nummod:days days/day:NNS:root after:IN:mark:sank it:PRP:nsubj:sank sank:VBD:acl:days "
        "he:PRP:nsubj:fled fled:VBD:ccomp:sank .:.:punct:days"
    )
    clauses = read_syntax(doc).clauses
    assert clauses[6].relation is Relation.ROOT
    assert (clauses[4].relation, clauses[4].parent) == (Relation.ADVERBIAL, 6)
