"""A noun that no rule takes is a line where it is likely to be one, and is told of in its own words."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest
from spacy.tokens import Doc

from extractors.encoder.encoder import Vectors
from extractors.events.candidates import overlooked_nouns
from extractors.events.candidates.event_candidates import event_candidates
from extractors.events.candidates.overlooked_nouns import SURE, features, nouns
from extractors.events.component import Events
from extractors.events.context.event_context import EventContext, read_event_context
from extractors.events.dating.dating import read_dates

Read = Callable[[str], Doc]
TEXT = "The mayor welcomed the sale of the ferry to a bank in Olm."


class Network:
    """One that holds every noun for as likely."""

    def __init__(self, chance: float) -> None:
        self.chance = chance

    def chances(self, words: Vectors, beside: Vectors, features: Sequence[Sequence[str]]) -> Vectors:
        assert len(words) == len(beside) == len(features)
        return np.full(len(words), self.chance, np.float32)


def found(monkeypatch: pytest.MonkeyPatch, context: EventContext, chance: float) -> set[str]:
    monkeypatch.setattr(overlooked_nouns, "event_network", lambda _: Network(chance))
    return {context.doc[one.trigger].text for one in event_candidates(context, read_dates(context)) if one.overlooked}


def test_a_noun_is_taken_from_a_chance_on(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    context = read_event_context(read(TEXT))
    assert found(monkeypatch, context, SURE - 0.01) == set()
    assert {"sale", "ferry", "bank"} <= found(monkeypatch, context, SURE)


def test_names_and_what_stands_in_no_clause_are_not_weighed(read: Read) -> None:
    context = read_event_context(read("A bank. The bank of Olm lent her money."))
    assert [context.doc[at].text for at in nouns(context)] == ["bank", "money"]


def test_it_has_the_sentence_and_the_clause_of_its_verb(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    doc = read(TEXT)
    monkeypatch.setattr(overlooked_nouns, "event_network", lambda _: Network(1))
    (sale,) = (one for one in Events().match(doc) if doc[one.trigger[0]].text == "sale")
    assert sale.sentence == (0, len(doc))
    assert sale.time is None
    assert "sale" in sale.title.lower()


def test_how_a_noun_stands_is_told_in_words(read: Read) -> None:
    context = read_event_context(read(TEXT))
    sale = next(at for at in nouns(context) if context.doc[at].text == "sale")
    signs = set(features(context, read_dates(context), frozenset(), sale))
    assert {"is object", "above: VERB", "has “the”", "written NN", "time in the sentence: no"} <= signs
