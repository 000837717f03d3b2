"""A *was* before an insertion gets what it says behind it."""

from extractors.syntax.relations import Relation
from extractors.syntax.schemes import read_tree
from tests.extractors.parses.notation import parsed


def test_what_stands_behind_the_insertion_is_said_of_the_subject() -> None:
    tree = read_tree(
        parsed(
            "She:PRP:nsubj:was was:VBD:root ,:,:punct:was by:IN:case:accounts all:DT:det:accounts "
            "accounts:NNS:obl:was ,:,:punct:accounts at:IN:case:sea sea:NN:nmod:accounts .:.:punct:was"
        )
    )
    assert (tree.heads[8], tree.relations[8]) == (1, Relation.OBLIQUE)


def test_a_participle_behind_it_takes_the_subject_and_who_says_so() -> None:
    tree = read_tree(
        parsed(
            "Rates:NNS:nsubj:says were:VBD:ccomp:says ,:,:punct:were she:PRP:nsubj:says says:VBZ:root ,:,:punct:were "
            "soon:RB:advmod:lowered lowered:VBN:ccomp:says .:.:punct:says"
        )
    )
    assert tree.heads[7] == 7
    assert [tree.relations[at] for at in (0, 1, 4)] == [
        Relation.PASSIVE_SUBJECT,
        Relation.PASSIVE_AUXILIARY,
        Relation.PARATAXIS,
    ]


def test_a_word_before_a_predicate_belongs_to_it() -> None:
    tree = read_tree(
        parsed(
            "He:PRP:nsubj:said said:VBD:root it:PRP:nsubj:work was:VBD:cop:work likely:JJ:ccomp:said "
            "my:PRP$:nmod:poss:work work:NN:ccomp:said"
        )
    )
    assert tree.heads[4] == 6


def test_a_clause_behind_a_whole_insertion_stays_where_it_is() -> None:
    tree = read_tree(
        parsed(
            "So:RB:advmod:was she:PRP:nsubj:was was:VBD:root ,:,:punct:was he:PRP:nsubj:said said:VBD:parataxis:was "
            ",:,:punct:said and:CC:cc:left left:VBD:conj:was .:.:punct:was"
        )
    )
    assert (tree.heads[8], tree.relations[8]) == (2, Relation.CONJUNCT)
