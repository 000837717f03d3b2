"""Participles and pasts that a tagger takes for other forms."""

from extractors.syntax.clauses import read_syntax
from extractors.syntax.relations import Relation
from extractors.syntax.schemes import read_tree
from tests.extractors.parses.notation import parsed


def test_an_irregular_participle_behind_have_is_nothing_that_is_had() -> None:
    doc = parsed(
        "Lind:NNP:nsubj:feared feared:VBD:root that:IN:mark:had the:DT:det:cup cup:NN:nsubj:had had:VBD:ccomp:feared "
        "broken:VB:obj:had on:IN:case:Monday Monday:NNP:obl:had"
    )
    clauses = read_syntax(doc).clauses
    assert [doc[at].text for at in clauses] == ["feared", "broken"]
    broken = clauses[6]
    assert broken.relation is Relation.COMPLEMENT
    assert [doc[at].text for at in (broken.subject or 0, *broken.auxiliaries)] == ["cup", "had"]
    assert read_tree(doc).heads[8] == 6


def test_what_somebody_has_stays_a_thing() -> None:
    doc = parsed("The:DT:det:firm firm:NN:nsubj:had had:VBD:root plans:NNS:obj:had")
    tree = read_tree(doc)
    assert (tree.heads[3], tree.relations[3], tree.tags[3]) == (2, Relation.OBJECT, "NNS")


def test_a_verb_has_what_a_parse_hangs_on_the_word_that_helps_it() -> None:
    doc = parsed(
        "reports:NNS:root that:IN:mark:had a:DT:det:lamp lamp:NN:nsubj:had had:VBD:aux:fallen fallen:VB:acl:reports"
    )
    tree = read_tree(doc)
    assert (tree.heads[1], tree.heads[3], tree.tags[5]) == (5, 5, "VBN")


def test_a_participle_with_a_subject_and_no_helping_word_is_a_past() -> None:
    doc = parsed("She:PRP:nsubj:called called:VBN:root it:PRP:obj:called")
    assert read_tree(doc).tags[1] == "VBD"
    helped = parsed("She:PRP:nsubj:called has:VBZ:aux:called called:VBN:root it:PRP:obj:called")
    assert read_tree(helped).tags[2] == "VBN"


def test_a_base_alone_behind_a_noun_is_done_to_the_noun() -> None:
    doc = parsed(
        "She:PRP:nsubj:said said/say:VBD:root in:IN:case:books books:NNS:obl:said put:VB:ccomp:said "
        "together:RB:advmod:put that:IN:mark:shut shops:NNS:nsubj:shut shut:VBD:ccomp:said"
    )
    tree = read_tree(doc)
    assert (tree.heads[4], tree.relations[4], tree.tags[4]) == (3, Relation.ADNOMINAL, "VBN")
