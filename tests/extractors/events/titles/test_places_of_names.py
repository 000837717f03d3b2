"""Where a body is goes from a title that is too long, and no part of its name does."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.events import events

Read = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The Sea Rescue Office in Corran tested nine of the twenty old lifeboats that it had bought from the navy.",
            "The Sea Rescue Office tested nine of the twenty old lifeboats that it had bought from the navy",
        ),
        (
            "The Center for Sea Safety in Corran tested nine of the twenty old lifeboats that it had bought from the "
            "navy.",
            "The Center for Sea Safety tested nine of the twenty old lifeboats that it had bought from the navy",
        ),
        (
            "The Bank of Zembla sold nine of the twenty old lifeboats that it had bought from the navy.",
            "The Bank of Zembla sold nine of the twenty old lifeboats that it had bought from the navy",
        ),
    ],
)
def test_a_name_loses_where_it_is_and_nothing_of_itself(read: Read, text: str, told: str) -> None:
    assert events(read(text))[0].title == told
