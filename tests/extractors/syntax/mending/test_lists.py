"""Lists that *and* closes, whatever a parse says."""

from extractors.syntax.clauses import read_syntax
from extractors.syntax.relations import Relation
from tests.extractors.parses.notation import parsed


def test_a_participle_behind_the_and_of_a_list_is_of_its_last_noun() -> None:
    doc = parsed(
        "They:PRP:nsubj:looked looked:VBD:root in:IN:case:mud mud:NN:obl:looked ,:,:punct:water water:NN:conj:mud "
        ",:,:punct:fish fish:NN:conj:mud ,:,:punct:contaminated and:CC:cc:contaminated "
        "contaminated:VBD:conj:looked grain:NN:obj:contaminated"
    )
    assert [doc[verb].text for verb in read_syntax(doc).clauses] == ["looked"]


def test_a_verb_behind_a_list_of_two_is_one() -> None:
    doc = parsed(
        "They:PRP:nsubj:brought brought:VBD:root water:NN:obj:brought ,:,:punct:bread bread:NN:conj:water "
        ",:,:punct:rescued and:CC:cc:rescued rescued:VBD:conj:brought people:NNS:obj:rescued"
    )
    assert [doc[verb].text for verb in read_syntax(doc).clauses] == ["brought", "rescued"]


def test_a_clause_that_a_parse_joins_to_a_noun_is_told_of_that_noun() -> None:
    doc = parsed(
        "Wins:NNS:nsubj:trailed in:IN:case:Corran Corran:NNP:nmod:Wins ,:,:punct:Oslund Oslund:NNP:conj:Corran "
        ",:,:punct:left and:CC:cc:left Skerra:NNP:nsubj:left left:VBD:conj:Wins him:PRP:obj:left "
        "Lind:NNP:dep:left trailed:VBD:root"
    )
    left = next(one for one in read_syntax(doc).clauses.values() if doc[one.verb].text == "left")
    assert (left.relation, doc[left.subject or 0].text) == (Relation.PARATAXIS, "Wins")


def test_all_but_one_says_of_a_subject_how_many_are_meant() -> None:
    doc = parsed(
        "All:DT:nsubj:left but:IN:case:ship one:CD:nummod:ship ship:NN:nsubj:left left:VBD:root .:.:punct:left"
    )
    (clause,) = read_syntax(doc).clauses.values()
    assert doc[clause.subject or 0].text == "ship"


def test_but_behind_an_object_with_another_role_stays_as_it_is() -> None:
    doc = parsed("They:PRP:nsubj:lost lost:VBD:root all:DT:obj:lost but:CC:cc:won Lind:NNP:nsubj:won won:VBD:conj:lost")
    assert read_syntax(doc).tree.heads[2] == 1
