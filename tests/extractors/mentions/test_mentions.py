"""Which words mean the same: names, descriptions and pronouns, and what is left open."""

import json
from collections.abc import Callable

import pytest
import spacy
from hypothesis import given, settings
from spacy.tokens import Doc

from extractors.mentions import KEY, clusters, mentions
from extractors.mentions.component import Mentions
from extractors.mentions.records import MentionForm, Sieve
from extractors.pipeline import own_pipeline
from tests.effort import effort
from tests.extractors.parses.wild import wild_docs

Read = Callable[[str], Doc]


def meant(doc: Doc, words: str) -> str:
    """What the last mention in these words means: the first name of its cluster, or else its first words."""
    found = [one for one in mentions(doc) if doc[one.start : one.end].text == words]
    if not found:
        return words  # An empty *it* mentions nothing.
    together = [one for one in mentions(doc) if one.cluster == found[-1].cluster]
    first = next((one for one in together if one.form is MentionForm.NAME), together[0])
    return doc[first.start : first.end].text


@pytest.mark.parametrize(
    ("text", "words", "whom"),
    [
        ("Rosa Lind resigned. She left Oslund.", "She", "Rosa Lind"),
        ("Otto Rask met Rosa Lind. She thanked him.", "him", "Otto Rask"),
        ("Otto Rask met Rosa Lind. She thanked him.", "She", "Rosa Lind"),
        ("Rosa Lind sued Petra Noor. Mr. Noor had called Ms. Lind a liar. He lost.", "He", "Petra Noor"),
        ("Rosa Lind hurt herself.", "herself", "Rosa Lind"),
        ("Otto Rask earned a bachelor's degree. Later he left Oslund.", "he", "Otto Rask"),
        ("The plane turned back. Its pilot left. It crashed in Oslund.", "It", "The plane"),
        ("The museum bought a ship. It sank in the harbour.", "It", "a ship"),
        ("The weather office named the storm. It came ashore near Oslund.", "It", "storm"),
        ("The council ran the ferry for years. It sold the pier on Monday.", "It", "The council"),
        ("The ferry left Oslund on Monday. It sank near Skerra.", "It", "The ferry"),
        (
            "Mr. Otto Rask shut the pier. Mr. Carl Berg said: “I do not know what he was thinking of.”",
            "he",
            "Mr. Otto Rask",
        ),
        ("The ferry sank on Saturday. It had left Corran at noon.", "It", "The ferry"),
        ("Six activists were held. They were freed on Monday.", "They", "Six activists"),
        ("Spain and France met in Oslund. They agreed.", "They", "Spain and France"),
        ("The judge, Rosa Lind, retired. The judge moved to Corran.", "The judge", "Rosa Lind"),
        ("The attacker, identified as Otto Rask, was held. The attacker was ill.", "The attacker", "Otto Rask"),
        ("The attacker was named as Otto Rask. The attacker was ill.", "The attacker", "Otto Rask"),
        ("Rosa Lind is a retired judge. The judge moved to Corran.", "The judge", "Rosa Lind"),
        ("Mayor Rosa Lind resigned. The mayor left Oslund.", "The mayor", "Mayor Rosa Lind"),
        ("The Oslund Council met. The council voted at noon.", "The council", "The Oslund Council"),
        ("Velmark Airlines Inc. cut its fleet. The company lost money.", "The company", "Velmark Airlines Inc."),
        ("A red ferry sank. A trawler saw it. The ferry was old.", "The ferry", "A red ferry"),
        (
            "Vice President Otto Rask met President Carl Berg. The President left.",
            "The President",
            "President Carl Berg",
        ),
        (
            "Vice President Otto Rask met Carl Berg. The vice president left.",
            "The vice president",
            "Vice President Otto Rask",
        ),
        ("“I will leave,” said Otto Rask.", "I", "Otto Rask"),
        ("“We found nothing,” said a spokeswoman for the Oslund Council.", "We", "Oslund Council"),
    ],
)
def test_a_mention_means_what_the_text_told_before(read: Read, text: str, words: str, whom: str) -> None:
    assert meant(read(text), words).removeprefix("the ") == whom


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Otto Rask was arrested. A man was shot in Corran.", "A man"),
        ("The French minister left. The Spanish minister stayed.", "The Spanish minister"),
        ("Two men fled. The three men were found.", "The three men"),
        ("The ferry sank. It is raining in Corran.", "It"),
        ("The ferry sank. It was clear that nobody lived.", "It"),
        ("Otto Rask left. “I am tired.”", "I"),
        ("Rosa Lind spoke. He sat down.", "He"),
    ],
)
def test_what_cannot_be_meant_is_left_open(read: Read, text: str, words: str) -> None:
    assert meant(read(text), words) == words


ABOUT_RASK = (
    "Mayor Otto Rask ran the port of Oslund for years. Rask said on Monday that he would not sell it. He had been "
    "asked to, he said, and he was tired.\n\n"
)


@pytest.mark.parametrize(
    ("text", "words", "whom"),
    [
        (ABOUT_RASK + "Carl Berg, who owns two ferries, is an old friend. He spoke of lost years.", "He", "Carl Berg"),
        (ABOUT_RASK + "The fine was paid to Carl Berg. He spoke of lost years.", "He", "Carl Berg"),
        (ABOUT_RASK + "Ferries were late again. He spoke of lost years.", "He", "Mayor Otto Rask"),
        (ABOUT_RASK + "In his letter, Carl Berg spoke of lost years.", "his", "Carl Berg"),
        ("The council met.\n\nTo save its ships, Kesk Air sold them.", "its", "Kesk Air"),
        ("Rosa Lind was born in 1922. The daughter of a baker, she sang early.", "she", "Rosa Lind"),
        ("Rosa Lind was ill. A friend of the governor, she had left on Friday.", "she", "Rosa Lind"),
    ],
)
def test_a_pronoun_means_whom_its_paragraph_tells_of(read: Read, text: str, words: str, whom: str) -> None:
    assert meant(read(text), words) == whom


def test_it_all_began_with_nothing_that_was_told(read: Read) -> None:
    assert meant(read("The ferry sank. It all began in March."), "It") == "It"


@pytest.mark.parametrize(
    "text",
    [
        "The council approved a plan, but it was dropped by the mayor.",
        "The Oslund Council sent food. Otto Rask was northbound as it left Corran.",
    ],
)
def test_it_is_not_sure_where_something_nearer_can_be_meant(read: Read, text: str) -> None:
    assert not any(one.sure for one in mentions(read(text)) if one.sieve is Sieve.PRONOUN)


def test_a_link_says_by_which_sieve_and_why(read: Read) -> None:
    doc = read("Mayor Rosa Lind resigned. The mayor said she was ill.")
    (mayor,) = (one for one in mentions(doc) if doc[one.start : one.end].text == "The mayor")
    (she,) = (one for one in mentions(doc) if doc[one.start : one.end].text == "she")
    assert mayor.sieve is Sieve.ROLE
    assert mayor.because == "takes up “Mayor Rosa Lind”"
    assert she.sieve is Sieve.PRONOUN
    assert she.because == "“The mayor” is alone near enough and agrees, at some 9 chances in 10"


def test_two_who_stand_out_alike_are_not_meant_surely(read: Read) -> None:
    doc = read("Otto Rask and Arvo Kesk met. He resigned.")
    assert not next(one for one in mentions(doc) if doc[one.start].text == "He").sure


def test_somebody_that_a_quotation_does_not_name_is_not_meant_surely(read: Read) -> None:
    doc = read("Mr. Otto Rask shut the pier. Mr. Carl Berg said: “I do not know what he was thinking of.”")
    assert [one.sure for one in mentions(doc) if doc[one.head].lower_ == "he"] == [False]


def test_nothing_that_is_kept_says_by_which_pronoun_somebody_goes(read: Read) -> None:
    doc = read("Rosa Lind met Otto Rask. Lind left.")
    kept = json.dumps(doc._.dateline_mentions).lower()
    assert not any(word in kept for word in ('"he"', '"she"', "gender", "female", "woman"))


def test_the_component_stands_on_any_pipeline_with_a_parse() -> None:
    nlp = spacy.load(own_pipeline())
    nlp.add_pipe("dateline_mentions")
    doc = nlp("Rosa Lind resigned. She left Oslund.")
    first, *_ = clusters(doc)
    assert [doc[one.start : one.end].text for one in first] == ["Rosa Lind", "She"]
    assert {span.id_ for span in list(doc.spans[KEY])[:2]} == {"0"}
    assert not Mentions().match(spacy.blank("en")("Rosa Lind resigned."))


@given(wild_docs())
@settings(max_examples=20, deadline=None)
def test_any_parse_gives_mentions_that_lie_in_the_text_and_link_back(doc: Doc) -> None:
    found = mentions(Mentions()(doc))
    assert all(0 <= one.start <= one.head < one.end <= len(doc) for one in found)
    assert all(one.cluster <= number for number, one in enumerate(found))
    assert all(0 <= member < len(found) for one in found for member in one.members)


@pytest.mark.parametrize("part", ["He said she saw it and them. ", "the council and ", "a man, a woman, a "])
def test_finding_takes_work_in_proportion_to_the_text(read: Read, part: str) -> None:
    def work(size: int) -> int:
        doc = read(part * size)
        return effort(lambda: Mentions().match(doc))

    assert work(160) < 3 * work(80)


def test_it_surely_goes_on_with_the_subject_that_plainly_stands_out(read: Read) -> None:
    doc = read(
        "The passenger ferry Lady Maren sank off Skerra on Saturday. The Lady Maren was on its way to Corran with 163 "
        "passengers, the coast guard said. It sent a distress call and went down within half an hour."
    )
    (it,) = (one for one in mentions(doc) if doc[one.start : one.end].text == "It")
    assert it.sure
    assert "Maren" in meant(doc, "It")
