"""*It* gets back the clause that it stands for."""

from extractors.syntax.relations import Relation
from extractors.syntax.schemes import read_tree
from tests.extractors.parses.notation import parsed


def test_it_stands_for_a_clause_that_a_parse_hangs_on_the_noun() -> None:
    doc = parsed(
        "It:PRP:expl:fact is:VBZ:cop:fact a:DT:det:fact fact:NN:root that:IN:mark:closed shops:NNS:nsubj:closed "
        "closed:VBD:acl:fact"
    )
    tree = read_tree(doc)
    assert (tree.heads[6], tree.relations[6]) == (1, Relation.CLAUSAL_SUBJECT)


def test_it_stands_for_a_clause_behind_who_says_so() -> None:
    doc = parsed(
        "It:PRP:expl:false was:VBD:cop:false false:JJ:root ,:,:punct:swore she:PRP:nsubj:swore "
        "swore:VBD:parataxis:false ,:,:punct:swore that:IN:mark:closed shops:NNS:nsubj:closed closed:VBD:ccomp:swore"
    )
    tree = read_tree(doc)
    assert (tree.heads[9], tree.relations[9]) == (1, Relation.CLAUSAL_SUBJECT)


def test_a_clause_on_a_noun_stays_there_where_it_stands_for_a_thing() -> None:
    doc = parsed(
        "It:PRP:nsubj:claim is:VBZ:cop:claim a:DT:det:claim claim:NN:root that:IN:mark:closed shops:NNS:nsubj:closed "
        "closed:VBD:acl:claim"
    )
    assert read_tree(doc).relations[6] is Relation.ADNOMINAL
