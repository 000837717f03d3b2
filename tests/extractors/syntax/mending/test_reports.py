"""What is said hangs on who says it."""

from extractors.syntax.clauses import read_syntax
from extractors.syntax.relations import Relation
from tests.extractors.parses.notation import parsed
from tests.extractors.syntax.mending.reading import subjects


def test_who_says_so_between_commas_does_not_do_what_is_said_behind_them() -> None:
    assert subjects(
        "Ferry:NN:nsubj:sank sank:VBD:root ,:,:punct:claimed divers:NNS:nsubj:claimed claimed:VBD:parataxis:sank "
        ",:,:punct:sank and:CC:cc:burned burned:VBD:conj:claimed"
    ) == {"sank": "Ferry", "claimed": "divers", "burned": "Ferry"}


def test_whoever_says_one_thing_and_suggests_another_is_one() -> None:
    assert subjects(
        "Lind:NNP:nsubj:claimed claimed:VBD:root ships:NNS:nsubj:sank sank:VBD:ccomp:claimed and:CC:cc:suggested "
        "suggested:VBD:conj:sank crews:NNS:obj:suggested fled:VBD:xcomp:suggested"
    ) == {"claimed": "Lind", "sank": "ships", "suggested": "Lind", "fled": "crews"}


def test_that_with_a_subject_of_its_own_says_what_is_said_and_not_which_court() -> None:
    doc = parsed(
        "Lind:NNP:nsubj:claimed claimed:VBD:root to:IN:case:courts courts:NNS:obl:claimed that:IN:mark:sank "
        "ships:NNS:nsubj:sank sank:VBD:acl:courts"
    )
    sank = next(one for one in read_syntax(doc).clauses.values() if doc[one.verb].text == "sank")
    assert (sank.relation, doc[sank.parent or 0].text) == (Relation.COMPLEMENT, "claimed")


def test_a_time_that_is_quoted_before_its_cue_goes_with_what_is_quoted_behind_it() -> None:
    doc = parsed(
        "“:``:punct:years years:NNS:obl:said ,:,:punct:years ”:'':punct:years he:PRP:nsubj:said said/say:VBD:root "
        ",:,:punct:said “:``:punct:left I:PRP:nsubj:left left/leave:VBD:ccomp:said"
    )
    tree = read_syntax(doc).tree
    assert doc[tree.heads[1]].text == "left"


def test_a_finite_verb_behind_who_says_so_of_a_relative_is_what_is_said() -> None:
    doc = parsed(
        "He:PRP:nsubj:shut shut:VBD:root it:PRP:obj:shut ,:,:punct:shut which:WDT:obj:said they:PRP:nsubj:said "
        "said/say:VBD:acl:relcl:it helped/help:VBD:ccomp:shut"
    )
    clauses = read_syntax(doc).clauses
    helped = next(clause for clause in clauses.values() if doc[clause.verb].text == "helped")
    assert doc[helped.parent or 0].text == "said"


def test_what_is_said_with_a_tense_and_no_subject_is_of_what_a_parse_took_for_the_object_of_saying() -> None:
    assert subjects(
        "Crews:NNS:nsubj:said said/say:VBD:root ferries:NNS:obj:said ,:,:punct:boats boats:NNS:appos:ferries "
        ",:,:punct:boats burned:VBD:ccomp:said"
    ) == {"said": "Crews", "burned": "ferries"}


def test_what_is_believed_below_what_is_said_is_told_of_what_a_parse_took_for_its_object() -> None:
    assert subjects(
        "Crews:NNS:nsubj:said said/say:VBD:root they:PRP:nsubj:believe believe:VBP:ccomp:said gas:NN:obj:believe "
        ",:,:punct:leaks which:WDT:nsubj:leaks leaks:VBZ:acl:relcl:gas ,:,:punct:said exploded:VBD:ccomp:said"
    ) == {"said": "Crews", "believe": "they", "leaks": "gas", "exploded": "gas"}


def test_whoever_is_reported_to_say_something_is_no_object_of_the_report() -> None:
    doc = parsed(
        "Papers:NNS:nsubj:reported reported/report:VBD:ccomp:said owners:NNS:obj:reported ,:,:punct:sued "
        "sued:VBN:acl:owners ,:,:punct:reported said/say:VBD:root ferries:NNS:nsubj:sank sank:VBD:ccomp:said"
    )
    clauses = {doc[one.verb].text: one for one in read_syntax(doc).clauses.values()}
    assert (clauses["reported"].relation, clauses["said"].relation) == (Relation.ROOT, Relation.COMPLEMENT)
    assert [doc[clauses[verb].subject or 0].text for verb in ("said", "sank")] == ["owners", "ferries"]


def test_an_object_of_saying_stays_one_beside_a_clause_that_another_saying_or_a_conjunction_brings() -> None:
    assert subjects(
        "Lind:NNP:nsubj:claimed claimed:VBD:root ships:NNS:obj:claimed but:CC:cc:burned burned:VBD:parataxis:claimed"
    ) == {"claimed": "Lind"}
    assert subjects(
        "Lind:NNP:nsubj:claimed claimed:VBD:root ships:NNS:obj:claimed which:WDT:obj:said they:PRP:nsubj:said "
        "said/say:VBD:acl:relcl:ships burned:VBD:ccomp:claimed"
    ) == {"claimed": "Lind", "said": "they"}


def test_what_goes_on_behind_who_says_so_is_of_what_is_said_before_it() -> None:
    doc = parsed(
        "Ships:NNS:nsubj:sailed sailed:VBD:ccomp:said ,:,:punct:sailed Lind:NNP:nsubj:said said/say:VBD:root "
        ",:,:punct:help to:TO:mark:help help:VB:ccomp:said"
    )
    clauses = {doc[one.verb].text: one for one in read_syntax(doc).clauses.values()}
    assert (clauses["help"].relation, doc[clauses["help"].parent or 0].text) == (Relation.ADVERBIAL, "sailed")
    assert doc[clauses["help"].understood_subject or 0].text == "Ships"


def test_what_is_done_is_the_subject_of_what_would_follow_and_not_whom_it_is_done_to() -> None:
    doc = parsed(
        "Lind:NNP:nsubj:said said/say:VBD:root selling:VBG:ccomp:said ferries:NNS:nsubj:save would:MD:aux:save "
        "save:VB:ccomp:selling it:PRP:obj:save"
    )
    clauses = {doc[one.verb].text: one for one in read_syntax(doc).clauses.values()}
    assert (clauses["save"].relation, doc[clauses["save"].subject or 0].text) == (Relation.COMPLEMENT, "selling")
    assert [doc[at].text for at in clauses["selling"].objects] == ["ferries"]


def test_what_a_paper_claims_is_not_joined_to_who_filed_it() -> None:
    doc = parsed(
        "They:PRP:nsubj:filed filed:VBD:root motions:NNS:obj:filed claiming/claim:VBG:acl:motions "
        "bans:NNS:obj:claiming are:VBP:cop:void void:JJ:conj:filed and:CC:cc:broke broke:VBD:conj:void law:NN:obj:broke"
    )
    clauses = {doc[one.verb].text: one for one in read_syntax(doc).clauses.values()}
    assert (clauses["are"].relation, doc[clauses["are"].subject or 0].text) == (Relation.COMPLEMENT, "bans")
    assert doc[clauses["broke"].understood_subject or 0].text == "bans"


def test_a_clause_that_nothing_joins_to_a_verb_of_saying_is_what_is_said() -> None:
    def relation(mark: str) -> Relation:
        doc = parsed(
            f"Divers:NNS:nsubj:claimed claimed/claim:VBD:root {mark}ferries:NNS:nsubj:sank sank/sink:VBD:conj:claimed"
        )
        return next(one.relation for one in read_syntax(doc).clauses.values() if doc[one.verb].text == "sank")

    assert relation("") is Relation.COMPLEMENT
    assert relation("and:CC:cc:sank ") is Relation.CONJUNCT
    assert relation(",:,:punct:sank ") is Relation.CONJUNCT


def test_what_is_shown_has_for_its_subject_what_a_parse_took_for_the_object_before_an_adverbial() -> None:
    assert subjects(
        "Records:NNS:nsubj:claimed claimed/claim:VBD:root ferries:NNS:obj:claimed sank/sink:VBD:advcl:claimed"
    ) == {"claimed": "Records", "sank": "ferries"}


def test_what_is_said_in_a_thing_sent_to_somebody_hangs_on_the_saying() -> None:
    doc = parsed(
        "Lind:NNP:nsubj:claimed claimed:VBD:root in:IN:case:notes notes:NNS:obl:claimed sent:VBN:acl:notes "
        "to:IN:case:courts courts:NNS:obl:sent that:IN:mark:sank ships:NNS:nsubj:sank sank:VBD:acl:courts"
    )
    sank = next(one for one in read_syntax(doc).clauses.values() if doc[one.verb].text == "sank")
    assert (sank.relation, doc[sank.parent or 0].text) == (Relation.COMPLEMENT, "claimed")
