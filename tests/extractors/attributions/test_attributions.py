"""Which words are a source, a cue and what they introduce, and which only look so."""

import pytest

from extractors.attributions.component import attributions
from tests.extractors.attributions.reading import Read, parts


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
        ("According to Oslund Police, nine people drowned.", "Oslund Police", "According to", "nine people drowned"),
        ("Oslund and Vermland said Saturday they would leave.", "Oslund and Vermland", "said", "they would leave"),
        ("Arvo Kesk claims the count was forged.", "Arvo Kesk", "claims", "the count was forged"),
        ("The ferry, officials said, was overloaded.", "officials", "said", "The ferry … was overloaded"),
        ("Kesk accused the mayor of fraud.", "Kesk", "accused", "the mayor of fraud"),
        ("Kesk called for a new vote.", "Kesk", "called for", "a new vote"),
        ("The ministry told reporters that the bridge was safe.", "The ministry", "told", "the bridge was safe"),
        ("The mayor claims to have won the vote.", "The mayor", "claims", "to have won the vote"),
        ("Lind urged the council to resign.", "Lind", "urged", "the council to resign"),
        ("Kesk repeated the claim that the count was forged.", "Kesk", "claim", "the count was forged"),
        ("As police said, the ferry was full.", "police", "said", "the ferry was full"),
        ("The council put the number of dead at 65.", "The council", "put", "the number of dead at 65"),
        ("Kesk is said to have fled.", "", "said", "Kesk … to have fled"),
        ("Kesk allegedly sold the ship.", "", "allegedly", "Kesk … sold the ship"),
    ],
)
def test_source_cue_and_content_are_found(read: Read, sentence: str, source: str, cue: str, content: str) -> None:
    assert (source, cue, content) in [found[:3] for found in parts(read(sentence))]


def test_a_participle_shares_the_speaker(read: Read) -> None:
    found = parts(read("Rosa Lind left the council on Monday, saying that she was tired."))
    assert [one[1:] for one in found] == [("saying", "she was tired", "Rosa Lind")]


def test_who_issues_a_statement_says_what_it_says(read: Read) -> None:
    found = parts(read("The ministry issued a statement saying that the bridge was safe."))
    assert [(one.speaker, one.content) for one in found] == [("The ministry", "the bridge was safe")]


def test_what_one_says_of_what_another_says_is_found_beside_it(read: Read) -> None:
    found = parts(read("Rosa Lind said that Arvo Kesk claimed the count was forged."))
    assert [(one.speaker, one.content) for one in found] == [
        ("Rosa Lind", "Arvo Kesk claimed the count was forged"),
        ("Arvo Kesk", "the count was forged"),
    ]


@pytest.mark.parametrize(
    "sentence",
    ["She declared herself mayor.", "The council added a seat.", "He asked for it.", "The ferry shows its age."],
)
def test_a_verb_that_reports_nothing_is_no_cue(read: Read, sentence: str) -> None:
    assert parts(read(sentence)) == []


def test_a_second_cue_goes_with_the_first_and_ends_what_that_introduces(read: Read) -> None:
    said = parts(read("The agency said the attack was over, and warned that another might follow."))
    assert [(one.speaker, one.content) for one in said] == [
        ("The agency", "the attack was over"),
        ("The agency", "another might follow"),
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The vote seems rigged.", "The vote … rigged"),
        ("It appears that the ferry left.", "that the ferry left"),
    ],
)
def test_what_seems_so_is_told_by_nobody_in_particular(read: Read, text: str, content: str) -> None:
    (said,) = parts(read(text))
    assert (said.source, said.content.removeprefix("that ")) == ("", content.removeprefix("that "))


def test_who_wants_something_or_is_for_it_vouches_for_nothing(read: Read) -> None:
    vouching = {
        one.speaker: one.vouches for one in attributions(read("Rosa Lind supports the ban. Arvo Kesk said it works."))
    }
    assert vouching == {"Rosa Lind": False, "Arvo Kesk": True}


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The daily quoted one of the harbour's advisers as saying the port is having trouble paying its crews.",
            "one of the harbour's advisers",
            "saying",
            "the port is having trouble paying its crews",
        ),
        (
            "In its Friday issue, the paper quoted an officer in the Ilva police department as saying that it sank.",
            "an officer in the Ilva police department",
            "saying",
            "it sank",
        ),
    ],
)
def test_who_is_quoted_as_saying_something_says_it(read: Read, text: str, source: str, cue: str, content: str) -> None:
    assert (source, cue, content) in [part[:3] for part in parts(read(text))]


def test_what_stands_behind_a_cue_in_another_form_is_its_content(read: Read) -> None:
    text = (
        "Mayor Rosa Lind suggested closing the bridge.\n\n"
        "Tom Berg announced he had asked for the ship Monday night, and that Lind had declined.\n\n"
        "Lind signed a bill, which critics said was unfair to crews.\n\n"
        "As reported by the Courier, inspectors found 200 leaks.\n\n"
        "The union has asked the firm to open its books."
    )
    found = [part[:3] for part in parts(read(text))]
    assert ("Mayor Rosa Lind", "suggested", "closing the bridge") in found
    announced = next(content for source, cue, content in found if (source, cue) == ("Tom Berg", "announced"))
    assert announced.endswith("Lind had declined")
    assert ("critics", "said", "which … was unfair to crews") in found
    assert ("the Courier", "reported", "inspectors found 200 leaks") in found
    assert ("The union", "asked", "the firm to open its books") in found


def test_a_document_or_a_survey_is_a_source(read: Read) -> None:
    text = (
        "Per the order signed by the head of the port, captains left on Monday.\n\n"
        "In a Courier survey of crews, 40 percent were for it.\n\n"
        "In a poll on Sunday, voters elected Rosa Lind with 52 percent.\n\n"
        "The fine was 200 pounds per the day."
    )
    found = [part[:3] for part in parts(read(text))]
    assert found == [
        ("the order signed by the head of the port", "Per", "captains left on Monday"),
        ("a Courier survey of crews", "In", "40 percent were for it"),
    ]


def test_what_somebody_thinks_of_something_is_theirs_and_vouches_for_nothing(read: Read) -> None:
    text = (
        "The mayor was confident that the bridge would open.\n\n"
        "Crews are wary of the new rules.\n\n"
        "The bridge is sure to fall.\n\n"
        "The problem is that the bridge fell in May."
    )
    doc = read(text)
    assert [part[:3] for part in parts(doc)] == [
        ("The mayor", "was confident", "the bridge would open"),
        ("Crews", "are wary", "the new rules"),
    ]
    assert not any(one.vouches for one in attributions(doc))


def test_a_participle_before_a_noun_is_no_cue_and_a_phrase_ends_at_its_comma(read: Read) -> None:
    text = (
        "The line was fined for hiding and protecting alleged offenders.\n\n"
        "Per the decree signed by the head of Ilva Shipping, captains and crews are expected to notify the port.\n\n"
        "Asked about it, Rosa Lind said they would."
    )
    found = [part for part in parts(read(text)) if part.source]
    assert [(part.speaker, part.cue, part.content) for part in found] == [
        ("the decree", "Per", "captains and crews are expected to notify the port"),
        ("Rosa Lind", "said", "they would"),
    ]


def test_a_reason_to_think_something_is_nobody_s_thought(read: Read) -> None:
    found = parts(read("Rosa Lind said there was no reason to think that the pier was closed."))
    assert {one.speaker for one in found} == {"Rosa Lind"}


@pytest.mark.parametrize(
    "text",
    [
        "The boat belongs to his uncle, Sultan Said bin Idan.",
        "The truce, agreed after two days of talks, took effect on Friday.",
        "A new cabinet was sworn in on Friday.",
    ],
)
def test_a_name_a_participle_and_an_oath_of_office_say_nothing(read: Read, text: str) -> None:
    assert parts(read(text)) == []
