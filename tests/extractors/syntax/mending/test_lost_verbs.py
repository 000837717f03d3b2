"""A sentence that ends in a point has a verb: a noun or a participle that must be it is it."""

import pytest

from extractors.syntax.clauses import read_syntax
from extractors.syntax.relations import Relation
from tests.extractors.parses.notation import parsed
from tests.extractors.syntax.mending.reading import subjects


@pytest.mark.parametrize(
    ("sentence", "subject", "verb"),
    [
        (
            "Talks:NNS:nsubj:begin begin/begin:NN:root on:IN:case:Monday Monday:NNP:obl:begin .:.:punct:begin",
            "Talks",
            "begin",
        ),
        (
            "Rask:NNP:nsubj:testifies testifies/testifie:NNS:root today:NN:nmod:testifies .:.:punct:testifies",
            "Rask",
            "testifies",
        ),
        (
            "Lind:NNP:compound:shuts shuts/shut:NNS:root in:IN:case:May May:NNP:nmod:shuts .:.:punct:shuts",
            "Lind",
            "shuts",
        ),
        (
            "Prices:NNS:compound:rose rose/rose:NN:root sharply:RB:advmod:rose in:IN:case:May May:NNP:nmod:rose "
            ".:.:punct:rose",
            "Prices",
            "rose",
        ),
        (
            "Steel:NN:compound:rose rose/rose:NN:root 2:CD:nummod:percent percent:NN:nmod:rose .:.:punct:rose",
            "Steel",
            "rose",
        ),
    ],
)
def test_a_noun_where_the_verb_of_a_sentence_must_be_is_its_verb(sentence: str, subject: str, verb: str) -> None:
    assert subjects(sentence) == {verb: subject}


@pytest.mark.parametrize(
    "sentence",
    [
        "Peace:NN:compound:talks talks/talk:NNS:root in:IN:case:Corran Corran:NNP:nmod:talks .:.:punct:talks",
        "Talks:NNS:nsubj:begin begin/begin:NN:root on:IN:case:Monday Monday:NNP:obl:begin",
        "Ferry:NN:compound:workers workers/worker:NNS:root in:IN:case:Corran Corran:NNP:nmod:workers .:.:punct:workers",
        "Hers:PRP:nsubj:ends is/be:VBZ:cop:ends ends/end:NNS:root .:.:punct:ends",
    ],
)
def test_a_noun_stays_one_in_a_heading_beside_a_copula_and_where_it_can_be_one(sentence: str) -> None:
    doc = parsed(sentence)
    assert read_syntax(doc).tree.tags == [word.tag_ for word in doc]


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
