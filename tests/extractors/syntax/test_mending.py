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


def test_what_is_said_gets_back_the_verb_that_a_parse_took_for_a_participle() -> None:
    doc = parsed(
        "Lind:NNP:nsubj:says says:VBZ:root ships:NNS:obj:says collided:VBN:acl:ships "
        "at:IN:case:noon noon:NN:obl:collided"
    )
    clauses = read_syntax(doc).clauses
    collided = next(clause for clause in clauses.values() if doc[clause.verb].text == "collided")
    assert (collided.relation, collided.passive) == (Relation.COMPLEMENT, False)
    assert doc[collided.subject or 0].text == "ships"


def test_a_participle_with_its_agent_stays_one() -> None:
    doc = parsed(
        "Lind:NNP:nsubj:says says:VBZ:root words:NNS:obj:says penned:VBN:acl:words "
        "by:IN:case:him him:PRP:obl:agent:penned"
    )
    clauses = read_syntax(doc).clauses
    assert [clause.relation for clause in clauses.values()] == [Relation.ROOT, Relation.ADNOMINAL]


def test_what_is_said_behind_a_noun_that_a_parse_takes_for_all_of_it_is_its_clause() -> None:
    doc = parsed(
        "Lind:NNP:nsubj:says says:VBZ:root services:NNS:ccomp:says hacked:VBN:acl:services "
        "into:IN:case:ships ships:NNS:obl:hacked"
    )
    clauses = read_syntax(doc).clauses
    hacked = next(clause for clause in clauses.values() if doc[clause.verb].text == "hacked")
    assert (hacked.relation, doc[hacked.subject or 0].text) == (Relation.COMPLEMENT, "services")
