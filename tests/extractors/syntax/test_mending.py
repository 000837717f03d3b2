import pytest

from extractors.syntax.clauses import read_syntax
from extractors.syntax.relations import Relation
from tests.extractors.parses.notation import parsed


def test_a_finite_clause_gets_back_the_subject_that_a_parse_took_for_an_oblique() -> None:
    doc = parsed(
        "He:PRP:nsubj:fell fell:VBD:root as:IN:case:attache the:DT:det:attache attache:NN:obl:fell ,:,:punct:Marr "
        "Marr:NNP:appos:attache ,:,:punct:defected defected:VBD:advcl:fell and:CC:cc:said said:VBD:conj:fell"
    )
    clauses = read_syntax(doc).clauses
    words = {doc[clause.verb].text: clause for clause in clauses.values()}
    assert [doc[words[verb].understood_subject or 0].text for verb in ("fell", "defected", "said")] == [
        "He",
        "attache",
        "attache",
    ]
    assert words["defected"].relation is Relation.ADVERBIAL
    assert [doc[at].text for at in words["defected"].markers] == ["as"]


def test_a_past_with_an_object_is_no_participle_on_the_noun_that_after_stands_before() -> None:
    doc = parsed(
        "They:PRP:nsubj:left left:VBD:root after:IN:case:maker the:DT:det:maker maker:NN:obl:left of:IN:case:lock "
        "the:DT:det:lock lock:NN:nmod:maker sold:VBD:acl:maker it:PRP:obj:sold"
    )
    words = {doc[clause.verb].text: clause for clause in read_syntax(doc).clauses.values()}
    assert doc[words["sold"].understood_subject or 0].text == "maker"
    assert words["sold"].relation is Relation.ADVERBIAL


def test_a_participle_behind_after_and_a_noun_stays_one() -> None:
    doc = parsed(
        "They:PRP:nsubj:left left:VBD:root after:IN:case:fire the:DT:det:fire fire:NN:obl:left "
        "seen:VBN:acl:fire by:IN:case:guards guards:NNS:obl:seen"
    )
    assert not [one for one in read_syntax(doc).clauses.values() if one.relation is Relation.ADVERBIAL]


def test_an_oblique_before_a_joined_verb_stays_one() -> None:
    doc = parsed(
        "He:PRP:nsubj:worked worked:VBD:root as:IN:case:teacher a:DT:det:teacher teacher:NN:obl:worked "
        "and:CC:cc:wrote wrote:VBD:conj:worked"
    )
    clauses = read_syntax(doc).clauses
    assert [doc[clause.understood_subject or 0].text for clause in clauses.values()] == ["He", "He"]


def test_a_noun_right_before_a_verb_without_a_subject_is_its_subject_and_no_part_of_the_noun_before() -> None:
    doc = parsed(
        "He:PRP:nsubj:saved saved:VBD:root most:JJS:obj:saved before:IN:case:tug the:DT:det:tug tug:NN:nmod:most "
        "arrived:VBD:advcl:saved"
    )
    clauses = read_syntax(doc).clauses
    assert [doc[clause.understood_subject or 0].text for clause in clauses.values()] == ["He", "tug"]


def test_what_is_said_gets_back_the_verb_that_a_parse_took_for_a_participle() -> None:
    doc = parsed(
        "Lind:NNP:nsubj:says says:VBZ:root ships:NNS:obj:says collided:VBN:acl:ships "
        "at:IN:case:noon noon:NN:obl:collided"
    )
    clauses = read_syntax(doc).clauses
    collided = next(clause for clause in clauses.values() if doc[clause.verb].text == "collided")
    assert (collided.relation, collided.passive) == (Relation.COMPLEMENT, False)
    assert doc[collided.subject or 0].text == "ships"


def test_a_participle_with_its_agent_stays_one() -> None:
    doc = parsed(
        "Lind:NNP:nsubj:says says:VBZ:root words:NNS:obj:says penned:VBN:acl:words "
        "by:IN:case:him him:PRP:obl:agent:penned"
    )
    clauses = read_syntax(doc).clauses
    assert [clause.relation for clause in clauses.values()] == [Relation.ROOT, Relation.ADNOMINAL]


def test_what_is_said_behind_a_noun_that_a_parse_takes_for_all_of_it_is_its_clause() -> None:
    doc = parsed(
        "Lind:NNP:nsubj:says says:VBZ:root services:NNS:ccomp:says hacked:VBN:acl:services "
        "into:IN:case:ships ships:NNS:obl:hacked"
    )
    clauses = read_syntax(doc).clauses
    hacked = next(clause for clause in clauses.values() if doc[clause.verb].text == "hacked")
    assert (hacked.relation, doc[hacked.subject or 0].text) == (Relation.COMPLEMENT, "services")


def subjects(text: str) -> dict[str, str]:
    doc = parsed(text)
    clauses = read_syntax(doc).clauses.values()
    return {
        doc[one.verb].text: doc[one.understood_subject].text for one in clauses if one.understood_subject is not None
    }


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
