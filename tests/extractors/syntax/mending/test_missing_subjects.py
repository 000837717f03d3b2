"""A verb with a tense gets a subject, where there is one."""

from extractors.syntax.relations import Relation
from extractors.syntax.schemes import read_tree
from tests.extractors.parses.notation import parsed
from tests.extractors.syntax.mending.reading import subjects


def test_a_participle_behind_a_comma_leaves_its_subject_to_the_verb_that_has_none() -> None:
    assert subjects(
        "Lind:NNP:nsubj:elected ,:,:punct:elected elected:VBN:advcl:left twice:RB:advmod:elected ,:,:punct:left "
        "left:VBD:root"
    ) == {"left": "Lind", "elected": "Lind"}


def test_a_verb_with_a_tense_gets_the_last_noun_that_nothing_else_has_a_claim_to() -> None:
    assert subjects(
        "In:IN:case:reply reply:NN:obl:left ,:,:punct:reply Lind:NNP:appos:reply ,:,:punct:judge a:DT:det:judge "
        "judge:NN:appos:Lind ,:,:punct:left left:VBD:root"
    ) == {"left": "Lind"}


def test_no_noun_becomes_a_subject_that_a_preposition_has_or_that_does_not_agree() -> None:
    assert subjects("In:IN:case:reply reply:NN:obl:left left:VBD:root") == {}
    assert subjects("Judges:NNS:obl:leaves leaves:VBZ:root") == {}


def test_the_second_of_two_objects_is_who_had_done_it_with_the_first() -> None:
    assert subjects(
        "He:PRP:nsubj:sold sold:VBD:root the:DT:det:boat boat:NN:obj:sold Lind:NNP:obj:sold had:VBD:aux:built "
        "built:VBN:acl:relcl:boat"
    ) == {"sold": "He", "built": "Lind"}


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


def test_what_one_verb_is_done_to_is_not_the_subject_of_the_next() -> None:
    assert subjects(
        "Whether:IN:mark:shut Lind:NNP:nsubj:shut shut:VBD:advcl:known the:DT:det:gate gate:NN:obj:shut "
        "is:VBZ:aux:pass:known known:VBN:root"
    ) == {"shut": "Lind"}
