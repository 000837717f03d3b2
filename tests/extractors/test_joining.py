"""One happening, one line: told again by headline, lead and later mentions, each of which stays citable."""

from pathlib import Path

import msgspec
import pytest
from spacy.language import Language

from extractors import extract
from extractors.events import events
from extractors.joining import joined
from tests.effort import effort
from timeline.edits import EditKind
from timeline.model import Article, Event, Extraction, article_id, event_id
from timeline.store import Store


def read(nlp: Language, text: str) -> Extraction:
    return extract(Article(id=article_id(text), name="text", text=text), nlp)


def together(extraction: Extraction) -> list[set[str]]:
    """By event that several clauses tell of, the words that tell it with their places among all alike."""
    words = {one.id: extraction.article.text[slice(*one.trigger)] for one in extraction.assertions}
    return [{words[name] for name in event.assertions} for event in extraction.events if len(event.assertions) > 1]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The ferry Merel sank on Saturday. Divers raised it. The Merel sank off Corran.", [{"sank"}]),
        ("The ferry Merel sank on Saturday, killing nine people.", [{"sank", "killing"}]),
        ("Rosa Lind resigned on Monday. The council met. Lind resigned after a long debate.", [{"resigned"}]),
        ("A ferry sank on Saturday. Another ferry sank off Corran on Saturday.", []),
        ("The ferry Merel sank on Saturday. The ferry Astrid sank on Saturday.", []),
        ("The Merel sank on Saturday. The Merel sank in May 1998.", []),
        ("The flood killed 9 people on Saturday. The flood killed 14 people on Saturday.", []),
        ("The court heard Otto Rask on Monday. The court did not hear Otto Rask on Monday.", []),
        ("The court heard Otto Rask on Monday. The court will hear Otto Rask.", []),
        ("Rosa Lind met Otto Rask on Monday. Rosa Lind met Mia Kesk on Monday.", []),
        ("Rosa Lind spoke in Corran on Monday. Rosa Lind spoke in Oslund on Monday.", []),
        ("Rosa Lind was found dead in Corran on Monday. Lind was found at her boat.", [{"found"}]),
        ("Otto Rask was found guilty on Monday. Rask was found innocent in May.", []),
        ("Rosa Lind died in Corran. Lind died of old age.", [{"died"}]),
        ("Rosa Lind sailed on Monday, leaving the town behind.", [{"sailed", "leaving"}]),
        ("“I won,” said Rosa Lind. “Then I won with ease,” she added.", []),
    ],
)
def test_events_are_one_where_nothing_speaks_against_it(nlp: Language, text: str, lines: list[set[str]]) -> None:
    assert together(read(nlp, text)) == lines


TEXT = "The ferry Merel sank. Divers raised it in May. The Merel sank off Corran on Saturday."


def test_what_only_says_more_of_a_line_is_one_with_it(nlp: Language) -> None:
    doc = nlp("Bystanders on the pier had struck a sailor at noon, hurting his arm and breaking his jaw.")
    found = events(doc)
    titles = {found[group[0]].title for group in joined(doc, found)}
    assert not any(one != other and other.startswith(one) for one in titles for other in titles)


def test_each_mention_of_a_joined_event_stays_an_assertion_of_it_and_the_dated_one_leads(nlp: Language) -> None:
    extraction = read(nlp, TEXT)
    event = next(event for event in extraction.events if len(event.assertions) > 1)
    told = [next(one for one in extraction.assertions if one.id == name) for name in event.assertions]
    assert {one.event for one in told} == {event.id}
    assert [TEXT[slice(*one.evidence)] for one in told] == [
        "The Merel sank off Corran on Saturday.",
        "The ferry Merel sank.",
    ]


def one_by_one(extraction: Extraction) -> Extraction:
    """The same with each mention as an event of its own."""
    told = tuple(
        msgspec.structs.replace(one, event=event_id(one.article, one.trigger)) for one in extraction.assertions
    )
    alone = tuple(Event(id=one.event, assertions=(one.id,)) for one in told)
    return msgspec.structs.replace(extraction, events=alone, assertions=told)


def test_a_correction_stays_on_its_line_when_a_later_reading_joins_that_and_gives_it_another_title(
    nlp: Language, tmp_path: Path
) -> None:
    fresh = read(nlp, TEXT)
    ids = {event_id(one.article, one.trigger) for one in fresh.assertions}
    former = one_by_one(fresh)
    assert len(former.events) == len(fresh.events) + 1
    titles = tuple(msgspec.structs.replace(one, title="As it was") for one in former.assertions)
    with Store.open(tmp_path / "timeline.json") as store:
        store.add(msgspec.structs.replace(former, assertions=titles))
        corrected = (ids - {event.id for event in fresh.events}).pop()
        store.edit(EditKind.NOTE, corrected, "seen from the pier")
        store.add(fresh)
        assert store.timeline.entry(corrected).note == "seen from the pier"
        assert store.timeline.entry(corrected).title == "The ferry Merel sank"
        assert not store.timeline.orphans
        assert store.add(fresh).outcome == "unchanged"


def test_a_happening_told_again_and_again_takes_work_in_proportion(nlp: Language) -> None:
    def work(times: int) -> int:
        doc = nlp("The ferry Merel sank off Corran on Saturday and twelve people were killed. " * times)
        return effort(lambda: joined(doc, events(doc)))

    assert work(80) < 6 * work(20)


def test_one_line_told_again_and_again_takes_work_in_proportion(nlp: Language) -> None:
    def work(times: int) -> int:
        doc = nlp("The ferry Merel sank off Corran on Saturday. " * times)
        return effort(lambda: joined(doc, events(doc)))

    assert work(400) < 5 * work(100)
