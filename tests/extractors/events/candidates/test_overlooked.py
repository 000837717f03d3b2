"""What no rule takes for a line may be one by what speaks for it; the weights of that are learned."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.events import events

Read = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        pytest.param(
            *("Mayor Kesk called on President Orlo to dismiss the minister on Friday.", "called"),
            marks=pytest.mark.xfail(strict=True, reason="weighed: a little below three in four"),
        ),
        ("The board said on Tuesday that Ms Varga is considering bidding for the airline.", "considering"),
        ("Ms Varga had already been told of the leak by Friday's meeting.", "told"),
    ],
)
def test_what_no_rule_takes_is_a_line_where_enough_speaks_for_it(read: Read, sentence: str, trigger: str) -> None:
    doc = read(sentence)
    assert trigger in {doc[one.trigger[0]].text for one in events(doc)}


@pytest.mark.parametrize(
    "sentence",
    [
        "The town lies on the coast.",
        "It is unknown if the crew had slept on Sunday.",
        "Rask did not say that he had ordered it.",
        "The geographically concentrated voters of Olm like it.",
        "She asked whether the order was lawful.",
    ],
)
def test_what_is_always_so_supposed_or_asked_stays_no_line(read: Read, sentence: str) -> None:
    assert not events(read(sentence))
