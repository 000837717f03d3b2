"""A title of more than 80 characters goes without what is least missed, as little as must, and says nothing else."""

from collections.abc import Callable, Sequence

import pytest
from spacy.tokens import Doc

from extractors.events.context.event_context import read_event_context
from extractors.events.titles.branch_network import BranchChances
from extractors.events.titles.commas import sentence_draft
from extractors.events.titles.drafts import Draft
from extractors.events.titles.least_missed import LeastMissed
from extractors.events.titles.sparable import Branch

Read = Callable[[str], Doc]

_TEXT = (
    "The violent storm damaged nine old cranes, a small museum and a wooden bridge in Corran amid the noise of a fair."
)


def shortened(doc: Doc, trigger: str) -> str:
    context = read_event_context(doc)
    at = next(token.i for token in doc if token.text == trigger)

    def words(draft: Draft) -> str:
        return " ".join(doc[one].text for one in draft.words)

    least = LeastMissed(context, (), lambda draft: len(words(draft)))
    return words(least.without(sentence_draft(context, context.sentence(at), at)))


@pytest.fixture
def likely(monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    """How likely branches are kept, by the word they hang by; nothing else goes."""
    known: dict[str, float] = {}

    def chances(self: BranchChances, _: Draft, branches: Sequence[Branch]) -> list[float]:
        return [known.get(self.context.tree.lowers[one.at], 1.0) for one in branches]

    monkeypatch.setattr(BranchChances, "chances", chances)
    return known


def test_what_is_unlikeliest_kept_goes_and_no_more(read: Read, likely: dict[str, float]) -> None:
    likely |= {"noise": 0.1, "small": 0.3, "violent": 0.4}
    assert shortened(read(_TEXT), "damaged") == (
        "The violent storm damaged nine old cranes a museum and a wooden bridge in Corran"
    )


def test_nothing_goes_that_is_likelier_kept_than_not(read: Read, likely: dict[str, float]) -> None:
    likely |= {"noise": 0.9, "small": 0.9}
    assert shortened(read(_TEXT), "damaged") == _TEXT.replace(",", "").removesuffix(".")


def test_a_title_of_80_characters_keeps_all(read: Read, likely: dict[str, float]) -> None:
    likely |= {"violent": 0.0, "in": 0.0}
    assert shortened(read("The violent storm damaged nine cranes in Corran."), "damaged") == (
        "The violent storm damaged nine cranes in Corran"
    )


def test_the_choice_is_the_same_each_time(read: Read) -> None:
    assert len({shortened(read(_TEXT), "damaged") for _ in range(3)}) == 1
