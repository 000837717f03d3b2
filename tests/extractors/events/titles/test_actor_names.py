"""What titles call people and things: names that readers know, words of the headline, and doubt where there is some."""

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from extractors.events import events
from extractors.events.context.event_context import read_event_context
from extractors.events.titles.headline import Headline
from extractors.pipeline import process
from tests.effort import effort

Read = Callable[[str], Doc]


def titles(doc: Doc) -> list[str]:
    return [event.title for event in events(doc)]


@pytest.mark.parametrize(
    ("headline", "text", "title"),
    [
        (
            "Skerra ferry fire kills nine",
            "Nine people died off Skerra on Saturday when a ferry caught fire. Divers put the fire out.",
            "Divers put the [Skerra ferry fire] out",
        ),
        (
            "Zembla's governor resigns",
            "Rosa Lind told Zembla on Friday that a governor has to go. Crowds cheered the governor.",
            "Crowds cheered [Zembla's governor]",
        ),
        (
            "Court halts sale of Kesk Air",
            "Kesk Air had found a buyer. A court in Oslund halted the sale on Friday.",
            "A court in Oslund halted the [sale of Kesk Air]",
        ),
        (
            "Ferry strikes quay, nine hurt",
            "Nine people were hurt on Saturday. Divers searched the quay.",
            "Divers searched the quay",
        ),
        (
            "Old World II era ferry strikes quay",
            "Nine people of the era were hurt on Saturday on an old ferry. Divers searched the ferry.",
            "Divers searched the ferry",
        ),
        ("", "A ferry caught fire on Saturday. Divers put the fire out.", "Divers put the fire out"),
    ],
)
def test_a_bare_noun_is_told_in_the_words_of_the_headline(nlp: Language, headline: str, text: str, title: str) -> None:
    assert title in titles(process(nlp, text, headline))


def test_a_headline_is_not_asked_where_several_things_are_called_so(nlp: Language) -> None:
    text = (
        "A first fire broke out in a Skerra ferry. A second fire broke out in a warehouse. A large fire burnt a mill. "
        "Divers put the fire out on Monday."
    )
    assert "Divers put the fire out" in titles(process(nlp, text, "Skerra ferry fire kills nine"))


def test_a_headline_without_end_takes_no_more_work(nlp: Language) -> None:
    doc = process(nlp, "Nine people died on Saturday. " + "Divers searched the quay on Monday. " * 40, "quay in Skerra")
    context = read_event_context(doc)

    def work(words: int) -> int:
        doc._.headline = "the quay " * words
        headline = Headline(context)
        return effort(lambda: [headline.calls(at) for at in range(len(doc))])

    assert work(10_000) < 2 * work(100)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "A cargo plane crashed near Skerra on Monday. Nine people died. The crash was followed by a fire.",
            "The crash [of a cargo plane] was followed by a fire",
        ),
        (
            "Zembla banned Kesk Air on Monday. Officials defended the ban.",
            "Officials defended the ban [on Kesk Air]",
        ),
        (
            "An engineer died at a quay on Monday. The police are investigating the death.",
            "The police are investigating the death [of an engineer]",
        ),
        (
            "Gunmen attacked at dawn on Monday. Nine people died. Officials condemned the attack.",
            "Officials condemned the attack",
        ),
        ("Police investigated on Monday. The mayor praised the investigation.", "The mayor praised the investigation"),
        (
            "Gunmen attacked a convoy at dawn on Monday. Officials condemned the attack.",
            "Officials condemned the attack [on a convoy]",
        ),
        (
            "A ferry crashed on Monday. A bus crashed on Tuesday. Nine people died. Officials lamented the crash.",
            "Officials lamented the crash",
        ),
    ],
)
def test_a_happening_named_again_says_whom_it_befell_where_only_one_was_told(read: Read, text: str, title: str) -> None:
    assert title in titles(read(text))


def test_a_person_is_called_by_the_whole_name_that_the_article_uses_most(read: Read) -> None:
    doc = read(
        "Rosa Maria Lind was born in Oslund in 1940. Rosa Lind ran a shipyard for years. Rosa Lind sold it in May. "
        "Lind resigned on Friday."
    )
    assert "[Rosa] Lind resigned" in titles(doc)


def test_a_person_is_called_as_the_headline_does(nlp: Language) -> None:
    text = "Rosa Maria Lind was born in Oslund in 1940. Rosa Lind ran a shipyard. Lind resigned on Friday."
    assert "[Rosa] Lind resigned" in titles(process(nlp, text, "Shipyard's Rosa Lind resigns"))
    assert "[Rosa Maria] Lind resigned" in titles(process(nlp, text))


def test_an_office_stands_for_whom_the_article_names_by_it(read: Read) -> None:
    doc = read("Mayor Rosa Lind spoke to the council of Oslund on Friday. The council thanked the mayor on Saturday.")
    assert any("thanked [Rosa Lind]" in title for title in titles(doc))


def test_whom_a_pronoun_in_a_quotation_may_mean_is_not_guessed(read: Read) -> None:
    doc = read("Rosa Lind met Mia Kesk on Monday. “She sold the boat on Sunday,” said Otto Rask.")
    assert not any("?" in title for title in titles(doc))


def test_names_take_nothing_from_what_is_told(read: Read) -> None:
    doc = read(
        "The museum of Skerra showed Rosa Lind in 1990. "
        "It displayed her jackets beside the works of other designers of the town in March 1991."
    )
    assert any("beside the works of other designers" in title for title in titles(doc))


def test_nobody_without_a_name_is_guessed(read: Read) -> None:
    doc = read("A sailor met a lawyer, a friend of an officer, on Monday. An officer shot a sailor. He died on Friday.")
    assert not any("?" in title for title in titles(doc))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "The Coast Guard of Velmark said on Friday it had found nobody.",
            "[The Coast Guard of Velmark] had found nobody",
        ),
        ("Kesk Air said on Friday it had found nobody.", "[Kesk Air] had found nobody"),
    ],
)
def test_a_name_in_brackets_has_the_article_that_the_text_gives_it(read: Read, text: str, title: str) -> None:
    assert title in titles(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Divers found on Friday when gulls were hungry, they attacked the wreck.",
        "The Oslund Union filed a lawsuit against the state of Velmark over its Harbour Act, saying it would harm us.",
    ],
)
def test_who_says_so_is_not_named_where_something_else_can_be_meant(read: Read, text: str) -> None:
    assert not any("[" in title for title in titles(read(text)))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The children were held on Friday for more than 20 hours. They were freed.", "[The children] were freed"),
        ("Oslund officials left on Friday. They were ill.", "[Oslund officials] were ill"),
        ("The divers searched two wrecks on Friday. They found a bell.", "[The divers] found a bell"),
        ("Rask's mother died on Friday. She was a judge.", "[Rask's mother] was a judge"),
    ],
)
def test_whoever_is_described_is_told_by_that(read: Read, text: str, title: str) -> None:
    assert title in titles(read(text))


def test_a_name_that_is_told_in_full_gets_nothing_put_in(read: Read) -> None:
    text = "A fire began at Fishers' Hall in Oslund on Friday. Rain fell on Fishers' Hall on Saturday."
    assert not any("[" in title for title in titles(read(text)))
