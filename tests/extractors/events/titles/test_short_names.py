"""The name in brackets before a long title is the last one, where the article calls them so and nobody else."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.events import events

Read = Callable[[str], Doc]

_LONG = "She sold nine old ferries, two tugs, forty boats, a crane, a pump and all of the ropes on Monday."
_TOLD = " sold nine old ferries, two tugs, forty boats, a crane, a pump and all of the ropes"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"Rosa Lind is the mayor of Corran. The council elected Lind in May. {_LONG}", f"[Lind]{_TOLD}"),
        (f"Rosa Lind is the mayor of Corran. The council elected Dr. Lind in May. {_LONG}", f"[Lind]{_TOLD}"),
        (f"Rosa de Lind is the mayor of Corran. The council elected de Lind in May. {_LONG}", f"[De Lind]{_TOLD}"),
        (f"Rosa Lind is the mayor of Corran. The council elected her in May. {_LONG}", f"[Rosa Lind]{_TOLD}"),
        (
            "Otto Lind is the owner of the ferry. Rosa Lind is the mayor of Corran. The council elected Lind in May. "
            f"{_LONG}",
            f"[Rosa Lind]{_TOLD}",
        ),
        (
            "Rosa Lind is the mayor of Corran. The council elected Lind in May. She sold the ferry.",
            "[Rosa Lind] sold the ferry",
        ),
    ],
)
def test_a_long_title_begins_with_the_last_name_alone(read: Read, text: str, told: str) -> None:
    assert [event.title for event in events(read(text))][-1] == told
