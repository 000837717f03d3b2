"""A participle that is the only verb of what is told is its verb."""

from extractors.syntax.clauses import read_syntax
from extractors.syntax.relations import Relation
from tests.extractors.parses.notation import parsed


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


_SHIP = "In:IN:case:May May:NNP:obl:ship ,:,:punct:May the:DT:det:ship ship:NN:root vanished:VBN:acl:ship "


def test_a_participle_that_is_the_only_verb_of_a_sentence_is_its_verb() -> None:
    doc = parsed(_SHIP + "near:IN:case:coast the:DT:det:coast coast:NN:obl:vanished .:.:punct:ship")
    (clause,) = read_syntax(doc).clauses.values()
    assert (doc[clause.verb].text, clause.relation, clause.passive) == ("vanished", Relation.ROOT, False)
    assert doc[clause.subject or 0].text == "ship"


def test_a_heading_keeps_its_participle_and_so_does_what_has_an_agent() -> None:
    heading = parsed(_SHIP + "near:IN:case:coast coast:NN:obl:vanished")
    agent = parsed(_SHIP + "by:IN:case:wave wave:NN:obl:agent:vanished .:.:punct:ship")
    for doc in (heading, agent):
        (clause,) = read_syntax(doc).clauses.values()
        assert clause.relation is Relation.ADNOMINAL
