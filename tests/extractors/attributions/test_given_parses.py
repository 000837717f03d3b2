"""Attributions of parses that are given: of either scheme, of any shape and of any length."""

import pytest
import spacy
from hypothesis import given
from spacy.tokens import Doc

from extractors.attributions import speakers
from extractors.attributions.component import Attributions, attributions
from extractors.attributions.records import CONTENTS, CUES, SOURCES
from extractors.quotations.component import Quotations
from extractors.syntax.clauses import Syntax, read_syntax
from tests.effort import effort
from tests.extractors.attributions.reading import Read, parts
from tests.extractors.parses import SCHEMES, Sentence, both_schemes
from tests.extractors.parses.notation import VOCAB, parsed
from tests.extractors.parses.wild import wild_docs

LEMMAS = {
    "accused": "accuse",
    "acknowledged": "acknowledge",
    "admitted": "admit",
    "reported": "report",
    "announced": "announce",
    "denied": "deny",
    "fear": "fear",
    "promised": "promise",
    "refused": "refuse",
    "said": "say",
    "says": "say",
    "told": "tell",
    "warned": "warn",
}


def of_parse(line: str) -> list[tuple[str, str, str]]:
    return [found[:3] for found in parts(Attributions()(Quotations()(parsed(line))))]


@pytest.mark.parametrize("sentence", both_schemes(), ids=lambda sentence: sentence.text[:40])
def test_attributions_are_the_same_in_both_schemes(sentence: Sentence) -> None:
    docs = [sentence.doc(VOCAB, scheme) for scheme in SCHEMES]
    for doc in docs:
        for token in doc:
            token.lemma_ = LEMMAS.get(token.lower_, token.lower_)
    ud, clear = (parts(Attributions()(Quotations()(doc))) for doc in docs)
    assert ud == clear
    if any(kind == "complement" for kind, *_ in sentence.relations):
        assert ud


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Lind:NNP:nsubj:said left:VBD:ccomp:said said/say:VBD:root", "Lind"),
        (
            "He:PRP:nsubj:pass:quoted was:VBD:aux:pass:quoted quoted/quote:VBN:root as:IN:mark:saying "
            "saying/say:VBG:advcl:quoted they:PRP:nsubj:left left:VBD:ccomp:saying",
            "He",
        ),
        (
            "Kesk:NNP:nsubj:pass:accused was:VBD:aux:pass:accused accused/accuse:VBN:root by:IN:case:Lind "
            "Lind:NNP:obl:agent:accused of:IN:mark:lying lying:VBG:advcl:accused",
            "Lind",
        ),
        (
            "Kesk:NNP:nsubj:pass:accused was:VBD:aux:pass:accused accused/accuse:VBN:root of:IN:mark:lying "
            "lying:VBG:advcl:accused",
            "",
        ),
        (
            "It:PRP:expl:said was:VBD:aux:pass:said said/say:VBN:root that:IN:mark:left he:PRP:nsubj:left "
            "left:VBD:ccomp:said",
            "",
        ),
    ],
)
def test_the_source_is_the_one_who_speaks_in_active_and_passive(line: str, source: str) -> None:
    assert [found for found, *_ in of_parse(line)] == [source]


def test_a_text_without_a_parse_or_with_nothing_in_it_has_no_attributions() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("dateline_quotations")
    nlp.add_pipe("dateline_attributions")
    assert attributions(nlp("")) == ()
    assert attributions(nlp("“We waited,” Rosa Lind said. “Nobody came.”")) == ()


@given(wild_docs())
def test_any_parse_gives_attributions_whose_cue_is_in_no_part_of_its_content(doc: Doc) -> None:
    doc = Attributions()(Quotations()(doc))
    for found in attributions(doc):
        assert found.content
        for cue in found.cue:
            assert all(cue[1] <= start or end <= cue[0] for start, end in found.content)
    assert all(len(span) for key in (SOURCES, CUES, CONTENTS) for span in doc.spans[key])


@pytest.mark.parametrize("label", ["ccomp", "conj", "acl:relcl", "parataxis"])
def test_reading_takes_work_in_proportion_to_the_text(label: str) -> None:
    def work(size: int) -> int:
        heads = [max(0, at - 2 + at % 2 * 1) for at in range(size)]
        words = ["said", "“who”"] * (size // 2)
        deps = [label, "nsubj"] * (size // 2)
        tags = ["VBD", "NN"] * (size // 2)
        doc = Doc(VOCAB, words, lemmas=["say", "who"] * (size // 2), tags=tags, heads=heads, deps=deps)
        return effort(lambda: Attributions()(Quotations()(doc)))

    work(10)
    assert work(2_000) < 5 * work(500)


def test_the_grammar_of_a_text_is_read_as_often_however_many_speak_in_it(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Doc] = []

    def counted(doc: Doc) -> Syntax:
        asked.append(doc)
        return read_syntax(doc)

    monkeypatch.setattr(speakers, "read_syntax", counted)
    counts = []
    for times in (2, 20):
        asked.clear()
        read("She said the fire began. " * times)
        counts.append(len(asked))
    assert counts[0] == counts[1]
