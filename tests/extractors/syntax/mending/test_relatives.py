"""A clause that only a noun can have hangs on it."""

from extractors.syntax.relations import Relation
from extractors.syntax.schemes import read_tree
from tests.extractors.parses.notation import parsed


def test_a_preposition_with_which_behind_a_noun_opens_a_clause_on_it() -> None:
    tree = read_tree(
        parsed(
            "They:PRP:nsubj:sold sold:VBD:root the:DT:det:boat boat:NN:obj:sold in:IN:case:which which:WDT:obl:slept "
            "he:PRP:nsubj:slept slept:VBD:ccomp:sold"
        )
    )
    assert (tree.heads[7], tree.relations[7]) == (3, Relation.RELATIVE)


def test_what_says_it_right_behind_a_report_is_the_report() -> None:
    line = (
        "She:PRP:nsubj:denied denied:VBD:root a:DT:det:report report:NN:obj:denied by:IN:case:bank "
        "bank:NN:nmod:report {comma}saying/say:VBG:advcl:denied he:PRP:nsubj:left left:VBD:ccomp:saying"
    )
    tree = read_tree(parsed(line.format(comma="")))
    assert (tree.heads[6], tree.relations[6]) == (3, Relation.ADNOMINAL)
    tree = read_tree(parsed(line.format(comma=",:,:punct:saying ")))
    assert (tree.heads[7], tree.relations[7]) == (1, Relation.ADVERBIAL)


def test_what_were_said_of_is_no_name_of_one() -> None:
    tree = read_tree(
        parsed(
            "Trams:NNP:nsubj:left that:WDT:nsubj:late were:VBD:cop:late late:JJ:acl:relcl:Trams left:VBD:root "
            "Corran:NNP:obj:left"
        )
    )
    assert (tree.tags[0], tree.tags[5]) == ("NNS", "NNP")
