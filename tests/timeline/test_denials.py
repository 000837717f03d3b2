"""Which titles say themselves that something did not happen."""

import pytest

from timeline.denials import denies_itself


@pytest.mark.parametrize(
    "title",
    [
        "The wardens found no trace of her",
        "[Ilse Varga] did not step down",
        "The crew hadn’t been told",
        "The crew didn't answer",
        "The pumps were never tested",
        "Nobody was aboard",
        "The owner denied having known of it",
        "The keepers failed to close the gate",
        "Fog kept the divers from going down",
    ],
)
def test_a_title_with_words_that_deny_says_it_itself(title: str) -> None:
    assert denies_itself(title)


@pytest.mark.parametrize(
    "title",
    [
        "The ferry sank",
        "No. 4 was closed",
        "Platform No 12 was closed",
        "A block of flats burned",
        "The notes of the knot makers were sold",
        "A letter from a man who kept bees was read",
    ],
)
def test_any_other_does_not(title: str) -> None:
    assert not denies_itself(title)
