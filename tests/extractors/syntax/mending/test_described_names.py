"""A name takes the place of what somebody is, where that stands right before it."""

from extractors.syntax.schemes import read_tree
from tests.extractors.parses.notation import parsed
from tests.extractors.syntax.mending.reading import subjects


def test_a_name_behind_a_noun_without_an_article_is_who_does_it() -> None:
    assert subjects(
        "former:JJ:amod:pilot pilot:NN:nsubj:left Edda:NNP:appos:pilot Marr:NNP:flat:Edda left:VBD:root"
    ) == {"left": "Marr"}


def test_of_two_subjects_side_by_side_the_name_is_the_one() -> None:
    assert subjects(
        "Then:RB:advmod:left chairman:NN:nsubj:left of:IN:case:bank the:DT:det:bank bank:NN:nmod:chairman "
        "Edda:NNP:nsubj:left Marr:NNP:flat:Edda left:VBD:root"
    ) == {"left": "Marr"}


def test_what_opens_the_phrase_and_what_is_joined_to_it_goes_with_the_name() -> None:
    doc = parsed(
        "They:PRP:nsubj:met met:VBD:root with:IN:case:pilot pilot:NN:obl:met Marr:NNP:appos:pilot and:CC:cc:judge "
        "a:DT:det:judge judge:NN:conj:pilot"
    )
    tree = read_tree(doc)
    assert [doc[tree.heads[at]].text for at in (2, 3, 4, 7)] == ["Marr", "Marr", "met", "Marr"]


def test_a_noun_with_an_article_or_a_comma_keeps_the_name_as_an_aside() -> None:
    assert subjects("the:DT:det:pilot pilot:NN:nsubj:left Marr:NNP:appos:pilot left:VBD:root") == {"left": "pilot"}
    assert subjects("Today:NN:nsubj:left ,:,:punct:Marr Marr:NNP:appos:Today ,:,:punct:Marr left:VBD:root") == {
        "left": "Today"
    }
