"""A noun that a preposition holds gets back its verb."""

from extractors.syntax.clauses import read_syntax
from extractors.syntax.relations import Relation
from tests.extractors.parses.notation import parsed


def test_a_finite_clause_gets_back_the_subject_that_a_parse_took_for_an_oblique() -> None:
    doc = parsed(
        "He:PRP:nsubj:fell fell:VBD:root as:IN:case:attache the:DT:det:attache attache:NN:obl:fell ,:,:punct:Marr "
        "Marr:NNP:appos:attache ,:,:punct:defected defected:VBD:advcl:fell and:CC:cc:said said:VBD:conj:fell"
    )
    clauses = read_syntax(doc).clauses
    words = {doc[clause.verb].text: clause for clause in clauses.values()}
    assert [doc[words[verb].understood_subject or 0].text for verb in ("fell", "defected", "said")] == [
        "He",
        "attache",
        "attache",
    ]
    assert words["defected"].relation is Relation.ADVERBIAL
    assert [doc[at].text for at in words["defected"].markers] == ["as"]


def test_a_past_with_an_object_is_no_participle_on_the_noun_that_after_stands_before() -> None:
    doc = parsed(
        "They:PRP:nsubj:left left:VBD:root after:IN:case:maker the:DT:det:maker maker:NN:obl:left of:IN:case:lock "
        "the:DT:det:lock lock:NN:nmod:maker sold:VBD:acl:maker it:PRP:obj:sold"
    )
    words = {doc[clause.verb].text: clause for clause in read_syntax(doc).clauses.values()}
    assert doc[words["sold"].understood_subject or 0].text == "maker"
    assert words["sold"].relation is Relation.ADVERBIAL


def test_a_participle_behind_after_and_a_noun_stays_one() -> None:
    doc = parsed(
        "They:PRP:nsubj:left left:VBD:root after:IN:case:fire the:DT:det:fire fire:NN:obl:left "
        "seen:VBN:acl:fire by:IN:case:guards guards:NNS:obl:seen"
    )
    assert not [one for one in read_syntax(doc).clauses.values() if one.relation is Relation.ADVERBIAL]


def test_an_oblique_before_a_joined_verb_stays_one() -> None:
    doc = parsed(
        "He:PRP:nsubj:worked worked:VBD:root as:IN:case:teacher a:DT:det:teacher teacher:NN:obl:worked "
        "and:CC:cc:wrote wrote:VBD:conj:worked"
    )
    clauses = read_syntax(doc).clauses
    assert [doc[clause.understood_subject or 0].text for clause in clauses.values()] == ["He", "He"]


def test_a_noun_right_before_a_verb_without_a_subject_is_its_subject_and_no_part_of_the_noun_before() -> None:
    doc = parsed(
        "He:PRP:nsubj:saved saved:VBD:root most:JJS:obj:saved before:IN:case:tug the:DT:det:tug tug:NN:nmod:most "
        "arrived:VBD:advcl:saved"
    )
    clauses = read_syntax(doc).clauses
    assert [doc[clause.understood_subject or 0].text for clause in clauses.values()] == ["He", "tug"]
