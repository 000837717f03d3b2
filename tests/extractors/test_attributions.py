from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.attributions import attributions

Read = Callable[[str], Doc]


def parts(doc: Doc) -> list[tuple[str, str, str, str]]:
    def words(spans: tuple[tuple[int, int], ...]) -> str:
        return " … ".join(doc.text[start:end] for start, end in spans)

    return [(words(a.source), words(a.cue), words(a.content), a.speaker) for a in attributions(doc)]


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        (
            "A harbour official said Friday that nine people drowned.",
            "A harbour official",
            "said",
            "nine people drowned",
        ),
        ("“The ferry was full,” Rosa Lind said.", "Rosa Lind", "said", "“The ferry was full,”"),
        ("“The ferry was full,” said Rosa Lind.", "Rosa Lind", "said", "“The ferry was full,”"),
        ("Nine people drowned, according to Oslund Police.", "Oslund Police", "according to", "Nine people drowned"),
        ("Oslund and Vermland said Saturday they would leave.", "Oslund and Vermland", "said", "they would leave"),
        ("Arvo Kesk claims the count was forged.", "Arvo Kesk", "claims", "the count was forged"),
    ],
)
def test_source_cue_and_content_are_found(read: Read, sentence: str, source: str, cue: str, content: str) -> None:
    ((found_source, found_cue, found_content, _),) = parts(read(sentence))
    assert (found_source, found_cue, found_content) == (source, cue, content)


def test_a_quotation_that_goes_on_belongs_to_the_one_who_spoke(read: Read) -> None:
    ((_, _, content, _),) = parts(read("“We waited,” Rosa Lind said. “Nobody came. The lamps were out.”"))
    assert content == "“We waited,” … “Nobody came. The lamps were out.”"


def test_a_pronoun_means_the_last_one_who_spoke(read: Read) -> None:
    text = "President Arvo Kesk said the count was fair.\n\n“I will not resign,” he said."
    assert [speaker for *_, speaker in parts(read(text))] == ["Arvo Kesk", "Arvo Kesk"]


def test_an_unnamed_source_keeps_its_own_words(read: Read) -> None:
    ((*_, speaker),) = parts(read("A UN official said that nine people had been killed."))
    assert speaker == "A UN official"


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Commander Rurik Vann of the Coast Guard said that nine drowned.", "Rurik Vann"),
        ("Rosa Lind, whose house burned, said that nine drowned.", "Rosa Lind"),
        ("The mayor, Rosa Lind, said that nine drowned.", "Rosa Lind"),
        ("A lawyer for Rosa Lind said that nine drowned.", "A lawyer for Rosa Lind"),
        ("A deckhand who asked not to be named said that nine drowned.", "A deckhand"),
        ("President Tove Maddern accepted the result on Wednesday and said that she was tired.", "Tove Maddern"),
        ("The Oslund Council said that nine drowned.", "Oslund Council"),
        ("Spain, Germany and France said that nine drowned.", "Spain, Germany and France"),
    ],
)
def test_the_speaker_is_the_head_of_the_phrase(read: Read, sentence: str, speaker: str) -> None:
    assert [found[-1] for found in parts(read(sentence))] == [speaker]


@pytest.mark.parametrize(
    "sentence", ["She declared herself mayor.", "He referred to reports of a coup.", "The council added a seat."]
)
def test_a_verb_that_reports_nothing_is_no_cue(read: Read, sentence: str) -> None:
    assert parts(read(sentence)) == []
