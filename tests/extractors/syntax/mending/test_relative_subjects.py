"""What is said in a relative has its pronoun for a subject."""

from extractors.syntax.relations import Relation
from extractors.syntax.schemes import read_tree
from tests.extractors.parses.notation import parsed


def test_a_finite_verb_without_a_subject_behind_who_says_so_has_the_pronoun() -> None:
    doc = parsed(
        "bill:NN:root ,:,:punct:said which:WDT:obj:said crews:NNS:nsubj:said said/say:VBD:acl:relcl:bill "
        "was:VBD:cop:dear dear:JJ:ccomp:said"
    )
    tree = read_tree(doc)
    assert (tree.heads[2], tree.relations[2]) == (5, Relation.SUBJECT)


def test_what_somebody_says_to_whom_stays_so() -> None:
    doc = parsed(
        "crews:NNS:root whom:WP:obj:told they:PRP:nsubj:told told/tell:VBD:acl:relcl:crews it:PRP:nsubj:sank "
        "sank/sink:VBD:ccomp:told"
    )
    assert read_tree(doc).relations[1] is Relation.OBJECT
