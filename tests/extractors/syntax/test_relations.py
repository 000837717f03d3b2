"""The same grammar is read from UD and from CLEAR parses."""

import pytest
from hypothesis import given
from spacy.tokens import Doc

from extractors.syntax.clauses import Clause, Syntax, read_syntax
from extractors.syntax.phrases import clause_tokens, dated, governor, phrase
from extractors.syntax.relations import NOUN_CLAUSES, Relation
from tests.effort import effort
from tests.extractors.parses import SCHEMES, Sentence, both_schemes
from tests.extractors.parses.notation import VOCAB, parsed
from tests.extractors.parses.wild import wild_docs

SENTENCES = both_schemes()


def relations(syntax: Syntax, doc: Doc) -> set[tuple[str, str, str]]:
    """All relations of a sentence in the words of the gold."""
    found: set[tuple[str, int, int | None]] = set()
    for verb, clause in syntax.clauses.items():
        found.add(("passive_subject" if clause.passive else "subject", verb, clause.subject))
        found |= {("object", verb, at) for at in clause.objects}
        found |= {("auxiliary", verb, at) for at in clause.auxiliaries}
        found |= {("agent", verb, clause.agent), ("negation", verb, clause.negation)}
        if clause.parent is not None:
            above = clause.attached if clause.relation in NOUN_CLAUSES else clause.parent
            assert above is not None
            kind = Relation.RELATIVE if clause.relation is Relation.ADNOMINAL else clause.relation
            found.add((kind.removesuffix(" clause").replace(" ", "_"), above, verb))
    found |= {("time", above, at) for at in range(len(doc)) if (above := governor(syntax, at)) is not None}
    return {(kind, doc[a].text, doc[b].text) for kind, a, b in found if b is not None}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence.text[:40])
def test_every_marked_relation_is_read_from_either_scheme(sentence: Sentence, scheme: str) -> None:
    doc = sentence.doc(VOCAB, scheme)
    assert set(sentence.relations) <= relations(read_syntax(doc), doc)


def comparable(syntax: Syntax, clause: Clause) -> tuple[object, ...]:
    """What must be the same in both schemes: all but which word heads *$2 million*, and what *told* has as objects."""
    others = {phrase(syntax, at) for at in (*clause.objects, clause.recipient) if at is not None}
    return (
        clause.verb,
        clause.relation,
        clause.parent,
        clause.subject,
        clause.understood_subject,
        clause.passive,
        clause.predicate,
        clause.auxiliaries,
        clause.negation,
        others,
        clause.agent,
        clause.markers,
        clause_tokens(syntax, clause),
        None if clause.subject is None else phrase(syntax, clause.subject),
    )


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence.text[:40])
def test_clauses_are_the_same_in_both_schemes(sentence: Sentence) -> None:
    ud, clear = (read_syntax(sentence.doc(VOCAB, scheme)) for scheme in SCHEMES)
    assert [comparable(ud, clause) for clause in ud.clauses.values()] == [
        comparable(clear, clause) for clause in clear.clauses.values()
    ]


def understood(line: str) -> list[tuple[str, str | None]]:
    doc = parsed(line)
    clauses = read_syntax(doc).clauses.values()
    return [
        (doc[clause.verb].text, None if (at := clause.understood_subject) is None else doc[at].text)
        for clause in clauses
    ]


def test_joined_verbs_share_the_subject_before_them() -> None:
    line = (
        "Rebels:NNS:nsubj:came came:VBD:root troops:NNS:nsubj:fled fled:VBD:conj:came and:CC:cc:hid hid:VBD:conj:came"
    )
    assert understood(line) == [("came", "Rebels"), ("fled", "troops"), ("hid", "troops")]


@pytest.mark.parametrize(
    ("line", "subject"),
    [
        ("He:PRP:nsubj:refused refused:VBD:root to:TO:mark:go go:VB:xcomp:refused", "He"),
        ("He:PRP:nsubj:asked asked:VBD:root her:PRP:obj:asked to:TO:mark:go go:VB:xcomp:asked", "her"),
        ("He:PRP:nsubj:told told:VBD:root her:PRP:iobj:told to:TO:mark:go go:VB:xcomp:told", "her"),
        ("He:PRP:nsubj:wants wants:VBZ:root her:PRP:nsubj:go to:TO:aux:go go:VB:ccomp:wants", "her"),
        (
            "He:PRP:nsubj:promised promised/promise:VBD:root her:PRP:obj:promised to:TO:mark:go go:VB:xcomp:promised",
            "He",
        ),
        ("She:PRP:nsubj:pass:told was:VBD:aux:pass:told told:VBN:root to:TO:mark:go go:VB:xcomp:told", "She"),
    ],
)
def test_an_infinitive_has_the_subject_of_who_is_to_act(line: str, subject: str) -> None:
    assert understood(line)[-1] == ("go", subject)


def test_the_speaker_behind_a_quotation_is_the_subject_even_where_the_parse_calls_it_an_object() -> None:
    for label in ("obj", "dobj", "nsubj"):
        doc = parsed(f"We:PRP:nsubj:lost lost:VBD:ccomp:said ,:,:punct:said said/say:VBD:root Lind:NNP:{label}:said")
        said = read_syntax(doc).clauses[3]
        assert (said.subject, said.objects) == (4, ())


def test_what_an_interrupting_verb_reports_is_its_complement() -> None:
    line = (
        "Strikes:NNS:nsubj:begin leaders:NNS:nsubj:warned warned/warn:VBD:parataxis:begin "
        "could:MD:aux:begin begin:VB:root"
    )
    clauses = read_syntax(parsed(line)).clauses
    assert (clauses[4].parent, clauses[4].relation) == (2, Relation.COMPLEMENT)
    assert (clauses[2].parent, clauses[2].relation) == (None, Relation.ROOT)


def test_a_time_hangs_on_the_verb_across_its_own_phrase() -> None:
    line = (
        "It:PRP:nsubj:opened opened:VBD:root on:IN:prep:opened the:DT:det:day last:JJ:amod:day day:NN:pobj:on "
        "of:IN:prep:day March:NNP:pobj:of"
    )
    syntax = read_syntax(parsed(line))
    assert governor(syntax, 7) == 5
    assert governor(syntax, 3, 8) == 1


def test_a_time_behind_an_infinitive_dates_it_and_one_before_it_the_verb_above() -> None:
    line = "He:PRP:nsubj:hopes hopes/hope:VBZ:root TIME to:TO:mark:go go:VB:xcomp:hopes Friday:NNP:obl:unmarked:hopes"
    behind, before = parsed(line.replace("TIME ", "")), parsed(line.replace("TIME", "Monday:NNP:obl:unmarked:hopes"))
    assert dated(read_syntax(behind), 4) == 3
    assert dated(read_syntax(before), 2) == 1


@pytest.mark.parametrize(
    ("clauses", "coordinated", "expected"),
    [(False, True, (1, 5)), (True, True, (1, 7)), (False, False, (1, 3))],
)
def test_a_phrase_goes_as_far_as_it_is_asked_to(clauses: bool, coordinated: bool, expected: tuple[int, int]) -> None:
    line = (
        "by:IN:case:men two:CD:nummod:men men:NNS:root and:CC:cc:women women:NNS:conj:men "
        "seen/see:VBN:acl:women there:RB:advmod:seen"
    )
    syntax = read_syntax(parsed(line))
    assert phrase(syntax, 2, clauses=clauses, coordinated=coordinated) == expected


def test_a_clause_can_be_shown_with_the_infinitives_that_complete_it() -> None:
    line = (
        "He:PRP:nsubj:plans plans:VBZ:root to:TO:mark:try try:VB:xcomp:plans to:TO:mark:leave leave:VB:xcomp:try "
        "when:WRB:advmod:rains it:PRP:nsubj:rains rains:VBZ:advcl:leave"
    )
    syntax = read_syntax(parsed(line))
    assert clause_tokens(syntax, syntax.clauses[1]) == [(0, 2)]
    assert clause_tokens(syntax, syntax.clauses[1], open_complements=True) == [(0, 6)]


@given(wild_docs())
def test_any_parse_gives_a_tree_and_clauses_that_part_the_words(doc: Doc) -> None:
    syntax = read_syntax(doc)
    assert sorted(syntax.tree.order) == list(range(len(doc)))
    covered = [at for runs in syntax.runs.values() for start, end in runs for at in range(start, end)]
    assert len(covered) == len(set(covered))
    for clause in syntax.clauses.values():
        clause_tokens(syntax, clause, open_complements=True)
    for at in range(len(doc)):
        governor(syntax, at)
        dated(syntax, at)
        start, end = phrase(syntax, at, clauses=True)
        assert 0 <= start <= at < end <= len(doc)


@pytest.mark.parametrize("label", ["conj", "flat", "prep", "pobj", "ccomp", "cop", "xcomp", "parataxis"])
def test_reading_takes_work_in_proportion_to_the_text(label: str) -> None:
    def work(size: int) -> int:
        heads = [max(0, at - 1) for at in range(size)]
        doc = Doc(VOCAB, ["said"] * size, heads=heads, deps=["ROOT", *[label] * (size - 1)], tags=["VBD"] * size)
        return effort(lambda: read_syntax(doc))

    work(10)
    assert work(2_000) < 5 * work(500)
